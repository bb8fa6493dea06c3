/** What a model does for an answer: asked only where it may be, believed only where it is borne out, and otherwise gone without. */
import { mayRead, type Level } from '../../access.ts'
import { faultOf, ModelError } from '../../models/model-error.ts'
import type { ChatModel } from '../../models/model.ts'
import type { Used } from '../../models/question-models.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { outward } from '../../text/outward.ts'
import type { ModelUse } from '../answer.ts'
import { refuseWithLibrary } from '../refusal.ts'
import { drafted, refusing, type Outcome, type Situation } from '../situation.ts'
import { writeAnswer } from './write-answer.ts'

/** The model that writes, as one question may use it. */
export interface AnswerModel {
  readonly chat: ChatModel
  /** The highest level of documents whose words it may be given. */
  readonly maySee: Level
  readonly maxTokens: number
  used(): Used
}

export interface WithModel {
  readonly outcome: Outcome
  readonly use: ModelUse
}

/** What the question allows; who is told when a model begins to write, and of what went wrong in this program itself. */
interface Told {
  readonly onWriting?: (passages: number) => void
  readonly onError?: (error: unknown) => void
  /** The question itself may not be given to it. */
  readonly inside?: boolean
}

/** `outcome` is what stands without a model. Never rejects. */
export const withModel = async (
  situation: Situation,
  outcome: Outcome,
  model: AnswerModel,
  { onWriting, onError, inside = false }: Told = {},
): Promise<WithModel> => {
  const use = (why: ModelUse['why'], counts = { kept: 0, dropped: 0 }): ModelUse => {
    const { calls, tokensIn, tokensOut, cost } = model.used()
    return { model: model.chat.id, why, calls, tokensIn, tokensOut, cost, ...counts }
  }
  if (outcome.kind === 'refused' || !outcome.grounds) return { outcome, use: use('not_needed') }
  const { grounds, draft, notices } = outcome
  // one paper that it may not see among those found, and nothing is asked: what it would leave out may be the answer
  if (inside || !grounds.candidates.every(({ passage }) => mayRead(model.maySee, passage.card.level)))
    return { outcome, use: use('level') }
  onWriting?.(new Set(grounds.candidates.map(({ passage }) => passage)).size)
  try {
    const { question, library, retrieval } = situation
    const asked = retrieval.outward ?? outward(question.text)
    const written = await writeAnswer(question, grounds, library, asked, model)
    if (written.kind === 'written')
      return { outcome: drafted(written.draft, written.notices), use: use('written', written.counts) }
    const end = use(written.why, written.counts)
    if (written.why !== 'none') return { outcome, use: end }
    if (grounds.isWeak) {
      const { near } = situation
      return { outcome: refusing(refuseWithLibrary('not_found', answerMessages.notFound, library, near)), use: end }
    }
    return { outcome: drafted(draft, [...new Set([...notices, answerMessages.closestOnly])]), use: end }
  } catch (error) {
    // a fault of ours is told of, and the quotes stand all the same
    if (!(error instanceof ModelError)) onError?.(error)
    return { outcome, use: use(faultOf(error)) }
  }
}
