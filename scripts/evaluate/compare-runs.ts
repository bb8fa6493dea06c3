/** Two runs held against each other, question by question: what changed, and whether chance could have done it. */
import { FEWEST_IN_MACRO } from './estimates.ts'
import { isBetterHigh, mean, MEASURES, type Measure } from './measures.ts'
import { SetError } from './read-set.ts'
import { chanceOf, intervalOf, type Interval } from './resample.ts'
import type { SavedQuestion, SavedRun } from './saved-runs.ts'

export interface Difference {
  readonly before: number
  readonly after: number
  /** after − before, with its 95 % interval. */
  readonly difference: number
  readonly interval: Interval
  /** How often chance alone brings about as much: small means that the runs do differ. */
  readonly p: number
  /** Questions that both runs measured; of a macro: sets. */
  readonly over: number
}

export type Differences = Readonly<Partial<Record<Measure, Difference>>>

export interface Change {
  readonly set: string
  readonly typing: string
  readonly before: SavedQuestion
  readonly after: SavedQuestion
  readonly measures: readonly { readonly measure: Measure; readonly before: number; readonly after: number }[]
}

export interface RunComparison {
  readonly sets: readonly {
    readonly set: string
    readonly typing: string
    readonly questions: number
    readonly differences: Differences
  }[]
  /** One for each way of typing. */
  readonly macro: readonly { readonly typing: string; readonly differences: Differences }[]
  readonly lost: readonly Change[]
  readonly won: readonly Change[]
  /** What could not be compared, in Vietnamese. */
  readonly notes: readonly string[]
}

interface PairedSet {
  readonly set: string
  readonly typing: string
  readonly pairs: readonly { readonly before: SavedQuestion; readonly after: SavedQuestion }[]
}

export const compareRuns = (before: readonly SavedRun[], after: readonly SavedRun[]): RunComparison => {
  const { paired, notes } = pairUp(before, after)
  if (paired.length === 0) throw new SetError(`Hai tệp không có câu hỏi nào chung. ${notes.join(' ')}`.trim())
  const typings = [...new Set(paired.map(({ typing }) => typing))]
  const several = typings.map((typing) => paired.filter((set) => set.typing === typing))
  return {
    sets: paired.map((set) => ({
      set: set.set,
      typing: set.typing,
      questions: set.pairs.length,
      differences: differencesOf([set], 1),
    })),
    macro: several.flatMap((sets, i) =>
      sets.length > 1 ? [{ typing: typings[i]!, differences: differencesOf(sets, FEWEST_IN_MACRO) }] : [],
    ),
    lost: paired.flatMap((set) => changesOf(set, -1)),
    won: paired.flatMap((set) => changesOf(set, 1)),
    notes,
  }
}

const pairUp = (before: readonly SavedRun[], after: readonly SavedRun[]): { paired: PairedSet[]; notes: string[] } => {
  const notes: string[] = []
  const nameOf = ({ set, typing }: SavedRun): string => `${set} (${typing})`
  const isSame = (one: SavedRun) => (other: SavedRun) => one.set === other.set && one.typing === other.typing
  for (const run of after.filter((one) => !before.some(isSame(one)))) notes.push(`Chỉ tệp sau có ${nameOf(run)}.`)
  const paired = before.flatMap((run): PairedSet[] => {
    const other = after.find(isSame(run))
    if (!other) {
      notes.push(`Chỉ tệp trước có ${nameOf(run)}.`)
      return []
    }
    const known = new Map(other.questions.map((question) => [question.id, question]))
    const pairs = run.questions.flatMap((question) => {
      const twin = known.get(question.id)
      return twin && isSameQuestion(question, twin) ? [{ before: question, after: twin }] : []
    })
    const apart = run.questions.length + other.questions.length - 2 * pairs.length
    if (apart > 0)
      notes.push(
        `${nameOf(run)}: ${apart} câu chỉ có ở một bên hoặc đã khác đi, không so; so ${pairs.length} câu chung.`,
      )
    return pairs.length > 0 ? [{ set: run.set, typing: run.typing, pairs }] : []
  })
  return { paired, notes }
}

const isSameQuestion = (one: SavedQuestion, other: SavedQuestion): boolean =>
  one.question === other.question && one.relevant.join('\n') === other.relevant.join('\n')

const differencesOf = (sets: readonly PairedSet[], fewest: number): Differences =>
  Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const groups = sets
        .map(({ pairs }) =>
          pairs.flatMap(({ before, after }) => {
            const [from, to] = [before.values[measure], after.values[measure]]
            return from === undefined || to === undefined ? [] : [{ from, to }]
          }),
        )
        .filter((group) => group.length >= fewest)
      if (groups.length === 0) return []
      const changes = groups.map((group) => group.map(({ from, to }) => to - from))
      const average = (of: (pair: { from: number; to: number }) => number): number =>
        mean(groups.map((group) => mean(group.map(of))!))!
      const isUnchanged = changes.every((group) => group.every((change) => change === 0))
      const difference: Difference = {
        before: average(({ from }) => from),
        after: average(({ to }) => to),
        difference: average(({ from, to }) => to - from),
        interval: isUnchanged ? [0, 0] : intervalOf(changes)!,
        p: chanceOf(changes),
        over: groups.length === 1 ? groups[0]!.length : groups.length,
      }
      return [[measure, difference]]
    }),
  )

/** Where a question is right or wrong; the finer measures move without either. */
const TELLING = ['recall@1', 'answerHit', 'refusedRight', 'refusedWrong'] as const

/** Questions at which a telling measure got better (1) or worse (-1). */
const changesOf = ({ set, typing, pairs }: PairedSet, way: 1 | -1): readonly Change[] =>
  pairs.flatMap(({ before, after }) => {
    const measures = TELLING.flatMap((measure) => {
      const [from, to] = [before.values[measure], after.values[measure]]
      if (from === undefined || to === undefined || from === to) return []
      const isBetter = to > from === isBetterHigh(measure)
      return isBetter === (way === 1) ? [{ measure, before: from, after: to }] : []
    })
    return measures.length > 0 ? [{ set, typing, before, after, measures }] : []
  })
