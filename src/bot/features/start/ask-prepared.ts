/** A prepared question, asked by who pressed it: the same way as one that is typed. */
import { receiveQuestion } from '../../../desk/receive-question.ts'
import type { BotContext } from '../../context.ts'
import { answerMessages } from '../../render/answer-messages.ts'

export const askPrepared = async (ctx: BotContext, question: string): Promise<void> => {
  const { asker, deps, job } = ctx
  const reception = await receiveQuestion(
    { ...asker, question, messageId: ctx.msg?.message_id ?? 0, askedAt: job.askedAt, earlier: null },
    { ...deps, ...deps.desk, ask: deps.house.ask },
  )
  if (reception.kind === 'limited') return
  job.also(reception.record)
  for (const message of answerMessages(reception.given.answer)) job.say(message, { answerId: reception.given.id })
}
