/** An Answer as Telegram messages: the answer first, then its sources in an expandable quotation. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer } from '../../answer/answer.ts'
import { sourceLine } from '../../answer/source-line.ts'
import type { Outgoing } from '../outgoing.ts'

type TextMessage = Extract<Outgoing, { kind: 'text' }>

export const answerMessages = (answer: Answer): readonly Pick<TextMessage, 'kind' | 'text' | 'entities'>[] => {
  const parts: FormattedString[] = [
    new FormattedString(answer.text),
    ...answer.notices.map((n) => FormattedString.i(n)),
  ]
  if (answer.status === 'answered') {
    const sources = answer.citations.map((citation) => `[${citation.n}] ${sourceLine(citation)}\n“${citation.quote}”`)
    parts.push(FormattedString.expandableBlockquote(sources.join('\n')))
  }
  const { text, entities } = FormattedString.join(parts, '\n\n')
  return [{ kind: 'text', text, entities }]
}
