import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const cases = new Composer<BotContext>()
