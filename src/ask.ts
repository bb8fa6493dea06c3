/** The part of the composition root that asks: what one question is given of the index, the models and the memory. */
import { mayRead, type Level } from './access.ts'
import type { Answer, Turn } from './answer/answer.ts'
import { createAnswerMemories } from './answer/answer-memory.ts'
import { answerQuestion } from './answer/answer-question.ts'
import type { EndedUnit } from './answer/units/ended-unit.ts'
import type { Config } from './config.ts'
import { ModelError } from './models/model-error.ts'
import { modelsForQuestion, type Models } from './models/question-models.ts'
import { find, type Finders } from './search/find.ts'
import type { LexicalIndex } from './search/lexical/lexical-index.ts'
import type { OpenSnapshot } from './search/snapshot/open-snapshot.ts'
import type { Logger } from './telemetry.ts'
import { isoDay } from './text/numbers/clock.ts'

export interface AskOptions {
  readonly level: Level
  readonly turns: readonly Turn[]
  /** The document that the asker picked when asked back. */
  readonly about?: string
  /** Hits listed in the answer. */
  readonly top?: number
  /** The key of who asks: whose budget of the models it is. */
  readonly person?: string
  /** Told when a model begins to write, with how many passages it is given. */
  readonly onWriting?: (passages: number) => void
  /** The asker wants no more of it: calls of models are given up. */
  readonly signal?: AbortSignal
  /** No model words the answer. */
  readonly quotesOnly?: boolean
}

export interface AskParts {
  readonly config: Config
  readonly index: { open(): OpenSnapshot | null }
  readonly models: Models
  readonly log: Logger
  /** Bodies that are no longer, as the table of them stands now. */
  readonly units: () => readonly EndedUnit[]
}

export const createAsk = ({ config, index, models, log, units }: AskParts) => {
  const { maySee, chat } = config.models
  const memories = createAnswerMemories()
  const isServed = [models.chat, models.embedder, models.reranker].some((model) => model !== null)
  return async (
    question: string,
    { level, turns, about, top, person, onWriting, signal, quotesOnly = false }: AskOptions,
  ): Promise<Answer> => {
    // one snapshot for the whole question: what was found is quoted from the snapshot it was found in
    let opened: OpenSnapshot | null | undefined
    const snapshot = (): OpenSnapshot | null => (opened ??= index.open())
    const warn = (message: string, error: unknown): void =>
      log.warn(error instanceof ModelError ? { fault: error.fault } : { err: error }, message)
    const mine = modelsForQuestion(models, person ?? null, signal)
    const writer = quotesOnly ? null : mine.chat
    const outwardWords = (opened: OpenSnapshot): { outwardLexical: LexicalIndex } => ({
      outwardLexical: opened.scope(mayRead(level, maySee) ? maySee : level).lexical,
    })
    const memory =
      writer &&
      memories.at({
        level,
        person: person ?? null,
        snapshot: snapshot()?.info.id ?? '',
        model: `${writer.id} ${maySee}`,
        day: isoDay(Date.now()),
      })
    const answer = await answerQuestion(
      { question, level, turns, ...(about !== undefined && { about }), ...(top !== undefined && { top }) },
      {
        now: () => new Date(),
        units: units(),
        library: () => snapshot()?.scope(level).library ?? null,
        maySee: isServed ? maySee : 'staff',
        retrieve: (text, { inside = false, ...options }) =>
          find(
            text,
            snapshot()!.scope(level),
            inside || quotesOnly ? withinTheHouse(mine) : mine,
            { ...options, ...(isServed && outwardWords(snapshot()!)), ...(signal && { signal }) },
            warn,
          ),
        model: writer && { chat: writer, maySee, maxTokens: chat!.maxTokens, used: mine.used },
        ...(memory && { memory }),
        ...(onWriting && { onWriting }),
        onError: (error) => log.error({ err: error }, 'a question could not be answered'),
      },
    )
    // no word of question or answer: what it came to, and what it cost
    if (answer.model && answer.model.why !== 'not_needed')
      log.info({ use: answer.model, faults: mine.used().faults }, 'a model was asked')
    return answer
  }
}

/** Only what is part of this program: it may see whatever the asker may. */
const withinTheHouse = ({ embedder, reranker }: Finders): Finders => ({
  embedder: embedder?.maySee === 'staff' ? embedder : null,
  reranker: reranker?.maySee === 'staff' ? reranker : null,
})
