/** The model that writes, behind the real package and real HTTP: what is whole comes back, whatever else happens is a fault with a name. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ModelError, type ModelFault } from '../../src/models/model-error.ts'
import type { ChatModel, ChatRequest } from '../../src/models/model.ts'
import { createOpenAiChat, type ChatOptions } from '../../src/models/openai/chat.ts'
import { safeError } from '../../src/telemetry.ts'
import {
  createOpenAiServer,
  tokensOf,
  type Fault,
  type OpenAiServer,
  type OpenAiServerOptions,
} from '../support/openai-server.ts'

const KEY = 'khoa-bi-mat-0123456789'
const RULES = 'Chỉ trả lời theo tài liệu nội bộ số 17.'
const QUESTION = 'Ông Đinh Văn Khảm đóng đảng phí bao nhiêu?'
const ANSWER = 'Đảng viên đóng đảng phí hằng tháng, theo tỉ lệ 😀 trên thu nhập.'
const SCHEMA = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false }

const serve = async (options?: OpenAiServerOptions): Promise<OpenAiServer> => {
  const server = await createOpenAiServer(options)
  onTestFinished(() => server.close())
  server.chat({ text: ANSWER, chunk: 5 })
  return server
}

/** Limits that no healthy call comes near. */
const chatOf = (server: OpenAiServer, options: Partial<ChatOptions> = {}): ChatModel =>
  createOpenAiChat({
    baseUrl: server.url,
    apiKey: KEY,
    model: 'm',
    reasoning: null,
    idleMs: 20_000,
    totalMs: 40_000,
    pauseMs: 1,
    ...options,
  })

const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: (form) => [
    { role: 'system', content: `${RULES} ${form}` },
    { role: 'user', content: QUESTION },
  ],
  schema: { name: 'tra_loi', of: SCHEMA },
  maxTokens: 100,
  ...more,
})

