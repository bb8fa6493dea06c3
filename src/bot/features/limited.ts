/** Who has asked more than can be taken now is told so, once in a while. */
import type { Limited } from '../../desk/rate-limit.ts'
import { limitMessages } from '../../text/messages/limit-messages.ts'
import type { BotContext } from '../context.ts'
import { placeOf } from '../place.ts'

export const tellLimit = (ctx: BotContext, limited: Limited): void => {
  if (limited.tell) ctx.job.say({ kind: 'text', text: limitText(ctx, limited), ...placeOf(ctx) })
}

/** Counts a message that gets a word of help as a question is counted, or a flood of them would be answered with a flood. */
export const sayWithinLimit = (ctx: BotContext, text: string): void => {
  const allowed = ctx.deps.limit.take({ ...ctx.asker, askedAt: ctx.job.askedAt })
  if (allowed.kind === 'allowed') ctx.job.say({ kind: 'text', text, ...placeOf(ctx) })
  else tellLimit(ctx, allowed)
}

const limitText = ({ deps }: BotContext, { which, retryAt }: Limited): string => {
  const waitMs = retryAt - deps.now()
  if (which === 'day') return limitMessages.day(deps.desk.questionsPerDay)
  return which === 'chat' ? limitMessages.chat(waitMs) : limitMessages.person(waitMs)
}
