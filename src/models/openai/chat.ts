/** A model that writes, over chat completions: streamed, so that silence and endlessness are noticed while they happen. */
import type OpenAI from 'openai'
import type { APIError } from 'openai'
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import { countedTokens } from '../estimate-tokens.ts'
import { PASSING, withRetries } from '../guard/retry.ts'
import { withinTime, type TimeLimit } from '../guard/time-limit.ts'
import { ModelError } from '../model-error.ts'
import type { ChatModel, ChatReply, ChatRequest, Message } from '../model.ts'
import { asModelError, createClient, isApiError, type Server } from './client.ts'

export interface ChatOptions extends Server {
  readonly model: string
  /** How long it may think before it writes; null: not said. */
  readonly reasoning: ReasoningEffort | null
  readonly idleMs: number
  readonly totalMs: number
  /** Before the second try, which is the shortest; half a second by itself. */
  readonly pauseMs?: number
}

type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high'

/** A reply longer than this many characters a token allowed does not heed its limit. */
const CHARACTERS_PER_TOKEN = 8
/** reliability.md F9: three calls within ten seconds, then the asker is answered otherwise. */
const RETRIES = { tries: 3, pauseMs: 500, longestPauseMs: 3_000, faults: PASSING }
const RETRY_WITHIN_MS = 8_000

/** "It has said all it had to say"; the last two are of older TGI. Whatever else ends a reply (`error`, `abort`, …) breaks it off. */
const COMPLETE: ReadonlySet<string> = new Set(['stop', 'eos_token', 'stop_sequence'])

/** What a server turned out not to understand; it is asked without it from then on. */
interface Spoken {
  schema: boolean
  streamOptions: boolean
  temperature: boolean
  reasoning: ReasoningEffort | null
  limit: 'max_tokens' | 'max_completion_tokens'
}

export const createOpenAiChat = ({
  model,
  reasoning,
  idleMs,
  totalMs,
  pauseMs = RETRIES.pauseMs,
  ...server
}: ChatOptions): ChatModel => {
  const client = createClient(server)
  const spoken: Spoken = { schema: true, streamOptions: true, temperature: true, reasoning, limit: 'max_tokens' }
  const once = (request: ChatRequest, until: number): Promise<ChatReply> => {
    const left = until - performance.now()
    if (left <= 0) return Promise.reject(new ModelError('timeout', 'no time is left'))
    const time = { totalMs: left, idleMs, ...(request.signal && { signal: request.signal }) }
    return withinTime(time, async (limit) =>
      readReply(await client(), paramsOf(model, request, spoken), request, limit),
    )
  }
  const adapting = async (request: ChatRequest, until: number): Promise<ChatReply> => {
    for (;;) {
      const before = JSON.stringify(spoken)
      try {
        return await once(request, until)
      } catch (error) {
        if (!isRefused(error)) throw asModelError(error)
        learn(spoken, error)
        // it may be another call that has learnt it meanwhile
        if (JSON.stringify(spoken) === before) throw asModelError(error)
      }
    }
  }
  return {
    id: model,
    complete: (request) => {
      const longest = Math.min(totalMs, request.within ?? totalMs)
      const started = performance.now()
      const until = started + Math.min(longest, RETRY_WITHIN_MS)
      const policy = { ...RETRIES, pauseMs, until, ...(request.signal && { signal: request.signal }) }
      return withRetries(policy, () => adapting(request, started + longest))
    },
  }
}

const paramsOf = (model: string, request: ChatRequest, spoken: Spoken): ChatCompletionCreateParamsStreaming => ({
  model,
  messages: [...request.messages(spoken.schema ? 'schema' : 'plain')] as Message[],
  stream: true,
  [spoken.limit]: request.maxTokens,
  ...(spoken.temperature && { temperature: 0 }),
  ...(spoken.reasoning !== null && { reasoning_effort: spoken.reasoning }),
  ...(spoken.streamOptions && { stream_options: { include_usage: true } }),
  ...(spoken.schema && {
    response_format: {
      type: 'json_schema',
      json_schema: { name: request.schema.name, strict: true, schema: { ...request.schema.of } },
    },
  }),
})

