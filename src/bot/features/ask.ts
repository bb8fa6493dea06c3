/** A question in, an answer out. */
import { Composer } from 'grammy'
import { receiveQuestion } from '../../desk/receive-question.ts'
import type { BotContext } from '../context.ts'
import { answerMessages } from '../render/answer-messages.ts'

export const ask = new Composer<BotContext>()

ask.on('message:text', async (ctx) => {
  const { asker, deps, job } = ctx
  const reception = await receiveQuestion(
    {
      question: ctx.msg.text,
      person: asker.person,
      chat: asker.chat,
      lane: asker.lane,
      conversation: asker.conversation,
      isPrivate: asker.isPrivate,
      messageId: ctx.msg.message_id,
      level: asker.level,
      askedAt: job.askedAt,
      earlier: null,
    },
    {
      ask: deps.house.ask,
      records: deps.records,
      limit: deps.limit,
      now: deps.now,
      keepTurns: deps.desk.keepTurns,
      keepTurnsMs: deps.desk.keepTurnsMs,
    },
  )
  if (reception.kind === 'limited') return
  job.also(reception.record)
  for (const message of answerMessages(reception.given.answer)) job.say(message, { answerId: reception.given.id })
})
