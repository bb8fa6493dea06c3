/** The name of a person who has just agreed to show it: asked of Telegram then, and never before. */
import { oneLine } from '../text/vietnamese.ts'
import type { Pressed } from './callback-data.ts'

/** Longest name that is kept and shown. */
const LONGEST = 64

/** Null where there is none, or Telegram cannot be asked. */
export const offeredName = async (ctx: Pressed): Promise<string | null> => {
  try {
    const chat = await ctx.api.getChat(ctx.from.id)
    const name = oneLine([chat.first_name, chat.last_name].filter(Boolean).join(' ')).slice(0, LONGEST)
    return name === '' ? null : name.toWellFormed()
  } catch (error) {
    ctx.deps.log.debug({ error: (error as Error).message }, 'a name that was offered could not be looked up')
    return null
  }
}
