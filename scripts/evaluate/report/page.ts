/** What a report is made of: the page around it, its tables, marked words. */
import { escaped } from '../../../src/answer/compare/page/escaped.ts'
import { htmlPage } from '../../../src/answer/compare/page/html-page.ts'
import { runsOf, type AskedWord } from './question-words.ts'
import { reportStyle } from './report-style.ts'

/** `body` is HTML, `title` is text. */
export const page = (title: string, body: string): string =>
  htmlPage(title, reportStyle, `<body id="top">\n${body}\n</body>`)

/** Rows of HTML cells; the first row is the head, the first cell of a row its name. Wide tables scroll by themselves. */
export const table = (caption: string, rows: readonly (readonly string[])[], lastIsSum = false): string => {
  const [head, ...body] = rows
  const line = (cells: readonly string[], isSum: boolean): string =>
    `<tr${isSum ? ' class="sum"' : ''}><th scope="row">${cells[0]}</th>${cells
      .slice(1)
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>`
  return `<div class="wide"><table><caption>${escaped(caption)}</caption>
<thead><tr>${head!.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>
${body.map((cells, i) => line(cells, lastIsSum && i === body.length - 1)).join('\n')}
</tbody></table></div>`
}

/** The words of the question marked in a text. */
export const marked = (text: string, words: readonly AskedWord[]): string => {
  const forms = new Set(words.flatMap((word) => word.forms))
  let at = 0
  let html = ''
  for (const { start, end, forms: its } of runsOf(text)) {
    if (!its.some((form) => forms.has(form))) continue
    html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escaped(text.slice(at))
}
