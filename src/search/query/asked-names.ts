/** The names that a question says, by their capitals: "Ban Thường vụ Tỉnh ủy", "Nguyễn Du". What answers it has them whole. */
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

/** None where everything is in capitals, or nothing is. An abbreviation and what it may stand for are left to the ranking by words. */
export const askedNames = ({ text, syllables }: Query): readonly AskedName[] => {
  if (text === text.toUpperCase()) return []
  const names: number[][] = []
  let open: number[] = []
  const close = (): void => {
    if (open[0] === 0 && BEGINS.has(syllables[0]!.folded)) open.shift()
    if (open.length >= 2 || open[0]! > 0) names.push(open)
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