const isRefused = (error: unknown): error is APIError =>
  isApiError(error) && (error.status === 400 || error.status === 422)

/** A refusal that names what we sent: the server is older, or newer, than that parameter. */
const learn = (spoken: Spoken, error: APIError): void => {
  const said = `${error.param ?? ''} ${error.message}`
  if (spoken.schema && /response_format|json_schema|guided|grammar/i.test(said)) spoken.schema = false
  else if (spoken.streamOptions && /stream_options|include_usage/i.test(said)) spoken.streamOptions = false
  else if (spoken.limit === 'max_tokens' && /max_tokens|max_completion_tokens/i.test(said))
    spoken.limit = 'max_completion_tokens'
  else if (spoken.temperature && /temperature/i.test(said)) spoken.temperature = false
  else if (spoken.reasoning !== null && /reasoning/i.test(said)) spoken.reasoning = null
}

const readReply = async (
  client: OpenAI,
  params: ChatCompletionCreateParamsStreaming,
  request: ChatRequest,
  limit: TimeLimit,
): Promise<ChatReply> => {
  const longest = CHARACTERS_PER_TOKEN * request.maxTokens
  let text = ''
  let finish: string | null = null
  let refused = false
  let usage: { readonly prompt_tokens?: unknown; readonly completion_tokens?: unknown } | null = null
  const stream = await client.chat.completions.create(params, { signal: limit.signal })
  // a body that is no stream (a web page, JSON) gives no chunk at all
  if (!(Symbol.asyncIterator in stream)) throw new ModelError('bad_reply', 'the reply is no stream')
  try {
    for await (const chunk of stream) {
      limit.heard()
      const piece = pieceOf(chunk)
      usage = piece.usage ?? usage
      text += piece.content
      refused ||= piece.isRefusal
      finish = piece.finish ?? finish
      if (text.length > longest) throw new ModelError('endless', `more than ${longest} characters`)
    }
  } catch (error) {
    const known = asModelError(error)
    // it had begun: what broke off now is not a server that cannot be reached
    throw known.fault === 'unreachable' ? new ModelError('cut', 'the connection ended') : known
  }
  if (limit.signal.aborted) throw new ModelError('stopped', 'the call was given up')
  if (refused || finish === 'content_filter') throw new ModelError('filtered', 'the model or its server declined')
  if (finish === 'length') throw new ModelError('cut', 'the reply is longer than its limit')
  if (finish === null)
    throw new ModelError(text === '' ? 'bad_reply' : 'cut', 'the reply ended without saying that it is complete')
  if (!COMPLETE.has(finish)) throw new ModelError('cut', 'the reply ended before it was complete')
  if (text.trim() === '') throw new ModelError('empty', 'the reply is empty')
  const sent = params.messages.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n')
  return {
    text,
    tokensIn: countedTokens(usage?.prompt_tokens, sent),
    tokensOut: countedTokens(usage?.completion_tokens, text),
  }
}

/** What one chunk adds; the package checks nothing of it. */
const pieceOf = (chunk: unknown) => {
  const { choices, usage } = (chunk ?? {}) as { choices?: unknown; usage?: object | null }
  const choice = (Array.isArray(choices) ? choices[0] : null) as Choice | null | undefined
  const content = choice?.delta?.content ?? ''
  const finish = choice?.finish_reason ?? null
  if (typeof content !== 'string' || (finish !== null && typeof finish !== 'string'))
    throw new ModelError('bad_reply', 'a chunk is not of this API')
  return { content, finish, isRefusal: Boolean(choice?.delta?.refusal), usage }
}

interface Choice {
  readonly delta?: { readonly content?: unknown; readonly refusal?: unknown } | null
  readonly finish_reason?: unknown
}
