import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'

export const uploads = new Composer<BotContext>()
