/** An edited question is answered again where its answer stands. */
import { Composer } from 'grammy'
import { digestMessages } from '../../../text/messages/digest-messages.ts'
import { saysSomething, spokenWords } from '../../addressed.ts'
import type { BotContext } from '../../context.ts'
import { giveAnswer } from './give-answer.ts'

export const edits = new Composer<BotContext>()

/** In a group a later edit of something that we did not answer is none of our business; a fresh one mends what was asked. */
const FRESH_SECONDS = 300

edits.on(['edited_message:text', 'edited_message:caption'], async (ctx) => {
  const { asker, deps } = ctx
  const { msg } = ctx
  const said = spokenWords(msg, ctx.me)
  if ((said.command !== null && said.command !== 'hoi' && said.command !== 'tomtat') || !saysSomething(said.text))
    return
  const question = said.command === 'tomtat' ? digestMessages.asked(said.text) : said.text
  const earlier = deps.records.answers.ofMessage(asker.chat, msg.message_id)
  // Telegram also reports changes that touch no word
  if (earlier?.question === question) return
  // what stands under a picture is a question only if it was taken for one
  if (!earlier && msg.text === undefined) return
  if (!earlier && !asker.isPrivate && (msg.edit_date ?? 0) - msg.date > FRESH_SECONDS) return
  await giveAnswer(ctx, { question, earlier })
})
