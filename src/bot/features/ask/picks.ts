/** "Văn bản nào?" answered by a button: the question that waits is asked again of that document. */
import { Composer } from 'grammy'
import { telegramAnswerMessages as messages } from '../../../text/messages/telegram-answer-messages.ts'
import { onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { giveAnswer } from './give-answer.ts'
import { pressedAnswer } from './given-answer.ts'

export const picks = new Composer<BotContext>()

onButton(picks, 'pick', async (ctx, answerId, n) => {
  const from = await pressedAnswer(ctx, answerId)
  if (!from) return
  const { asker, deps } = ctx
  const choice = from.answer.status === 'refused' ? from.answer.choices[Number(n)] : undefined
  if (!choice || !deps.house.library(asker.level)?.card(choice.documentId))
    return toast(ctx, messages.documentGone, true)
  const newest = deps.records.answers.ofMessage(from.chat, from.messageId)
  if (newest?.answer.citations.some(({ documentId }) => documentId === choice.documentId))
    return toast(ctx, messages.choiceUsed)
  await toast(ctx)
  const picked = { from, documentId: choice.documentId }
  await giveAnswer(ctx, { question: from.question, picked, messageId: from.messageId })
})
