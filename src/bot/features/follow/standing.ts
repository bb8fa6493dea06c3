/** What a person may read who does not write to us just now: as askerOf says it in their private chat. */
import type { Level } from '../../../access.ts'
import type { Key } from '../../../desk/records.ts'
import type { BotDeps } from '../../context.ts'

/** null: their address has been forgotten. */
export const standingOf = (person: Key, { records, telegram }: Pick<BotDeps, 'records' | 'telegram'>): Level | null => {
  const id = records.addresses.idOf(person)
  if (id === null) return null
  return telegram.adminIds.includes(id) ? 'staff' : records.people.levelOf(person)
}
