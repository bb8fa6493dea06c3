/** A typed question: in private every text that nobody else took, in a group what is said to us, anywhere /hoi. */
import { Composer } from 'grammy'
import type { GivenAnswer } from '../../../desk/records.ts'
import { telegramAnswerMessages as messages } from '../../../text/messages/telegram-answer-messages.ts'
import { withoutPersonalData } from '../../../text/without-personal-data.ts'
import { saysSomething, spokenWords } from '../../addressed.ts'
import type { BotContext } from '../../context.ts'
import { KEYBOARD, PLACEHOLDER } from '../../keyboards.ts'
import { placeOf } from '../../place.ts'
import { sayWithinLimit } from '../limited.ts'
import { giveAnswer } from './give-answer.ts'
import { answerBehind } from './given-answer.ts'

export const questions = new Composer<BotContext>()

questions.on('message:text', async (ctx, next) => {
  const said = spokenWords(ctx.msg, ctx.me)
  if (said.command !== null && said.command !== 'hoi') return next()
  if (said.text === '') return askForQuestion(ctx)
  if (!saysSomething(said.text)) return sayWithinLimit(ctx, messages.noWords)
  const { text, found } = withoutPersonalData(said.text)
  if (text === '') return sayWithinLimit(ctx, messages.onlyMasked(found))
  await giveAnswer(ctx, { question: said.text, repliesTo: repliedAnswer(ctx) })
})

/** /hoi alone, or only our name. */
const askForQuestion = (ctx: BotContext): void =>
  ctx.job.say({
    kind: 'text',
    text: ctx.asker.isPrivate ? messages.askHere : messages.askHereInGroup(ctx.me.username),
    ...(ctx.asker.isPrivate && { keyboard: KEYBOARD, placeholder: PLACEHOLDER }),
    ...placeOf(ctx),
  })

/** The answer that is replied to, if it was given in this place and is still kept. */
const repliedAnswer = (ctx: BotContext): GivenAnswer | null => {
  const to = ctx.msg?.reply_to_message
  const item = to && ctx.deps.records.outbox.find(ctx.asker.chat, to.message_id)
  const given = item?.answerId ? answerBehind(ctx.deps.records, item.answerId) : null
  return given?.lane === ctx.asker.lane ? given : null
}
