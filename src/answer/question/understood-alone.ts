/** What a question asks when nothing was said before it: by rule, and where that had to lean on an earlier turn, in a model's words if they hold. */
import { mayRead } from '../../access.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { leanedOn, type Turn } from '../answer.ts'
import type { AnswerModel } from '../written/model-part.ts'
import { rewriteQuestion } from '../written/rewrite-question.ts'
import { standaloneOf, type Standalone } from './follow-up.ts'
import { screenQuestion } from './screen-question.ts'

export const understoodAlone = async (
  question: string,
  turns: readonly Turn[],
  model: AnswerModel | null,
): Promise<Standalone> => {
  const byRule = standaloneOf(question, turns)
  // bound to a document that was opened or picked, there is nothing to guess
  if (!model || !byRule.dependent || byRule.only) return byRule
  // from older turns it would be made a question about something else
  if (!mayRead(model.maySee, leanedOn(turns)?.level ?? 'public')) return byRule
  const text = await rewriteQuestion(oneLine(question), turns, model)
  return text === null || screenQuestion(text) ? byRule : { ...byRule, text, joinedWith: null }
}
