/** Whether the answers hold what they should, refuse what they should, and quote exactly. */
import { answerQuestion } from '../../src/answer/answer-question.ts'
import type { Answer } from '../../src/answer/answer.ts'
import type { QuestionModels } from '../../src/models/question-models.ts'
import type { Level } from '../../src/access.ts'
import { mean, quantile } from './measure-retrieval.ts'
import type { AnswerMeasures, ModelMeasures } from './measures.ts'
import type { SetQuestion } from './read-set.ts'
import type { Retrieve, TrialIndex } from './trial-index.ts'

/** The models, opened anew for each question. */
export interface ModelsToMeasure {
  open(): QuestionModels
  readonly maySee: Level
  readonly maxTokens: number
  find(question: string, options: Parameters<Retrieve>[1], models: QuestionModels): ReturnType<Retrieve>
}

export const measureAnswers = async (
  questions: readonly SetQuestion[],
  index: Pick<TrialIndex, 'library' | 'retrieve'>,
  models: ModelsToMeasure | null = null,
): Promise<AnswerMeasures> => {
  const errors: unknown[] = []
  const asked: { question: SetQuestion; answer: Answer }[] = []
  for (const question of questions) {
    const mine = models?.open()
    const answer = await answerQuestion(
      { question: question.question, level: 'public', turns: [] },
      {
        now: () => new Date(),
        library: () => index.library,
        retrieve: (text, options) => (mine ? models!.find(text, options, mine) : index.retrieve(text, options)),
        ...(mine?.chat && {
          model: { chat: mine.chat, maySee: models!.maySee, maxTokens: models!.maxTokens, used: mine.used },
        }),
        onError: (error) => errors.push(error),
      },
    )
    asked.push({ question, answer })
  }
  // an answer that failed would look like a bad one: a measurement with errors is none
  if (errors.length > 0)
    throw new Error(`${errors.length} questions failed, the first: ${String(errors[0])}`, { cause: errors[0] })
  const answerable = asked.filter(({ question }) => question.relevant.length > 0)
  const withGold = answerable.filter(({ question }) => question.answers.length > 0)
  const answered = asked.filter(({ answer }) => answer.status === 'answered')
  const quotes = asked.flatMap(({ answer }) => answer.citations)
  const isRefused = ({ answer }: { answer: Answer }): number => Number(answer.status === 'refused')
  return {
    answerHit: mean(withGold.map(({ question, answer }) => Number(holdsGold(answer.text, question.answers)))),
    answerLength: mean(answered.map(({ answer }) => answer.text.length)),
    quoteHit: mean(withGold.map(({ question, answer }) => Number(holdsGold(quotedIn(answer), question.answers)))),
    quoteLength: mean(answered.map(({ answer }) => quotedIn(answer).length)),
    refusedRight: mean(asked.filter(({ question }) => question.relevant.length === 0).map(isRefused)),
    refusedWrong: mean(answerable.map(isRefused)),
    quotes: quotes.length,
    quotesVerbatim: quotes.filter(({ documentId, quote }) => index.library.content(documentId)?.text.includes(quote))
      .length,
    model: modelMeasures(asked.map(({ answer }) => answer)),
  }
}

const modelMeasures = (answers: readonly Answer[]): ModelMeasures | null => {
  const uses = answers.flatMap(({ model }) => model ?? [])
  const id = uses[0]?.model
  if (id === undefined) return null
  const total = (of: (use: (typeof uses)[number]) => number): number => uses.reduce((sum, use) => sum + of(use), 0)
  const why: Record<string, number> = {}
  for (const use of uses) why[use.why] = (why[use.why] ?? 0) + 1
  const written = answers.filter(({ model }) => model?.why === 'written')
  const times = answers.map(({ timings }) => timings.totalMs)
  return {
    id,
    written: written.length / answers.length,
    why,
    statementsKept: total(({ kept }) => kept),
    statementsDropped: total(({ dropped }) => dropped),
    citationsPerStatement: mean(
      written.flatMap(({ text }) => text.split('\n').map((line) => line.match(/\[\d+\]/g)?.length ?? 0)),
    ),
    calls: total(({ calls }) => calls),
    tokensIn: total(({ tokensIn }) => tokensIn),
    tokensOut: total(({ tokensOut }) => tokensOut),
    cost: total(({ cost }) => cost),
    answerMs: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
  }
}

const quotedIn = (answer: Answer): string => answer.citations.map(({ quote }) => quote).join('\n')

/** Whether one of the golds stands in the text; a gold of parts joined by `#` stands there if all its parts do (answering-study §0). */
export const holdsGold = (text: string, golds: readonly string[]): boolean => {
  const plain = compared(text)
  return golds.some((gold) => {
    const parts = gold
      .split('#')
      .map((part) => compared(part).replace(/[\s.,;:!?…]+$/u, ''))
      .filter(Boolean)
    return parts.length > 0 && parts.every((part) => plain.includes(part))
  })
}

const compared = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