/** The fault of a call that must fail; and nothing that was sent may stand in the error, wherever it is looked at. */
const faultIn = async (call: Promise<unknown>): Promise<ModelFault> => {
  const error: unknown = await call.then(
    (reply) => expect.fail(`it was taken for a reply: ${JSON.stringify(reply)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ModelError)) throw error
  const shown = [error.message, error.stack, JSON.stringify(safeError(error)), inspect(error, { depth: 20, showHidden: true })].join('\n') // prettier-ignore
  for (const secret of ['khoa-', 'bi-mat', 'Khảm', 'nội bộ', 'hằng tháng']) expect(shown).not.toContain(secret)
  return error.fault
}

type Body = Readonly<Record<string, unknown>>
const bodies = (server: OpenAiServer): readonly Body[] => server.calls.map(({ body }) => body as Body)

describe('a good reply', () => {
  it('comes in schema form, with everything that the server is to know and nothing else', async () => {
    const server = await serve({ apiKey: KEY })
    server.chat(({ system, user, schema }) => ({ text: JSON.stringify({ system, user, schema }), tokensIn: 71, tokensOut: 19 })) // prettier-ignore
    const reply = await chatOf(server, { reasoning: 'low' }).complete(request())
    expect(JSON.parse(reply.text)).toEqual({ system: `${RULES} schema`, user: QUESTION, schema: SCHEMA })
    expect(reply).toMatchObject({ tokensIn: 71, tokensOut: 19 })
    expect(bodies(server)).toEqual([
      {
        model: 'm',
        messages: request().messages('schema'),
        stream: true,
        max_tokens: 100,
        temperature: 0,
        reasoning_effort: 'low',
        stream_options: { include_usage: true },
        response_format: { type: 'json_schema', json_schema: { name: 'tra_loi', strict: true, schema: SCHEMA } },
      },
    ])
    await server.until(() => server.calls[0]!.done, 'the end of the reply')
    expect(server.calls[0]!.aborted).toBe(false)
  })

  it('is whole whatever the size of its scraps and however slowly they come', async () => {
    const server = await serve()
    for (const fault of [{ kind: 'torn' }, { kind: 'slow', ms: 100 }] as const) {
      server.faults('chat', [fault])
      expect((await chatOf(server).complete(request())).text).toBe(ANSWER)
    }
    // longer altogether than it may be silent: each piece is heard, also of what it only thinks
    server.chat({ text: 'abc', chunk: 1, reasoning: 'nghĩ', delayMs: 400 })
    expect((await chatOf(server, { idleMs: 1_500 }).complete(request())).text).toBe('abc')
  })

  it.each(['stop', 'eos_token', 'stop_sequence'])('is complete when it ends with %s', async (finish) => {
    const server = await serve()
    server.faults('chat', [raw(ending({ content: 'Xong.' }, finish))])
    expect((await chatOf(server).complete(request())).text).toBe('Xong.')
  })

  it('asks a server within the network that wants no key', async () => {
    const server = await serve()
    await chatOf(server, { apiKey: null }).complete(request())
    expect(server.calls[0]!.headers.authorization).toBe('Bearer none')
  })

  it('takes nothing from the environment and tells nothing of this machine', async () => {
    const server = await serve()
    const elsewhere = await serve()
    vi.stubEnv('OPENAI_API_KEY', 'sk-moi-truong')
    vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-quan-tri')
    vi.stubEnv('OPENAI_BASE_URL', elsewhere.url)
    vi.stubEnv('OPENAI_ORG_ID', 'org-moi-truong')
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-moi-truong')
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-noi-bo: moi-truong\nauthorization: Bearer moi-truong')
    onTestFinished(() => void vi.unstubAllEnvs())
    await chatOf(server).complete(request())
    expect(server.calls[0]!.headers.authorization).toBe(`Bearer ${KEY}`)
    expect([server.received('moi-truong'), server.received('sk-'), elsewhere.count()]).toEqual([false, false, 0])
    expect(Object.keys(server.calls[0]!.headers).filter((name) => name.startsWith('x-'))).toEqual([])
  })
})

describe('usage', () => {
  it('is what the server counts', async () => {
    const server = await serve()
    const reply = await chatOf(server).complete(request())
    const sent = request().messages('schema').map(({ content }) => content).join('') // prettier-ignore
    expect(reply).toEqual({ text: ANSWER, tokensIn: tokensOf(sent), tokensOut: tokensOf(ANSWER) })
    expect(server.tokens).toMatchObject({ in: reply.tokensIn, out: reply.tokensOut })
  })

  it.each<[string, unknown]>([
    ['says nothing', undefined],
    ['says null', null],
    ['does not count', { prompt_tokens: 0, completion_tokens: 0 }],
    ['says less than nothing', { prompt_tokens: -1_000_000, completion_tokens: -5 }],
    ['says text', { prompt_tokens: '12', completion_tokens: '7' }],
    ['says half a token', { prompt_tokens: 1.5, completion_tokens: 0.5 }],
    ['says no number that there is', { prompt_tokens: 1e300, completion_tokens: 1e300 }],
    ['says it elsewhere', { input: 3 }],
    ['says a word', 'nhiều'],
  ])('is estimated where the server %s', async (_what, usage) => {
    const server = await serve()
    const chunk = { choices: [{ delta: { content: ANSWER }, finish_reason: 'stop' }] }
    server.faults('chat', [raw(`${sse(chunk)}${sse({ choices: [], usage })}${sse('[DONE]')}`)])
    const { tokensIn, tokensOut } = await chatOf(server).complete(request())
    // on the side of more: at most two characters a token
    expect(tokensIn).toBeGreaterThanOrEqual((RULES.length + QUESTION.length) / 2)
    expect(tokensIn).toBeLessThan(RULES.length + QUESTION.length)
    expect(tokensOut).toBe(Math.ceil(ANSWER.length / 2))
  })
})

describe('a server that knows less, or other words', () => {
  it.each([
    ['schema', 'response_format', undefined],
    ['streamOptions', 'stream_options', undefined],
    ['temperature', 'temperature', undefined],
    ['reasoning', 'reasoning_effort', undefined],
    ['maxTokens', 'max_tokens', 'max_completion_tokens'],
  ])('without %s is asked once more, and from then on only so', async (feature, left, instead) => {
    const server = await serve()
    server.supports({ [feature]: false })
    const chat = chatOf(server, { reasoning: 'minimal' })
    expect((await chat.complete(request())).text).toBe(ANSWER)
    expect(server.count()).toBe(2)
    await chat.complete(request())
    await chat.complete(request())
    expect(server.count()).toBe(4)
    const [first, ...others] = bodies(server)
    expect(first).toHaveProperty(left)
    for (const body of others) {
      expect(body).not.toHaveProperty(left)
      if (instead !== undefined) expect(body[instead]).toBe(100)
      // nothing else has changed
      const { messages, ...rest } = body
      const { messages: firstMessages, ...firstRest } = first!
      const form = feature === 'schema' ? 'plain' : 'schema'
      expect(messages).toEqual(request().messages(form))
      expect(firstMessages).toEqual(request().messages('schema'))
      expect(Object.keys(rest).sort()).toEqual(Object.keys(firstRest).flatMap((key) => (key === left ? (instead ?? []) : key)).sort()) // prettier-ignore
    }
  })

  it('that knows none of them is asked six times once, and once from then on', async () => {
    const server = await serve()
    server.supports({ schema: false, streamOptions: false, temperature: false, reasoning: false, maxTokens: false })
    const chat = chatOf(server, { reasoning: 'high' })
    await chat.complete(request())
    expect(server.count()).toBe(6)
    await chat.complete(request())
    expect(server.count()).toBe(7)
    expect(bodies(server).at(-1)).toEqual({ model: 'm', messages: request().messages('plain'), stream: true, max_completion_tokens: 100 }) // prettier-ignore
  })

  it('is learnt once by calls at the same time', async () => {
    const server = await serve()
    server.supports({ schema: false, maxTokens: false })
    const chat = chatOf(server)
    const replies = await Promise.all(Array.from({ length: 10 }, () => chat.complete(request())))
    expect(replies.map(({ text }) => text)).toEqual(Array(10).fill(ANSWER))
    expect(server.count()).toBeLessThanOrEqual(30)
    const before = server.count()
    await chat.complete(request())
    expect(server.count() - before).toBe(1)
  })

  // as servers in use word it
  it.each<[string, number, string]>([
    ['vLLM', 400, '{"object":"error","message":"1 validation error: response_format json_schema is not supported","type":"BadRequestError","param":null,"code":400}'],
    ['FastAPI', 422, '{"detail":[{"type":"extra_forbidden","loc":["body","response_format"],"msg":"Extra inputs are not permitted"}]}'],
    ['TGI', 422, '{"error":"Template error: grammar is not supported","error_type":"validation"}'],
    ['llama.cpp', 400, '{"error":{"code":400,"message":"\\"json_schema\\" is not supported","type":"invalid_request_error"}}'],
    ['text', 400, 'Unrecognized request argument supplied: response_format'],
    ['OpenAI', 400, `{"error":{"message":"Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.","type":"invalid_request_error","param":null,"code":null}}`],
  ])('of the kind of %s is understood', async (_name, status, body) => {
    const server = await serve()
    server.faults('chat', [{ status, body }])
    expect((await chatOf(server).complete(request())).text).toBe(ANSWER)
    expect(bodies(server).map((sent) => 'response_format' in sent)).toEqual([true, false])
  }) // prettier-ignore

  it('is not asked again and again when it refuses everything', async () => {
    const server = await serve()
    const everything = 'response_format stream_options max_tokens temperature reasoning_effort'
    server.always('chat', { status: 400, body: JSON.stringify({ error: { message: everything } }) })
    const chat = chatOf(server, { reasoning: 'none' })
    expect(await faultIn(chat.complete(request()))).toBe('bad_request')
    expect(server.count()).toBe(6)
    expect(await faultIn(chat.complete(request()))).toBe('bad_request')
    expect(server.count()).toBe(7)
  })
})

const sse = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
const raw = (body: string, type?: string): Fault => ({ kind: 'raw', body, ...(type !== undefined && { type }) })
/** One chunk that says something and is the last. */
const ending = (delta: unknown, finish: unknown = 'stop'): string => `${sse({ choices: [{ index: 0, delta, finish_reason: finish }] })}${sse('[DONE]')}` // prettier-ignore
const echo = `${RULES} ${QUESTION} ${KEY} ${ANSWER}`

/** One call each: asking again would give the same, or what was paid for already. */
const once = async (fault: Fault, expected: ModelFault | readonly ModelFault[]): Promise<void> => {
  const server = await serve()
  server.always('chat', fault)
  const found = await faultIn(chatOf(server).complete(request()))
  expect([expected].flat()).toContain(found)
  expect(server.count()).toBe(1)
  server.always('chat', null)
  expect((await chatOf(server).complete(request())).text).toBe(ANSWER)
}

const whole = { id: 'x', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: ANSWER }, finish_reason: 'stop' }] } // prettier-ignore

describe('F10: a body that is no reply', () => {
  it.each<[Fault, ModelFault]>([
    [{ kind: 'html' }, 'bad_reply'],
    [{ kind: 'empty-body' }, 'bad_reply'],
    [{ kind: 'broken-json' }, 'bad_reply'],
    [{ kind: 'error-inside' }, 'bad_reply'],
    [{ kind: 'error-inside', message: echo, code: 'x' }, 'bad_reply'],
    [{ kind: 'error-inside', after: 2, message: echo }, 'bad_reply'],
    [{ kind: 'wrong-shape' }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: [] }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: echo }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: 5 }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: true }, 'bad_reply'],
    [raw(`${sse(null)}${sse('[DONE]')}`), 'bad_reply'],
    [{ kind: 'wrong-mode' }, 'bad_reply'],
    [raw(JSON.stringify(whole), 'application/json'), 'bad_reply'],
    [raw(`${JSON.stringify(whole)}\n`, 'application/x-ndjson'), 'bad_reply'],
    // a whole reply in the place of a chunk
    [raw(`${sse(whole)}${sse('[DONE]')}`), 'empty'],
    [{ kind: 'no-choices' }, 'bad_reply'],
    [{ kind: 'content', content: null }, 'empty'],
    [{ kind: 'content', content: '' }, 'empty'],
    [{ kind: 'content', content: ' \n\t\u00a0 ' }, 'empty'],
    [{ kind: 'refusal' }, 'filtered'],
    [{ kind: 'refusal', text: echo }, 'filtered'],
    [raw(sse('[DONE]')), 'bad_reply'],
    [raw(': ping\n\n: ping\n\n'), 'bad_reply'],
    [raw('data: \n\n'), 'bad_reply'],
    [raw('data: undefined\n\n'), 'bad_reply'],
    [raw(sse(echo)), 'bad_reply'],
    [raw(`data: {"error":${JSON.stringify(echo)}}\n\n`), 'bad_reply'],
    [raw(`event: error\n${sse({ message: echo })}`), 'bad_reply'],
    [raw(echo, 'text/plain; charset=utf-8'), 'bad_reply'],
    [raw(`<?xml version="1.0"?><a>${echo}</a>`, 'application/xml'), 'bad_reply'],
    [raw('\u0000\u0001\u0002\ufffd'), 'bad_reply'],
    [raw('data:'.repeat(500)), 'bad_reply'],
    [raw(sse({ choices: { 0: { delta: { content: ANSWER }, finish_reason: 'stop' } } })), 'bad_reply'],
    [raw(sse({ choices: ANSWER })), 'bad_reply'],
    [raw(sse({ choices: [null] })), 'bad_reply'],
    [raw(sse({ choices: ['x'] })), 'bad_reply'],
    [raw(sse({ choices: [[]] })), 'bad_reply'],
    [raw(ending(null)), 'empty'],
    [raw(ending(ANSWER)), 'empty'],
    [raw(ending({ content: 5 })), 'bad_reply'],
    [raw(ending({ content: true })), 'bad_reply'],
    [raw(ending({ content: { text: ANSWER } })), 'bad_reply'],
    [raw(ending({ content: [{ type: 'text', text: ANSWER }] })), 'bad_reply'],
    [raw(ending({ reasoning_content: ANSWER })), 'empty'],
    [raw(ending({ tool_calls: [{ index: 0, function: { name: 'a', arguments: '{}' } }] })), 'empty'],
    [raw(ending({ content: ANSWER }, 7)), 'bad_reply'],
    [raw(ending({ content: ANSWER }, { reason: 'stop' })), 'bad_reply'],
    [{ status: 200, body: '' }, 'bad_reply'],
    [{ status: 204, body: '' }, 'bad_reply'],
    // said to be packed, and is not
    [{ status: 200, body: 'data: {}\n\n', headers: { 'content-encoding': 'gzip' } }, 'cut'],
    [{ status: 206, body: '<html>' }, 'bad_reply'],
  ])('%j', (fault, expected) => once(fault, expected)) // prettier-ignore
})

describe('F11: a reply that was cut', () => {
  it.each<[Fault, ModelFault | readonly ModelFault[]]>([
    [{ kind: 'eof', after: 0 }, 'bad_reply'],
    [{ kind: 'eof', after: 1 }, 'cut'],
    [{ kind: 'eof', after: 4 }, 'cut'],
    [{ kind: 'eof', after: 999 }, 'cut'],
    [{ kind: 'eof', after: 1, abrupt: true }, 'cut'],
    [{ kind: 'eof', after: 4, abrupt: true }, 'cut'],
    [{ kind: 'eof', after: 999, abrupt: true }, 'cut'],
    [{ kind: 'half-json', after: 0 }, 'bad_reply'],
    [{ kind: 'half-json', after: 1 }, 'bad_reply'],
    [{ kind: 'half-json', after: 4 }, 'bad_reply'],
    [{ kind: 'half-json', after: 999 }, 'bad_reply'],
    [{ kind: 'error-inside', after: 1 }, 'bad_reply'],
    [{ kind: 'error-inside', after: 999 }, 'bad_reply'],
    [{ kind: 'finish', finish: null }, 'cut'],
    [{ kind: 'finish', finish: null, keep: 0 }, 'bad_reply'],
    [{ kind: 'finish', finish: null, keep: 999 }, 'cut'],
    [{ kind: 'finish', finish: 'length' }, 'cut'],
    [{ kind: 'finish', finish: 'length', keep: 0 }, 'cut'],
    [{ kind: 'finish', finish: 'length', keep: 999 }, 'cut'],
    [{ kind: 'finish', finish: 'content_filter' }, 'filtered'],
    [{ kind: 'finish', finish: 'content_filter', keep: 0 }, 'filtered'],
    [{ kind: 'finish', finish: 'content_filter', keep: 999 }, 'filtered'],
    // vLLM, SGLang, Mistral, DeepSeek and others say so when they break off by themselves
    ...['error', 'abort', 'model_length', 'max_tokens', 'insufficient_system_resource', 'tool_calls', 'function_call', 'STOPPED', ''].map(
      (finish): [Fault, ModelFault] => [raw(ending({ content: ANSWER }, finish)), 'cut'],
    ),
    // the last word stands, the length was reached after it
    [raw(`${sse({ choices: [{ delta: { content: ANSWER }, finish_reason: 'stop' }] })}${ending({}, 'length')}`), 'cut'],
  ])('%j', (fault, expected) => once(fault, expected)) // prettier-ignore

  // a client may or may not have seen the headers when the reset comes: both are right, and neither is a reply
  it.each<Fault>([
    { kind: 'reset', after: 0 },
    { kind: 'reset', after: 1 },
    { kind: 'reset', after: 4 },
    { kind: 'reset', after: 999 },
    { kind: 'eof', after: 0, abrupt: true },
  ])('%j', async (fault) => {
    const server = await serve()
    server.always('chat', fault)
    expect(['cut', 'unreachable']).toContain(await faultIn(chatOf(server).complete(request())))
    expect(server.count()).toBeLessThanOrEqual(3)
  })
})

describe('F9: a server that refuses', () => {
  it.each<[Fault, ModelFault, number]>([
    [{ status: 400 }, 'bad_request', 1],
    [{ status: 401, body: JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}`, code: KEY } }) }, 'unauthorised', 1],
    [{ status: 403, body: echo }, 'unauthorised', 1],
    [{ status: 404 }, 'bad_request', 1],
    [{ status: 413, body: '<html>' }, 'bad_request', 1],
    [{ status: 422, body: JSON.stringify({ detail: [{ input: echo }] }) }, 'bad_request', 1],
    [{ status: 408 }, 'server_error', 3],
    [{ status: 409 }, 'server_error', 3],
    [{ status: 500 }, 'server_error', 3],
    [{ status: 500, body: JSON.stringify({ error: { message: echo } }) }, 'server_error', 3],
    [{ status: 502, body: '<html>Bad Gateway</html>' }, 'server_error', 3],
    [{ status: 503 }, 'server_error', 3],
    [{ status: 503, retryAfter: 0 }, 'server_error', 3],
    [{ status: 529, body: '' }, 'server_error', 3],
    [{ status: 503, retryAfter: 3600 }, 'server_error', 1],
    [{ status: 429 }, 'rate_limited', 3],
    [{ status: 429, retryAfter: 0 }, 'rate_limited', 3],
    [{ status: 429, retryAfter: 'ngay' }, 'rate_limited', 3],
    [{ status: 429, retryAfter: -5 }, 'rate_limited', 3],
    [{ status: 429, retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 'rate_limited', 3],
    [{ status: 429, retryAfter: 3600 }, 'rate_limited', 1],
    [{ status: 429, retryAfter: 'Fri, 01 Jan 2100 00:00:00 GMT' }, 'rate_limited', 1],
    [{ kind: 'reset' }, 'unreachable', 3],
  ])('%j', async (fault, expected, calls) => {
    const server = await serve()
    server.always('chat', fault)
    const started = performance.now()
    expect(await faultIn(chatOf(server).complete(request()))).toBe(expected)
    expect(server.count()).toBe(calls)
    // it gives up within ten seconds, however long it is told to wait
    expect(performance.now() - started).toBeLessThan(10_000)
  }) // prettier-ignore

  it('is asked again, and answers', async () => {
    const server = await serve()
    server.faults('chat', [{ status: 503 }, { kind: 'reset' }])
    expect((await chatOf(server).complete(request())).text).toBe(ANSWER)
    expect(server.count()).toBe(3)
  })

  it('is given the second that it asks for', async () => {
    const server = await serve()
    server.faults('chat', [{ status: 429, retryAfter: 1 }])
    await chatOf(server).complete(request())
    const [first, second] = server.calls
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(950)
  })

  it('is not waited for beyond the time that there is, and keeps the name of its fault', async () => {
    const server = await serve()
    server.always('chat', { status: 429, retryAfter: 2 })
    expect(await faultIn(chatOf(server).complete(request({ within: 1_500 })))).toBe('rate_limited')
    expect(server.count()).toBe(1)
    expect(await faultIn(chatOf(server, { totalMs: 1_500 }).complete(request()))).toBe('rate_limited')
    expect(server.count()).toBe(2)
  })

  it('that is down is unreachable after three tries', async () => {
    const server = await serve()
    await server.down()
    let tries = 0
    const count = (): void => void tries++
    subscribe('undici:client:connectError', count)
    onTestFinished(() => void unsubscribe('undici:client:connectError', count))
    const started = performance.now()
    const error = await chatOf(server, { pauseMs: 500 }).complete(request()).catch((thrown: unknown) => thrown) // prettier-ignore
    expect(error).toMatchObject({ fault: 'unreachable', message: expect.stringContaining('ECONNREFUSED') })
    expect(tries).toBe(3)
    expect(performance.now() - started).toBeLessThan(10_000)
    await server.up()
    expect((await chatOf(server).complete(request())).text).toBe(ANSWER)
  })

  it.each([
    ['there is not', 'http://khong-co.invalid/v1'],
    // fetch takes none; and the password stays where it is
    ['has a password', `http://ten:${KEY}@127.0.0.1:9/v1`],
    ['is none', `http://${KEY}:99999/v1`],
  ])('with an address that %s is unreachable', async (_what, baseUrl) => {
    const server = await serve()
    expect(await faultIn(chatOf(server, { baseUrl }).complete(request()))).toBe('unreachable')
  })

  it.each([301, 302, 303, 307, 308])('that points elsewhere with %i sends nothing there', async (status) => {
    const server = await serve()
    const elsewhere = await serve()
    server.always('chat', { status, headers: { location: `${elsewhere.url}/chat/completions` } })
    expect(await faultIn(chatOf(server).complete(request()))).toBe('unreachable')
    expect(server.count()).toBeLessThanOrEqual(3)
    expect(elsewhere.count()).toBe(0)
  })
})

