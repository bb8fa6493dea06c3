/**
 * What became of every question, from both sides: what people saw in their chats, and what the program's records say it sent.
 * A message seen that the records do not know was sent twice: the program was killed between Telegram's acceptance and its own note of it.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import type { Delivered } from '../support/telegram/control.ts'
import type { TelegramProcess } from '../support/telegram/remote.ts'

export interface AskedLine {
  readonly user: number
  readonly messageId: number
  readonly text: string
  /** When it was said, milliseconds. */
  readonly at: number
}

export interface Account {
  readonly asked: number
  readonly answered: number
  /** Given up with a word, or turned away because too much was waiting (said once a minute to each chat). */
  readonly apologised: number
  /** Neither. */
  readonly lost: number
  readonly sentTwice: number
  /** Chats in which an answer came before that of an earlier question. */
  readonly outOfOrder: number
  readonly answersASecond: number
  /** From the question to its answer in the chat. */
  readonly seconds: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number }
}

interface AnswerRow {
  readonly chat: string
  readonly question: number
  readonly sent: number
}

/** Waits until nothing is open any more, at most `patienceMs`, then draws up the account. */
export const account = async (
  telegram: TelegramProcess,
  dataDir: string,
  asked: readonly AskedLine[],
  patienceMs: number,
): Promise<Account> => {
  const records = new DatabaseSync(join(dataDir, 'records', 'records.db'), { readOnly: true })
  const open = records.prepare(
    `SELECT (SELECT count(*) FROM inbox WHERE isOpen = 1) + (SELECT count(*) FROM outbox WHERE state = 'queued') AS n`,
  )
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const { pending } = await telegram.counts()
    if (pending === 0 && (open.get() as { n: number }).n === 0) break
    await sleep(200)
  }
  const { items } = await telegram.delivered({})
  const rows = records
    .prepare(
      `SELECT a.chat AS chat, a.messageId AS question, o.messageId AS sent FROM answers a
       JOIN outbox o ON o.answerId = a.id AND o.state = 'sent' ORDER BY o.id`,
    )
    .all() as unknown as AnswerRow[]
  const others = records.prepare(`SELECT chat, messageId AS sent FROM outbox WHERE answerId IS NULL AND state = 'sent'`)
  const known = new Set((others.all() as unknown as AnswerRow[]).map(({ chat, sent }) => `${chat}:${sent}`))
  const { n: apologised } = records.prepare(`SELECT count(*) AS n FROM inbox WHERE state = 'apologised'`).get() as {
    n: number
  }
  records.close()
  return tally(asked, items, rows, known, apologised, createPersonKeys(join(dataDir, 'records')).keyOf)
}

const tally = (
  asked: readonly AskedLine[],
  items: readonly Delivered[],
  rows: readonly AnswerRow[],
  others: ReadonlySet<string>,
  apologised: number,
  keyOf: (id: number) => string,
): Account => {
  const seen = new Map<string, Delivered>()
  for (const item of items) if (!item.edit) seen.set(`${keyOf(item.chatId)}:${item.messageId}`, item)
  const answerOf = new Map<string, number>()
  const belongs = new Set<string>()
  for (const { chat, question, sent } of rows) {
    belongs.add(`${chat}:${sent}`)
    if (!answerOf.has(`${chat}:${question}`)) answerOf.set(`${chat}:${question}`, sent)
  }
  const waits: number[] = []
  const lastSent = new Map<string, number>()
  const disordered = new Set<string>()
  let unanswered = 0
  for (const { user, messageId, at } of asked) {
    const chat = keyOf(user)
    const sent = answerOf.get(`${chat}:${messageId}`)
    const shown = sent === undefined ? undefined : seen.get(`${chat}:${sent}`)
    if (shown === undefined) {
      unanswered++
      continue
    }
    waits.push((shown.at - at) / 1000)
    if (shown.messageId < (lastSent.get(chat) ?? 0)) disordered.add(chat)
    lastSent.set(chat, shown.messageId)
  }
  const sentTwice = [...seen.keys()].filter((key) => !belongs.has(key) && !others.has(key)).length
  waits.sort((a, b) => a - b)
  const at = (share: number): number => Math.round((waits[Math.floor(waits.length * share)] ?? NaN) * 1000) / 1000
  const first = Math.min(...asked.map((line) => line.at))
  const last = Math.max(...items.map((item) => item.at))
  return {
    asked: asked.length,
    answered: waits.length,
    apologised,
    lost: Math.max(0, unanswered - apologised),
    sentTwice,
    outOfOrder: disordered.size,
    answersASecond: Math.round((waits.length / ((last - first) / 1000)) * 10) / 10,
    seconds: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(0.999999) },
  }
}
