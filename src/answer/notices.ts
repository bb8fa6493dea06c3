/** What a reader must also know about the sources of an answer: their age, an ended term, what replaced them. */
import type { Validity } from '../documents/document.ts'
import type { DocumentCard, Library } from '../search/search-index.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import type { Citation } from './answer.ts'
import { nameOf } from './document-names.ts'
import { datedName } from './look-up/title-place.ts'
import { dayFirst } from './source-line.ts'

/** A term of office of Party committees; a source as old as that speaks of people and figures of another term. */
const TERM_YEARS = 5

/** One sentence per source that is no longer, or not yet, in force; of the age of sources one at most, the most telling. */
export const noticesOn = (citations: readonly Citation[], library: Library, now: Date): readonly string[] => {
  const cards = [...new Set(citations.map((citation) => citation.documentId))].flatMap((id) => library.card(id) ?? [])
  const states = cards.flatMap((card) => stateOf(card, library) ?? [])
  const aging = cards.filter(({ meta }) => !NOT_HOLDING.has(meta.validity) && meta.validity !== 'in_force')
  const over = aging.find(({ meta }) => meta.term && meta.term.to < now.getFullYear())?.meta
  const old = aging.find(({ meta }) => meta.date && isOlder(meta.date, now))?.meta
  const age = over?.term
    ? [answerMessages.termOver(over.term.from, over.term.to, over.date ? dayFirst(over.date) : null)]
    : old?.date
      ? [answerMessages.oldSource(dayFirst(old.date))]
      : []
  return [...new Set([...states, ...age])]
}

// a norm holds until it is replaced; only what reports grows old
const NOT_HOLDING: ReadonlySet<Validity> = new Set(['draft', 'replaced', 'expired'])

const stateOf = ({ meta, replacedBy }: DocumentCard, library: Library): string | undefined => {
  const name = nameOf(meta)
  if (meta.validity === 'draft') return answerMessages.draft(name)
  if (meta.validity === 'expired') return answerMessages.expired(name)
  if (meta.validity !== 'replaced') return undefined
  const by = replacedBy.map((id) => library.card(id)).find((other) => other !== undefined)
  return by ? answerMessages.replacedBy(name, datedName(by.meta)) : answerMessages.replaced(name)
}

const isOlder = (date: string, now: Date): boolean => {
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - TERM_YEARS)
  return date < limit.toISOString().slice(0, 10)
}
