/** A run as one page: the measures, then every question that went wrong, sorted by what went wrong. */
import { escaped } from '../../../src/answer/compare/page/escaped.ts'
import { macroRow } from '../as-lines.ts'
import { rowOf, rowsByTag, rowsByType } from '../estimates.ts'
import { AS_TYPED, messages, typeNames } from '../messages.ts'
import type { AskedQuestion, SetRun } from '../set-run.ts'
import { decimal } from '../table.ts'
import { CAUSES, type CauseName } from './causes.ts'
import { legend, measuresSection, rowsSection } from './measure-tables.ts'
import { missArticle } from './miss-article.ts'
import { page, table } from './page.ts'

const { report } = messages
const NAMES = Object.keys(CAUSES) as readonly CauseName[]

/** `madeOn`: ISO day. */
export const runReport = (runs: readonly SetRun[], madeOn: string): string => {
  const labelled = runs.map((run, i) => ({ run, label: labelOf(run), anchor: `s${i + 1}`, missed: byCause(run) }))
  const rows = labelled.map(({ run, label }) => rowOf(label, run.questions))
  const typed = runs.filter(({ typing }) => typing === AS_TYPED)
  const hasSum = typed.length > 1
  const links = new Map(labelled.map(({ label, anchor }) => [label, anchor]))
  return page(
    report.title,
    `<header><h1>${escaped(report.title)}</h1>
<p class="soft">${escaped(report.made(madeOn.split('-').reverse().join('/')))}</p>
${legend}
${rowsSection(report.summary, hasSum ? [...rows, macroRow(typed)] : rows, { hasSum, links })}
${hasSum ? `<p class="soft">${escaped(messages.macro)}</p>` : ''}
${causesTable(labelled)}</header>
<main>
${labelled.map(setSection).join('\n')}
</main>
<footer><a href="#top">${escaped(report.toTop)}</a></footer>`,
  )
}

interface Labelled {
  readonly run: SetRun
  readonly label: string
  readonly anchor: string
  readonly missed: ReadonlyMap<CauseName, readonly AskedQuestion[]>
}

const labelOf = ({ set, typing }: SetRun): string => (typing === AS_TYPED ? set : `${set} · ${typing}`)

const byCause = ({ questions }: SetRun): ReadonlyMap<CauseName, readonly AskedQuestion[]> =>
  new Map(
    NAMES.flatMap((name) => {
      const some = questions.filter(({ miss }) => miss?.causes[0].name === name)
      return some.length > 0 ? [[name, some]] : []
    }),
  )

/** What went wrong in all sets, each number leading to its questions. */
const causesTable = (sets: readonly Labelled[]): string => {
  const names = NAMES.filter((name) => sets.some(({ missed }) => missed.has(name)))
  if (names.length === 0) return `<p>${escaped(report.noMisses)}</p>`
  const rows = names.map((name) => {
    const parts = sets.flatMap(({ missed, anchor, label }) => {
      const count = missed.get(name)?.length
      return count === undefined ? [] : [`<a href="#${anchor}-${name}" title="${escaped(label)}">${count}</a>`]
    })
    const sum = sets.reduce((all, { missed }) => all + (missed.get(name)?.length ?? 0), 0)
    return { name, sum, parts, cells: sets.map(({ missed, anchor }) => linked(missed, anchor, name)) }
  })
  return sets.length > 1
    ? table(report.causes, [
        ['', report.sum, ...sets.map(({ label }) => escaped(label))],
        ...rows.map(({ name, sum, cells }) => [escaped(CAUSES[name]), String(sum), ...cells]),
      ])
    : table(report.causes, [
        ['', report.count],
        ...rows.map(({ name, parts }) => [escaped(CAUSES[name]), parts.join(' ')]),
      ])
}

const linked = (missed: Labelled['missed'], anchor: string, name: CauseName): string => {
  const count = missed.get(name)?.length
  return count === undefined ? '–' : `<a href="#${anchor}-${name}">${count}</a>`
}

const setSection = ({ run, label, anchor, missed }: Labelled): string => {
  const tags = rowsByTag(run)
  const types = rowsByType(run).map((row) => ({ ...row, label: typeNames[row.label as keyof typeof typeNames] }))
  const peers = run.peers.map(({ name, questions }) => rowOf(name, questions))
  const { p50, p95 } = run.retrieveMs
  return `<section>
<h2 id="${anchor}">${escaped(label)}</h2>
<p>${escaped(messages.ofSet(label, run.questions.length, run.passages))}. ${escaped(
    messages.times(decimal(p50, 2), decimal(p95, 2), decimal(run.ingestSeconds, 1)),
  )}</p>
${measuresSection(report.measures, rowOf(label, run.questions))}
${peers.length > 0 ? rowsSection(messages.peers, peers) : ''}
${tags.length > 0 ? rowsSection(messages.byTag, tags) : ''}
${rowsSection(messages.byType, types)}
<h3>${escaped(
    report.misses(
      [...missed.values()].reduce((sum, some) => sum + some.length, 0),
      run.questions.length,
    ),
  )}</h3>
${[...missed].map(([name, some]) => causeSection(anchor, name, some)).join('\n')}
</section>`
}

const causeSection = (anchor: string, name: CauseName, some: readonly AskedQuestion[]): string =>
  `<details id="${anchor}-${name}"><summary>${escaped(CAUSES[name])} (${some.length})</summary>
${some.map((question) => missArticle(question, question.miss!)).join('\n')}
</details>`
