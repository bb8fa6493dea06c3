/** What a person sees in the terminal. */
import { wrap } from '../../src/terminal/wrap.ts'
import { macroOf, rowOf, rowsByTag, rowsByType, type Row } from './estimates.ts'
import { AS_TYPED, measureNames, messages, typeNames } from './messages.ts'
import { MEASURES } from './measures.ts'
import type { AskedQuestion, SetRun } from './set-run.ts'
import { aligned, decimal, rowsTable, shown } from './table.ts'

/** A tag of fewer questions says nothing; `--json` has them all. */
const FEWEST_OF_TAG = 5
const MOST_TAGS = 12

/** One set: every measure with its interval, then the rows of tags and kinds; of several files of questions, a row each. */
export const setAsLines = (runs: readonly SetRun[], width: number): string => {
  const [run] = runs
  if (!run) return ''
  const row = rowOf(run.set, run.questions)
  const measures = MEASURES.flatMap((measure) => {
    const estimate = row.estimates[measure]
    if (!estimate) return []
    const [low, high] = estimate.interval
    const interval = `${shown(measure, low)} – ${shown(measure, high)}`
    return [[measureNames[measure], shown(measure, estimate.value), interval, String(estimate.over)]]
  })
  const tags = rowsByTag(run)
    .filter(({ questions }) => questions >= FEWEST_OF_TAG)
    .slice(0, MOST_TAGS)
  const parts = [
    `${messages.ofSet(run.set, run.questions.length, run.passages)}\n`,
    aligned([['', messages.value, messages.interval, messages.questions], ...measures], 36),
    `${footOf(run, width)}\n`,
    runs.length > 1
      ? rowsTable(
          messages.byTyping,
          runs.map((one) => rowOf(one.typing, one.questions)),
        )
      : '',
    peersTable(run),
    tags.length > 0 ? rowsTable(messages.byTag, tags) : '',
    rowsTable(messages.byType, named(rowsByType(run))),
    `${wrap(messages.legend, width)}\n`,
  ]
  return parts.filter(Boolean).join('\n')
}

const footOf = ({ retrieveMs, ingestSeconds, quotes, model }: SetRun, width: number): string =>
  wrap(
    [
      messages.times(decimal(retrieveMs.p50, 2), decimal(retrieveMs.p95, 2), decimal(ingestSeconds, 1)),
      ...(quotes ? [messages.quotes(quotes.quotes, quotes.verbatim)] : []),
      ...(model ? [JSON.stringify(model)] : []),
    ].join('\n'),
    width,
  )

/** A folder of sets: a row each, their mean, and the kinds of question over all of them. */
export const allAsLines = (runs: readonly SetRun[], width: number): string => {
  const typings = [...new Set(runs.map(({ typing }) => typing))]
  const tables = typings.map((typing) => {
    const some = runs.filter((run) => run.typing === typing)
    const title = typings.length > 1 ? typing : messages.bySet
    return rowsTable(title, [...some.map(({ set, questions }) => rowOf(set, questions)), macroRow(some)])
  })
  const asTyped = runs.filter(({ typing }) => typing === (typings[0] ?? AS_TYPED))
  const all = asTyped.flatMap(({ questions }) => questions)
  const parts = [
    ...tables,
    typings.length > 1 ? rowsTable(messages.byTyping, typingRows(runs, typings)) : '',
    allPeers(asTyped),
    rowsTable(messages.byType, named(rowsByType({ questions: all }))),
    `${wrap(`${messages.legend} ${messages.macro}`, width)}\n`,
  ]
  return parts.filter(Boolean).join('\n')
}

export const macroRow = (runs: readonly SetRun[]): Row =>
  macroOf(
    messages.macroLabel,
    runs.map(({ questions }) => questions),
  )

/** The sets that have every way of typing, so that the rows speak of the same ones. */
const typingRows = (runs: readonly SetRun[], typings: readonly string[]): readonly Row[] => {
  const has = (set: string, typing: string): SetRun | undefined =>
    runs.find((run) => run.set === set && run.typing === typing)
  const sets = [...new Set(runs.map(({ set }) => set))].filter((set) => typings.every((typing) => has(set, typing)))
  return typings.map((typing) =>
    macroOf(
      typing,
      sets.map((set) => has(set, typing)!.questions),
    ),
  )
}

const peersTable = (run: SetRun): string =>
  run.peers.length === 0
    ? ''
    : rowsTable(messages.peers, [
        rankingRow(messages.ours, run.questions),
        ...run.peers.map(({ name, questions }) => rowOf(name, questions)),
      ])

const allPeers = (runs: readonly SetRun[]): string => {
  const names = runs[0]?.peers.map(({ name }) => name) ?? []
  if (names.length === 0) return ''
  const ofPeer = (name: string): Row =>
    macroOf(
      name,
      runs.map(({ peers }) => peers.find((peer) => peer.name === name)?.questions ?? []),
    )
  return rowsTable(messages.peers, [
    macroOf(
      messages.ours,
      runs.map(({ questions }) => questions.map(rankingOnly)),
    ),
    ...names.map(ofPeer),
  ])
}

const rankingRow = (label: string, questions: readonly AskedQuestion[]): Row => rowOf(label, questions.map(rankingOnly))

const rankingOnly = ({ values }: AskedQuestion): Pick<AskedQuestion, 'values'> => ({
  values: Object.fromEntries(Object.entries(values).filter(([measure]) => measure.includes('@'))),
})

const named = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => ({ ...row, label: typeNames[row.label as keyof typeof typeNames] }))
