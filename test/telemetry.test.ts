import { GrammyError, HttpError } from 'grammy'
import { expect, it } from 'vitest'
import { safeError, withoutSecrets } from '../src/telemetry.ts'
import { root, run } from './support/run.ts'
import { scratchFolder } from './support/scratch.ts'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const TOKEN = '7123456789:AAF-bench_token_of_the_loopback_bot_api'

it('P5: shows neither the token of an address nor the words of a message that could not be sent', () => {
  const inner = new Error(`request to https://api.telegram.org/bot${TOKEN}/getMe failed, reason: connect ECONNREFUSED`)
  const network = JSON.stringify(safeError(new HttpError("Network request for 'getMe' failed!", inner)))
  expect(network).not.toContain('AAF-bench')
  expect(network).toContain('ECONNREFUSED')
  const refused = new GrammyError(
    'Call failed!',
    { ok: false, error_code: 400, description: 'Bad Request: x' },
    'sendMessage',
    {
      chat_id: 5_123_456_789,
      text: 'Đảng phí của tôi',
    },
  )
  const shown = JSON.stringify(safeError(refused))
  expect(shown).toContain('Bad Request: x')
  expect(shown).toContain('sendMessage')
  expect(shown).not.toContain('5123456789')
  expect(shown).not.toContain('Đảng phí')
})

it.each([
  [`https://api.telegram.org/bot${TOKEN}/getMe`, 'https://api.telegram.org[token]'],
  [`http://x/file/bot${TOKEN}/documents/file_7.docx`, 'http://x[token]'],
  [`token ${TOKEN} is wrong`, 'token [token] is wrong'],
  ['socks5://ten:mat-khau@10.0.0.1:1080', 'socks5://[secret]@10.0.0.1:1080'],
  ['http://ten:mat@khau@10.0.0.1:1080', 'http://[secret]@10.0.0.1:1080'],
  ['at 12:30:45 in src/app.ts:12:3, 2026-11-23T10:00:00', 'at 12:30:45 in src/app.ts:12:3, 2026-11-23T10:00:00'],
])('takes the secret out of %s', (text, safe) => {
  expect(withoutSecrets(text)).toBe(safe)
})

it('P5: lets no token through, however deep and under whatever name it is logged', async () => {
  const script = join(scratchFolder(), 'log.ts')
  const telemetry = new URL('../src/telemetry.ts', import.meta.url).pathname
  writeFileSync(
    script,
    `import { createLogger } from ${JSON.stringify(telemetry)}
     const log = createLogger('info'), token = ${JSON.stringify(TOKEN)}
     const error = Object.assign(new Error('bot' + token), { url: 'http://x/bot' + token + '/a', error: new Error(token) })
     log.info(token)
     log.info({ a: { b: [{ c: 'http://x/file/bot' + token + '/documents/a.docx' }] } }, 'deep')
     log.error(error)
     log.error({ err: error, error, other: error, cause: { error } }, 'many')
     log.warn({ [token]: 1 }, 'as a name')`,
  )
  const { stderr } = await run(relative(root, script), [], { dataDir: scratchFolder() })
  expect(stderr.trim().split('\n')).toHaveLength(5)
  for (const line of stderr.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
  expect(stderr).not.toContain('AAF-bench')
  expect(stderr).not.toContain('a.docx')
})
