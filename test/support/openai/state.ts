/** All that `reset` forgets. A call that is still under way keeps the state it began with. */
import { createFaultScript, type FaultScript } from './faults.ts'
import type { Fault } from './faults.ts'
import type { Line } from './line.ts'
import { overlap } from './vectors.ts'
import type { ChatScript, EmbeddingsOptions, Features, Recording, Score, Tokens } from './wire.ts'

export interface State {
  readonly calls: Recording[]
  readonly readings: Map<Recording, readonly string[]>
  readonly rawHeaders: Map<Recording, readonly string[]>
  readonly tokens: Tokens
  readonly faults: FaultScript
  chat: ChatScript
  embeddings: EmbeddingsOptions
  score: Score
  features: Features
}

/** One call on its way to a reply. */
export interface Exchange {
  readonly state: State
  readonly body: Readonly<Record<string, unknown>>
  /** Number among the calls of its kind, from 1. */
  readonly n: number
  readonly fault: Fault | null
  readonly line: Line
}

export const createState = (): State => ({
  calls: [],
  readings: new Map(),
  rawHeaders: new Map(),
  tokens: { in: 0, out: 0, embedded: 0 },
  faults: createFaultScript(),
  chat: { text: 'Xin chào.' },
  embeddings: {},
  score: overlap,
  features: {
    schema: true,
    streamOptions: true,
    stream: true,
    usage: true,
    maxTokens: true,
    temperature: true,
    reasoning: true,
    dimensions: true,
    documents: true,
  },
})
