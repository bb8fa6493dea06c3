/** The bench itself, driven by the real `openai` client and by fetch: each fault must look from there as it is meant. */
import { connect } from 'node:net'
import OpenAI, { APIUserAbortError } from 'openai'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createOpenAiServer,
  overlap,
  tokensOf,
  vectorOf,
  type Fault,
  type ModelKind,
  type OpenAiServer,
  type OpenAiServerOptions,
} from '../support/openai-server.ts'

const serve = async (options?: OpenAiServerOptions): Promise<OpenAiServer> => {
  const server = await createOpenAiServer(options)
  onTestFinished(() => server.close())
  return server
}

type ClientOptions = NonNullable<ConstructorParameters<typeof OpenAI>[0]>

const clientOf = (server: OpenAiServer, options: ClientOptions = {}): OpenAI =>
  new OpenAI({ apiKey: 'khoa', baseURL: server.url, maxRetries: 0, logLevel: 'off', ...options })

const QUESTION = 'Đảng phí đóng thế nào?'
const ANSWER = 'Đảng viên đóng đảng phí hằng tháng, theo tỉ lệ 😀 trên thu nhập.'
const asked = { model: 'm', messages: [{ role: 'user' as const, content: QUESTION }] }

/** What a stream has said, and how it ended. */
const readStream = async (client: OpenAI, body: object = {}, signal?: AbortSignal) => {
  const seen = { text: '', refusal: '', chunks: 0, finish: null as string | null, usage: null as unknown, error: '' }
  try {
    const stream = await client.chat.completions.create(
      { ...asked, stream: true, ...body },
      { ...(signal && { signal }) },
    )
    for await (const { choices, usage } of stream) {
      const choice = choices[0]
      if (choice?.delta.content) seen.chunks++
      seen.text += choice?.delta.content ?? ''
      seen.refusal += choice?.delta.refusal ?? ''
      seen.finish = choice?.finish_reason ?? seen.finish
      seen.usage = usage ?? seen.usage
    }
  } catch (error) {
    seen.error = nameOf(error)
  }
  return seen
}

const nameOf = (error: unknown): string => {
  const { constructor, message, cause, status } = error as Error & { cause?: { code?: string }; status?: number }
  return [constructor.name, status, message, cause?.code].filter((part) => part !== undefined).join(' | ')
}

const failure = (call: PromiseLike<unknown>): Promise<string> => Promise.resolve(call).then(() => 'answered', nameOf)

const post = (address: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })

