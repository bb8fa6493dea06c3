/** What a run over one file of questions comes to: every question with what it adds to the measures. */
import type { QuestionType } from '../../src/answer/question/question-type.ts'
import type { ModelMeasures } from './measure-answers.ts'
import type { Times } from './measure-retrieval.ts'
import type { Values } from './measures.ts'
import type { Miss } from './report/miss.ts'

export interface AskedQuestion {
  readonly id: string
  readonly question: string
  readonly relevant: readonly string[]
  readonly tags: readonly string[]
  /** What it asks for, by our own classifier. */
  readonly type: QuestionType
  readonly values: Values
  /** Corpus ids, best first, at most 10. */
  readonly found: readonly string[]
  /** null where answers were not measured. */
  readonly answer: { readonly status: string; readonly reason: string | null; readonly text: string } | null
  /** Left out where nothing went wrong, or no report is wanted. */
  readonly miss?: Miss
}

export interface SetRun {
  readonly set: string
  /** `như gõ`, or what the file of questions is called after: `queries.telex.jsonl` → `telex`. */
  readonly typing: string
  readonly passages: number
  /** Reading, cutting, indexing and writing the corpus. */
  readonly ingestSeconds: number
  readonly retrieveMs: Times
  readonly questions: readonly AskedQuestion[]
  /** null where answers were not measured. */
  readonly quotes: { readonly quotes: number; readonly verbatim: number } | null
  readonly model: ModelMeasures | null
  /** Other searchers over the same corpus and questions; none unless asked for. */
  readonly peers: readonly PeerRun[]
}

export interface PeerRun {
  readonly name: string
  readonly retrieveMs: Times
  readonly questions: readonly { readonly values: Values }[]
}
