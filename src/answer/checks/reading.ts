/** A text as the checks read it: content words, quantities and marks in order, and nothing else. */
import { syllables } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { clean, key } from '../../text/vietnamese.ts'
import { lexemeAt } from './marks.ts'
import type { Mark } from './marks.ts'
import { quantitiesIn } from './quantities.ts'
import type { Quantity } from './quantities.ts'

export interface Item {
  readonly start: number
  readonly end: number
  /** The accented key of a content word; `#90` for a quantity; the group of a mark. */
  readonly key: string
  readonly kind: 'content' | 'quantity' | 'mark'
  readonly mark: Mark | null
  /** Counts punctuation before it: words of one clause share it. Full stops, semicolons and colons also count in `sentence`. */
  readonly clause: number
  readonly sentence: number
}

export interface Reading {
  readonly text: string
  readonly items: readonly Item[]
  readonly quantities: readonly Quantity[]
  /** Keys of all syllables. */
  readonly words: readonly string[]
}

// phrases that say the same, written the same before anything is compared
const SAME: readonly (readonly [RegExp, string])[] = (
  [
    ['bao gồm', 'gồm'],
    ['hàng', 'hằng'],
    ['đồng ý', 'tán thành'],
  ] as const
).map(([from, to]) => [new RegExp(`(?<![\\p{L}\\p{M}])${from}(?![\\p{L}\\p{M}])`, 'gu'), to])
void SAME

const CLAUSE_END = /[,;:.!?()[\]–—|]/u
const SENTENCE_END = /[;:.!?|]/u

/** `text` in any normal form; offsets are in `Reading.text`. */
export const read = (given: string): Reading => {
  const text = clean(given)
  const all = syllables(text)
  const keys = all.map(({ accented }) => accented)
  const quantities = quantitiesIn(text)
  const items: Item[] = []
  let clause = 0
  let sentence = 0
  let q = 0
  for (let i = 0; i < all.length; i++) {
    const word = all[i]!
    const gap = i > 0 ? text.slice(all[i - 1]!.end, word.start) : ''
    while (q < quantities.length && quantities[q]!.end <= word.start) q++
    const quantity = quantities[q]
    const inside = quantity && quantity.start <= word.start && word.start < quantity.end
    if (!inside || quantity.start >= (all[i - 1]?.end ?? 0)) {
      if (CLAUSE_END.test(gap)) clause++
      if (SENTENCE_END.test(gap)) sentence++
    }
    if (inside) {
      const last = items.at(-1)
      if (last?.start !== quantity.start)
        items.push({
          start: quantity.start,
          end: quantity.end,
          key: `#${quantity.value}`,
          kind: 'quantity',
          mark: null,
          clause,
          sentence,
        })
      continue
    }
    const lexeme = lexemeAt(keys, i)
    const before = keys[i]!
    const bound = /^(?:trên|dưới)$/.test(before) && quantity && /^\s*$/.test(text.slice(word.end, quantity.start))
    if (bound || lexeme?.mark) {
      const length = bound ? 1 : lexeme!.syllables
      const mark: Mark = bound ? (before === 'trên' ? 'over' : 'under') : lexeme!.mark!
      items.push({ start: word.start, end: all[i + length - 1]!.end, key: mark, kind: 'mark', mark, clause, sentence })
      i += length - 1
      continue
    }
    const plain = lexeme?.syllables ?? 1
    for (let k = 0; k < plain; k++) {
      const { start, end, accented, folded } = all[i + k]!
      if (!isFunctionWord(folded, accented) && !LIGHT.has(accented))
        items.push({ start, end, key: accented, kind: 'content', mark: null, clause, sentence })
    }
    i += plain - 1
  }
  return { text, items, quantities, words: keys }
}

// hold a sentence together as function words do; a question may be about them
const LIGHT = new Set('việc sự thì đối được bị do đó những các rằng mà là'.split(' ').map(key))
