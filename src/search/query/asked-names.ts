/** The names that a question says, by their capitals: "Ban Thường vụ Tỉnh ủy", "Nguyễn Du". What answers it has them whole. */
import { isFoldedSyllable } from '../../text/typing/rhymes.ts'
import type { Query } from '../retrieval.ts'

export interface AskedName {
  /** Numbers of its syllables in the query, in order. */
  readonly syllables: readonly number[]
}

/** Capitalised at the start of a question like any other word. */
const BEGINS = new Set([
  'ai',
  'theo',
  'trong',
  'tai',
  'o',
  'khi',
  'neu',
  'ten',
  'cac',
  'nhung',
  'co',
  'hay',
  'cho',
  'vi',
])

/**
 * One syllable alone is a name only if it is no Vietnamese one: the capital of "Tòa án", "Hội đồng" says nothing (alqac2024 R@1 +.006,
 * half A .000). None where everything is in capitals, or nothing is. An abbreviation and what it may stand for are left to the ranking by words.
 */
export const askedNames = ({ text, syllables }: Query): readonly AskedName[] => {
  if (text === text.toUpperCase()) return []
  const names: number[][] = []
  let open: number[] = []
  const close = (): void => {
    if (open[0] === 0 && BEGINS.has(syllables[0]!.folded)) open.shift()
    if (open.length >= 2 || (open[0]! > 0 && !isFoldedSyllable(syllables[open[0]!]!.folded))) names.push(open)
    open = []
  }
  for (const [n, { start, end }] of syllables.entries()) {
    const before = syllables[n - 1]
    const isReading = before?.start === start || syllables[n + 1]?.start === start
    const first = text.slice(start, end)[0]!
    const isCapital = !isReading && first !== first.toLowerCase()
    if (!isCapital || (before && text.slice(before.end, start) !== ' ')) close()
    if (isCapital) open.push(n)
  }
  close()
  return names.map((name) => ({ syllables: name }))
}
