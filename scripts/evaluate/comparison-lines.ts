/** The comparison of two runs in the terminal and as JSON. */
import { wrap } from '../../src/terminal/wrap.ts'
import type { Change, Difference, Differences, RunComparison } from './compare-runs.ts'
import { isShare, MEASURES, rounded, type Measure } from './measures.ts'
import { AS_TYPED, comparisonMessages as messages, measureNames, messages as common } from './messages.ts'
import { aligned, decimal, shown, type Cells } from './table.ts'

const LISTED = 12

export const comparisonAsLines = (comparison: RunComparison, width: number): string => {
  const tables = MEASURES.flatMap((measure) => tableOf(measure, comparison))
  const same = MEASURES.filter(
    (measure) => rowsOf(measure, comparison).some(Boolean) && !isChanged(measure, comparison),
  )
  const parts = [
    ...tables,
    same.length > 0 ? `${wrap(messages.same(same.map((measure) => measureNames[measure])), width)}\n` : '',
    listed(messages.lost(comparison.lost.length), comparison.lost, width),
    listed(messages.won(comparison.won.length), comparison.won, width),
    ...comparison.notes.map((note) => `${wrap(note, width)}\n`),
    `${wrap(messages.legend, width)}\n`,
  ]
  return parts.filter(Boolean).join('\n')
}

const rowsOf = (measure: Measure, { sets, macro }: RunComparison): readonly (Difference | undefined)[] =>
  [...sets, ...macro].map(({ differences }) => differences[measure])

const isChanged = (measure: Measure, comparison: RunComparison): boolean =>
  rowsOf(measure, comparison).some((row) => row && row.before !== row.after)

const tableOf = (measure: Measure, comparison: RunComparison): readonly string[] => {
  if (!isChanged(measure, comparison)) return []
  const rows = [
    ...comparison.sets.flatMap(({ set, typing, differences }) => lineOf(setLabel(set, typing), measure, differences)),
    ...comparison.macro.flatMap(({ typing, differences }) =>
      lineOf(setLabel(common.macroLabel, typing), measure, differences),
    ),
  ]
  const head = ['', messages.before, messages.after, messages.difference, common.interval, 'p', common.questions]
  return [`${measureNames[measure]}\n${aligned([head, ...rows], 22)}`]
}

export const setLabel = (set: string, typing: string): string => (typing === AS_TYPED ? set : `${set}·${typing}`)

const lineOf = (label: string, measure: Measure, differences: Differences): readonly Cells[] => {
  const row = differences[measure]
  return row ? [[label, ...differenceCells(measure, row)]] : []
}

/** before, after, difference, interval, p, questions. */
export const differenceCells = (measure: Measure, row: Difference): Cells => [
  shown(measure, row.before),
  shown(measure, row.after),
  signed(measure, row.difference),
  `${signed(measure, row.interval[0])} – ${signed(measure, row.interval[1])}`,
  row.p < 0.001 ? '< 0,001' : decimal(row.p, 3),
  String(row.over),
]

const signed = (measure: Measure, value: number): string => {
  const text = shown(measure, value)
  return /[1-9]/.test(text) ? (value > 0 ? `+${text}` : text.replace('-', '−')) : text.replace('-', '')
}

const listed = (heading: string, changes: readonly Change[], width: number): string => {
  if (changes.length === 0) return ''
  const lines = changes.slice(0, LISTED).map((change) => {
    const what = change.measures.map(({ measure, before, after }) =>
      messages.change(measureNames[measure], before, after),
    )
    const text = `${setLabel(change.set, change.typing)} ${change.before.id}: ${change.before.question} (${what.join('; ')})`
    return wrap(text.replace(/\s+/g, ' '), width, '    ', '  ')
  })
  const more = changes.length > LISTED ? [`  ${messages.more(changes.length - LISTED)}`] : []
  return `${[heading, ...lines, ...more].join('\n')}\n`
}

export const comparisonAsJson = ({ sets, macro, lost, won, notes }: RunComparison): object => ({
  sets: sets.map(({ differences, ...set }) => ({ ...set, ...differencesAsJson(differences) })),
  macro: macro.map(({ typing, differences }) => ({ typing, ...differencesAsJson(differences) })),
  lost: lost.map(changeAsJson),
  won: won.map(changeAsJson),
  notes,
})

const differencesAsJson = (differences: Differences): object =>
  Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const row = differences[measure]
      const digits = isShare(measure) ? 4 : 1
      return row
        ? [
            [
              measure,
              {
                before: rounded(row.before, digits),
                after: rounded(row.after, digits),
                difference: rounded(row.difference, digits),
                interval: row.interval.map((end) => rounded(end, digits)),
                p: rounded(row.p, 5),
                over: row.over,
              },
            ],
          ]
        : []
    }),
  )

const changeAsJson = ({ set, typing, before, measures }: Change): object => ({
  set,
  typing,
  id: before.id,
  question: before.question,
  measures: Object.fromEntries(measures.map(({ measure, before, after }) => [measure, [before, after]])),
})
