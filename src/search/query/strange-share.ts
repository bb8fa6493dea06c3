/** How much of a question stands in the library only apart: words that are all there, but never beside each other, are other words. */
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { ASKING_WEIGHT } from '../../text/typing/question-words.ts'
import { isFoldedSyllable } from '../../text/typing/rhymes.ts'
import { accentedId, foldedId, pairTerm, type LexicalIndex } from '../lexical/lexical-index.ts'
import { ABSENT, pairValue } from '../lexical/pair-table.ts'
import type { QuerySyllable } from '../retrieval.ts'
import type { Understood } from './understand-query.ts'

/** What is held only if a slip is mended: a foreign word can nearly always be mended into one that is here. */
const MENDED = 0.5

/**
 * The share (by idf, 0…1) of the question's content syllables that stand nowhere in the library beside a neighbour that they have
 * in the question; those without a content neighbour do not count, nor do numbers, which stand beside anything. Where the asker typed marks they must be the same.
 */
export const strangeShare = ({ query, next }: Understood, index: LexicalIndex): number => {
  const { syllables, marked } = query
  const content = syllables.map(
    ({ weight, folded, accented }, i) =>
      weight > ASKING_WEIGHT &&
      !/^[\d.,]+$/.test(folded) &&
      !isFunctionWord(folded, marked ? accented : null) &&
      !tellsTime(syllables, i),
  )
  const hasNeighbour = new Uint8Array(syllables.length)
  const held = new Float32Array(syllables.length)
  // a comma or a stroke between two words makes them no neighbours; readings of an abbreviation share its place
  const isApart = (i: number, j: number): boolean => /\S/.test(query.text.slice(syllables[i]!.end, syllables[j]!.start))
  next.forEach((after, i) => {
    for (const j of after) {
      if (isApart(i, j)) continue
      if (content[i] && content[j] && isForeign(syllables[i]!) === isForeign(syllables[j]!))
        hasNeighbour[i] = hasNeighbour[j] = 1
      const together = heldTogether(syllables[i]!, syllables[j]!, marked, index)
      held[i] = Math.max(held[i]!, together)
      held[j] = Math.max(held[j]!, together)
    }
  })
  let total = 0
  let strange = 0
  syllables.forEach(({ idf, weight }, i) => {
    if (!content[i] || !hasNeighbour[i]) return
    const mass = idf * Math.min(1, weight)
    total += mass
    strange += mass * (1 - held[i]!)
  })
  return total > 0 ? strange / total : 0
}

/** Letters that are no Vietnamese syllable, nor a slip of one. */
const isForeign = ({ folded, forms }: QuerySyllable): boolean =>
  forms.length === 1 && /^\p{L}+$/u.test(folded) && !isFoldedSyllable(folded)

/** "hiện nay", "bây giờ", "trước đây": when it is asked for, not what. */
const tellsTime = (syllables: readonly QuerySyllable[], i: number): boolean => {
  const [before, own, after] = [i - 1, i, i + 1].map((at) => syllables[at]?.folded ?? '')
  return TIMES.has(`${before} ${own}`) || TIMES.has(`${own} ${after}`)
}
const TIMES = new Set([
  'hien nay',
  'hien tai',
  'bay gio',
  'luc nay',
  'truoc day',
  'truoc kia',
  'luc truoc',
  'hoi truoc',
])

const heldTogether = (left: QuerySyllable, right: QuerySyllable, marked: boolean, index: LexicalIndex): number => {
  const isSpelled = marked && hasMark(left) && hasMark(right)
  if (isSpelled ? isAccentedPair(left, right, index) : isPair(left.folded, right.folded, index)) return 1
  // what was typed stands among the forms too: with other marks it is a slip like any other
  const slips = left.forms.length + right.forms.length > 2
  const mended = slips && left.forms.some((one) => right.forms.some((other) => isPair(one.folded, other.folded, index)))
  return mended ? MENDED : 0
}

/** Half-typed marks are usual: a syllable without any may be one that has some. */
const hasMark = ({ accented, folded }: QuerySyllable): boolean => accented !== null && accented !== folded

const isAccentedPair = (left: QuerySyllable, right: QuerySyllable, index: LexicalIndex): boolean => {
  const [one, other] = [accentedId(index, left.accented!), accentedId(index, right.accented!)]
  return one >= 0 && other >= 0 && pairValue(index.accentedPairs, one, other) > 0
}

const isPair = (left: string, right: string, index: LexicalIndex): boolean =>
  pairTerm(index, foldedId(index, left), foldedId(index, right)) !== ABSENT
