/** The sources of an answer: for each its number, date, issuer and place, and the exact words where the answer has not just given them. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Citation } from '../../answer/answer.ts'
import { sourceLine } from '../../answer/source-line.ts'
import { telegramAnswerMessages } from '../../text/messages/telegram-answer-messages.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { plainWords } from './plain-words.ts'

/** `said`: what the reader has read already. Quotes from the same place stand under one line. */
export const sourceList = (citations: readonly Citation[], said: string): FormattedString => {
  const read = oneLine(said)
  const places = new Map<string, Citation[]>()
  for (const citation of citations) {
    const line = sourceLine(citation)
    places.set(line, [...(places.get(line) ?? []), citation])
  }
  return FormattedString.join(
    [...places].map(([line, of]) => placeEntry(line, of, read)),
    '\n',
  )
}

const placeEntry = (line: string, citations: readonly Citation[], read: string): FormattedString => {
  const { url } = citations[0]!
  const unread = citations.filter(({ quote }) => !read.includes(oneLine(quote)))
  // of several quotes each bears its number
  const mark = ({ n }: Citation): string => (citations.length > 1 ? `[${n}] ` : '')
  return FormattedString.join(
    [
      FormattedString.join([`${citations.map(({ n }) => `[${n}]`).join(' ')} `, plainWords(line)]),
      ...unread.map((citation) => plainWords(`${mark(citation)}“${withoutGaps(citation.quote)}”`)),
      ...(isWebAddress(url) ? [telegramAnswerMessages.address(url)] : []),
    ],
    '\n',
  )
}

/** The exact words without empty lines between them. */
const withoutGaps = (quote: string): string => quote.trim().replace(/\n\s*\n/g, '\n')

/** The only kind of address that may stand in a message: http or https, in one piece. */
const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\/[^\s<>"]{1,500}$/i.test(url)
