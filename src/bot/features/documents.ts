import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const documents = new Composer<BotContext>()
