/** Chưa đúng ý and Hỏi cán bộ: an answer becomes a case for staff. */
import { Composer } from 'grammy'
import { mayRead } from '../../../access.ts'
import { MOST_OPEN, openCase } from '../../../desk/cases.ts'
import type { Case, CaseReason } from '../../../desk/case-records.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { telegramAnswerMessages } from '../../../text/messages/telegram-answer-messages.ts'
import { onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { placeOf } from '../../place.ts'
import { queueMessage } from '../../queue-message.ts'
import { caseMessage, caseOf } from './case-message.ts'
import { consentButtons } from './consent.ts'
import { rememberStaffChat, staffChat } from './staff-chat.ts'

export const opening = new Composer<BotContext>()

onButton(opening, 'ask', (ctx, answerId) => handOver(ctx, answerId, 'ask_staff'))
onButton(opening, 'bad', (ctx, answerId) => handOver(ctx, answerId, 'not_right'))

const handOver = async (
  ctx: Pressed,
  answerId: string | undefined,
  reason: Exclude<CaseReason, 'refused'>,
): Promise<void> => {
  const { asker, deps, job } = ctx
  const { records } = deps
  const given = records.answers.get(answerId ?? '')
  const staff = staffChat(deps)
  if (!given || given.chat !== asker.chat || (reason === 'ask_staff' && staff === null))
    return toast(ctx, telegramAnswerMessages.answerGone, true)
  if (given.person === asker.person && !mayRead(asker.level, given.level))
    return toast(ctx, telegramAnswerMessages.documentGone, true)
  if (given.person !== asker.person) return toast(ctx, telegramAnswerMessages.notYours, true)
  if (records.cases.ofAnswer(given.id)) return toast(ctx, caseMessages.alreadyPassedOn)
  if (records.cases.countOpen(given.person) >= MOST_OPEN) return toast(ctx, caseMessages.tooMany(MOST_OPEN), true)

  job.queue(() => {
    const opened = openCase(records, given, reason, deps.now())
    if (opened.kind !== 'opened') return []
    return [...tellStaff(ctx, opened.case), ...tellAsker(ctx, opened.case, staff !== null)]
  })
  await toast(ctx, staff === null ? caseMessages.notedShort : caseMessages.passedOnShort)
}

/** Brings a new case to the staff chat, if there is one; else it waits to be listed. Call inside a transaction. */
export const tellStaff = ({ deps }: Pick<BotContext, 'deps'>, opened: Case): OutboxItem[] => {
  const staff = staffChat(deps)
  if (staff === null) return []
  rememberStaffChat(deps)
  return [queueMessage(deps.records, caseMessage(opened, deps), { chat: staff, ...caseOf(opened) })]
}

/** In a group the toast has said it; names are seen there anyway, so nobody is asked for one. */
const tellAsker = (ctx: BotContext, opened: Case, toStaff: boolean): OutboxItem[] => {
  if (!ctx.asker.isPrivate) return []
  const text = toStaff ? `${caseMessages.passedOn(opened.n)}\n\n${caseMessages.mayName}` : caseMessages.noted
  const buttons = toStaff ? { buttons: consentButtons(opened.id) } : {}
  return [queueMessage(ctx.deps.records, { kind: 'text', text, ...buttons, ...placeOf(ctx) }, { chat: ctx.asker.chat })]
}