describe('chat', () => {
  it('says what the test scripts, whole and in a stream, and counts', async () => {
    const server = await serve()
    server.chat(({ system, user, schema, stream, n }) => ({
      text: JSON.stringify({ system, user, schema, stream, n }),
    }))
    const client = clientOf(server)
    const schema = { type: 'object' }
    const whole = await client.chat.completions.create({
      model: 'm',
      messages: [
        { role: 'system', content: 'Trả lời ngắn.' },
        { role: 'user', content: 'Trước' },
        { role: 'assistant', content: 'Vâng' },
        { role: 'user', content: [{ type: 'text', text: QUESTION }] },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'a', schema } },
    })
    const first = { system: 'Trả lời ngắn.', user: QUESTION, schema, stream: false, n: 1 }
    expect(JSON.parse(whole.choices[0]!.message.content!)).toEqual(first)
    expect(whole.choices[0]!.finish_reason).toBe('stop')
    const tokensIn = tokensOf(`Trả lời ngắn.TrướcVâng${QUESTION}`)
    expect(whole.usage).toMatchObject({ prompt_tokens: tokensIn, completion_tokens: tokensOf(JSON.stringify(first)) })

    server.chat({ text: ANSWER, chunk: 5, tokensIn: 7, tokensOut: 9, finish: 'length' })
    const seen = await readStream(client, { stream_options: { include_usage: true } })
    const usage = { prompt_tokens: 7, completion_tokens: 9, total_tokens: 16 }
    expect(seen).toEqual({ text: ANSWER, refusal: '', chunks: Math.ceil([...ANSWER].length / 5), finish: 'length', usage, error: '' }) // prettier-ignore
    expect((await readStream(client)).usage).toBeNull()
    expect(server.count('chat')).toBe(3)
    await server.until(() => server.calls.every(({ done }) => done), 'the end of all')
    expect(server.calls.map(({ aborted }) => aborted)).toEqual([false, false, false])
    expect(server.tokens).toEqual({ in: tokensIn + 14, out: tokensOf(JSON.stringify(first)) + 18, embedded: 0 })
    server.reset()
    expect([server.count(), server.tokens.in]).toEqual([0, 0])
  })

  it('writes SSE as OpenAI does', async () => {
    const server = await serve()
    server.chat({ text: 'ab', chunk: 1, reasoning: 'c' })
    const options = { stream_options: { include_usage: true } }
    const response = await post(`${server.url}/chat/completions`, { ...asked, stream: true, ...options })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const events = (await response.text()).split('\n\n')
    expect(events.slice(-2)).toEqual(['data: [DONE]', ''])
    const chunks = events.slice(0, -2).map((event) => JSON.parse(event.slice('data: '.length)) as { choices: unknown[]; usage: unknown }) // prettier-ignore
    expect(chunks.map(({ choices }) => choices)).toMatchObject([
      [{ delta: { role: 'assistant', content: '' }, finish_reason: null }],
      [{ delta: { reasoning_content: 'c' } }],
      [{ delta: { content: 'a' } }],
      [{ delta: { content: 'b' } }],
      [{ delta: {}, finish_reason: 'stop' }],
      [],
    ])
    expect(chunks.map(({ usage }) => usage !== null)).toEqual([false, false, false, false, false, true])
  })

  it.each([
    ['schema', { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: {} } } }, 'response_format'],
    ['streamOptions', { stream: true, stream_options: { include_usage: true } }, 'stream_options'],
    ['stream', { stream: true }, 'stream'],
  ])('refuses what it does not support: %s', async (feature, more, param) => {
    const server = await serve()
    const client = clientOf(server)
    const call = () => client.chat.completions.create({ ...asked, ...more } as never).then(() => null, (error) => error as InstanceType<typeof OpenAI.APIError>) // prettier-ignore
    expect(await call()).toBeNull()
    server.supports({ [feature]: false })
    expect(await call()).toMatchObject({ status: 400, param, code: 'unsupported_parameter' })
  })

  it('leaves usage out, and refuses a wrong key, an unknown address and a bad body', async () => {
    const server = await serve({ apiKey: 'khoa' })
    server.supports({ usage: false })
    expect((await clientOf(server).chat.completions.create(asked)).usage).toBeUndefined()
    expect(await failure(clientOf(server, { apiKey: 'other' }).chat.completions.create(asked))).toMatch(/^AuthenticationError \| 401/) // prettier-ignore
    expect(await failure(clientOf(server).get('/thing'))).toMatch(/^NotFoundError \| 404/)
    expect(await failure(clientOf(server).chat.completions.create({ ...asked, messages: [] }))).toMatch(/400.*messages/)
    expect((await clientOf(server).models.list()).data).toHaveLength(1)
    server.chat(() => {
      throw new Error('hỏng')
    })
    expect(await failure(clientOf(server).chat.completions.create(asked))).toMatch(/^InternalServerError \| 500.*hỏng/)
  })
})

