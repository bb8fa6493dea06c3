/** What a person may read who does not write to us just now: as askerOf says it in their private chat. */
import type { Level } from '../../../access.ts'
import type { Key } from '../../../desk/records.ts'
import type { BotDeps } from '../../context.ts'
import { levelOfChat } from '../../rights.ts'

/** null: their address has been forgotten. */
export const standingOf = (person: Key, deps: Pick<BotDeps, 'records' | 'telegram' | 'keyOf'>): Level | null =>
  deps.records.addresses.idOf(person) === null ? null : levelOfChat(person, deps)
