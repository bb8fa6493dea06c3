/** What the bot sent, as it is compared between two houses: every byte but what differs by itself (random ids, numbers of messages). */
import { readFileSync } from 'node:fs'
import type { LoggedCall } from '../support/telegram/call-log.ts'
import type { World } from '../support/telegram/world.ts'

/** Signs of life come and go with the clock. */
const BY_CLOCK = new Set(['sendChatAction'])
const NUMBERS = new Set([
  'chat_id',
  'message_id',
  'reply_parameters',
  'callback_query_id',
  'inline_query_id',
  'message_thread_id',
])
/** The name that a file is given on its way, and the code by which admins see a member. */
const UPLOADED = /attach:\/\/\w+|(?<="file:)\w+(?=")/g
const MEMBER_CODE = /(mã )[BCGHKLMNPQRSTVX]{4}(?=\.)/g
/** Buttons whose first part is the random id of an answer or of what is followed. */
const OF_ANSWER = /\b(src|doc|pick|ask|bad|name|tdx|tdr):([\w-]{12})(?=[:"\\])/g

/** Presses and queries are answered beside what is said, and overtake it as they please. */
const BESIDE = ['answerCallbackQuery', 'answerInlineQuery']

/** `files`: what was uploaded, to be looked into. */
export const sentBytes = (calls: readonly LoggedCall[], files: World['files']): string => {
  const names = new Map<string, string>()
  const sent = calls.filter(({ method }) => !BY_CLOCK.has(method))
  return [
    ...sent.filter(({ method }) => !BESIDE.includes(method)),
    ...BESIDE.flatMap((one) => sent.filter(({ method }) => method === one)),
  ]
    .map(({ method, fields, result }) => {
      const kept = Object.entries(fields).filter(([name]) => !NUMBERS.has(name))
      return `${method} ${JSON.stringify(Object.fromEntries(kept))}${wordsOfFile(result, files)}`
    })
    .join('\n')
    .replace(UPLOADED, '')
    .replace(MEMBER_CODE, '$1····')
    .replace(OF_ANSWER, (_, action: string, id: string) => {
      if (!names.has(id)) names.set(id, `answer${names.size + 1}`)
      return `${action}:${names.get(id)}`
    })
}

/** The words of a file as they are, or as its packed bytes. */
const wordsOfFile = (result: unknown, files: World['files']): string => {
  const { document } = (result ?? {}) as { document?: { file_id: string; file_name?: string } }
  const bytes = document && files.get(document.file_id)?.bytes
  if (!bytes) return ''
  const isText = /\.(?:md|html)$/.test(document.file_name ?? '')
  return `\n${Buffer.from(bytes).toString(isText ? 'utf8' : 'base64')}`
}

/** The data of every button that was shown, also of pages that others have taken the place of. */
export const buttonsShown = (calls: readonly LoggedCall[]): readonly string[] => [
  ...new Set(calls.flatMap(({ fields }) => [...JSON.stringify(fields).matchAll(/callback_data\\?":\\?"([^"\\]+)/g)].map(([, data]) => data!))), // prettier-ignore
]

/** The canaries that stand in it, however they are cased or folded. */
export const canariesIn = (sent: string, canaries: readonly string[]): readonly string[] => {
  const plain = sent.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()
  return canaries.filter((canary) =>
    plain.includes(canary.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()),
  )
}

/** The sources of the features of the bot, to find the commands that they take. */
export const commandsTaken = (files: readonly string[]): readonly string[] => [
  ...new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\.command\(\s*\[?'([a-z0-9_]+)'/g)].map(([, name]) => name!),
    ),
  ),
]
