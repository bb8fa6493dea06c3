/** What a reader must also know about the sources of an answer: their age, an ended term, what replaced them. */
import type { Validity } from '../documents/document.ts'
import type { DocumentCard, Library } from '../search/search-index.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import type { Citation } from './answer.ts'
import { takesEffect } from '../documents/validity/succession.ts'
import { lastSuccessor } from './decide/successor.ts'
import { nameOf } from './document-names.ts'
import { datedName } from './look-up/title-place.ts'
import { dayFirst } from './source-line.ts'

/** A term of office of Party committees; a source as old as that speaks of people and figures of another term. */
const TERM_YEARS = 5

/** One sentence per source that is no longer, or not yet, in force; of the age of sources one at most, the most telling. */
export const noticesOn = (citations: readonly Citation[], library: Library, now: Date): readonly string[] => {
  const cards = [...new Set(citations.map((citation) => citation.documentId))].flatMap((id) => library.card(id) ?? [])
  const states = cards.flatMap((card) => stateOf(card, library) ?? [])
  const changes = cards.flatMap((card) => changeOf(card, cards, library) ?? [])
  const aging = cards.filter(({ meta }) => !NOT_HOLDING.has(meta.validity) && !isSaidToHold(meta))
  const over = aging.find(({ meta }) => meta.term && meta.term.to < now.getFullYear())?.meta
  const old = aging.find(({ meta }) => meta.date && isOlder(meta.date, now))?.meta
  const age = over?.term
    ? [answerMessages.termOver(over.term.from, over.term.to, over.date ? dayFirst(over.date) : null)]
    : old?.date
      ? [answerMessages.oldSource(dayFirst(old.date))]
      : []
  return [...new Set([...states, ...changes, ...age])]
}

// a norm holds until it is replaced; only what reports grows old
const NOT_HOLDING: ReadonlySet<Validity> = new Set(['draft', 'replaced', 'expired'])

// that a norm took effect once, and that nothing here replaced it, does not make it young
const isSaidToHold = ({ validity, said, stated }: DocumentCard['meta']): boolean =>
  validity === 'in_force' && (stated.includes('validity') || said.some(({ of }) => of === 'state'))

const stateOf = (card: DocumentCard, library: Library): string | undefined => {
  const { meta, replacedBy } = card
  const name = nameOf(meta)
  if (meta.validFrom !== null && meta.validFrom > library.day && meta.validity === 'unknown')
    return answerMessages.notYetInForce(name, dayFirst(meta.validFrom))
  const coming = card.comingBy.flatMap((id) => library.card(id) ?? [])[0]
  const from = coming && takesEffect(coming.meta)
  if (coming && from && meta.validity !== 'replaced')
    return answerMessages.willBeReplaced(name, datedName(coming.meta), dayFirst(from))
  if (meta.validity === 'draft') return answerMessages.draft(name)
  if (meta.validity === 'expired') return answerMessages.expired(name)
  if (meta.validity !== 'replaced') return undefined
  const by = replacedBy.map((id) => library.card(id)).find((other) => other !== undefined)
  const last = lastSuccessor(card, library)
  if (by && last && last.id !== by.id)
    return answerMessages.replacedInTurn(name, datedName(by.meta), datedName(last.meta))
  if (by) return answerMessages.replacedBy(name, datedName(by.meta))
  return meta.replacedBy[0] ? answerMessages.replacedBy(name, meta.replacedBy[0]) : answerMessages.replaced(name)
}

/** What has changed a part of it, where that is not among the sources itself. */
const changeOf = (
  { meta, amendedBy }: DocumentCard,
  cited: readonly DocumentCard[],
  library: Library,
): string | undefined => {
  const by = amendedBy.flatMap((id) => library.card(id) ?? []).filter((card) => !cited.includes(card))
  if (by.length === 0 || NOT_HOLDING.has(meta.validity)) return undefined
  return answerMessages.changedBy(nameOf(meta), by.map((card) => datedName(card.meta)).join('; '))
}

const isOlder = (date: string, now: Date): boolean => {
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - TERM_YEARS)
  return date < limit.toISOString().slice(0, 10)
}
