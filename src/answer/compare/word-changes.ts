/** Two texts word by word: what stays, what goes, what is new. The `diff` package finds the shortest way; here it is made readable. */
import { diffArrays } from 'diff'
import type { Printed, Run } from './comparison.ts'
import { withoutEnd, type Token } from './tokens.ts'

export interface Tokens {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Where the text begins in its document. */
  readonly from: number
}

/** Edits that all diffs of one comparison may take together, so that no pair of documents holds up the program. */
export interface Effort {
  left: number
}

/** A diff costs the square of its edits: 600 of them take about 10 ms. */
const MOST_EDITS = 600
/** So few common words that a sentence is better read whole, struck out, with the new one behind it. */
const isFragments = (common: number, olds: number, news: number): boolean =>
  common < 0.3 * Math.min(olds, news) || (common < 0.5 * Math.min(olds, news) && common < 0.3 * Math.max(olds, news))

/** Empty where only spelling, spacing, quotation marks, bullets or the stop at the end differ. */
export const wordChanges = (older: Tokens, newer: Tokens, effort: Effort): readonly Run[] => {
  const olds = withoutEnd(older.tokens)
  const news = withoutEnd(newer.tokens)
  if (olds.length === news.length && olds.every(({ key }, i) => key === news[i]!.key)) return []
  const steps = stepsOf(keysOf(olds), keysOf(news), effort)
  const common = steps?.reduce((sum, step) => sum + (step.kind === 'same' ? step.count : 0), 0) ?? 0
  const whole =
    !steps || isFragments(common, olds.length, news.length)
      ? [
          { kind: 'gone' as const, count: olds.length },
          { kind: 'new' as const, count: news.length },
        ]
      : withoutIslands(steps)
  return runsOf(whole, { ...older, tokens: olds }, { ...newer, tokens: news })
}

interface Step {
  readonly kind: Run['kind']
  readonly count: number
}

const keysOf = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key)

const stepsOf = (olds: string[], news: string[], effort: Effort): readonly Step[] | null => {
  const maxEditLength = Math.min(MOST_EDITS, Math.floor(Math.sqrt(effort.left)))
  if (maxEditLength < 1) return null
  const found = diffArrays(olds, news, { maxEditLength })
  const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
  effort.left -= (edits ?? maxEditLength) ** 2
  return found?.map(({ added, removed, count }) => ({ kind: removed ? 'gone' : added ? 'new' : 'same', count })) ?? null
}

/** Changed words on either side of a single one that stays, from which on it is read as changed with them. */
const SURF = 3

/** A single word that stays between words that all change tells nothing: it goes and comes with them. */
const withoutIslands = (steps: readonly Step[]): readonly Step[] => {
  const kept = steps.map((step, i) => {
    const inside = i > 0 && i < steps.length - 1
    const isIsland = step.kind === 'same' && step.count === 1 && inside
    return isIsland && Math.min(words(changedBefore(steps, i)), words(changedBehind(steps, i))) >= SURF
      ? ('island' as const)
      : step
  })
  const merged: Step[] = []
  let gone = 0
  let added = 0
  const close = (): void => {
    if (gone > 0) merged.push({ kind: 'gone', count: gone })
    if (added > 0) merged.push({ kind: 'new', count: added })
    gone = added = 0
  }
  for (const step of kept) {
    if (step === 'island') {
      gone++
      added++
    } else if (step.kind === 'gone') gone += step.count
    else if (step.kind === 'new') added += step.count
    else {
      close()
      merged.push(step)
    }
  }
  close()
  return merged
}

const words = (steps: readonly Step[]): number => steps.reduce((sum, { count }) => sum + count, 0)

const changedBefore = (steps: readonly Step[], at: number): readonly Step[] => {
  let from = at
  while (from > 0 && steps[from - 1]!.kind !== 'same') from--
  return steps.slice(from, at)
}
const changedBehind = (steps: readonly Step[], at: number): readonly Step[] => {
  let to = at + 1
  while (to < steps.length && steps[to]!.kind !== 'same') to++
  return steps.slice(at + 1, to)
}

const runsOf = (steps: readonly Step[], older: Tokens, newer: Tokens): readonly Run[] => {
  let o = 0
  let n = 0
  return steps.flatMap(({ kind, count }): readonly Run[] => {
    if (count === 0) return []
    const [fromOld, fromNew] = [o, n]
    if (kind !== 'new') o += count
    if (kind !== 'gone') n += count
    if (kind === 'gone') return [{ kind, old: printed(older, fromOld, count), new: null }]
    if (kind === 'new') return [{ kind, old: null, new: printed(newer, fromNew, count) }]
    return [{ kind, old: printed(older, fromOld, count), new: printed(newer, fromNew, count) }]
  })
}

/** Quotation marks and the stop at the end are no words, and are shown all the same. */
const printed = ({ text, tokens, from }: Tokens, at: number, count: number): Printed => {
  const [first, last] = [tokens[at]!, tokens[at + count - 1]!]
  const begin = at === 0 ? 0 : tokens[at - 1]!.end
  const end = at + count === tokens.length ? text.length : last.end
  const shown = text.slice(begin, end).replace(/\s+/g, ' ')
  return { text: shown.trim(), spaced: shown.startsWith(' '), start: from + first.start, end: from + last.end }
}
