/** What the bot sent, as it is compared between two houses: every byte but what differs by itself (random ids, numbers of messages). */
import { readFileSync } from 'node:fs'
import type { LoggedCall } from '../support/telegram/call-log.ts'

/** Signs of life come and go with the clock. */
const BY_CLOCK = new Set(['sendChatAction'])
const NUMBERS = new Set(['chat_id', 'message_id', 'reply_parameters', 'callback_query_id', 'message_thread_id'])
/** The name that a file is given on its way, and the code by which admins see a member. */
const UPLOADED = /attach:\/\/\w+|(?<="file:)\w+(?=")/g
const MEMBER_CODE = /(mã )[BCGHKLMNPQRSTVX]{4}(?=\.)/g
/** Buttons whose first part is the random id of an answer. */
const OF_ANSWER = /\b(src|doc|pick|ask|bad|name):([\w-]{12})(?=[:"\\])/g

export const sentBytes = (calls: readonly LoggedCall[]): string => {
  const names = new Map<string, string>()
  const told = calls.filter(({ method }) => !BY_CLOCK.has(method))
  // presses are acknowledged beside the outbox: which of the two comes first is the network's
  const isBeside = ({ method }: LoggedCall): boolean => method === 'answerCallbackQuery'
  return [...told.filter(isBeside), ...told.filter((call) => !isBeside(call))]
    .map(({ method, fields }) => {
      const kept = Object.entries(fields).filter(([name]) => !NUMBERS.has(name))
      return `${method} ${JSON.stringify(Object.fromEntries(kept))}`
    })
    .join('\n')
    .replace(UPLOADED, '')
    .replace(MEMBER_CODE, '$1····')
    .replace(OF_ANSWER, (_, action: string, id: string) => {
      if (!names.has(id)) names.set(id, `answer${names.size + 1}`)
      return `${action}:${names.get(id)}`
    })
}

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
