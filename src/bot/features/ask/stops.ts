/** Dừng: what was being done and what waited has been ended when the stop came in (intake.ts); here it is said. */
import { Composer } from 'grammy'
import { telegramAnswerMessages as messages } from '../../../text/messages/telegram-answer-messages.ts'
import { onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { placeOf } from '../../place.ts'

export const stops = new Composer<BotContext>()

stops.command('dung', (ctx) => {
  ctx.job.say({ kind: 'text', text: ctx.job.hasStopped ? messages.stopped : messages.nothingToStop, ...placeOf(ctx) })
})

onButton(stops, 'stop', (ctx) => toast(ctx, ctx.job.hasStopped ? messages.stopped : messages.nothingToStop))
