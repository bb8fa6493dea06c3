/** /tomtat: the summary of the document that is named behind it, or of the one spoken of last. */
import { Composer } from 'grammy'
import { digestMessages } from '../../../text/messages/digest-messages.ts'
import { spokenWords } from '../../addressed.ts'
import type { BotContext } from '../../context.ts'
import { giveAnswer } from './give-answer.ts'

export const digestCommand = new Composer<BotContext>()

digestCommand.on('message:text', async (ctx, next) => {
  const { command, text } = spokenWords(ctx.msg, ctx.me)
  if (command !== 'tomtat') return next()
  await giveAnswer(ctx, { question: digestMessages.asked(text) })
})
