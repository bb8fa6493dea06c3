/** A server with OpenAI's API on this machine, for chat, embeddings and reranking, that a test scripts and that can misbehave. */
import { answerCall, kindOf } from './openai/answer-call.ts'
import type { Always, Fault } from './openai/faults.ts'
import { createHttpDoor } from './openai/http-door.ts'
import { readings } from './openai/received.ts'
import { createState } from './openai/state.ts'
import type {
  CallKind,
  ChatScript,
  EmbeddingsOptions,
  Features,
  ModelKind,
  RecordedCall,
  Score,
  Tokens,
} from './openai/wire.ts'
import { createWaiting, type WaitOptions } from './telegram/waiting.ts'

export type { At, Fault, FaultKind } from './openai/faults.ts'
export { overlap, vectorOf } from './openai/vectors.ts'
export { tokensOf } from './openai/wire.ts'
export type { CallKind, ChatCall, ChatReply, ModelKind, RecordedCall } from './openai/wire.ts'

export interface OpenAiServerOptions {
  readonly port?: number
  /** Any other key gets a 401; without it every key is good. */
  readonly apiKey?: string
}

export interface OpenAiServer {
  /** For OPENAI_BASE_URL, with /v1; no slash at the end. */
  readonly url: string
  /** For RERANK_BASE_URL; answers POST /rerank and /v1/rerank. */
  readonly rerankUrl: string
  /** Every request, in the order in which they were read to their end. */
  readonly calls: readonly RecordedCall[]
  count(kind?: CallKind): number
  /** Whether any byte that came so far, in address, headers or body, says this text, in whatever way it is escaped. */
  received(text: string): boolean
  /** Of replies that went out: `in` and `out` of chats (of a broken stream only what was sent), `embedded` of embeddings. */
  readonly tokens: Readonly<Tokens>
  /** Requests open now, and the most at once. */
  readonly open: number
  readonly mostOpen: number
  /** How chat calls are answered from now on. */
  chat(reply: ChatScript): void
  /** The next calls of a kind go wrong like this, one fault a call; null: this one is well. Takes the place of an earlier list. */
  faults(kind: ModelKind, faults: readonly (Fault | null)[]): void
  /** Every call of a kind, until null; a function decides by the call's number, from 1. A list given to `faults` comes first. */
  always(kind: ModelKind, fault: Always): void
  embeddings(options: EmbeddingsOptions): void
  /** Without it the share of the query's syllables that a text has. */
  rerank(score: Score): void
  /** All true at first. A call that asks for what is not supported gets a 400 that names the parameter. */
  supports(features: Partial<Features>): void
  /** Waits for any condition; looked at whenever a call has come or has ended. */
  until<T>(check: () => T | undefined | null | false, options: WaitOptions | string): Promise<T>
  /** Refuses connections and breaks the open ones; the same port answers again after `up`. */
  down(): Promise<void>
  up(): Promise<void>
  /** Forgets calls, tokens, faults and scripts. */
  reset(): void
  close(): Promise<void>
}

export const createOpenAiServer = async (options: OpenAiServerOptions = {}): Promise<OpenAiServer> => {
  let state = createState()
  const waiting = createWaiting()
  waiting.clues.add(() => lastCalls(state.calls))
  const door = createHttpDoor({
    happened: () => waiting.happened(),
    arrived: async ({ call, rawHeaders, line, isWhole }) => {
      const now = state
      call.kind = kindOf(call)
      now.calls.push(call)
      now.rawHeaders.set(call, rawHeaders)
      const answered = isWhole ? answerCall(now, call, line, options.apiKey) : null
      waiting.happened()
      await answered
    },
  })
  await door.listen(options.port ?? 0)

  const readingsOf = (call: RecordedCall & (typeof state.calls)[number]): readonly string[] => {
    const known = state.readings.get(call)
    if (known !== undefined) return known
    const made = readings(call.path, state.rawHeaders.get(call) ?? [], call.raw, call.body)
    state.readings.set(call, made)
    return made
  }

  return {
    url: `http://127.0.0.1:${door.port()}/v1`,
    rerankUrl: `http://127.0.0.1:${door.port()}`,
    get calls() {
      return state.calls
    },
    count: (kind) => state.calls.filter((call) => kind === undefined || call.kind === kind).length,
    received: (text) => {
      const wanted = text.normalize('NFC')
      return state.calls.some((call) => readingsOf(call).some((reading) => reading.includes(wanted)))
    },
    get tokens() {
      return { ...state.tokens }
    },
    get open() {
      return door.open()
    },
    get mostOpen() {
      return door.mostOpen()
    },
    chat: (reply) => {
      state.chat = reply
    },
    faults: (kind, faults) => state.faults.queue(kind, faults),
    always: (kind, fault) => state.faults.always(kind, fault),
    embeddings: (how) => {
      state.embeddings = { ...state.embeddings, ...how }
    },
    rerank: (score) => {
      state.score = score
    },
    supports: (features) => {
      state.features = { ...state.features, ...features }
    },
    until: (check, how) => waiting.until(check, typeof how === 'string' ? { what: how } : how),
    down: door.down,
    up: () => door.listen(),
    reset: () => {
      state = createState()
      door.forget()
    },
    close: door.down,
  }
}

const lastCalls = (calls: readonly RecordedCall[]): string => {
  const last = calls.slice(-8).map(({ method, path, aborted, done }) => {
    return `  ${method} ${path} ${done ? 'answered' : aborted ? 'client gone' : 'open or broken'}`
  })
  return last.length === 0 ? 'Nobody has called.' : `The last calls:\n${last.join('\n')}`
}
