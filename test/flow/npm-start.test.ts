/** `npm start` as a supervisor runs it: what is sent to npm must reach the program behind it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { preparedSamples } from '../support/program.ts'
import { root } from '../support/run.ts'
import { createTelegramServer } from '../support/telegram-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const startNpm = async () => {
  const server = await createTelegramServer()
  onTestFinished(() => server.close())
  const dataDir = scratchFolder()
  cpSync(await preparedSamples(), dataDir, { recursive: true })
  const { PATH, HOME } = process.env
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: dataDir, TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root },
    stdio: 'ignore',
    // a group of its own, as a terminal gives it
    detached: true,
  })
  const ended = once(npm, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  await server.waitForPoll()
  return { server, npm, ended }
}

it('ends in good order when npm is told to stop, and leaves nobody behind', { timeout: 60_000 }, async () => {
  const { server, npm, ended } = await startNpm()
  const lan = server.user({ name: 'Lan' })
  await lan.send('Chi bộ sinh hoạt định kỳ mấy lần một tháng?')
  npm.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(server.isPolling()).toBe(false)
})

it(
  'takes one Ctrl-C for one, although npm passes it on to a program that has heard it already',
  { timeout: 60_000 },
  async () => {
    const { server, npm, ended } = await startNpm()
    process.kill(-npm.pid!, 'SIGINT')
    expect(await ended).toEqual([0, null])
    expect(server.isPolling()).toBe(false)
  },
)
