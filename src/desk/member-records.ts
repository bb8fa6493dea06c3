/** The part of the records that holds who has been given a role, and the invitations by which one is given. */
import type { Key } from './key.ts'

/** From the lowest to the highest; whoever has none is a citizen. */
export const ROLES = ['member', 'staff', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A person with a role. Those who are named in the settings are not here. */
export interface Member {
  readonly person: Key
  readonly role: Role
  /** Four letters that people call them by where no name is known. */
  readonly code: string
  /** Since when they have this role. */
  readonly since: number
  /** Name they agreed to show to admins; null: not agreed. */
  readonly name: string | null
}

export interface Members {
  get(person: Key): Member | null
  ofCode(code: string): Member | null
  /** The highest role first, then the newest. */
  list(limit: number, offset?: number): readonly Member[]
  /** All, or of one role. */
  count(role?: Role): number
  /** Adds, or replaces the one of the same person. */
  put(member: Member): void
  remove(person: Key): void
}

/** `open` → `used`, or `waiting` for an admin → `used` or `declined`; `withdrawn`: whoever issued it may not any more. */
export type InvitationState = 'open' | 'waiting' | 'used' | 'declined' | 'withdrawn'

/** Its link and its code are known to whoever was given them; here are only digests under the secret of the records. */
export interface Invitation {
  /** Random, opaque. */
  readonly id: string
  readonly linkDigest: string
  readonly codeDigest: string
  readonly role: 'member' | 'staff'
  /** Who issued it; empty once that person was erased. */
  readonly by: Key
  readonly at: number
  readonly expiresAt: number
  readonly state: InvitationState
  /** Who used it, or waits for an admin. */
  readonly person: Key | null
  /** Name that this person agreed to show to admins. */
  readonly name: string | null
}

export interface Invitations {
  put(invitation: Invitation): void
  get(id: string): Invitation | null
  /** By the digest of its link or of its code. */
  ofDigest(digest: string): Invitation | null
  /** The one with which this person waits for an admin. */
  waitingOf(person: Key): Invitation | null
  /** Those that wait for an admin, oldest first. */
  waiting(): readonly Invitation[]
  /** How many are open and not expired. */
  countOpen(now: number): number
  update(id: string, change: Partial<Pick<Invitation, 'state' | 'person' | 'name'>>): void
  /** No open invitation that this person issued can be used any more. */
  withdrawOf(by: Key): void
}
