/** Measures with their intervals as tables of a report. */
import { escaped } from '../../../src/answer/compare/page/escaped.ts'
import type { Estimate, Row } from '../estimates.ts'
import { measureNames, messages } from '../messages.ts'
import { MEASURES, type Measure } from '../measures.ts'
import { shown } from '../table.ts'
import { table } from './page.ts'

const TELLING: readonly { readonly measure: Measure; readonly head: string }[] = [
  { measure: 'recall@1', head: 'Đúng đầu<br>R@1' },
  { measure: 'recall@5', head: 'Trong 5<br>R@5' },
  { measure: 'ndcg@10', head: 'Xếp hạng<br>nDCG@10' },
  { measure: 'answerHit', head: 'Có<br>đáp án' },
  { measure: 'answerLength', head: 'Độ dài<br>ký tự' },
  { measure: 'refusedRight', head: 'Từ chối<br>đúng' },
  { measure: 'refusedWrong', head: 'Từ chối<br>nhầm' },
]

/** A row a set, tag or kind; `links`: where the name of a row leads. */
export const rowsSection = (
  caption: string,
  rows: readonly Row[],
  { hasSum = false, links = new Map<string, string>() } = {},
): string => {
  const columns = TELLING.filter(({ measure }) => rows.some(({ estimates }) => estimates[measure]))
  const name = ({ label }: Row): string => {
    const to = links.get(label)
    return to === undefined ? escaped(label) : `<a href="#${to}">${escaped(label)}</a>`
  }
  return table(
    caption,
    [
      ['', 'Câu', ...columns.map(({ head }) => head)],
      ...rows.map((row) => [
        name(row),
        String(row.questions),
        ...columns.map(({ measure }) => cell(measure, row.estimates[measure])),
      ]),
    ],
    hasSum,
  )
}

/** Every measure of one set. */
export const measuresSection = (caption: string, { estimates }: Row): string =>
  table(caption, [
    ['', 'Giá trị', 'Khoảng 95 %', 'Số câu'],
    ...MEASURES.flatMap((measure) => {
      const estimate = estimates[measure]
      return estimate
        ? [
            [
              escaped(measureNames[measure]),
              shown(measure, estimate.value),
              range(measure, estimate),
              String(estimate.over),
            ],
          ]
        : []
    }),
  ])

export const legend = `<p class="soft">${escaped(messages.reportLegend)}</p>`

const cell = (measure: Measure, estimate: Estimate | undefined): string =>
  estimate ? `${shown(measure, estimate.value)}<small>${range(measure, estimate)}</small>` : '–'

const range = (measure: Measure, { interval: [low, high] }: Estimate): string =>
  `${shown(measure, low)}–${shown(measure, high)}`
