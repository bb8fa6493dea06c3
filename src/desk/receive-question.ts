/** A question comes to the desk: may it be asked now, what was said before, what is the answer, and what is to be remembered of it. */
import { randomBytes } from 'node:crypto'
import type { Level } from '../access.ts'
import type { Answer, Turn } from '../answer/answer.ts'
import type { Limited, RateLimit } from './rate-limit.ts'
import type { GivenAnswer, Key, Records } from './records.ts'

export interface AskedQuestion {
  /** Personal data masked. */
  readonly question: string
  readonly person: Key
  readonly chat: Key
  readonly lane: string
  readonly conversation: string
  readonly isPrivate: boolean
  readonly messageId: number
  readonly level: Level
  /** When it was written, milliseconds. */
  readonly askedAt: number
  /** The answer to the same message before it was edited. */
  readonly earlier: GivenAnswer | null
}

export type Reception =
  | Limited
  | {
      readonly kind: 'answered'
      readonly given: GivenAnswer
      /** Whether this person has not been told yet what we are. */
      readonly isFirst: boolean
      /** Writes down turn and answer; call inside the transaction that ends the update. */
      record(): void
    }

export interface DeskDeps {
  ask(question: string, options: { readonly level: Level; readonly turns: readonly Turn[] }): Promise<Answer>
  readonly records: Records
  readonly limit: RateLimit
  readonly now: () => number
  readonly keepTurns: number
  readonly keepTurnsMs: number
}

export const receiveQuestion = async (asked: AskedQuestion, deps: DeskDeps): Promise<Reception> => {
  const { records } = deps
  const allowed = deps.limit.take(asked)
  if (allowed.kind === 'limited') return allowed
  const turns = records.conversations.turns(asked.conversation, deps.now() - deps.keepTurnsMs, asked.messageId)
  const answer = await deps.ask(asked.question, { level: asked.level, turns })
  const given: GivenAnswer = {
    id: asked.earlier?.id ?? randomBytes(9).toString('base64url'),
    person: asked.person,
    chat: asked.chat,
    lane: asked.lane,
    messageId: asked.messageId,
    at: deps.now(),
    question: asked.question,
    level: asked.level,
    answer,
  }
  return {
    kind: 'answered',
    given,
    isFirst: !records.people.isGreeted(asked.person),
    record: () => {
      records.people.greet(asked.person, given.at)
      records.answers.put(given)
      records.conversations.add({
        conversation: asked.conversation,
        person: asked.person,
        at: given.at,
        messageId: asked.messageId,
        turn: turnOf(asked.question, answer),
        keep: deps.keepTurns,
      })
    },
  }
}

const turnOf = (question: string, answer: Answer): Turn => ({
  question,
  standalone: answer.standalone,
  documentId: answer.citations[0]?.documentId ?? null,
  section: answer.citations[0]?.section ?? null,
})
