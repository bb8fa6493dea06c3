/** A prepared question, asked by who pressed it: the same way as one that is typed. */
import type { BotContext } from '../../context.ts'
import { giveAnswer } from '../ask/give-answer.ts'

export const askPrepared = async (ctx: BotContext, question: string): Promise<void> => {
  await giveAnswer(ctx, { question })
}
