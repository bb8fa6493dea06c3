/** Answers from the very part of a document that a question names: "khoản 2 Điều 5 Điều lệ Đảng nói gì?" */
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { syllables } from '../../text/terms.ts'
import type { DocumentCard } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { placeAlone, placeName } from '../decide/ask-back.ts'
import { findClauses, headOf, locatorsIn, withoutLocators } from '../quotes/clause.ts'
import { composeExtract } from '../quotes/compose-extract.ts'
import { nameOf } from '../document-names.ts'
import { askBack, refuseWithLibrary } from '../refusal.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'

const LONGEST_PLACE = 900
const ASKED_OF_PLACE =
  'muon noi quy dinh neu ghi viet gom ve gi nao dung la the sao cua trong tai theo so nhu va'.split(' ')

/** `undefined` when no part is named, or the question asks something particular of it: then its passages compete as usual. */
export const atPlace = ({ standalone, library, named, retrieval, near }: Situation): Outcome | undefined => {
  const locators = locatorsIn(standalone.text)
  if (locators.length === 0) return undefined
  const alone = placeAlone(standalone.text, library, standalone.documentId)
  if (alone.kind === 'ask') return refusing(alone.refused)
  const card =
    alone.kind === 'one'
      ? alone.card
      : documentWholly(standalone.text, [...named.cards, ...retrieval.documents.map((one) => one.card)])
  const places = card ? findClauses(library, card, locators) : []
  const place = places[0]
  if (!place) {
    if (!card || !named.cards.includes(card)) return undefined
    const sentence = answerMessages.locatorNotIn(placeName(locators), nameOf(card.meta))
    return refusing(refuseWithLibrary('not_found', sentence, library, near))
  }
  // "khoản 2" of a document of many articles
  if (places.length > 1 && isLow(locators)) {
    const sentence = answerMessages.locatorTwice(placeName(locators), nameOf(card!.meta))
    return refusing(askBack(sentence, [card!]))
  }
  const draft = composeExtract(library, [headOf(library, place, LONGEST_PLACE)], null)
  return draft.citations.length > 0 ? drafted(draft) : undefined
}

const isLow = (locators: readonly string[]): boolean => locators.every((locator) => /^(?:khoan|diem) /u.test(locator))

/** The document whose name is all that the question says besides the place and asking words. */
const documentWholly = (question: string, cards: readonly DocumentCard[]): DocumentCard | undefined => {
  const said = syllables(withoutLocators(question)).filter(
    ({ folded, accented }) => !ASKED_OF_PLACE.includes(folded) && !isFunctionWord(folded, accented),
  )
  if (said.length === 0) return undefined
  return cards.slice(0, 3).find(({ meta }) => {
    const name = new Set(
      syllables(`${meta.title} ${meta.number ?? ''} ${meta.issuer ?? ''} ${KIND_WORDS}`).map(({ folded }) => folded),
    )
    return said.every(({ folded }) => name.has(folded))
  })
}
const KIND_WORDS = 'nghị quyết quy định quyết định chỉ thị kết luận hướng dẫn kế hoạch điều lệ văn bản số ngày năm đảng'
