/** What may be pressed under an answer. Buttons carry the answer's id and small numbers, never words. */
import type { Answer, Citation } from '../../answer/answer.ts'
import { kindNames } from '../../answer/document-names.ts'
import type { GivenAnswer } from '../../desk/records.ts'
import { caseMessages } from '../../text/messages/case-messages.ts'
import { comparisonMessages } from '../../text/messages/comparison-messages.ts'
import { telegramAnswerMessages as messages } from '../../text/messages/telegram-answer-messages.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../outgoing.ts'
import { labelOf } from '../view.ts'
import type { RenderOptions } from './render-options.ts'
import { hasMoreSources } from './more-sources.ts'
import { readOnButtons } from './whole-places.ts'

/** More documents than this are offered as a list of their own. */
const ORIGINALS_SHOWN = 2

export const answerButtons = (
  { id, answer }: Pick<GivenAnswer, 'id' | 'answer'>,
  { hasStaff, library, handedOver }: Pick<RenderOptions, 'hasStaff' | 'library' | 'handedOver'>,
): readonly Button[] => {
  const bad = { label: caseMessages.buttons.notRight, data: callbackData('bad', id) }
  const ask = hasStaff ? [{ label: caseMessages.buttons.askStaff, data: callbackData('ask', id) }] : []
  if (answer.status === 'answered')
    return [
      ...(answer.compared ? [{ label: comparisonMessages.buttons.whole, data: callbackData('sso', answer.compared.older, answer.compared.newer) }] : []), // prettier-ignore
      ...readOnButtons(answer, library),
      ...(hasMoreSources(answer, library) ? [{ label: messages.moreSources, data: callbackData('src', id) }] : []),
      ...originals(id, citedDocuments(answer)),
      bad,
      ...ask,
    ]
  if (answer.status === 'failed') return ask
  const isWithStaff = handedOver === 'now' || handedOver === 'waits'
  return [...choiceButtons(id, answer), ...(mayBeAsked(answer) && !isWithStaff ? ask : [])]
}

/**
 * The documents of an answer, in the order in which it cites them, each by its first citation. An answer of staff is no document
 * that one would want as a file: its words stand in the answer.
 */
export const citedDocuments = (answer: Answer): readonly Citation[] =>
  [...new Map([...answer.citations].reverse().map((citation) => [citation.documentId, citation])).values()]
    .filter(({ kind }) => kind !== 'staff_answer')
    .sort((a, b) => a.n - b.n)

const originals = (id: string, documents: readonly Citation[]): readonly Button[] =>
  documents.length === 1 || documents.length > ORIGINALS_SHOWN
    ? [
        {
          label: messages.original,
          data: documents.length === 1 ? callbackData('doc', id, 0) : callbackData('doc', id),
        },
      ]
    : originalButtons(id, documents)

/** One for each document, by its number, or by its kind. */
export const originalButtons = (id: string, documents: readonly Citation[]): readonly Button[] =>
  documents.map(({ number, kind, title }, i) => ({
    label: labelOf(
      messages.originalOf(number ?? (kind === 'article' ? `${kindNames.article.toLowerCase()} ${i + 1}` : title)),
    ),
    data: callbackData('doc', id, i),
  }))

/** What may have been meant is asked again, by its number in the text; what is only near is opened. */
const choiceButtons = (id: string, { reason, choices }: Extract<Answer, { status: 'refused' }>): readonly Button[] =>
  choices.map(({ documentId, label, short }, i) => {
    const name = short ?? label.replace(DATE_BEHIND, '')
    return reason === 'ambiguous'
      ? { label: labelOf(`${i + 1}. ${name}`), data: callbackData('pick', id, i) }
      : { label: labelOf(name), data: callbackData('vbd', documentId) }
  })

/** The date stands in the text; on a button it would cost the number its place. */
const DATE_BEHIND = / \([\d/]+\)$/

/** What was declined unread (a secret paper, somebody's data, a greeting) is not for staff to see either. */
const mayBeAsked = ({ standalone }: Answer): boolean => standalone !== ''
