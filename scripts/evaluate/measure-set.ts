/** Asks every question of a set: first of the search alone, so that nothing else is in its time, then of the whole program. */
import type { Level } from '../../src/access.ts'
import { answerQuestion } from '../../src/answer/answer-question.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { understand } from '../../src/answer/question/question.ts'
import type { QuestionModels } from '../../src/models/question-models.ts'
import type { Retrieval } from '../../src/search/retrieval.ts'
import { answerValues, modelMeasures, quotesOf } from './measure-answers.ts'
import { rankingValues, timesOf, TOP } from './measure-retrieval.ts'
import { measurePeer } from './measure-peer.ts'
import type { SetQuestion } from './read-set.ts'
import { explainMiss } from './report/explain-miss.ts'
import type { AskedQuestion, SetRun } from './set-run.ts'
import type { Retrieve, TrialIndex } from './trial-index.ts'
import type { Searcher } from './searchers.ts'

/** The models, opened anew for each question. */
export interface ModelsToMeasure {
  open(): QuestionModels
  readonly maySee: Level
  readonly maxTokens: number
  find(
    index: TrialIndex,
    question: string,
    options: Parameters<Retrieve>[1],
    models: QuestionModels,
  ): ReturnType<Retrieve>
}

export interface HowToMeasure {
  readonly retrievalOnly: boolean
  /** Whether each miss is to be explained. */
  readonly explained: boolean
  readonly models: ModelsToMeasure | null
  readonly peers: readonly Searcher[]
}

export const measureSet = async (
  name: { readonly set: string; readonly typing: string },
  questions: readonly SetQuestion[],
  index: TrialIndex,
  { retrievalOnly, explained, models, peers }: HowToMeasure,
): Promise<SetRun> => {
  const retrieve: Retrieve = models
    ? (question, options) => models.find(index, question, options, models.open())
    : index.retrieve
  const times: number[] = []
  const found: Retrieval[] = []
  for (const { question } of questions) {
    const started = performance.now()
    const retrieval = retrieve(question, { top: TOP })
    // without a model there is nothing to wait for, and waiting would be measured
    found.push(retrieval instanceof Promise ? await retrieval : retrieval)
    times.push(performance.now() - started)
  }
  const answers = retrievalOnly ? null : await answersTo(questions, index, models)
  const asked = questions.map((question, i): AskedQuestion => {
    const ids = found[i]!.documents.map(({ card }) => card.id)
    const answer = answers?.[i] ?? null
    const values = {
      ...rankingValues({ found: ids, relevant: new Set(question.relevant) }),
      ...(answer && answerValues(question, answer)),
    }
    const miss = explained ? explainMiss(question, values, found[i]!, answer, index) : null
    return {
      id: question.id,
      question: question.question,
      relevant: question.relevant,
      tags: question.tags ?? [],
      type: understand(found[i]!.query).type,
      values,
      found: ids,
      answer: answer && { status: answer.status, reason: answer.reason, text: answer.text },
      ...(miss && { miss }),
    }
  })
  const quotes = answers?.map((answer) => quotesOf(answer, index.library))
  return {
    ...name,
    passages: index.passages,
    ingestSeconds: index.ingestSeconds,
    retrieveMs: timesOf(times),
    questions: asked,
    quotes: quotes
      ? {
          quotes: quotes.reduce((sum, one) => sum + one.quotes, 0),
          verbatim: quotes.reduce((sum, one) => sum + one.verbatim, 0),
        }
      : null,
    model: answers && modelMeasures(answers),
    peers: peers.map((peer) => measurePeer(peer, questions)),
  }
}

const answersTo = async (
  questions: readonly SetQuestion[],
  index: TrialIndex,
  models: ModelsToMeasure | null,
): Promise<readonly Answer[]> => {
  const errors: unknown[] = []
  const answers: Answer[] = []
  for (const { question } of questions) {
    const mine = models?.open()
    const answer = await answerQuestion(
      { question, level: 'public', turns: [] },
      {
        now: () => new Date(),
        library: () => index.library,
        retrieve: (text, options) => (mine ? models!.find(index, text, options, mine) : index.retrieve(text, options)),
        ...(mine?.chat && {
          model: { chat: mine.chat, maySee: models!.maySee, maxTokens: models!.maxTokens, used: mine.used },
        }),
        onError: (error) => errors.push(error),
      },
    )
    answers.push(answer)
  }
  // an answer that failed would look like a bad one: a measurement with errors is none
  if (errors.length > 0)
    throw new Error(`${errors.length} questions failed, the first: ${String(errors[0])}`, { cause: errors[0] })
  return answers
}
