/** An answer in a model's words: asked once, and every statement of it checked against the sentences that it cites. */
import type { Library } from '../../search/search-index.ts'
import type { ChatModel } from '../../models/model.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { citationOf, type QuotedPlace } from '../citations.ts'
import type { Citation } from '../answer.ts'
import type { Draft } from '../quotes/compose-extract.ts'
import { evidenceOf } from '../quotes/evidence.ts'
import type { Candidate } from '../quotes/unit-features.ts'
import type { Question } from '../question/question.ts'
import { isBorneOut } from './borne-out.ts'
import { numberUnits, type NumberedUnit } from './numbered-units.ts'
import { ANSWER_SCHEMA, answerMessagesFor, MOST_STATEMENTS } from './prompt.ts'
import { readReply, type Statement } from './read-reply.ts'

export interface Grounds {
  /** Units of the found passages, passage by passage. */
  readonly candidates: readonly Candidate[]
  /** Whether what was found may not be the answer. */
  readonly isWeak: boolean
}

export type Written =
  | { readonly kind: 'written'; readonly draft: Draft; readonly notices: readonly string[]; readonly counts: Counts }
  /** `unreadable`: no form of ours; `rejected`: what it says first is not borne out; `none`: it finds no answer in what it was shown. */
  | { readonly kind: 'quotes'; readonly why: 'unreadable' | 'rejected' | 'none'; readonly counts: Counts }

interface Counts {
  readonly kept: number
  readonly dropped: number
}

/** `asked`: the question as it may leave the house. Rejects with what the model rejects with. */
export const writeAnswer = async (
  question: Question,
  grounds: Grounds,
  library: Library,
  asked: string,
  { chat, maxTokens }: { readonly chat: ChatModel; readonly maxTokens: number },
): Promise<Written> => {
  const passages = numberUnits(grounds.candidates, library)
  const { text } = await chat.complete({
    messages: answerMessagesFor(asked, passages),
    schema: ANSWER_SCHEMA,
    maxTokens,
  })
  const reply = readReply(text)
  if (!reply) return { kind: 'quotes', why: 'unreadable', counts: { kept: 0, dropped: 0 } }
  const units = new Map(passages.flatMap(({ units }) => units).map((unit) => [unit.n, unit]))
  const statements = reply.statements.slice(0, MOST_STATEMENTS)
  const borne = statements.map((statement) => bornOut(statement, units))
  const kept = borne.filter((one) => one !== null)
  const counts = { kept: kept.length, dropped: reply.statements.length - kept.length }
  if (reply.completeness === 'none') return { kind: 'quotes', why: 'none', counts: { ...counts, kept: 0 } }
  const core = borne[0]
  if (!core || 2 * kept.length < statements.length || !answersType(question, core, grounds))
    return { kind: 'quotes', why: 'rejected', counts }
  const partial = reply.completeness === 'partial' || counts.dropped > 0 || grounds.isWeak
  return {
    kind: 'written',
    draft: draftOf(kept, library),
    notices: [answerMessages.worded, ...(partial ? [answerMessages.maybePartial] : [])],
    counts,
  }
}

interface BornOut {
  readonly text: string
  readonly cited: readonly NumberedUnit[]
}

/** null: it cites nothing, or what is not there, or says what the cited sentences do not. */
const bornOut = ({ text, sources }: Statement, units: ReadonlyMap<number, NumberedUnit>): BornOut | null => {
  const cited = sources.flatMap((n) => units.get(n) ?? []).sort((a, b) => a.n - b.n)
  if (cited.length === 0 || cited.length < sources.length) return null
  const evidence = cited.map(({ unit, above }) => ({ text: unit.text, above }))
  return isBorneOut(text, evidence) ? { text, cited } : null
}

/** Asked who, when or how much, a true sentence about something else is no answer where the documents have one. */
const TOLD = new Set(['who', 'when', 'howmany', 'howlong'])
const answersType = ({ type, asked }: Question, { text }: BornOut, { candidates }: Grounds): boolean =>
  !TOLD.has(type) ||
  evidenceOf(type, text, asked).value > 0 ||
  !candidates.some((unit) => evidenceOf(type, unit.text, asked).value > 0)

/** One line a statement, each with the numbers of its quotes; a quote that bears several statements has one number. */
const draftOf = (statements: readonly BornOut[], library: Library): Draft => {
  const citations: Citation[] = []
  const known = new Map<string, number>()
  const lines = statements.map(({ text, cited }) => {
    const numbers = placesOf(cited).flatMap((place) => {
      const key = `${place.card.id} ${place.start} ${place.end}`
      const before = known.get(key)
      if (before !== undefined) return [before]
      const citation = citationOf(library, place, citations.length + 1)
      if (!citation) return []
      citations.push(citation)
      known.set(key, citation.n)
      return [citation.n]
    })
    return `${/[.!?…]$/u.test(text) ? text : `${text.replace(/[;,:]$/u, '')}.`} ${numbers.map((n) => `[${n}]`).join('')}`
  })
  return { text: lines.join('\n'), citations }
}

/** Units that follow each other are quoted in one. */
const placesOf = (cited: readonly NumberedUnit[]): readonly QuotedPlace[] => {
  const places: { card: QuotedPlace['card']; start: number; end: number; last: NumberedUnit }[] = []
  for (const one of cited) {
    const { passage, index, start, end } = one.unit
    const before = places.at(-1)
    const follows = before?.last.unit.passage === passage && before.last.unit.index === index - 1
    if (before && follows) Object.assign(before, { end, last: one })
    else places.push({ card: passage.card, start, end, last: one })
  }
  return places.map(({ card, start, end }) => ({ card, start, end }))
}
