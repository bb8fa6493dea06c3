/** Two runs held against each other as one page: the differences, then every question that was lost or won. */
import { escaped } from '../../../src/answer/compare/page/escaped.ts'
import type { Change, Difference, RunComparison } from '../compare-runs.ts'
import { differenceCells, setLabel } from '../comparison-lines.ts'
import { isBetterHigh, MEASURES, type Measure } from '../measures.ts'
import { comparisonMessages as words, measureNames, messages } from '../messages.ts'
import type { SavedQuestion } from '../saved-runs.ts'
import { page, table } from './page.ts'

const { report } = messages
/** Chance brings about as much less than once in twenty times. */
const TELLING = 0.05

/** `madeOn`: ISO day. */
export const comparisonReport = (comparison: RunComparison, madeOn: string): string =>
  page(
    words.title,
    `<header><h1>${escaped(words.title)}</h1>
<p class="soft">${escaped(report.made(madeOn.split('-').reverse().join('/')))}</p>
<p class="soft">${escaped(words.legend)}</p>
${comparison.notes.map((note) => `<p><strong>${escaped(note)}</strong></p>`).join('\n')}
<nav><ul><li><a href="#lost">${escaped(words.lost(comparison.lost.length))}</a></li><li><a href="#won">${escaped(words.won(comparison.won.length))}</a></li></ul></nav>
${MEASURES.map((measure) => measureTable(measure, comparison)).join('\n')}</header>
<main>
${changes('lost', words.lost(comparison.lost.length), comparison.lost)}
${changes('won', words.won(comparison.won.length), comparison.won)}
</main>
<footer><a href="#top">${escaped(report.toTop)}</a></footer>`,
  )

const measureTable = (measure: Measure, { sets, macro }: RunComparison): string => {
  const rows = [
    ...sets.map(({ set, typing, differences }) => ({ label: setLabel(set, typing), row: differences[measure] })),
    ...macro.map(({ typing, differences }) => ({
      label: setLabel(messages.macroLabel, typing),
      row: differences[measure],
    })),
  ].filter((line): line is { label: string; row: Difference } => line.row !== undefined)
  if (!rows.some(({ row }) => row.before !== row.after)) return ''
  return table(measureNames[measure], [
    ['', words.before, words.after, words.difference, messages.interval, 'p', messages.questions].map(escaped),
    ...rows.map(({ label, row }) => {
      const cells = differenceCells(measure, row).map(escaped)
      return [escaped(label), ...cells.map((cell, i) => (i === 2 ? coloured(measure, row, cell) : cell))]
    }),
  ])
}

const coloured = (measure: Measure, { difference, p }: Difference, cell: string): string => {
  const isBetter = isBetterHigh(measure)
  if (isBetter === null || difference === 0 || p >= TELLING) return cell
  return `<span class="${difference > 0 === isBetter ? 'better' : 'worse'}">${cell}</span>`
}

const changes = (anchor: string, heading: string, some: readonly Change[]): string => {
  const labels = [...new Set(some.map(({ set, typing }) => setLabel(set, typing)))]
  const sections = labels.map((label) => {
    const mine = some.filter(({ set, typing }) => setLabel(set, typing) === label)
    return `<details><summary>${escaped(label)} (${mine.length})</summary>${mine.map(changeArticle).join('\n')}</details>`
  })
  return `<section><h2 id="${anchor}">${escaped(heading)}</h2>${sections.join('\n')}</section>`
}

const changeArticle = ({ before, after, measures }: Change): string => {
  const what = measures.map(({ measure, before, after }) => words.change(measureNames[measure], before, after))
  return `<article><h4>${escaped(before.question)}</h4>
<p>${escaped(what.join('; '))} · <span class="id">${escaped(before.id)}</span></p>
<p class="soft">${escaped(words.right)}: ${escaped(before.relevant.join(', ') || report.none)}</p>
<div class="two">${side(words.before, before)}${side(words.after, after)}</div></article>`
}

const SHOWN = 5

const side = (name: string, { found, relevant, answer }: SavedQuestion): string => {
  const hits = found.slice(0, SHOWN).map((id) => (relevant.includes(id) ? `<b>✓ ${escaped(id)}</b>` : escaped(id)))
  return `<div><h5>${escaped(name)}</h5><p>${hits.join(', ') || escaped(report.nothing)}</p>${
    answer ? `<div class="text">${escaped(answer.text)}</div>` : ''
  }</div>`
}
