/** Where staff are: the chat of the settings, or what it became when Telegram made a supergroup of it. */
import type { BotDeps } from './context.ts'

/** `-4001>-1002002`: the id in the settings and the one that followed; of other settings it says nothing. */
const NOTE = 'staffChat.moved'

/** Null where no staff chat is set. */
export const staffChatId = ({ telegram, records }: Pick<BotDeps, 'telegram' | 'records'>): number | null => {
  const set = telegram.staffChatId
  const [from, to] = set === null ? [] : (records.notes.get(NOTE)?.split('>').map(Number) ?? [])
  return from === set && to !== undefined ? to : set
}

/** Call in the transaction that learns of it, for any chat. Says once in the log that the settings are old. */
export const noteMove = (
  deps: Pick<BotDeps, 'telegram' | 'records' | 'keyOf' | 'log'>,
  from: number,
  to: number,
): void => {
  const { telegram, records, keyOf, log } = deps
  if (from !== staffChatId(deps) || from === to) return
  records.notes.set(NOTE, `${telegram.staffChatId}>${to}`)
  records.addresses.remember(keyOf(to), to)
  log.warn({ staffChatId: to }, 'the staff chat has become a supergroup: set STAFF_CHAT_ID to its new id')
}
