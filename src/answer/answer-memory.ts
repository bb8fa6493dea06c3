/** Worded answers kept for whoever asks the same again: under the level, the snapshot and the model they were made with, and no other. */
import { PROMPT_VERSION } from './written/prompt.ts'
import type { Answer } from './answer.ts'
import type { Level } from '../access.ts'

const REMEMBERED = 1_000

/** Keys are questions that stand alone, as they were understood. */
export interface AnswerMemory {
  get(question: string): Answer | undefined
  put(question: string, answer: Answer): void
}

export interface MemoryPlace {
  readonly level: Level
  /** Who asks: above the public level everybody has a memory of their own. */
  readonly person: string | null
  readonly snapshot: string
  /** Everything that decides how an answer is made: the model, what it may see. */
  readonly model: string
  /** ISO: an answer speaks of the age of its sources. */
  readonly day: string
}

export interface AnswerMemories {
  /** Never null for the public; null where nobody is known whose memory it would be. */
  at(place: MemoryPlace): AnswerMemory | null
}

export const createAnswerMemories = (): AnswerMemories => {
  const known = new Map<string, Answer>()
  return {
    at: ({ level, person, snapshot, model, day }) => {
      if (level !== 'public' && person === null) return null
      const place = JSON.stringify([level, level === 'public' ? null : person, snapshot, model, PROMPT_VERSION, day])
      const keyOf = (question: string): string => `${place} ${question.normalize('NFC')}`
      return {
        get: (question) => known.get(keyOf(question)),
        put: (question, answer) => {
          known.set(keyOf(question), answer)
          if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
        },
      }
    },
  }
}

/** An answer from memory: what it cost was paid by whoever asked first. */
export const again = (answer: Answer, timings: Answer['timings']): Answer => ({
  ...answer,
  timings,
  ...(answer.model && {
    model: { ...answer.model, why: 'remembered', calls: 0, tokensIn: 0, tokensOut: 0, cost: 0 },
  }),
})
