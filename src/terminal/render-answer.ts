/** An Answer as a person reads it in a terminal: the answer first, then each source, with its exact words where the answer gives others. */
import type { Answer } from '../answer/answer.ts'
import { sourceLine } from '../answer/source-line.ts'
import { terminalMessages } from '../text/messages/terminal-messages.ts'
import { oneLine } from '../text/vietnamese.ts'
import { wrap, type Page } from './wrap.ts'

export const renderAnswer = (answer: Answer, page: Page): string => {
  // colour codes take no columns, so the plain words are wrapped first and the markers painted afterwards
  const parts = [wrap(answer.text, page.width).replace(/\[\d+\]/g, (mark) => page.paint('cyan', mark))]
  for (const notice of answer.notices) parts.push(page.paint('yellow', wrap(notice, page.width, '  ', '! ')))
  if (answer.status === 'answered') parts.push(renderSources(answer, page))
  if (answer.status === 'refused' && answer.choices.length > 0)
    parts.push(answer.choices.map(({ label }) => wrap(label, page.width, '  ', '- ')).join('\n'))
  return parts.join('\n\n')
}

const renderSources = ({ citations, text }: Answer, page: Page): string => {
  const said = oneLine(text)
  const entries = citations.map((citation) => {
    const mark = `[${citation.n}] `
    const head = wrap(sourceLine(citation), page.width, '    ', mark)
    const lines = [page.paint('cyan', head)]
    // words that the answer has just given are not read a second time
    const quote = oneLine(citation.quote)
    if (!said.includes(quote)) lines.push(page.paint('dim', wrap(`“${quote}”`, page.width, '    ')))
    if (citation.url) lines.push(`    ${citation.url}`)
    return lines.join('\n')
  })
  return `${page.paint('bold', terminalMessages.sources)}\n${entries.join('\n')}`
}
