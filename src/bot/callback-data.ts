/** What a button carries: an action and opaque ids, never a text (64 bytes are about 25 Vietnamese letters, telegram.md §1). */
import type { Composer, Filter } from 'grammy'
import type { BotContext } from './context.ts'

export type Pressed = Filter<BotContext, 'callback_query:data'>

const SHAPE = /^[a-z]{1,12}(?::[\w-]{1,40}){0,4}$/

/** `action:part:part`; throws where it would not fit. */
export const callbackData = (action: string, ...parts: readonly (string | number)[]): string => {
  const data = [action, ...parts].join(':')
  if (!SHAPE.test(data) || data.length > 64) throw new RangeError(`callback data does not fit: ${data}`)
  return data
}

const actions = new Set<string>()

/** Every action that a feature has taken so far: the matrix of doors and roles must know each (test/leaks). */
export const actionsTaken = (): ReadonlySet<string> => actions

/** Calls `handle` with the parts of every press of a button with this action. Anything misshapen passes by unread. */
export const onButton = (
  composer: Composer<BotContext>,
  action: string,
  handle: (ctx: Pressed, ...parts: string[]) => Promise<void> | void,
): void => {
  actions.add(action)
  composer.on('callback_query:data', async (ctx, next) => {
    const { data } = ctx.callbackQuery
    const [name, ...parts] = data.split(':')
    if (name !== action || !SHAPE.test(data)) return next()
    await handle(ctx, ...parts)
  })
}

/** Ends the spinner on a pressed button, with a short text over the chat if given. A press that is too old to be answered is no fault. */
export const toast = async (ctx: BotContext, text?: string, showAlert = false): Promise<void> => {
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text: text.slice(0, 200), show_alert: showAlert })
  } catch (error) {
    ctx.deps.log.debug({ error: (error as Error).message }, 'a button press could not be acknowledged')
  }
}
