/** Admins are told once a day that what all may use of the models is used up; askers get quotes and are told nothing. */
import type { Answer } from '../../../answer/answer.ts'
import { isoDay } from '../../../text/numbers/clock.ts'
import { runningMessages } from '../../../text/messages/running-messages.ts'
import type { BotContext } from '../../context.ts'
import { queueMessage } from '../../queue-message.ts'

const NOTE = 'modelBudgetUsedUpOn'

export const tellOfUsedBudget = ({ deps, job }: BotContext, { model }: Answer): void => {
  if (model?.why !== 'total_budget') return
  const { records, telegram, keyOf, now } = deps
  job.queue(() => {
    const day = isoDay(now())
    if (records.notes.get(NOTE) === day) return []
    records.notes.set(NOTE, day)
    return telegram.adminIds.map((id) => {
      const chat = keyOf(id)
      records.addresses.remember(chat, id)
      return queueMessage(records, { kind: 'text', text: runningMessages.budgetUsedUp }, { chat })
    })
  })
}
