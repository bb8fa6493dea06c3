import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const start = new Composer<BotContext>()
