/** Documents that a question names by number: here, several of that number, or not in the library (answering-study §4, A3). */
import type { LookedUp } from '../../search/look-up.ts'
import type { Retrieval } from '../../search/retrieval.ts'
import { oncePerLibrary, type DocumentCard, type Library } from '../../search/search-index.ts'
import { fitsMention, mentionsIn } from '../../text/numbers/document-mentions.ts'
import type { DocumentMention } from '../../text/numbers/document-mentions.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { askWhichOf, oneOfEach } from './one-number.ts'
import { refuseWithLibrary } from '../refusal.ts'
import type { Refused } from '../refusal.ts'

export interface Naming {
  /** To be searched first. */
  readonly prefer: readonly string[]
  readonly refused?: Refused
  /** The documents named are not here, others speak of them: to be told with the answer. */
  readonly notice?: string
}

export const namedDocuments = (question: string, named: LookedUp, retrieval: Retrieval, library: Library): Naming => {
  const mentions = mentionsIn(question).filter(({ number }) => number !== null)
  // what tells them apart has been heard by now
  const several = oneOfEach(named.cards)
  if (several.length > 1 && mentions.length === 1 && !isAside(question, mentions[0]!)) {
    const name = question.slice(mentions[0]!.start, mentions[0]!.end)
    return { prefer: [], refused: askWhichOf(name, several) }
  }
  const prefer = named.cards.map(({ id }) => id)
  if (named.cards.length > 0 || named.missing.length === 0) return { prefer }
  const missing = mentions.filter(
    (mention) =>
      !isAside(question, mention) &&
      !(titlesBy(library).get(mention.number!) ?? []).some(({ title }) => speaksOf(title, mention)),
  )
  if (missing.length < mentions.length) return { prefer }
  const first = missing[0]!
  const name = question.slice(first.start, first.end)
  const mentioning = retrieval.passages.filter(({ text }) => speaksOf(text, first))
  const cards = mentioning.map(({ card }) => card)
  // a number given in full is sought for itself; a bare "đề án 999" may be asked of what others say about it
  if (first.key === null && cards.length > 0)
    return { prefer: unique(cards), notice: answerMessages.onlyMentioned(name) }
  const sentence = [answerMessages.numberNotHeld(name), ...(cards.length > 0 ? [answerMessages.mentionedIn] : [])]
  return { prefer: [], refused: refuseWithLibrary('not_found', sentence.join(' '), library, cards) }
}

/** "(Mục 1.1, Quy định số 02-QĐ/TU)": cited by the way, the question is about something else. */
export const isAside = (question: string, { start, end }: DocumentMention): boolean =>
  /\([^()]*$/.test(question.slice(0, start)) && /^[^()]*\)/.test(question.slice(end))

// a text without the digits cannot name the number; looking is a hundred times cheaper than reading every title of a large library
const speaksOf = (text: string, mention: DocumentMention): boolean =>
  text.includes(mention.number!) &&
  mentionsIn(text).some((other) =>
    other.key !== null && mention.key !== null
      ? other.key === mention.key
      : other.number === mention.number &&
        (mention.kinds.length === 0 ||
          other.kinds.length === 0 ||
          other.kinds.some((kind) => mention.kinds.includes(kind)) ||
          fitsMention(mention, other.number, '')),
  )

/** The titles of a library by the numbers in them, without leading zeros: of many thousands a few may speak of one. */
const titlesBy = oncePerLibrary(({ cards }) =>
  Map.groupBy(
    cards.flatMap(({ meta: { title } }) =>
      [...new Set(title.match(/\d+/g))].map((digits) => ({ number: digits.replace(/^0+(?=\d)/, ''), title })),
    ),
    ({ number }) => number,
  ),
)

const unique = (cards: readonly DocumentCard[]): readonly string[] => [...new Set(cards.map(({ id }) => id))]