describe('F8: a server that does not come to an end', () => {
  it.each<[Fault, object, ModelFault]>([
    [{ kind: 'silence' }, { idleMs: 100 }, 'stalled'],
    [{ kind: 'silence' }, { totalMs: 100 }, 'timeout'],
    [{ kind: 'stall', after: 0 }, { idleMs: 200 }, 'stalled'],
    [{ kind: 'stall', after: 3 }, { idleMs: 200 }, 'stalled'],
    [{ kind: 'stall', after: 999 }, { idleMs: 200 }, 'stalled'],
    [{ kind: 'stall', after: 3 }, { totalMs: 200 }, 'timeout'],
    // signs of life that are no part of a reply are silence
    [{ kind: 'pings', everyMs: 5 }, { idleMs: 200 }, 'stalled'],
    [{ kind: 'pings', everyMs: 5 }, { totalMs: 200 }, 'timeout'],
    [{ kind: 'slow', ms: 60_000 }, { idleMs: 100 }, 'stalled'],
  ])('%j within %j', async (fault, limits, expected) => {
    const server = await serve()
    server.always('chat', fault)
    expect(await faultIn(chatOf(server, limits).complete(request()))).toBe(expected)
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect([server.count(), server.open]).toEqual([1, 0])
  })

  it('writes, but too slowly', async () => {
    const server = await serve()
    server.chat({ text: ANSWER.repeat(50), chunk: 1, delayMs: 20 })
    expect(await faultIn(chatOf(server, { totalMs: 300 }).complete(request({ maxTokens: 8_000 })))).toBe('timeout')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect(server.count()).toBe(1)
  })

  it('has the time that the question has left', async () => {
    const server = await serve()
    server.always('chat', { kind: 'silence' })
    expect(await faultIn(chatOf(server).complete(request({ within: 100 })))).toBe('timeout')
    expect(server.count()).toBe(1)
  })

  it('writes without end', async () => {
    const server = await serve()
    server.always('chat', { kind: 'endless', maxBytes: 1e12 })
    expect(await faultIn(chatOf(server).complete(request()))).toBe('endless')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect([server.count(), server.open]).toEqual([1, 0])
  })

  it('heeds its limit of length no more than eightfold', async () => {
    const server = await serve()
    server.chat({ text: 'a'.repeat(801), chunk: 100 })
    expect(await faultIn(chatOf(server).complete(request()))).toBe('endless')
    server.chat({ text: 'a'.repeat(800), chunk: 100 })
    expect((await chatOf(server).complete(request())).text).toHaveLength(800)
  })

  it.each<[string, string]>([
    ['a line', `data: ${'x'.repeat(40 * 1024 * 1024)}`],
    ['comments', `: ${'x'.repeat(1_000)}\n\n`.repeat(40_000)],
    ['chunks that say nothing', sse({ choices: [{ delta: { reasoning_content: 'x'.repeat(1e6) }, finish_reason: null }] }).repeat(40)], // prettier-ignore
  ])('sends %s without end, which is not kept in memory', async (_what, body) => {
    const server = await serve()
    server.always('chat', raw(body))
    expect(await faultIn(chatOf(server).complete(request()))).toBe('endless')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect(server.count()).toBe(1)
  })
})

