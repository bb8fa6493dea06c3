import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const groups = new Composer<BotContext>()
