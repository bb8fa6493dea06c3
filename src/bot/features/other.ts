import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const other = new Composer<BotContext>()
