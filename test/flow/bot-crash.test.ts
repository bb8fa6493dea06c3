import { expect, it } from 'vitest'
import { stage } from '../support/play.ts'
import { seeded } from '../support/random.ts'
import type { BenchPerson } from '../support/telegram/person.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

const QUICK = { MESSAGES_PER_SECOND: '1000', QUESTIONS_PER_MINUTE: '600', QUESTIONS_PER_DAY: '1000' }
const QUESTIONS = ['Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?', '/trogiup', '/riengtu'] as const
const SIGNS = [/kết nạp từ 70 đảng viên/, /\/lienhe[^]*\/quen|\/quen[^]*\/lienhe/, /\/xoa/] as const

const crowd = (server: TelegramServer, size: number): BenchPerson[] => Array.from({ length: size }, () => server.user())

/** What each person was told, as numbers of the questions. */
const told = (server: TelegramServer, person: BenchPerson): number[] =>
  server
    .calls('sendMessage', person)
    .filter(({ ok }) => ok)
    .map(({ fields }) => SIGNS.findIndex((sign) => sign.test(String(fields.text))))

const lost = (server: TelegramServer, people: readonly BenchPerson[]): number =>
  people.reduce((sum, person) => sum + SIGNS.length - new Set(told(server, person)).size, 0)

const twice = (server: TelegramServer, people: readonly BenchPerson[]): number =>
  people.reduce((sum, person) => sum + told(server, person).length - new Set(told(server, person)).size, 0)

it('F1: loses none of 400 questions to five kills, keeps their order, and answers hardly any twice', async () => {
  const { server, program } = await stage({ env: QUICK })
  const people = crowd(server, 134)
  for (const question of QUESTIONS) await Promise.all(people.map((person) => person.send(question)))
  const random = seeded(7)
  for (let kill = 1; kill <= 5; kill++) {
    const until = kill * 60 + Math.floor(random() * 20)
    await server.until(() => server.calls('sendMessage').length >= until, `${until} messages`)
    await program.kill()
    await program.restart()
  }
  await server.until(() => lost(server, people) === 0, { what: 'an answer to every question', deadlineMs: 60_000 })
  for (const person of people) expect([...new Set(told(server, person))]).toEqual([0, 1, 2])
  expect(twice(server, people)).toBeLessThanOrEqual(40)
  expect((await program.stop()).code).toBe(0)
})

it('F2: ends within 20 seconds when told to in the middle of the work, with 0, and loses and repeats nothing', async () => {
  const { server, program } = await stage({ env: QUICK })
  const people = crowd(server, 34)
  for (const question of QUESTIONS) await Promise.all(people.map((person) => person.send(question)))
  await server.until(() => server.calls('sendMessage').length >= 10, 'the first answers')
  const { code, seconds } = await program.stop()
  expect(code).toBe(0)
  expect(seconds).toBeLessThan(20)
  await program.restart()
  await server.until(() => lost(server, people) === 0, 'an answer to every question')
  expect(twice(server, people)).toBeLessThanOrEqual(1)
  await program.stop()
})

it('a later signal ends it at once', async () => {
  const { server, program } = await stage({ people: { lan: {} } })
  server.fail('sendMessage', { code: 502, times: Infinity })
  const [lan] = crowd(server, 1)
  await lan!.send(QUESTIONS[0])
  await server.until(() => server.calls('sendMessage').length > 0, 'a message that cannot leave')
  process.kill(program.pid(), 'SIGTERM')
  await server.until(() => program.stdout().includes('Đang dừng'), 'the first signal understood')
  // the terminal and npm both pass one Ctrl-C on, so another counts only a second later
  const insisting = setInterval(() => program.isRunning() && process.kill(program.pid(), 'SIGTERM'), 200)
  const ended = await program.ended()
  clearInterval(insisting)
  expect(ended.code).toBe(1)
})
