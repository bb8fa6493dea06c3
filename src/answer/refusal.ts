/** A refusal that helps: a courteous reason, what the library holds, and near documents to pick from. */
import { oncePerLibrary, type DocumentCard, type Library } from '../search/search-index.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import type { Choice, Refusal } from './answer.ts'
import { kindNames, nameOf } from './document-names.ts'
import { dayFirst, newestDate } from './source-line.ts'

export interface Refused {
  readonly reason: Refusal
  readonly text: string
  readonly choices: readonly Choice[]
  /** The document that the question was put to. */
  readonly about?: string
}

const CHOICES = 3
const KINDS = 3

/** One sentence, nothing more: for what must not be talked about and for lines that are no question. */
export const decline = (reason: Refusal, text: string): Refused => ({ reason, text, choices: [] })

/** Nothing found: what the library holds, and the nearest documents as choices. */
export const refuseWithLibrary = (
  reason: Refusal,
  sentence: string,
  library: Library,
  near: readonly DocumentCard[],
): Refused => {
  const choices = choicesOf(near)
  const text = [sentence, describeLibrary(library), ...(choices.length > 0 ? [answerMessages.nearest] : [])].join(' ')
  return { reason, text: text, choices }
}

/** The document is here and lacks the place: what it has instead, and the document itself to open. */
export const refuseWithDocument = (sentence: string, card: DocumentCard): Refused => ({
  reason: 'not_found',
  text: sentence,
  choices: choicesOf([card]),
  about: card.id,
})

/** What lies outside the library, or must not be guessed at: say what could be asked instead. */
export const withHoldings = (refused: Refused, library: Library | null): Refused =>
  refused.reason === 'off_topic' && library && library.cards.length > 0
    ? { ...refused, text: `${refused.text} ${describeLibrary(library)}` }
    : refused

/** A question back, with what may have been meant. */
export const askBack = (sentence: string, cards: readonly DocumentCard[]): Refused => {
  const choices = choicesOf(cards)
  return { reason: 'ambiguous', text: sentence, choices }
}

export const choicesOf = (cards: readonly DocumentCard[]): readonly Choice[] =>
  [...new Map(cards.map((card) => [card.id, card])).values()].slice(0, CHOICES).map(({ id, meta }) => ({
    documentId: id,
    label: `${nameOf(meta)}${meta.date ? ` (${dayFirst(meta.date)})` : ''}`,
  }))

/** `Thư viện hiện có 12 tài liệu (5 nghị quyết, 3 bài báo …), mới nhất ngày 30/07/2020.` */
export const describeLibrary = oncePerLibrary(({ cards }): string => {
  if (cards.length === 0) return answerMessages.emptyLibrary
  const counts = new Map<string, number>()
  for (const { meta } of cards)
    if (meta.kind !== 'other') counts.set(kindNames[meta.kind], (counts.get(kindNames[meta.kind]) ?? 0) + 1)
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).slice(0, KINDS)
  const listed = kinds.map(([name, count]) => `${count} ${name.toLowerCase()}`).join(', ')
  return answerMessages.libraryHolds(cards.length, counts.size > KINDS ? `${listed}…` : listed, newestDate(cards))
})
