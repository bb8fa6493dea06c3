/** What may be read in a chat: from the settings and the records, by Telegram's numeric id, never from a message. */
import type { Level } from '../access.ts'
import type { Key } from '../desk/records.ts'
import type { BotDeps } from './context.ts'

/** As it is now; in a group the public alone, whoever is in it. */
export const levelOfChat = (
  chat: Key,
  { records, telegram }: Pick<BotDeps, 'records' | 'telegram' | 'keyOf'>,
): Level => {
  const id = records.addresses.idOf(chat)
  if (id === null || id < 0) return 'public'
  return telegram.adminIds.includes(id) ? 'staff' : records.people.levelOf(chat)
}
