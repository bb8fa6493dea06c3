/** What came of the addresses, for a person: one line each, and why where it is not simply there. */
import { existsSync } from 'node:fs'
import type { GatherReport, PageReport } from '../gather/gather-report.ts'
import { gatherMessages } from '../text/messages/gather-messages.ts'
import { wrap, type Page, type Style } from './wrap.ts'

const STYLES: Readonly<Record<PageReport['outcome'], Style>> = {
  added: 'green',
  changed: 'cyan',
  unchanged: 'dim',
  duplicate: 'dim',
  fetched: 'cyan',
  withdrawn: 'yellow',
  missing: 'yellow',
  refused: 'red',
  postponed: 'yellow',
}
/** Beyond this many, unchanged pages are only counted. */
const UNCHANGED_SHOWN = 10

export const renderGathered = (report: GatherReport, page: Page, sourcesFile: string): string => {
  const { pages, counts, leftBehind, looked } = report
  const shown = counts.unchanged > UNCHANGED_SHOWN ? pages.filter(({ outcome }) => outcome !== 'unchanged') : pages
  const idle = pages.length > 0 ? [] : [existsSync(sourcesFile) || looked > 0 ? gatherMessages.nothingDue : gatherMessages.noSources(sourcesFile)] // prettier-ignore
  const end = [...(pages.length > 0 ? [gatherMessages.summary(counts)] : idle)]
  const left = leftBehind.map(({ url, pages: count }) => gatherMessages.leftBehind(url, count))
  return [
    ...shown.map((one) => renderPage(one, page)),
    ...[...end, ...left].map((line) => wrap(line, page.width)),
  ].join('\n')
}

const renderPage = ({ url, outcome, title, message }: PageReport, page: Page): string => {
  const lines = [`${page.paint(STYLES[outcome], gatherMessages.outcomes[outcome].padEnd(13))} ${url}`]
  if (title) lines.push(wrap(title, page.width, '    '))
  if (message) lines.push(wrap(message, page.width, '    '))
  return lines.join('\n')
}