describe('faults of a stream', () => {
  /** Chunks of five letters; what the client has seen at the end. */
  const streamed = async (fault: Fault) => {
    const server = await serve()
    server.chat({ text: ANSWER, chunk: 5 })
    server.faults('chat', [fault])
    const seen = await readStream(clientOf(server))
    expect(await readStream(clientOf(server))).toMatchObject({ text: ANSWER, finish: 'stop' })
    return { ...seen, server }
  }
  const start = (chunks: number): string => [...ANSWER].slice(0, chunks * 5).join('')

  it.each<[Fault, object]>([
    [{ kind: 'eof', after: 0 }, { text: '', finish: null, error: '' }],
    [{ kind: 'eof', after: 2 }, { text: start(2), finish: null, error: '' }],
    [{ kind: 'eof', after: 999 }, { text: ANSWER, finish: null, error: '' }],
    [{ kind: 'half-json', after: 2 }, { text: start(2), error: expect.stringMatching(/^SyntaxError.*malformed/) }],
    [{ kind: 'error-inside', after: 2 }, { text: start(2), error: expect.stringMatching(/^APIError.*had an error/) }],
    [{ kind: 'error-inside', message: 'hết' }, { text: '', error: expect.stringMatching(/^APIError.*hết/) }],
    [{ kind: 'html' }, { text: '', finish: null, error: '' }],
    [{ kind: 'empty-body' }, { text: '', finish: null, error: '' }],
    [{ kind: 'broken-json' }, { text: '', error: expect.stringMatching(/^SyntaxError/) }],
    [{ kind: 'wrong-shape' }, { error: expect.stringMatching(/^TypeError/) }],
    [{ kind: 'wrong-mode' }, { text: '', finish: null, error: '' }],
    [{ kind: 'raw', body: 'data: {"choices":[{"delta":{"content":"à"}}]}\r\n\r\n' }, { text: 'à', error: '' }],
    [{ kind: 'torn' }, { text: ANSWER, finish: 'stop', error: '' }],
    [{ kind: 'slow', ms: 1 }, { text: ANSWER, finish: 'stop', error: '' }],
    [{ kind: 'no-choices' }, { text: '', finish: null, error: '' }],
    [{ kind: 'content', content: null }, { text: '', finish: 'stop' }],
    [{ kind: 'content', content: ' \n' }, { text: ' \n', finish: 'stop' }],
    [{ kind: 'finish', finish: 'length' }, { text: ANSWER.slice(0, ANSWER.length / 2), finish: 'length' }],
    [{ kind: 'finish', finish: null, keep: 4 }, { text: ANSWER.slice(0, 4), finish: null, error: '' }],
    [{ kind: 'refusal', text: 'Không được.' }, { text: '', refusal: 'Không được.', finish: 'stop' }],
    [{ kind: 'wrong-language' }, { text: expect.stringMatching(/\p{Script=Han}/u) }],
    [{ status: 503 }, { error: expect.stringMatching(/^InternalServerError \| 503/) }],
    [{ kind: 'endless', maxBytes: 2000 }, { text: expect.stringMatching(/^(và cứ thế, ){5,}$/), finish: null, error: '' }],
  ])('%j', async (fault, expected) => {
    expect(await streamed(fault)).toMatchObject(expected)
  }) // prettier-ignore

  it.each<Fault>([{ kind: 'reset' }, { kind: 'reset', after: 0 }, { kind: 'eof', after: 0, abrupt: true }])('%j breaks', async (fault) => {
    expect((await streamed(fault)).error).toMatch(/^(APIConnectionError|TypeError)/)
  }) // prettier-ignore

  it.each<'reset' | 'eof'>(['reset', 'eof'])('breaks by %s when the test has seen what it wants', async (kind) => {
    const server = await serve()
    server.chat({ text: ANSWER, chunk: 5 })
    const seen = Promise.withResolvers<void>()
    const { promise: until } = seen
    server.faults('chat', [kind === 'reset' ? { kind, after: 3, until } : { kind, after: 3, abrupt: true, until }])
    const stream = await clientOf(server).chat.completions.create({ ...asked, stream: true })
    let text = ''
    const reading = async (): Promise<void> => {
      for await (const { choices } of stream) {
        text += choices[0]?.delta.content ?? ''
        if (text === start(3)) seen.resolve()
      }
    }
    expect(await failure(reading())).toMatch(/^TypeError \| terminated/)
    expect(text).toBe(start(3))
    expect(server.tokens.out).toBe(tokensOf(text))
    expect(server.calls[0]).toMatchObject({ aborted: false, done: false })
  })

  it.each<Fault>([
    { kind: 'stall', after: 0 },
    { kind: 'stall', after: 2 },
    { kind: 'silence' },
    { kind: 'pings', everyMs: 1 },
    { kind: 'endless', text: 'mãi ' },
  ])('%j lasts until the client goes away', async (fault) => {
    const server = await serve()
    server.chat({ text: ANSWER, chunk: 5 })
    server.always('chat', fault)
    const controller = new AbortController()
    const reading = readStream(clientOf(server), {}, controller.signal)
    await server.until(() => server.count() === 1, 'the call')
    expect(server.calls[0]).toMatchObject({ aborted: false, done: false })
    controller.abort()
    const { text, error } = await reading
    // a stream that is aborted ends without an error, a call that is aborted does not
    expect(error).toMatch(fault.kind === 'silence' ? /^APIUserAbortError/ : /^(APIUserAbortError.*)?$/)
    expect(fault.kind === 'endless' || start(2).startsWith(text)).toBe(true)
    await server.until(() => server.calls[0]?.aborted, 'the end of the call')
    expect([server.open, server.mostOpen]).toEqual([0, 1])
  })

  it('goes on after a stall when the test lets it', async () => {
    const server = await serve()
    server.chat({ text: ANSWER, chunk: 5 })
    const lets = Promise.withResolvers<void>()
    server.faults('chat', [
      { kind: 'stall', after: 2, until: lets.promise },
      { kind: 'silence', until: lets.promise },
    ])
    const both = Promise.all([readStream(clientOf(server)), readStream(clientOf(server))])
    await server.until(() => server.count() === 2, 'both calls')
    lets.resolve()
    for (const seen of await both) expect(seen).toMatchObject({ text: ANSWER, finish: 'stop' })
  })
})

