/** Proper names: those that a question is about, and those of people in a text. */
import { syllables } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import type { ScoredPassage } from '../../search/retrieval.ts'
import type { Library } from '../../search/search-index.ts'
import type { Question } from './question.ts'
import type { Tokenize } from './tokenize.ts'

// capitals joined by single blanks: a comma or a stop ends a name
const RUN = /(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)+(?![\p{L}\p{M}])/gu
// bodies, offices and places begin so, people do not
const NO_PERSON = new Set(
  'ban bo bi bao cac can cap chi chu chinh co cong cuc dai dang doan doi hoi hoc hop huyen khoi khu lien mat nha nghi ngan nhan phong phuong pho quan quoc so tinh to tong trung truong uy van vien viet vu xa thanh thuong thu ha vien dieu khoan luat hien quy ket huong ke quyet'.split(
    ' ',
  ),
)

/** Names of people in `text` (two to five syllables, lower case, no marks) that are not words of the question (`asked`, folded). */
export const peopleIn = (text: string, asked: ReadonlySet<string>): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [run] of text.matchAll(RUN)) {
    const all = syllables(run).map(({ folded }) => folded)
    // "Chủ tịch Hội phụ nữ phường Hương Sen Đỗ Thị Lụa": the words asked with end where the name begins
    const from = all.findIndex((word) => !asked.has(word))
    const said = from > 0 && all.length - from >= 2 ? all.slice(from) : all
    if (said.length > 5 || NO_PERSON.has(said[0]!) || said.every((word) => asked.has(word))) continue
    found.add(said.join(' '))
  }
  return found
}

/** The proper names of a question, folded, each with the readings that count as the same; none where no capitals were typed. */
const namesAsked = (question: string): readonly (readonly string[])[] => {
  // all in capitals, or every word begun with one: they tell nothing
  const words = syllables(question)
  const capital = words.filter(({ start }) => /\p{Lu}/u.test(question[start]!)).length
  if (capital > 0.7 * words.length) return []
  return [...question.matchAll(RUN)].flatMap((match) => {
    const all = syllables(match[0])
    const from = all.findIndex(({ folded, accented }) => !isFunctionWord(folded, accented))
    const said = all.slice(Math.max(0, from)).map(({ folded }) => folded)
    if (from < 0 || said.length < 2) return []
    // the first word of a sentence has its capital anyway
    const opens = match.index === 0 && from === 0 && said.length > 2
    return [opens ? [said.join(' '), said.slice(1).join(' ')] : [said.join(' ')]]
  })
}

const UNIT_BEFORE = /(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) $/iu

/** Localities that a question names with their unit: "tỉnh Đồng Nai". */
const localitiesAsked = (question: string): readonly string[] =>
  [...question.matchAll(RUN)].flatMap((match) => {
    const said = syllables(match[0]).map(({ folded }) => folded)
    const inside = /^(?:Tỉnh|Huyện|Quận|Xã|Phường|TP) /u.test(match[0]) && said.length > 2
    if (inside) return [said.slice(1).join(' ')]
    return UNIT_BEFORE.test(question.slice(0, match.index)) ? [said.join(' ')] : []
  })

/** Whether a question is about a place that nothing found speaks of, nor the documents in which it was found. */
export const isOfAnotherPlace = (
  question: Question,
  found: readonly ScoredPassage[],
  library: Library,
  tokenize: Tokenize,
): boolean => {
  const places = localitiesAsked(question.text)
  if (places.length === 0) return false
  const texts = textsOf(found, library)
  return places.some((name) => !texts.some((text) => standsIn([name], text, tokenize)))
}

const textsOf = (found: readonly ScoredPassage[], library: Library): readonly string[] =>
  [...new Set(found.map(({ card }) => card))].map(
    ({ id, meta }) => `${meta.title} ${meta.issuer ?? ''} ${library.content(id)?.text ?? ''}`,
  )

/**
 * Whether "ai …?" about a name that stands nowhere in what was found would be answered with quotes that name nobody. Either sign
 * alone refuses answers that are right: of the web questions .008 more, of xquad_vi and mlqa_vi_dev up to .004.
 */
export const isOfSomebodyElse = (
  question: Question,
  quoted: readonly string[],
  found: readonly ScoredPassage[],
  library: Library,
  tokenize: Tokenize,
): boolean => {
  if (question.type !== 'who') return false
  if (quoted.some((quote) => peopleIn(quote, question.asked).size > 0)) return false
  const texts = textsOf(found, library)
  return namesAsked(question.text).some((name) => !texts.some((text) => standsIn(name, text, tokenize)))
}

/** Whether a name stands in a text, syllable by syllable, without regard to marks. */
const standsIn = (name: readonly string[], text: string, tokenize: Tokenize): boolean => {
  const said = ` ${tokenize(text)
    .map(({ folded }) => folded)
    .join(' ')} `
  return name.some((reading) => said.includes(` ${reading} `))
}
