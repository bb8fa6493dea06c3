/** Roles given and taken. Call inside a transaction: the act and its row in the log of acts are one. */
import type { AuditEntry } from './audit-records.ts'
import { newMemberCode } from './invitation-code.ts'
import { ROLES, type Member, type Role } from './member-records.ts'
import type { Key, Records } from './records.ts'

/** Whether `role` is less than `other`; null: none. */
export const isBelow = (role: Role | null, other: Role | null): boolean => rankOf(role) < rankOf(other)
const rankOf = (role: Role | null): number => (role === null ? -1 : ROLES.indexOf(role))

export interface RoleChange {
  readonly person: Key
  readonly actor: AuditEntry['actor']
  readonly at: number
  readonly reason: string | null
}

/** Gives a role, or another in place of the one they have. */
export const giveRole = (
  records: Records,
  { person, role, actor, at, reason, name }: RoleChange & { readonly role: Role; readonly name?: string | null },
): Member => {
  const before = records.members.get(person)
  const member = {
    person,
    role,
    since: at,
    code: before?.code ?? freeCode(records),
    name: name ?? before?.name ?? null,
  }
  records.members.put(member)
  if (isBelow(role, before?.role ?? null)) records.invitations.withdrawOf(person)
  records.audit.add({
    at,
    actor,
    action: before ? 'role.change' : 'role.grant',
    target: person,
    before: before?.role ?? null,
    after: role,
    reason,
  })
  return member
}

/** What they issued and nobody has used goes too. */
export const takeRole = (records: Records, { person, actor, at, reason }: RoleChange): Member | null => {
  const before = records.members.get(person)
  if (!before) return null
  records.members.remove(person)
  records.invitations.withdrawOf(person)
  records.audit.add({ at, actor, action: 'role.remove', target: person, before: before.role, after: null, reason })
  return before
}

const freeCode = (records: Records): string => {
  for (;;) {
    const code = newMemberCode()
    if (!records.members.ofCode(code)) return code
  }
}
