/** Of several documents with the number that a question names, those that it can mean by what else it says. */
import { lookUp, type LookedUp } from '../../search/look-up.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { syllables, wordsOf } from '../../text/terms.ts'
import { hasMarks } from '../../text/vietnamese.ts'
import { isOver } from '../../documents/document.ts'
import { oneOfEach } from './one-number.ts'
import { validityAsked } from './validity-question.ts'

/** How much more of what is asked must stand in one document than in another, for it alone to be meant. */
const CLEARLY = 0.34

/** The documents that a question names by number, as far as it tells them apart. */
export const namedIn = (question: string, library: Library): LookedUp =>
  meantOfNumber(lookUp(question, library), question, library)

/** Topic words decide, and a paper that no longer holds gives way where its content is asked for. */
const meantOfNumber = (named: LookedUp, question: string, library: Library): LookedUp => {
  const mentions = mentionsIn(question).filter(({ number }) => number !== null)
  if (mentions.length !== 1 || oneOfEach(named.cards).length < 2) return named
  const { start, end } = mentions[0]!
  const asked = contentWords(`${question.slice(0, start)} ${question.slice(end)}`)
  if (asked.length === 0 || validityAsked(question)) return named
  const shares = named.cards.map((card) => shareIn(card, asked, library))
  const best = Math.max(...shares)
  const speaking = named.cards.filter((_, i) => shares[i]! > best - CLEARLY)
  const holding = speaking.filter((card) => !isOver(card))
  return { ...named, cards: holding.length > 0 ? holding : speaking }
}

/** What a question says beside the number and words that may be asked of any document. */
const contentWords = (rest: string): readonly string[] => {
  const marked = hasMarks(rest)
  return syllables(rest)
    .filter(({ folded, accented }) => !ABOUT_ANY.has(folded) && !isFunctionWord(folded, marked ? accented : null))
    .map(({ folded }) => folded)
}
const ABOUT_ANY = new Set(
  'noi dung quy qui dinh neu ve gi nghi quyet so van ban chinh tom tat co the nao la ban ngay nam cua do hoi xem cho toi muon giup nhung cac mot ve thi con nua'.split(
    ' ',
  ),
)

const shareIn = ({ id, meta }: DocumentCard, asked: readonly string[], library: Library): number => {
  const held = new Set(wordsOf(`${meta.title} ${library.content(id)?.text ?? ''}`).map(({ folded }) => folded))
  return asked.filter((word) => held.has(word)).length / asked.length
}
