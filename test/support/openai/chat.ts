/** Answers chat calls, as a stream and whole. */
import type { Fault } from './faults.ts'
import { isRecord } from '../telegram/fields.ts'
import { readChatCall } from './chat-call.ts'
import { jsonScript, play, sse, typeOf, type Script } from './play.ts'
import { playInstead, writeEndlessly } from './plain-faults.ts'
import type { Exchange } from './state.ts'
import { tokensOf, type ChatCall, type ChatReply } from './wire.ts'

const FOREIGN = '很抱歉，我无法回答这个问题。请联系相关部门。'
const REFUSAL = "I'm sorry, I can't assist with that."
const CHUNK = 12
/** Fixed, so that replies are the same each time. */
const CREATED = 1_750_000_000

/** What goes out, after the fault has had its say. */
interface Outcome {
  readonly content: string | null
  readonly refusal: string | null
  readonly reasoning: string
  readonly finish: string | null
  readonly hasChoices: boolean
}

export const answerChat = async ({ state, body, n, fault, line }: Exchange): Promise<void> => {
  const call = readChatCall(body, n, state.features)
  const streams = call.stream !== (fault?.kind === 'wrong-mode')
  if (await playInstead(line, fault, 'chat', streams)) return
  const reply = typeof state.chat === 'function' ? await replyOf(state.chat(call), line) : state.chat
  if (reply === null) return
  const outcome = outcomeOf(reply, fault)
  const said = `${outcome.reasoning}${outcome.content ?? outcome.refusal ?? ''}`
  const usage = usageOf(reply.tokensIn ?? tokensOf(promptOf(call)), reply.tokensOut ?? tokensOf(said))
  state.tokens.in += usage.prompt_tokens
  const shown = state.features.usage ? { usage } : {}
  const head = { id: `chatcmpl-${n}`, created: CREATED, model: body['model'] }
  if (!streams) {
    state.tokens.out += usage.completion_tokens
    const whole = { ...head, object: 'chat.completion', choices: choicesOf(outcome), ...shown }
    return play(line, jsonScript(JSON.stringify(whole)), fault)
  }
  const chunk = (choices: unknown, more: object = {}): string =>
    sse({ ...head, object: 'chat.completion.chunk', choices, ...more })
  if (fault?.kind === 'endless') {
    const text = fault.text ?? 'và cứ thế, '
    line.head(200, { 'content-type': typeOf(true) })
    const filler = chunk([{ index: 0, delta: { content: text }, finish_reason: null }])
    const times = await writeEndlessly(line, '', filler, fault.maxBytes)
    state.tokens.out += Math.ceil((Buffer.byteLength(text) * times) / 4)
    return
  }
  const asked = isRecord(body['stream_options']) && body['stream_options']['include_usage'] === true
  const { parts, pieces } = streamOf(outcome, reply.chunk ?? CHUNK, chunk, asked && state.features.usage ? usage : null)
  let counted = 0
  const count = (tokens: number): void => {
    state.tokens.out += tokens - counted
    counted = tokens
  }
  const script: Script = {
    streams: true,
    pieces,
    place: (after) => (after <= 0 ? 0 : Math.min(after, parts.length) + 1),
    delayMs: reply.delayMs ?? 0,
    // the opening comes before the parts, the reason for the end after them
    sent: (piece) => count(piece > parts.length ? usage.completion_tokens : tokensOf(parts.slice(0, piece).join(''))),
  }
  await play(line, script, fault)
}

/** Null where the client went away while the test was thinking. */
const replyOf = async (
  reply: ChatReply | Promise<ChatReply>,
  { wait }: Exchange['line'],
): Promise<ChatReply | null> => {
  const given = Promise.resolve(reply)
  return (await wait(given)) ? given : null
}

const outcomeOf = ({ text, finish = 'stop', reasoning = '' }: ChatReply, fault: Fault | null): Outcome => {
  const good: Outcome = { content: text, refusal: null, reasoning, finish, hasChoices: true }
  switch (fault?.kind) {
    case 'no-choices':
      return { ...good, content: null, hasChoices: false }
    case 'content':
      return { ...good, content: fault.content }
    case 'finish':
      return { ...good, content: text.slice(0, fault.keep ?? Math.floor(text.length / 2)), finish: fault.finish }
    case 'refusal':
      return { ...good, content: null, refusal: fault.text ?? REFUSAL }
    case 'wrong-language':
      return { ...good, content: fault.text ?? FOREIGN }
    default:
      return good
  }
}

const promptOf = ({ messages }: ChatCall): string => messages.map(({ content }) => content).join('')

const usageOf = (prompt_tokens: number, completion_tokens: number) => ({
  prompt_tokens,
  completion_tokens,
  total_tokens: prompt_tokens + completion_tokens,
})

const choicesOf = ({ content, refusal, reasoning, finish, hasChoices }: Outcome): readonly object[] => {
  const thought = reasoning === '' ? {} : { reasoning_content: reasoning }
  const message = { role: 'assistant', content, refusal, ...thought }
  return hasChoices ? [{ index: 0, message, logprobs: null, finish_reason: finish }] : []
}

const streamOf = (
  { content, refusal, reasoning, finish, hasChoices }: Outcome,
  size: number,
  chunk: (choices: unknown, more?: object) => string,
  usage: object | null,
): { readonly parts: readonly string[]; readonly pieces: readonly string[] } => {
  // with include_usage every chunk but the last says null
  const more = usage === null ? {} : { usage: null }
  const one = (delta: object, finish_reason: string | null = null): string =>
    chunk(hasChoices ? [{ index: 0, delta, logprobs: null, finish_reason }] : [], more)
  const parts = [
    ...cut(reasoning, size).map((text) => ({ field: 'reasoning_content', text })),
    ...cut(content ?? '', size).map((text) => ({ field: 'content', text })),
    ...cut(refusal ?? '', size).map((text) => ({ field: 'refusal', text })),
  ]
  const pieces = [
    one({ role: 'assistant', content: content === null ? null : '', refusal: null }),
    ...parts.map(({ field, text }) => one({ [field]: text })),
    one({}, finish),
    ...(usage === null ? [] : [chunk([], { usage })]),
    sse('[DONE]'),
  ]
  return { parts: parts.map(({ text }) => text), pieces }
}

/** By whole characters, never through a pair of surrogates. */
const cut = (text: string, size: number): readonly string[] => {
  const letters = [...text]
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, at) => letters.slice(at * size, (at + 1) * size).join('')) // prettier-ignore
}
