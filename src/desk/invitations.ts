/**
 * Invitations: issued by staff, used once by one person. Call inside a transaction: what is looked at here is changed here, and
 * each act stands in the log of acts with it.
 */
import { newCode, newLinkSecret } from './invitation-code.ts'
import type { Invitation, Role } from './member-records.ts'
import { giveRole, isBelow } from './members.ts'
import { newId } from './new-id.ts'
import type { Key, Records } from './records.ts'

/** Digests under the secret of the records (person-key.ts). */
export type SealInvitation = (text: string) => string

export const MOST_AT_ONCE = 20
/** Open at the same time, of all who issue: what nobody uses is not piled up. */
export const MOST_OPEN_INVITATIONS = 300

export interface IssuedInvitation {
  /** What the link ends with. */
  readonly secret: string
  readonly code: string
  readonly expiresAt: number
}

/** Null where too many are open already. */
export const issueInvitations = (
  records: Records,
  seal: SealInvitation,
  order: {
    readonly role: Invitation['role']
    readonly count: number
    readonly by: Key
    readonly at: number
    readonly expiresAt: number
  },
): readonly IssuedInvitation[] | null => {
  const { role, count, by, at, expiresAt } = order
  if (records.invitations.countOpen(at) + count > MOST_OPEN_INVITATIONS) return null
  return Array.from({ length: count }, () => {
    const [id, secret, code] = [newId(), newLinkSecret(), newCode()]
    const digests = { linkDigest: seal(secret), codeDigest: seal(code) }
    records.invitations.put({ id, ...digests, role, by, at, expiresAt, state: 'open', person: null, name: null })
    records.audit.add({
      at,
      actor: by,
      action: 'invitation.issue',
      target: id,
      before: null,
      after: role,
      reason: null,
    })
    return { secret, code, expiresAt }
  })
}

export type InvitationUsed =
  | { readonly kind: 'joined'; readonly role: Role }
  /** An admin is to say yes. */
  | { readonly kind: 'waits'; readonly invitation: Invitation }
  /** They wait already, with this or another one. */
  | { readonly kind: 'waiting' }
  /** They have what it would give: it stays open for somebody else. */
  | { readonly kind: 'had' }
  /** Wrong, used, expired or withdrawn: nobody is told which. */
  | { readonly kind: 'refused' }

/** `given`: a link's secret or a code; null for what cannot be one. `role`: what this person has now, the settings included. */
export const useInvitation = (
  records: Records,
  given: string | null,
  who: { readonly person: Key; readonly role: Role | null; readonly at: number; readonly needsApproval: boolean },
  seal: SealInvitation,
): InvitationUsed => {
  const { person, role, at } = who
  const found = given === null ? null : records.invitations.ofDigest(seal(given))
  if (records.invitations.waitingOf(person)) return { kind: 'waiting' }
  if (found && found.state === 'used' && found.person === person && role !== null) return { kind: 'had' }
  const fault =
    found === null ? 'unknown' : found.state !== 'open' ? found.state : found.expiresAt <= at ? 'expired' : null
  if (!found || fault !== null) {
    const target = found?.id ?? '-'
    records.audit.add({
      at,
      actor: person,
      action: 'invitation.refuse',
      target,
      before: null,
      after: null,
      reason: fault,
    })
    return { kind: 'refused' }
  }
  if (!isBelow(role, found.role)) return { kind: 'had' }
  const state = who.needsApproval ? 'waiting' : 'used'
  records.invitations.update(found.id, { state, person })
  records.audit.add({
    at,
    actor: person,
    action: 'invitation.use',
    target: found.id,
    before: 'open',
    after: state,
    reason: null,
  })
  if (who.needsApproval) return { kind: 'waits', invitation: { ...found, state, person } }
  // the right comes from whoever issued it
  giveRole(records, { person, role: found.role, actor: found.by || 'program', at, reason: `invitation ${found.id}` })
  return { kind: 'joined', role: found.role }
}

/** An admin says yes or no; null where it has been said already, or the person is gone. `has`: what the records give them then. */
export const decideInvitation = (
  records: Records,
  id: string,
  decision: { readonly yes: boolean; readonly by: Key; readonly at: number },
): (Invitation & { readonly person: Key; readonly has: Role | null }) | null => {
  const { yes, by, at } = decision
  const found = records.invitations.get(id)
  if (found?.state !== 'waiting' || found.person === null) return null
  const { person } = found
  const state = yes ? 'used' : 'declined'
  records.invitations.update(id, { state })
  const target = person
  records.audit.add({ at, actor: by, action: yes ? 'invitation.approve' : 'invitation.decline', target, before: 'waiting', after: state, reason: `invitation ${id}` }) // prettier-ignore
  // an admin may have given them more while they waited
  if (yes && isBelow(records.members.get(person)?.role ?? null, found.role))
    giveRole(records, { person, role: found.role, actor: by, at, reason: `invitation ${id}`, name: found.name })
  return { ...found, state, person, has: records.members.get(person)?.role ?? null }
}
