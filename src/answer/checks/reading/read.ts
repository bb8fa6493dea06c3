/** A text as the checks read it: its words in order, each a content word, a quantity, a mark or a function word. */
import { syllables } from '../../../text/terms.ts'
import { isFunctionWord } from '../../../text/typing/function-words.ts'
import { clean, key } from '../../../text/vietnamese.ts'
import { lexemeAt } from './marks.ts'
import type { Mark } from './marks.ts'
import { quantitiesIn } from './quantities.ts'
import type { Quantity } from './quantity.ts'
import { rewordedAt } from './same-words.ts'

export interface Item {
  readonly start: number
  readonly end: number
  readonly kind: 'content' | 'quantity' | 'mark' | 'function'
  /** The key of a word (vietnamese.ts), of its first equal in same-words.ts; `#90` for a quantity; the group of a mark. */
  readonly key: string
  readonly mark: Mark | null
  readonly quantity: Quantity | null
  /** Proves nothing by being absent from the source. */
  readonly isLight: boolean
  /** Stands above the cited unit, not in it. */
  readonly isAbove: boolean
  /** Numbers of the clause and the sentence it stands in: commas, brackets and conjunctions end a clause, stops, semicolons and colons both. */
  readonly clause: number
  readonly sentence: number
}

export interface Reading {
  readonly text: string
  readonly items: readonly Item[]
  readonly quantities: readonly Quantity[]
  /** Keys of all syllables, as they stand. */
  readonly words: readonly string[]
}

/** Words that say what the sentence is about: all but marks and function words. */
export const isWord = ({ kind }: Item): boolean => kind === 'content' || kind === 'quantity'

const CLAUSE_END = /[,;:.!?()[\]–—|]/u
const SENTENCE_END = /[;:.!?|]/u
// another clause begins here, though nothing parts it off
const CONJUNCTIONS = new Set('và hoặc hay nếu khi thì mà nhưng để vì do bởi còn rồi nhằm'.split(' ').map(key))
const LONG_CONJUNCTIONS = new Set(
  ['trường hợp', 'đối với', 'căn cứ', 'đồng thời', 'sau khi', 'trước khi', 'kể từ', 'trong thời'].map(key),
)

/** `given` in any normal form; offsets are in `Reading.text`. */
export const read = (given: string): Reading => {
  const text = clean(given)
  const all = syllables(text)
  const words = all.map(({ accented }) => accented)
  const quantities = quantitiesIn(text)
  const items: Item[] = []
  let clause = 0
  let sentence = 0
  let q = 0
  const push = (from: number, to: number, item: Pick<Item, 'kind' | 'key'> & Partial<Item>): void => {
    const [start, end] = [all[from]!.start, all[to - 1]!.end]
    items.push({ start, end, mark: null, quantity: null, isLight: false, isAbove: false, clause, sentence, ...item })
  }
  for (let i = 0; i < all.length;) {
    const { start } = all[i]!
    while (q < quantities.length && quantities[q]!.end <= start) q++
    const quantity = quantities[q]
    const gap = i > 0 ? text.slice(all[i - 1]!.end, start) : ''
    if (CLAUSE_END.test(gap)) clause++
    if (SENTENCE_END.test(gap)) sentence++
    if (CONJUNCTIONS.has(words[i]!) || LONG_CONJUNCTIONS.has(`${words[i]} ${words[i + 1]}`)) clause++
    if (quantity && quantity.start <= start) {
      let to = i + 1
      while (to < all.length && all[to]!.start < quantity.end) to++
      push(i, to, { kind: 'quantity', key: `#${quantity.value}`, quantity, isLight: quantity.isArticle })
      i = to
      continue
    }
    const isNext = (last: number): boolean =>
      quantity !== undefined && /^\s*$/.test(text.slice(all[last]!.end, quantity.start))
    const isBound = /^(?:trên|dưới)$/.test(words[i]!) && isNext(i)
    let lexeme = isBound
      ? ({ syllables: 1, mark: words[i] === 'trên' ? 'over' : 'under', isEmpty: false } as const)
      : lexemeAt(words, i)
    // "… hay không." asks; "hay không được …" denies
    if (lexeme?.isEmpty && words[i] === 'hay' && /^\s*[\p{L}\d]/u.test(text.slice(all[i + 1]!.end))) lexeme = null
    // "chưa đủ 18 tuổi" sets a bound, "chưa đủ điều kiện" denies
    if (lexeme?.mark === 'under' && words[i] === 'chưa' && !isNext(i + lexeme.syllables - 1))
      lexeme = lexemeAt(['chưa'], 0)
    // "gồm các bước sau:" points ahead
    const isPointing = lexeme?.mark === 'after' && text.startsWith(':', all[i]!.end)
    if (lexeme?.mark && !isPointing) {
      const { mark } = lexeme
      // duties and rights are things too
      const isNoun = mark === 'duty' || (mark === 'right' && words[i] !== 'được')
      const phrase = words.slice(i, i + lexeme.syllables).join(' ')
      push(i, i + lexeme.syllables, { kind: isNoun ? 'content' : 'mark', key: isNoun ? phrase : mark, mark })
      i += lexeme.syllables
      continue
    }
    const reworded = lexeme ? null : rewordedAt(words, i)
    const length = lexeme?.syllables ?? reworded?.syllables ?? 1
    const keys = reworded?.keys ?? words.slice(i, i + length)
    for (const word of keys) {
      const { folded, accented } = all[i]!
      const isFunction = lexeme ? lexeme.isEmpty : length === 1 && isFunctionWord(folded, accented)
      push(i, i + length, { kind: isFunction ? 'function' : 'content', key: word, isLight: reworded?.isLight ?? false })
    }
    i += length
  }
  return { text, items, quantities, words }
}
