/** A question comes to the desk: may it be asked now, what was said before, what is the answer, and what is to be remembered of it. */
import { newId } from './new-id.ts'
import { mayRead, type Level } from '../access.ts'
import { leanedOn, turnOf, type Answer, type Choice, type Turn } from '../answer/answer.ts'
import { oneLine } from '../text/vietnamese.ts'
import { withoutPersonalData } from '../text/without-personal-data.ts'
import { pickedChoice } from './picked-choice.ts'
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
  /** The answer that the message replies to: what it leans on, instead of what was said last. */
  readonly repliesTo?: GivenAnswer | null
  /** The answer that asked back, and the document that was picked from it: its question is asked again of that document. */
  readonly picked?: { readonly from: GivenAnswer; readonly documentId: string }
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
  ask(
    question: string,
    options: {
      readonly level: Level
      readonly turns: readonly Turn[]
      readonly about?: string
      readonly person: Key
    },
  ): Promise<Answer>
  /** Every document that this level may read, by its name. */
  documents(level: Level): readonly Choice[]
  /** Whether this level may read the document now; without it, every document that it once could. */
  isReadable?(documentId: string, level: Level): boolean
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
  const { question, put, turns, about } = meant(asked, deps)
  const answer = await deps.ask(put, {
    level: asked.level,
    person: asked.person,
    turns,
    ...(about !== undefined && { about }),
  })
  // what was declined unread (a secret paper above all) was said not to be kept: not one word of it is
  const isDeclined = answer.standalone === ''
  const given: GivenAnswer = {
    id: asked.earlier?.id ?? newId(),
    person: asked.person,
    chat: asked.chat,
    lane: asked.lane,
    messageId: asked.messageId,
    at: deps.now(),
    question: isDeclined ? '' : question,
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
      if (isDeclined) return
      records.conversations.add({
        conversation: asked.conversation,
        person: asked.person,
        at: given.at,
        messageId: asked.messageId,
        turn: turnOn(question, answer, turns),
        keep: deps.keepTurns,
      })
    },
  }
}

/** A question that was understood by what stood before it carries that on: the words of a paper may be in it. */
const turnOn = (question: string, answer: Answer, turns: readonly Turn[]): Turn => {
  const turn = turnOf(question, answer)
  const before = answer.standalone === oneLine(question) ? undefined : leanedOn(turns)?.level
  const isHigher = before !== undefined && !mayRead(turn.level ?? 'public', before)
  return isHigher ? { ...turn, level: before } : turn
}

interface Meant {
  /** As it is written down. */
  readonly question: string
  /** As it is put to the house. */
  readonly put: string
  readonly turns: readonly Turn[]
  readonly about?: string
}

/** A question of its own, one that leans on a turn, or the choice that the last answer asked for. */
const meant = (asked: AskedQuestion, deps: DeskDeps): Meant => {
  const { records, now, keepTurns, keepTurnsMs, documents } = deps
  const { question, picked, repliesTo } = asked
  if (picked) {
    const { from, documentId } = picked
    return { question: from.question, put: from.answer.standalone || from.question, turns: [], about: documentId }
  }
  // a reply says itself what it leans on, however old that is
  const said =
    repliesTo && keepTurns > 0 && mayRead(asked.level, repliesTo.level)
      ? [turnOf(repliesTo.question, repliesTo.answer)]
      : records.conversations.turns(asked.conversation, now() - keepTurnsMs, asked.messageId)
  const turns = said.flatMap((turn) => stillReadable(turn, asked.level, deps) ?? [])
  const last = turns.at(-1)
  const choice = pickedChoice(question, last, () => documents(asked.level))
  if (!last || !choice) return { question, put: withoutPersonalData(question).text || question, turns }
  // of another document than those offered it is asked as it was typed: what it was understood as leans on those before
  const isOffered = last.choices?.includes(choice) === true
  const put = isOffered && last.standalone !== '' ? last.standalone : withoutPersonalData(last.question).text
  return { question: last.question, put, turns: [], about: choice.documentId }
}

/** What rested on papers that this person may read no more is not leaned on, be it that they fell or that the paper rose. */
const stillReadable = (turn: Turn, level: Level, { isReadable = () => true }: DeskDeps): Turn | null => {
  const { documentId, choices } = turn
  if (!mayRead(level, turn.level ?? 'public') || (documentId !== null && !isReadable(documentId, level))) return null
  return choices ? { ...turn, choices: choices.filter((choice) => isReadable(choice.documentId, level)) } : turn
}
