/** THE page: how a question becomes an answer with exact quotes, or an honest refusal. */
import type { Level } from '../access.ts'
import type { Retrieval } from '../search/retrieval.ts'
import type { Library } from '../search/search-index.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import { oneLine } from '../text/vietnamese.ts'
import type { Answer, Citation, Failure, Turn } from './answer.ts'
import { chooseUnits } from './choose-units.ts'
import { isVerbatim } from './citations.ts'
import { composeExtract } from './compose-extract.ts'
import { strengthOf } from './decide.ts'
import { noticesOn } from './notices.ts'
import { understand } from './question.ts'
import { decline, refuseWithLibrary } from './refusal.ts'
import type { Refused } from './refusal.ts'
import { scoreUnits } from './unit-features.ts'

export interface AskedQuestion {
  readonly question: string
  /** What the asker may read; comes from the records and the kind of chat, never from the message. */
  readonly level: Level
  /** Earlier turns of this conversation, oldest first. */
  readonly turns: readonly Turn[]
  /** Hits listed in the answer. Default 10. */
  readonly top?: number
}

export interface AnswerDeps {
  now(): Date
  /** What the asker's level may see; null before anything was ingested. */
  library(): Library | null
  retrieve(question: string, options: { readonly top: number }): Retrieval | Promise<Retrieval>
  /** Told about errors that were answered with an apology. */
  readonly onError?: (error: unknown) => void
}

const HITS = 10
const PASSAGES = 5
const BUDGET = 700

/** Never throws: what goes wrong inside is an answer of status `failed`. */
export const answerQuestion = async (asked: AskedQuestion, deps: AnswerDeps): Promise<Answer> => {
  const clock = startClock()
  const question = oneLine(asked.question)
  let retrieval: Retrieval | null = null
  const common = (notices: readonly string[] = []) => ({
    hits: hitsOf(retrieval, asked.top ?? HITS),
    notices,
    timings: clock.timings(),
    standalone: question,
  })
  const refuse = (refused: Refused): Answer => ({ status: 'refused', citations: [], ...refused, ...common() })
  const fail = (reason: Failure): Answer => ({
    status: 'failed',
    reason,
    citations: [],
    text: answerMessages.failed,
    ...common(),
  })

  try {
    const library = deps.library()
    if (!library || library.cards.length === 0) return refuse(decline('not_found', answerMessages.emptyLibrary))
    retrieval = await deps.retrieve(question, { top: Math.max(asked.top ?? HITS, HITS) })
    clock.retrieved()
    const near = retrieval.documents.map(({ card }) => card)
    if (strengthOf(retrieval) === 'none')
      return refuse(refuseWithLibrary('not_found', answerMessages.notFound, library, near))
    const understood = understand(retrieval.query)
    const candidates = scoreUnits(understood, retrieval.passages.slice(0, PASSAGES))
    const chosen = chooseUnits(candidates, { type: understood.type, budget: BUDGET })
    if (!chosen) return refuse(refuseWithLibrary('not_found', answerMessages.notFound, library, near))
    const draft = composeExtract(library, chosen, null)
    const [first, ...others] = draft.citations.filter((citation: Citation) => isVerbatim(library, citation))
    if (!first) return refuse(refuseWithLibrary('not_found', answerMessages.notFound, library, near))
    const notices = noticesOn([first, ...others], library, deps.now())
    return { status: 'answered', reason: null, text: draft.text, citations: [first, ...others], ...common(notices) }
  } catch (error) {
    deps.onError?.(error)
    return fail(retrieval ? 'internal' : 'search_failed')
  }
}

const hitsOf = (retrieval: Retrieval | null, top: number): Answer['hits'] =>
  (retrieval?.documents ?? []).slice(0, top).map(({ card, passage, score }) => ({
    documentId: card.id,
    passageId: passage.id,
    score,
  }))

const startClock = () => {
  const start = performance.now()
  let found: number | null = null
  const since = (from: number): number => Math.round((performance.now() - from) * 100) / 100
  return {
    retrieved: (): void => void (found = performance.now()),
    timings: () => ({
      retrieveMs: found === null ? 0 : Math.round((found - start) * 100) / 100,
      composeMs: found === null ? 0 : since(found),
      totalMs: since(start),
    }),
  }
}
