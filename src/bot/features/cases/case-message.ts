/** A case as staff see it: the question, what was answered and from where, and nothing of who asked but a name they agreed to. */
import { FormattedString } from '@grammyjs/parse-mode'
import { sourceLine } from '../../../answer/source-line.ts'
import type { Case } from '../../../desk/case-records.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotDeps } from '../../context.ts'
import type { Button, Outgoing } from '../../outgoing.ts'
import { bestQuotes } from '../../render/best-quotes.ts'

const ANSWER_LENGTH = 500
const SOURCES = 3

export const caseMessage = (
  found: Case,
  deps: Pick<BotDeps, 'records' | 'house'>,
  place: { readonly threadId?: number } = {},
): Extract<Outgoing, { kind: 'text' }> => {
  const { text, entities } = FormattedString.join(
    [
      FormattedString.b(caseMessages.title(found.n, caseMessages.reasons[found.reason])),
      FormattedString.join([FormattedString.b(`${caseMessages.question}: `), found.question], ''),
      ...answerPart(found, deps),
      [caseMessages.asker(found.name), ...(found.asked > 1 ? [caseMessages.askedTimes(found.asked)] : [])].join('\n'),
      ...(found.reply === null ? [] : [`${caseMessages.staffReply}: ${shortened(found.reply, ANSWER_LENGTH)}`]),
      FormattedString.i(caseMessages.howToAnswer),
    ],
    '\n\n',
  )
  return { kind: 'text', text, entities, buttons: caseButtons(found), ...place }
}

const SHOWN = '.case'

/** Under which names a case waits to be shown: its own, and that of the answer whose words it repeats. */
export const caseOf = ({ id, answerId }: Case): { readonly caseId: string; readonly answerId?: string } => ({
  caseId: id,
  ...(answerId !== null && { answerId: `${answerId}${SHOWN}` }),
})

/** A case that waited, as it is to be shown now; null for anything else that waits. */
export const caseAgain = (
  { caseId, answerId }: Pick<OutboxItem, 'caseId' | 'answerId'>,
  shown: Outgoing,
  deps: Pick<BotDeps, 'records' | 'house'>,
): Outgoing | null => {
  const found = caseId !== null && answerId?.endsWith(SHOWN) ? deps.records.cases.get(caseId) : null
  const { threadId } = shown as { threadId?: number }
  return found && caseMessage(found, deps, threadId === undefined ? {} : { threadId })
}

const caseButtons = ({ id, state }: Case): readonly Button[] =>
  state === 'open' ? [{ label: caseMessages.buttons.close, data: callbackData('close', id) }] : []

/** The staff chat is a group like any other: what rests on documents that are not public is not shown in it. */
const answerPart = ({ answerId }: Case, { records, house }: Pick<BotDeps, 'records' | 'house'>): FormattedString[] => {
  const answer = answerId === null ? undefined : records.answers.get(answerId)?.answer
  // that nothing was found says its title
  if (answer?.status !== 'answered') return []
  const open = house.library('public')
  if (answer.citations.some(({ documentId }) => !open?.card(documentId)))
    return [FormattedString.i(caseMessages.notShown)]
  // as the asker read it
  const { text } = bestQuotes(answer)
  const read = answer.citations.filter(({ n }) => text.includes(`[${n}]`))
  const sources = [...new Set(read.map(sourceLine))].slice(0, SOURCES)
  return [
    FormattedString.join([FormattedString.b(`${caseMessages.answered}: `), shortened(text, ANSWER_LENGTH)], ''),
    ...(sources.length === 0
      ? []
      : [
          FormattedString.join(
            [FormattedString.b(`${caseMessages.sources}: `), sources.map((line) => `– ${line}`).join('\n')],
            '\n',
          ),
        ]),
  ]
}
