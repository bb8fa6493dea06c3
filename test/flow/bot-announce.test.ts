import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { makeFollowers } from '../support/make-followers.ts'
import { preparedSamples, startProgram } from '../support/program.ts'
import { seeded } from '../support/random.ts'
import { scratchFolder } from '../support/scratch.ts'
import { createTelegramServer } from '../support/telegram-server.ts'

const CHIEF = 5_400_000_123
const FOLLOWERS = 160
const BLOCKED = 6
/** Messages of news after which the program is killed. */
const KILL_AT = [40, 90]
/** What waits to be sent at any moment (announcer.ts): no more can be on its way when the program dies, however slow the machine. */
const WAITING = 50
const HANDED_OVER = `SELECT chat FROM outbox WHERE round IS NOT NULL AND messageId IS NULL AND state = 'sent'`
const PAPER = `ĐẢNG BỘ TỈNH LAM GIANG
ĐẢNG ỦY KHỐI CÁC CƠ QUAN
*
Số 41-QĐ/ĐUK
Lam Giang, ngày 05 tháng 10 năm 2025

QUY ĐỊNH
về quản lý tủ sách chi bộ

Điều 1. Tủ sách chi bộ
1. Mỗi chi bộ có một tủ sách, mở cửa vào chiều thứ sáu hằng tuần.
`

it('tells each of 160 followers once, through two kills, floods and failures, after an upload; who asks meanwhile is answered', async () => {
  const server = await createTelegramServer()
  onTestFinished(() => server.close())
  const dataDir = scratchFolder()
  cpSync(await preparedSamples(), dataDir, { recursive: true })
  const people = Array.from({ length: FOLLOWERS }, () => server.user({ started: true }))
  const keys = makeFollowers(dataDir, people.map(({ id }) => id)) // prettier-ignore
  const blocked = people.slice(0, BLOCKED)
  for (const { chatId } of blocked) server.fail('sendMessage', { code: 403, chat: chatId, times: Infinity })
  const random = seeded(11)
  for (const { chatId } of people.slice(BLOCKED))
    if (random() < 0.1)
      server.fail('sendMessage', { chat: chatId, ...(random() < 0.5 ? { code: 429, retryAfter: 1 } : { code: 502 }) })
  const chief = server.user({ id: CHIEF, started: true })
  const asker = server.user({ started: true })
  const program = await startProgram(server, {
    dataDir,
    env: { ADMIN_IDS: String(CHIEF), NEWS_WAIT_MINUTES: '0', NEWS_QUIET_HOURS: 'none', MESSAGES_PER_SECOND: '100' },
  })
  const news = (person: { readonly chatId: number }): number =>
    server.calls('sendMessage', person).filter(({ ok, fields }) => ok && /^Có văn bản mới[^]*41-QĐ\/ĐUK/.test(String(fields.text))).length // prettier-ignore
  const toldSoFar = (): number => server.calls('sendMessage').filter(({ fields }) => /^Có văn bản mới/.test(String(fields.text))).length // prettier-ignore
  // the first look at the library is what the upload is held against
  const readRecords = <T>(sql: string): T[] => {
    const database = new DatabaseSync(join(dataDir, 'records/records.db'), { readOnly: true })
    try {
      return database.prepare(sql).all() as T[]
    } finally {
      database.close()
    }
  }
  await chief.document({ name: 'tu sach.txt', bytes: PAPER })
  const preview = await chief.nextReply()
  await chief.tap('Công khai', { on: preview })
  await server.until(() => preview.rows.flat().includes('Đưa vào thư viện'), 'the button that publishes')
  expect(readRecords(`SELECT 1 FROM documentFacts WHERE level = 'public' LIMIT 1`)).toHaveLength(1)
  await chief.tap('Đưa vào thư viện', { on: preview })

  const caught = new Set<string>()
  for (const until of KILL_AT) {
    await server.until(() => toldSoFar() >= until, `${until} messages of news`)
    await program.kill()
    await program.restart()
    // whom the kill caught in the very moment of handing over is known, and they are few
    for (const { chat } of readRecords<{ chat: string }>(HANDED_OVER)) caught.add(chat)
  }
  // that answers go first is tried where no clock decides it (test/bot/sending/news.test.ts)
  await asker.send('Chi bộ họp mấy lần một tháng?')
  expect((await asker.nextReply()).text).toContain('mỗi tháng một lần')

  const isOver = (): boolean => readRecords(`SELECT 1 FROM rounds WHERE isOpen = 1 UNION ALL SELECT 1 FROM outbox WHERE state = 'queued'`).length === 0 // prettier-ignore
  // the bench is not told of it
  while (!isOver()) await sleep(50)
  expect(blocked.map(news)).toEqual(blocked.map(() => 0))
  const reached = people.slice(BLOCKED)
  expect(reached.filter((person) => news(person) > 1)).toEqual([])
  expect(caught.size).toBeLessThanOrEqual(KILL_AT.length * WAITING)
  const without = reached.filter((person) => news(person) === 0)
  expect(without.filter((person) => !caught.has(keys[people.indexOf(person)]!))).toEqual([])
  const left = readRecords<{ person: string }>('SELECT DISTINCT person FROM follows').map(({ person }) => person)
  expect(new Set(left)).toEqual(new Set(keys.slice(BLOCKED)))
  expect((await program.stop()).code).toBe(0)
})
