/** What a question comes with, and what answering it needs. */
import type { Level } from '../access.ts'
import type { Retrieval } from '../search/retrieval.ts'
import type { Library } from '../search/search-index.ts'
import type { Turn } from './answer.ts'
import type { AnswerMemory } from './answer-memory.ts'
import type { EndedUnit } from './units/ended-unit.ts'
import type { AnswerModel } from './written/model-part.ts'

export interface AskedQuestion {
  readonly question: string
  /** What the asker may read; comes from the records and the kind of chat, never from the message. */
  readonly level: Level
  /** Earlier turns of this conversation, oldest first. */
  readonly turns: readonly Turn[]
  /** The document that the asker picked when asked back: no other is looked at. */
  readonly about?: string
  /** Hits listed in the answer. Default 10. */
  readonly top?: number
}

export interface AnswerDeps {
  now(): Date
  /** What the asker's level may see; null before anything was ingested. */
  library(): Library | null
  /** `preferDocuments`: ids that come first among the documents that match at all; `onlyDocuments`: no others are looked at. */
  retrieve(
    question: string,
    options: {
      readonly top: number
      readonly preferDocuments?: readonly string[]
      readonly onlyDocuments?: readonly string[]
      /** Documents that are not looked at. */
      readonly leaveOut?: ReadonlySet<string>
      /** No word of this question may leave the house: it names, or leans on, what `maySee` does not cover. */
      readonly inside?: boolean
    },
  ): Retrieval | Promise<Retrieval>
  /** The highest level of documents whose words may be given to models; left out: there are none outside. */
  readonly maySee?: Level
  /** The model that words answers; null or left out: answers are quotes. */
  readonly model?: AnswerModel | null
  /** Answers that a model has worded for this level from this very snapshot: the same question is not paid for twice. */
  readonly memory?: AnswerMemory
  /** Bodies that are no longer; left out: none are known. */
  readonly units?: readonly EndedUnit[]
  /** Told when a model begins to write, with how many passages it is given. */
  readonly onWriting?: (passages: number) => void
  /** Told about errors that were answered with an apology. */
  readonly onError?: (error: unknown) => void
}
