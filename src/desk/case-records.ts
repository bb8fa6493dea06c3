/** The part of the records that holds what was handed to staff, and what they replied. */
import type { Key } from './key.ts'

export type CaseState = 'open' | 'answered' | 'closed'
export type CaseReason = 'not_right' | 'ask_staff' | 'refused'

export interface Case {
  /** Random, opaque. */
  readonly id: string
  /** Small number that staff call it by. */
  readonly n: number
  readonly person: Key
  readonly chat: Key
  readonly lane: string
  readonly messageId: number
  readonly answerId: string | null
  readonly question: string
  readonly reason: CaseReason
  readonly state: CaseState
  readonly openedAt: number
  /** Name the asker agreed to show; null: not agreed. */
  readonly name: string | null
  readonly reply: string | null
  readonly repliedAt: number | null
  /** Source (file) of the approved question-and-answer in the library. */
  readonly approvedAs: string | null
  /** How often the question was asked while the case is open. */
  readonly asked: number
  /** The outbox item that asked staff what their answer rests on: a reply to it says that. */
  readonly basisItem: number | null
}

/** A message of staff that replies to a case, by where it stands. */
export interface CaseReply {
  readonly chat: Key
  readonly messageId: number
  readonly threadId: number | null
  readonly caseId: string
  /** null: a file or a picture. */
  readonly text: string | null
  /** The outbox item that brings it to the asker; null: held until staff say that it is to be sent too. */
  readonly itemId: number | null
  readonly at: number
}

export interface Cases {
  open(entry: Omit<Case, 'id' | 'n' | 'state' | 'reply' | 'repliedAt' | 'approvedAs' | 'asked' | 'basisItem'>): Case
  get(id: string): Case | null
  /** The open case of an answer: a second press opens no second one. */
  ofAnswer(answerId: string): Case | null
  /** The open case that a refusal of the same question opened, however it is typed. */
  ofRefusal(question: string): Case | null
  /** Oldest first. */
  listOpen(limit: number, offset?: number): readonly Case[]
  /** All, or of one person. */
  countOpen(person?: Key): number
  update(
    id: string,
    change: Partial<Pick<Case, 'state' | 'name' | 'reply' | 'repliedAt' | 'approvedAs' | 'asked' | 'basisItem'>>,
  ): void
  readonly replies: {
    /** Adds, or replaces the one of the same place. */
    put(reply: CaseReply): void
    get(chat: Key, messageId: number): CaseReply | null
    /** Oldest first. */
    of(caseId: string): readonly CaseReply[]
  }
}
