/**
 * The log of acts: who gave and took rights, who changed a document's standing. Rows are only ever added, and each is sealed together
 * with the one before it, so that one that was changed or taken away later is found. An act and its row belong in one transaction:
 * what cannot be written down is not done.
 */
import type { Key } from './key.ts'

export interface AuditEntry {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Who did it: the key of a person, or `settings`, `terminal` or `program` where nobody of Telegram's did. */
  readonly actor: Key | 'settings' | 'terminal' | 'program'
  /** What was done, in a word of ours: `role.grant`, `document.level`. */
  readonly action: string
  /** To whom or what: a person's key, the id of a document, of a snapshot. Never a name. */
  readonly target: string
  /** What stood before and stands now, shortly; null where nothing did. */
  readonly before: string | null
  readonly after: string | null
  /** What the one who did it gave as the reason. */
  readonly reason: string | null
}

export interface AuditRow extends AuditEntry {
  /** Counted from 1 without gaps. */
  readonly n: number
  /** Of this row and everything before it. */
  readonly seal: string
}

export type AuditCheck =
  | { readonly isWhole: true; readonly rows: number; readonly seal: string | null }
  /** `at`: the first row that is not as it was written, or is missing. */
  | { readonly isWhole: false; readonly rows: number; readonly at: number }

export interface Audit {
  /** Call in the transaction of the act. */
  add(entry: AuditEntry): AuditRow
  /** The newest, newest first. */
  last(count: number): readonly AuditRow[]
  /** Reads the log through. */
  check(): AuditCheck
}
