/** The sources of an answer: for each its number, date, issuer and place, and the exact words where the answer has not just given them. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Citation } from '../../answer/answer.ts'
import { sourceLine } from '../../answer/source-line.ts'
import { telegramAnswerMessages } from '../../text/messages/telegram-answer-messages.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { plainWords } from './plain-words.ts'

/** `said`: what the reader has read already. */
export const sourceList = (citations: readonly Citation[], said: string): FormattedString => {
  const read = oneLine(said)
  return FormattedString.join(
    citations.map((citation) => sourceEntry(citation, read)),
    '\n',
  )
}

const sourceEntry = (citation: Citation, read: string): FormattedString => {
  const quote = oneLine(citation.quote)
  return FormattedString.join(
    [
      FormattedString.join([`[${citation.n}] `, plainWords(sourceLine(citation))]),
      ...(read.includes(quote) ? [] : [plainWords(`“${citation.quote.trim()}”`)]),
      ...(isWebAddress(citation.url) ? [telegramAnswerMessages.address(citation.url)] : []),
    ],
    '\n',
  )
}

/** The only kind of address that may stand in a message: http or https, in one piece. */
const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\/[^\s<>"]{1,500}$/i.test(url)
