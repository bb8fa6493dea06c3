/** The answer that a button or a message belongs to, and whether who pressed may use it. */
import { mayRead } from '../../../access.ts'
import type { GivenAnswer, Records } from '../../../desk/records.ts'
import { telegramAnswerMessages as messages } from '../../../text/messages/telegram-answer-messages.ts'
import { toast, type Pressed } from '../../callback-data.ts'

/**
 * Messages that follow from an answer (a file, more of its sources) belong to it under a name of their own, so that they are
 * known when the button is pressed again, and are not taken for the answer itself when that is edited.
 */
export const partOf = (given: Pick<GivenAnswer, 'id' | 'at'>, what: string): string =>
  `${given.id}.${what}.${given.at.toString(36)}`

export const answerBehind = (records: Pick<Records, 'answers'>, answerId: string): GivenAnswer | null =>
  records.answers.get(answerId.split('.')[0]!)

/** The answer under whose message a button was pressed by who asked it; otherwise they are told why not. */
export const pressedAnswer = async (ctx: Pressed, answerId: string | undefined): Promise<GivenAnswer | null> => {
  const { asker, deps } = ctx
  const given = deps.records.answers.get(answerId ?? '')
  if (!given || given.chat !== asker.chat) {
    await toast(ctx, messages.answerGone, true)
    return null
  }
  // given when they could read more than they may now
  if (given.person === asker.person && !mayRead(asker.level, given.level)) {
    await toast(ctx, messages.documentGone, true)
    return null
  }
  // asked under the name of the group or of a channel: nobody in particular
  const isAnybodys = given.person === given.chat && !asker.isPrivate
  if (given.person === asker.person || isAnybodys) return given
  await toast(ctx, messages.notYours, true)
  return null
}

/** What follows from an answer comes below it, in a group as a reply to it. */
export const answerPlace = (ctx: Pressed): { readonly threadId?: number; readonly replyTo?: number } => ({
  ...(ctx.asker.threadId === null ? {} : { threadId: ctx.asker.threadId }),
  ...(ctx.callbackQuery.message && { replyTo: ctx.callbackQuery.message.message_id }),
})
