/** Answers from the very part of a document that a question names: "khoản 2 Điều 5 Điều lệ Đảng nói gì?" */
import { isFunctionWord } from '../text/function-words.ts'
import { syllables } from '../text/terms.ts'
import type { DocumentCard } from '../search/search-index.ts'
import { placeAlone } from './ask-back.ts'
import { findClause, headOf, locatorsIn, withoutLocators } from './clause.ts'
import { composeExtract } from './compose-extract.ts'
import { drafted, refusing } from './situation.ts'
import type { Outcome, Situation } from './situation.ts'

const LONGEST_PLACE = 900
const ASKED_OF_PLACE = 'noi quy dinh neu ghi viet gom ve gi nao dung la the sao cua trong tai theo so nhu va'.split(' ')

/** `undefined` when no part is named, or the question asks something particular of it: then its passages compete as usual. */
export const atPlace = ({ standalone, library, named, retrieval }: Situation): Outcome | undefined => {
  const locators = locatorsIn(standalone.text)
  if (locators.length === 0) return undefined
  const alone = placeAlone(standalone.text, library, standalone.documentId)
  if (alone.kind === 'ask') return refusing(alone.refused)
  const card =
    alone.kind === 'one'
      ? alone.card
      : documentWholly(standalone.text, [...named.cards, ...retrieval.documents.map((one) => one.card)])
  const place = card && findClause(library, card, locators)
  if (!place) return undefined
  const draft = composeExtract(library, [headOf(library, place, LONGEST_PLACE)], null)
  return draft.citations.length > 0 ? drafted(draft) : undefined
}

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
