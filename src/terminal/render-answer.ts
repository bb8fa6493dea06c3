/** An Answer as a person reads it in a terminal: the answer first, then each source with its exact words. */
import type { Answer, Citation } from '../answer/answer.ts'
import { sourceLine } from '../answer/source-line.ts'
import { terminalMessages } from '../text/messages/terminal-messages.ts'
import { oneLine } from '../text/vietnamese.ts'
import { wrap, type Page } from './wrap.ts'

export const renderAnswer = (answer: Answer, page: Page): string => {
  // colour codes take no columns, so the plain words are wrapped first and the markers painted afterwards
  const parts = [wrap(answer.text, page.width).replace(/\[\d+\]/g, (mark) => page.paint('cyan', mark))]
  for (const notice of answer.notices) parts.push(page.paint('yellow', wrap(notice, page.width, '  ', '! ')))
  if (answer.status === 'answered') parts.push(renderSources(answer.citations, page))
  if (answer.status === 'refused' && answer.choices.length > 0)
    parts.push(answer.choices.map(({ label }) => wrap(label, page.width, '  ', '- ')).join('\n'))
  return parts.join('\n\n')
}

const renderSources = (citations: readonly Citation[], page: Page): string => {
  const entries = citations.map((citation) => {
    const mark = `[${citation.n}] `
    const head = wrap(sourceLine(citation), page.width, '    ', mark)
    const quote = wrap(`“${oneLine(citation.quote)}”`, page.width, '    ')
    const link = citation.url ? `\n    ${citation.url}` : ''
    return `${page.paint('cyan', head)}\n${page.paint('dim', quote)}${link}`
  })
  return `${page.paint('bold', terminalMessages.sources)}\n${entries.join('\n')}`
}