describe('an asker who wants no more', () => {
  it('is not asked for at all', async () => {
    const server = await serve()
    const signal = AbortSignal.abort()
    expect(await faultIn(chatOf(server).complete(request({ signal })))).toBe('stopped')
    expect(server.count()).toBe(0)
  })

  it.each<Fault>([
    { kind: 'silence' },
    { kind: 'stall', after: 0 },
    { kind: 'stall', after: 3 },
    { kind: 'pings', everyMs: 5 },
  ])('ends a call that hangs: %j', async (fault) => {
    const server = await serve()
    server.always('chat', fault)
    const controller = new AbortController()
    const found = faultIn(chatOf(server).complete(request({ signal: controller.signal })))
    await server.until(() => server.count() === 1, 'the call')
    controller.abort()
    expect(await found).toBe('stopped')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect([server.count(), server.open]).toEqual([1, 0])
  })

  it('ends a stream that is under way', async () => {
    const server = await serve()
    server.chat({ text: ANSWER.repeat(20), chunk: 5, delayMs: 10 })
    const controller = new AbortController()
    const found = faultIn(chatOf(server).complete(request({ maxTokens: 8_000, signal: controller.signal })))
    await vi.waitUntil(() => server.tokens.out > 5, { timeout: 15_000 })
    controller.abort()
    expect(await found).toBe('stopped')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
  })

  it('ends the pause before the next try', async () => {
    const server = await serve()
    server.always('chat', { status: 500 })
    const controller = new AbortController()
    const found = faultIn(chatOf(server, { pauseMs: 2_000 }).complete(request({ signal: controller.signal })))
    await server.until(() => server.calls[0]?.done, 'the first refusal')
    controller.abort()
    expect(await found).toBe('stopped')
    expect(server.count()).toBe(1)
  })
})