describe('faults of a reply that is no stream', () => {
  const whole = async (fault: Fault, options?: ClientOptions): Promise<unknown> => {
    const server = await serve()
    server.chat({ text: ANSWER })
    server.faults('chat', [fault])
    return clientOf(server, options).chat.completions.create(asked).then((reply) => reply, nameOf) // prettier-ignore
  }
  const choice = (message: object, finish_reason = 'stop'): object => ({ choices: [{ message, finish_reason }] })

  it.each<[Fault, unknown]>([
    [{ status: 400 }, expect.stringMatching(/^BadRequestError \| 400/)],
    [{ status: 401 }, expect.stringMatching(/^AuthenticationError \| 401/)],
    [{ status: 429, body: 'chậm lại' }, expect.stringMatching(/^RateLimitError \| 429 \| 429 chậm lại/)],
    [{ status: 500, body: '<html>' }, expect.stringMatching(/^InternalServerError \| 500 \| 500 <html>/)],
    [{ kind: 'reset' }, expect.stringMatching(/^APIConnectionError/)],
    [{ kind: 'reset', after: 0 }, expect.stringMatching(/^(TypeError|APIConnectionError)/)],
    [{ kind: 'reset', after: 1 }, expect.stringMatching(/^(TypeError|APIConnectionError)/)],
    [{ kind: 'eof', after: 1 }, expect.stringMatching(/^SyntaxError/)],
    [{ kind: 'eof', after: 1, abrupt: true }, expect.stringMatching(/^TypeError \| terminated/)],
    [{ kind: 'half-json', after: 1 }, expect.stringMatching(/^SyntaxError/)],
    [{ kind: 'broken-json' }, expect.stringMatching(/^SyntaxError/)],
    [{ kind: 'endless', maxBytes: 100_000 }, expect.stringMatching(/^SyntaxError/)],
    [{ kind: 'html' }, expect.stringMatching(/^<!doctype html>/)],
    [{ kind: 'empty-body' }, undefined],
    [{ kind: 'error-inside' }, { error: expect.objectContaining({ type: 'server_error' }) }],
    [{ kind: 'wrong-shape' }, { ok: true }],
    [{ kind: 'wrong-shape', body: [] }, []],
    [{ kind: 'wrong-mode' }, expect.stringMatching(/^data: \{.*\[DONE\]\n\n$/s)],
    [{ kind: 'raw', body: 'null' }, null],
    [{ kind: 'torn' }, expect.objectContaining({ id: 'chatcmpl-1' })],
    [{ kind: 'no-choices' }, expect.objectContaining({ choices: [] })],
    [{ kind: 'content', content: '' }, expect.objectContaining({ choices: [expect.objectContaining({ message: expect.objectContaining({ content: '' }) })] })],
  ])('%j', async (fault, expected) => {
    expect(await whole(fault)).toEqual(expected)
  }) // prettier-ignore

  it('never cuts a letter in two, wherever the middle falls', async () => {
    const server = await serve()
    for (const before of ['', 'a', 'ab', 'abc']) {
      server.chat({ text: `${before}${'😀'.repeat(300)}` })
      const { choices } = await clientOf(server).chat.completions.create(asked)
      expect(choices[0]!.message.content).toBe(`${before}${'😀'.repeat(300)}`)
    }
  })

  it.each<[Fault, object]>([
    [{ kind: 'content', content: null }, choice({ content: null })],
    [{ kind: 'finish', finish: 'content_filter', keep: 3 }, choice({ content: ANSWER.slice(0, 3) }, 'content_filter')],
    [{ kind: 'refusal' }, choice({ content: null, refusal: "I'm sorry, I can't assist with that." })],
    [{ kind: 'wrong-language', text: 'No.' }, choice({ content: 'No.' })],
  ])('%j', async (fault, expected) => {
    expect(await whole(fault)).toMatchObject(expected)
  })

  it.each<Fault>([{ kind: 'silence' }, { kind: 'stall', after: 0 }, { kind: 'stall', after: 1 }, { kind: 'pings' }])('%j ends by the timeout of the client, which covers the body too', async (fault) => {
    expect(await whole(fault, { timeout: 50 })).toMatch(/^APIConnectionTimeoutError/)
  }) // prettier-ignore

  it('says why at the second try, since each fault is for one call', async () => {
    const server = await serve()
    const fault: Fault = { status: 429, retryAfter: 0, headers: { 'x-limit': '1' } }
    server.faults('chat', [fault, null, fault])
    const client = clientOf(server, { maxRetries: 1 })
    await client.chat.completions.create(asked)
    expect(server.calls.map(({ headers }) => headers['x-stainless-retry-count'])).toEqual(['0', '1'])
    const refused = clientOf(server).chat.completions.create(asked)
    const error = await refused.then(() => null, (thrown: InstanceType<typeof OpenAI.APIError>) => thrown) // prettier-ignore
    expect([error?.headers?.get('retry-after'), error?.headers?.get('x-limit')]).toEqual(['0', '1'])
    server.always('chat', (n) => (n % 2 === 0 ? { status: 500 } : null))
    const outcomes = [await failure(clientOf(server).chat.completions.create(asked)), await failure(clientOf(server).chat.completions.create(asked))] // prettier-ignore
    expect(outcomes).toEqual([expect.stringMatching(/500/), 'answered'])
    server.always('chat', null)
    expect(await failure(clientOf(server).chat.completions.create(asked))).toBe('answered')
  })

  it('takes no fault that could not happen', async () => {
    const server = await serve()
    expect(() => server.faults('chat', [{ kind: 'zeros' }])).toThrow('The fault zeros is none of a call of chat')
    expect(() => server.always('embeddings', { kind: 'refusal' })).toThrow()
  })
})

describe('embeddings', () => {
  const TEXTS = ['Đảng phí hằng tháng', 'mức đảng phí', 'kết nạp đảng viên mới']
  const embed = async (fault: Fault | null, body: object = {}, prepare?: (server: OpenAiServer) => void) => {
    const server = await serve()
    prepare?.(server)
    server.faults('embeddings', [fault])
    const call = clientOf(server).embeddings.create({ model: 'e', input: TEXTS, ...body })
    return call.then(({ data, usage }) => ({ data, usage, vectors: data?.map(({ embedding }) => embedding), server }), nameOf) // prettier-ignore
  }

  it.each([{}, { encoding_format: 'float' }, { encoding_format: 'base64' }, { dimensions: 8 }])('%j', async (body) => {
    const found = await embed(null, body)
    const expected = TEXTS.map((text) => vectorOf(text, 'dimensions' in body ? 8 : 64))
    if (typeof found === 'string') throw new Error(found)
    // the client decodes only what it did not ask for itself
    const vectors = found.vectors.map((vector) => typeof vector === 'string' ? [...new Float32Array(new Uint8Array(Buffer.from(vector, 'base64')).buffer)] : vector) // prettier-ignore
    expect(vectors).toEqual(expected)
    const tokens = TEXTS.reduce((sum, text) => sum + tokensOf(text), 0)
    expect(found.usage).toEqual({ prompt_tokens: tokens, total_tokens: tokens })
    expect(found.server.tokens).toEqual({ in: 0, out: 0, embedded: tokens })
  })

  it('says the same of the same text, and like things of like texts', () => {
    const alike = (a: string, b: string): number => {
      const other = vectorOf(b, 64)
      return vectorOf(a, 64).reduce((sum, x, at) => sum + x * other[at]!, 0)
    }
    expect(alike('Đảng phí', 'ĐẢNG PHÍ'.normalize('NFD'))).toBeCloseTo(1, 5)
    expect(alike('mức đảng phí', 'đảng phí hằng tháng')).toBeGreaterThan(0.4)
    expect(alike('mức đảng phí', 'kết nạp thành viên')).toBeLessThan(0.4)
    for (const text of ['', '?!', QUESTION]) expect(Math.hypot(...vectorOf(text, 64))).toBeCloseTo(1, 5)
    expect(vectorOf('đảng', 8)).toMatchInlineSnapshot(`
      [
        0,
        0,
        0,
        0,
        -1,
        0,
        0,
        0,
      ]
    `)
  })

  it('comes in any order, without index, with plain numbers', async () => {
    const shuffled = await embed(null, {}, (server) => server.embeddings({ shuffle: true, dimensions: 4 }))
    expect(shuffled).toMatchObject({ data: [1, 2, 0].map((at) => ({ index: at, embedding: vectorOf(TEXTS[at]!, 4) })) })
    const bare = await embed(null, {}, (server) => server.embeddings({ withoutIndex: true, floatsOnly: true }))
    expect(bare).toMatchObject({ data: TEXTS.map((text) => ({ embedding: vectorOf(text, 64) })) })
    expect(bare).not.toMatchObject({ data: [{ index: 0 }, {}, {}] })
  })

  it.each([
    [{ input: [] }, 'input'],
    [{ input: ['a', ''] }, 'input'],
    [{ input: ['a', 'b', 'c', 'd'] }, 'at most 3'],
    [{ dimensions: 0 }, 'dimensions'],
  ])('refuses %j', async (body, words) => {
    const found = await embed(null, body, (server) => server.embeddings({ maxInputs: 3 }))
    expect(found).toMatch(new RegExp(`^BadRequestError.*${words}`))
  })

  const first = (all: unknown[][]): unknown[] => all.map(([x]) => (typeof x === 'number' ? 'number' : x))
  const sizes = (all: unknown[][]): number[] => all.map(({ length }) => length)
  it.each<[Fault, (vectors: unknown[][]) => unknown, unknown]>([
    [{ kind: 'wrong-count', by: -1 }, sizes, [64, 64]],
    [{ kind: 'wrong-count', by: 1 }, sizes, [64, 64, 64, 64]],
    [{ kind: 'nan' }, first, [null, 'number', 'number']],
    [{ kind: 'strings', at: 2 }, first, ['number', 'number', String(vectorOf(TEXTS[2]!, 64)[0])]],
    [{ kind: 'wrong-size', at: 1 }, sizes, [64, 63, 64]],
    [{ kind: 'wrong-size', by: 2 }, sizes, [66, 64, 64]],
    [{ kind: 'zeros', at: 'all' }, (all) => all.flat().filter((x) => x !== 0), []],
    [{ kind: 'broken-base64', at: 1 }, (all) => all.map((vector) => typeof vector), ['object', 'string', 'object']],
  ])('%j', async (fault, look, expected) => {
    const found = await embed(fault, { encoding_format: 'float' })
    if (typeof found === 'string') throw new Error(found)
    expect(look(found.vectors)).toEqual(expected)
  }) // prettier-ignore

  it('spoils base64 and JSON too', async () => {
    expect(await embed({ kind: 'nan' })).toMatchObject({ vectors: { 0: { 0: NaN } } })
    expect(await embed({ kind: 'nan', literal: true }, { encoding_format: 'float' })).toMatch(/^SyntaxError/)
    expect(await embed({ kind: 'broken-base64' })).toMatch(/^RangeError/)
    expect(await embed({ kind: 'duplicate-index' })).toMatchObject({ data: [{ index: 0 }, { index: 0 }, { index: 0 }] })
    expect(await embed({ kind: 'index-out-of-range' })).toMatchObject({
      data: [{ index: 3 }, { index: 1 }, { index: 2 }],
    })
    expect(await embed({ kind: 'eof', after: 1 })).toMatch(/^SyntaxError/)
    // an error inside passes the client without a word
    expect(await embed({ kind: 'error-inside' })).toMatchObject({ data: undefined })
  })
})

describe('rerank', () => {
  const TEXTS = ['kết nạp đảng viên', 'mức đảng phí', 'đảng phí đóng thế nào']
  const rerank = async (fault: Fault | null, body: object = {}, path = '/rerank'): Promise<unknown> => {
    const server = await serve()
    server.faults('rerank', [fault])
    const response = await post(`${server.rerankUrl}${path}`, { query: QUESTION, documents: TEXTS, ...body })
    return response.json().catch(nameOf)
  }

  it('answers in the form in which it is asked, best first', async () => {
    const scores = TEXTS.map((text) => overlap(QUESTION, text))
    const best = [2, 1, 0]
    const results = best.map((index) => ({ index, relevance_score: scores[index] }))
    expect(await rerank(null)).toMatchObject({ results })
    expect(await rerank(null, { top_n: 1 }, '/v1/rerank')).toMatchObject({ results: results.slice(0, 1) })
    const tei = { documents: undefined, texts: TEXTS }
    expect(await rerank(null, tei)).toEqual(best.map((index) => ({ index, score: scores[index] })))
    expect(await rerank(null, { documents: [] })).toMatchObject({ error: { param: 'documents' } })
    const server = await serve()
    server.rerank((_, text) => (text === TEXTS[0] ? 9 : 0))
    const response = await post(`${server.rerankUrl}/rerank`, { query: 'a', texts: TEXTS })
    expect(await response.json()).toMatchObject([{ index: 0, score: 9 }, {}, {}])
  })

  const results = (...indexes: number[]): object => ({ results: indexes.map((index) => ({ index })) })
  it.each<[Fault, unknown]>([
    [{ kind: 'wrong-count', by: -1 }, results(2, 1)],
    [{ kind: 'wrong-count', by: 1 }, results(2, 1, 0, 3)],
    [{ kind: 'index-out-of-range' }, results(3, 1, 0)],
    [{ kind: 'index-out-of-range', index: -1 }, results(-1, 1, 0)],
    [{ kind: 'duplicate-index' }, results(2, 2, 2)],
    [{ kind: 'nan' }, { results: [{ relevance_score: null }, {}, {}] }],
    [{ kind: 'strings', at: 1 }, { results: [{}, { relevance_score: '0.4' }, {}] }],
    [{ kind: 'wrong-shape', body: { data: 1 } }, { data: 1 }],
    [{ status: 503 }, { error: { type: 'server_error' } }],
  ])('%j', async (fault, expected) => {
    expect(await rerank(fault)).toMatchObject(expected as object)
  })

  it.each<Fault>([{ kind: 'nan', literal: true }, { kind: 'html' }, { kind: 'empty-body' }, { kind: 'eof', after: 1 }])('%j', async (fault) => {
    expect(await rerank(fault)).toMatch(/^SyntaxError/)
  }) // prettier-ignore
})

describe('the server', () => {
  it('knows a text that came, however it was written', async () => {
    const server = await serve()
    expect(server.received('')).toBe(false)
    const bodies = [
      JSON.stringify({ a: 'Nguyễn Thị Lan' }),
      JSON.stringify({ b: 'Trần Văn Đức 😀' }).replace(/[^\x20-\x7e]/g, (x) => `\\u${x.charCodeAt(0).toString(16).padStart(4, '0')}`),
      JSON.stringify({ c: 'Lê Hữu'.normalize('NFD') }),
      JSON.stringify({ d: JSON.stringify({ e: 'hai\n"dòng" Phạm' }) }),
      'không phải JSON',
    ] // prettier-ignore
    for (const body of bodies) await fetch(`${server.url}/x?q=${encodeURIComponent('Vũ Thị')}`, { method: 'POST', body, headers: { 'x-who': 'Ho%20Ten' } }) // prettier-ignore
    const texts = [
      'Nguyễn Thị Lan',
      'Trần Văn Đức 😀',
      'Lê Hữu',
      'hai\n"dòng" Phạm',
      'không phải',
      'Vũ Thị',
      'Ho%20Ten',
    ]
    expect(texts.filter((text) => !server.received(text))).toEqual([])
    expect(server.received('Nguyễn Văn')).toBe(false)
    expect(server.calls[0]).toMatchObject({
      kind: 'other',
      method: 'POST',
      raw: bodies[0],
      body: { a: 'Nguyễn Thị Lan' },
    })
    await server.until(() => server.calls.every(({ done }) => done), 'all replies')
  })

  it('goes down and comes back on the same port, and ends whatever hangs', async () => {
    const server = await serve()
    server.faults('chat', [{ kind: 'silence' }])
    const hanging = failure(clientOf(server).chat.completions.create(asked))
    await server.until(() => server.count() === 1, 'the call')
    await server.down()
    expect(await hanging).toMatch(/^APIConnectionError/)
    expect(server.calls[0]!.aborted).toBe(false)
    expect(await failure(clientOf(server).chat.completions.create(asked))).toMatch(/^APIConnectionError/)
    await server.up()
    expect(await failure(clientOf(server).chat.completions.create(asked))).toBe('answered')
    expect(server.count('chat')).toBe(2)
  })

  it('keeps what a client said that went away in the middle of it', async () => {
    const server = await serve()
    const { port } = new URL(server.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write('POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\ncontent-length: 999\r\n\r\n{"messages": "mật', () =>
      socket.destroy(),
    )
    await server.until(() => server.calls[0]?.aborted, 'half a call')
    expect([server.received('mật'), server.calls[0]!.body]).toEqual([true, null])
  })

  it('lets a call go while the test still thinks of a reply', async () => {
    const server = await serve()
    server.chat(() => new Promise(() => {}))
    const controller = new AbortController()
    const call = clientOf(server).chat.completions.create(asked, { signal: controller.signal })
    const ended = expect(call).rejects.toBeInstanceOf(APIUserAbortError)
    await server.until(() => server.count() === 1, 'the call')
    controller.abort()
    await ended
    await server.until(() => server.calls[0]!.aborted, 'the end of the call')
  })

  it.each<ModelKind>(['chat', 'embeddings', 'rerank'])('never tires of a call of %s without end', async (kind) => {
    const server = await serve()
    server.always(kind, { kind: 'endless' })
    const address = { chat: `${server.url}/chat/completions`, embeddings: `${server.url}/embeddings`, rerank: `${server.rerankUrl}/rerank` }[kind] // prettier-ignore
    const controller = new AbortController()
    const response = await post(address, { ...asked, input: 'a', query: 'a', texts: ['a'] }, controller.signal)
    let bytes = 0
    const reading = async (): Promise<void> => {
      for await (const part of response.body!) if ((bytes += (part as Uint8Array).length) > 100_000) controller.abort()
    }
    expect(await failure(reading())).toMatch(/^DOMException/)
    await server.until(() => server.calls[0]?.aborted, 'the end of the call')
  })
})
