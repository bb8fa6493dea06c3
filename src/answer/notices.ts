/** What a reader must also know about the sources of an answer: their age, an ended term, what replaced them. */
import type { Library } from '../search/search-index.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import type { Citation } from './answer.ts'
import { nameOf } from './document-names.ts'
import { dayFirst } from './source-line.ts'

/** A term of office of Party committees; a source as old as that speaks of people and figures of another term. */
const TERM_YEARS = 5

export const noticesOn = (citations: readonly Citation[], library: Library, now: Date): readonly string[] => {
  const ids = [...new Set(citations.map((citation) => citation.documentId))]
  const notices = ids.flatMap((id) => {
    const card = library.card(id)
    if (!card) return []
    const { meta } = card
    const name = nameOf(meta)
    const date = meta.date ? dayFirst(meta.date) : null
    if (meta.validity === 'draft') return [answerMessages.draft(name)]
    if (meta.validity === 'replaced') {
      const by = card.replacedBy.map((other) => library.card(other)).find((other) => other !== undefined)
      return [by ? answerMessages.replacedBy(name, nameOf(by.meta)) : answerMessages.replaced(name)]
    }
    if (meta.validity === 'expired') return [answerMessages.expired(name)]
    // a norm holds until it is replaced; only what reports grows old
    const reports = meta.validity !== 'in_force'
    if (meta.term && meta.term.to < now.getFullYear() && reports)
      return [answerMessages.termOver(meta.term.from, meta.term.to, date)]
    return date && reports && isOlder(meta.date!, now) ? [answerMessages.oldSource(date)] : []
  })
  return [...new Set(notices)]
}

const isOlder = (date: string, now: Date): boolean => {
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - TERM_YEARS)
  return date < limit.toISOString().slice(0, 10)
}
