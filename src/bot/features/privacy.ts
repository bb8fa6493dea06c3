import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const privacy = new Composer<BotContext>()
