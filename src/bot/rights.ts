/** Who may do and read what: from the settings and the records, by Telegram's numeric id, never from a message. */
import type { Level } from '../access.ts'
import { isBelow } from '../desk/members.ts'
import type { Member, Role } from '../desk/member-records.ts'
import type { Key } from '../desk/records.ts'
import type { BotDeps } from './context.ts'

type Deps = Pick<BotDeps, 'telegram' | 'records' | 'keyOf'>

/** What the settings say of a person; nobody takes it from them in the chat. */
export const roleInSettings = (id: number, { telegram }: Pick<BotDeps, 'telegram'>): Role | null =>
  telegram.adminIds.includes(id) ? 'admin' : telegram.staffIds.includes(id) ? 'staff' : null

/** The higher of what the settings and the records say; null for a citizen. */
export const roleOf = (id: number, deps: Deps): Role | null => {
  const set = roleInSettings(id, deps)
  const given = deps.records.members.get(deps.keyOf(id))?.role ?? null
  return isBelow(set, given) ? given : set
}

export const levelOfRole = (role: Role | null): Level =>
  role === null ? 'public' : role === 'member' ? 'member' : 'staff'

/** What may be read in a chat now: in a group the public alone, whoever is in it. */
export const levelOfChat = (chat: Key, deps: Deps): Level => {
  const id = deps.records.addresses.idOf(chat)
  return id === null || id < 0 ? 'public' : levelOfRole(roleOf(id, deps))
}

/** Everybody who is an admin now, with an address to write to. */
export const adminChats = (deps: Deps): readonly Key[] => {
  const { telegram, records, keyOf } = deps
  const set = telegram.adminIds.map((id) => {
    const key = keyOf(id)
    records.addresses.remember(key, id)
    return key
  })
  const given = records.members
    .list(records.members.count('admin'))
    .filter(({ role, person }) => role === 'admin' && records.addresses.idOf(person) !== null)
    .map(({ person }) => person)
  return [...new Set([...set, ...given])]
}

/** Whether nobody would be left to give rights without this one. */
export const isLastAdmin = ({ role }: Pick<Member, 'role'>, { telegram, records }: Deps): boolean =>
  role === 'admin' && telegram.adminIds.length === 0 && records.members.count('admin') <= 1
