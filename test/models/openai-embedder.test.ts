/** Vectors by a served model, over real HTTP: a batch comes back whole, in order and finite, or not at all. */
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ModelError, type ModelFault } from '../../src/models/model-error.ts'
import type { Embedder } from '../../src/models/model.ts'
import { createOpenAiEmbedder, type EmbedderOptions } from '../../src/models/openai/embedder.ts'
import { safeError } from '../../src/telemetry.ts'
import {
  createOpenAiServer,
  tokensOf,
  vectorOf,
  type Fault,
  type OpenAiServer,
  type OpenAiServerOptions,
} from '../support/openai-server.ts'
import { seeded } from '../support/random.ts'

const KEY = 'khoa-bi-mat-0123456789'
const TEXTS = ['Đảng phí hằng tháng của chi bộ Khảm', 'mức đảng phí', 'kết nạp đảng viên mới']
const VECTORS = TEXTS.map((text) => vectorOf(text, 64))

const serve = async (options?: OpenAiServerOptions): Promise<OpenAiServer> => {
  const server = await createOpenAiServer(options)
  onTestFinished(() => server.close())
  return server
}

/** Limits that no healthy call comes near. */
const OPTIONS: Omit<EmbedderOptions, 'baseUrl'> = {
  apiKey: KEY,
  model: 'e',
  dimensions: null,
  queryPrefix: '',
  passagePrefix: '',
  normalise: true,
  weight: 0.3,
  maySee: 'public',
  queryMs: 20_000,
  batchMs: 20_000,
  pauseMs: 1,
}
const embedderOf = (server: OpenAiServer, options: Partial<EmbedderOptions> = {}): Embedder =>
  createOpenAiEmbedder({ baseUrl: server.url, ...OPTIONS, ...options })

type Body = Readonly<Record<string, unknown>>
const bodies = (server: OpenAiServer): readonly Body[] => server.calls.map(({ body }) => body as Body)

const faultIn = async (call: Promise<unknown>): Promise<ModelFault> => {
  const error: unknown = await call.then(
    (reply) => expect.fail(`it was taken for vectors: ${JSON.stringify(reply).slice(0, 500)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ModelError)) throw error
  const shown = [error.message, error.stack, JSON.stringify(safeError(error)), inspect(error, { depth: 20, showHidden: true })].join('\n') // prettier-ignore
  for (const secret of ['khoa-', 'bi-mat', 'Khảm', 'đảng phí']) expect(shown).not.toContain(secret)
  return error.fault
}

describe('what is asked', () => {
  it('is plain numbers of the model, with the key', async () => {
    const server = await serve({ apiKey: KEY })
    expect(await embedderOf(server).embedDocuments(TEXTS)).toEqual(VECTORS)
    expect(await embedderOf(server).embedQuery('mức đảng phí')).toEqual(VECTORS[1])
    expect(bodies(server)).toEqual([
      { model: 'e', input: TEXTS, encoding_format: 'float' },
      { model: 'e', input: ['mức đảng phí'], encoding_format: 'float' },
    ])
  })

  it('is so many numbers where that is set', async () => {
    const server = await serve()
    const embedder = embedderOf(server, { dimensions: 8 })
    expect(await embedder.embedDocuments(TEXTS)).toEqual(TEXTS.map((text) => vectorOf(text, 8)))
    expect(bodies(server)[0]).toMatchObject({ dimensions: 8 })
    expect([embedder.dimensions, embedderOf(server).dimensions]).toEqual([8, null])
    // a server that takes no notice of it
    server.faults('embeddings', Array(8).fill({ kind: 'raw', body: JSON.stringify(replyOf(VECTORS)), type: 'application/json' })) // prettier-ignore
    expect(await faultIn(embedder.embedDocuments(TEXTS))).toBe('bad_reply')
    server.supports({ dimensions: false })
    expect(await faultIn(embedder.embedDocuments(TEXTS))).toBe('bad_request')
  })

  it('has what the model wants before a question and before a passage', async () => {
    const server = await serve()
    const embedder = embedderOf(server, { queryPrefix: 'query: ', passagePrefix: 'passage: ' })
    await embedder.embedDocuments(TEXTS)
    await embedder.embedQuery('hỏi')
    expect(bodies(server).map(({ input }) => input)).toEqual([TEXTS.map((text) => `passage: ${text}`), ['query: hỏi']])
  })

  it('is nothing where there is nothing', async () => {
    const server = await serve()
    expect(await embedderOf(server).embedDocuments([])).toEqual([])
    expect(server.count()).toBe(0)
  })

  it('is said of it: name, length, weight, and who may see it', async () => {
    const server = await serve()
    const embedder = embedderOf(server, { normalise: false, weight: 0.7, maySee: 'member' })
    expect(embedder).toMatchObject({ keepsLength: true, weight: 0.7, maySee: 'member', batch: { texts: 32 } })
    expect(embedderOf(server).keepsLength).toBe(false)
  })
})

describe('the id', () => {
  it('changes with all that decides what a vector is', async () => {
    const server = await serve()
    const changes: Partial<EmbedderOptions>[] = [
      {},
      { model: 'other' },
      { dimensions: 64 },
      { dimensions: 65 },
      { queryPrefix: 'query: ' },
      { passagePrefix: 'query: ' },
      { queryPrefix: 'query: ', passagePrefix: 'passage: ' },
      { queryPrefix: 'que', passagePrefix: 'ry: ' },
      { normalise: false },
    ]
    const ids = changes.map((change) => embedderOf(server, change).id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stays where the vectors stay the same', async () => {
    const [server, other] = [await serve(), await serve()]
    const changes = [{}, { apiKey: null }, { weight: 0.9 }, { maySee: 'staff' }, { queryMs: 1 }, { batchMs: 1 }] as const // prettier-ignore
    const ids = changes.map((change) => embedderOf(server, change).id)
    expect(new Set([...ids, embedderOf(other).id]).size).toBe(1)
    expect(ids[0]).not.toContain(KEY)
  })
})

describe('the order', () => {
  it.each([
    ['with index, shuffled', { shuffle: true }],
    ['with index, in order', {}],
    ['without index', { withoutIndex: true }],
    ['whatever was asked for, floats', { floatsOnly: true, shuffle: true }],
  ])('is the order of the texts: %s', async (_what, how) => {
    const server = await serve()
    server.embeddings(how)
    expect(await embedderOf(server).embedDocuments(TEXTS)).toEqual(VECTORS)
  })
})

/** A reply as OpenAI writes it, of any vectors. */
const replyOf = (vectors: readonly unknown[], index: (at: number) => unknown = (at) => at): object => ({
  object: 'list',
  data: vectors.map((embedding, at) => ({ object: 'embedding', index: index(at), embedding })),
  usage: { prompt_tokens: 3, total_tokens: 3 },
})
const json = (body: unknown): Fault => ({ kind: 'raw', body: typeof body === 'string' ? body : JSON.stringify(body), type: 'application/json' }) // prettier-ignore
const [first, second, third] = VECTORS as [number[], number[], number[]]

/** Every way in which a reply may be none, or a connection may end; the last can only be told by waiting. */
const BROKEN: readonly Fault[] = [
  { status: 500 },
  { status: 503, retryAfter: 0 },
  { status: 429, retryAfter: 0 },
  { status: 502, body: '<html>' },
  { kind: 'html' },
  { kind: 'empty-body' },
  { kind: 'broken-json' },
  { kind: 'error-inside', message: TEXTS[0]! },
  { kind: 'wrong-shape' },
  { kind: 'wrong-shape', body: [] },
  { kind: 'wrong-shape', body: null },
  { kind: 'wrong-count', by: -1 },
  { kind: 'wrong-count', by: 1 },
  { kind: 'nan' },
  { kind: 'nan', at: 'all' },
  { kind: 'nan', literal: true },
  { kind: 'strings' },
  { kind: 'strings', at: 'all' },
  { kind: 'wrong-size' },
  { kind: 'wrong-size', at: 2, by: 1 },
  { kind: 'zeros' },
  { kind: 'zeros', at: 'all' },
  { kind: 'duplicate-index' },
  { kind: 'index-out-of-range' },
  { kind: 'index-out-of-range', index: -1 },
  { kind: 'eof', after: 0 },
  { kind: 'eof', after: 1 },
  { kind: 'eof', after: 1, abrupt: true },
  { kind: 'half-json', after: 1 },
  { kind: 'reset' },
  { kind: 'reset', after: 0 },
  { kind: 'reset', after: 1 },
  { kind: 'endless', maxBytes: 100_000 },
]
const SILENT: readonly Fault[] = [
  { kind: 'silence' },
  { kind: 'stall', after: 0 },
  { kind: 'stall', after: 1 },
  { kind: 'pings' },
]

describe('what is no vector is never accepted', () => {
  it.each(BROKEN)('%j', async (fault) => {
    const server = await serve()
    const embedder = embedderOf(server)
    server.always('embeddings', fault)
    const passing = ['bad_reply', 'cut', 'server_error', 'rate_limited', 'unreachable']
    const found = await faultIn(embedder.embedDocuments(TEXTS))
    expect(passing).toContain(found)
    // one that is not there at all is not waited for so long
    expect(server.count()).toBe(found === 'unreachable' ? 4 : 8)
    expect(embedder.tokensUsed!()).toBe(0)
    // a single failure costs a single call
    server.reset()
    server.faults('embeddings', [fault])
    expect(await embedder.embedDocuments(TEXTS)).toEqual(VECTORS)
    expect(server.count()).toBe(2)
  })

  it.each<[string, unknown]>([
    ['one twice', replyOf([first, second, third], (at) => [0, 1, 1][at])],
    ['index by text', replyOf([second, third, first], (at) => ['1', '2', '0'][at])],
    ['some without index', replyOf([second, third, first], (at) => [1, undefined, 0][at])],
    ['half an index', replyOf([first, second, third], (at) => at + 0.5)],
    ['one missing', replyOf([first, null, third])],
    ['one as an object', replyOf([first, { ...second }, third])],
    ['one as base64', replyOf([first, Buffer.from(new Float32Array(second).buffer).toString('base64'), third])],
    ['one empty', replyOf([[], [], []])],
    ['one with true', replyOf([first, [true, ...second.slice(1)], third])],
    ['one within another', replyOf([first, [second], third])],
    ['null entries', { data: [null, null, null] }],
    ['data by number', { data: { 0: { embedding: first }, 1: { embedding: second }, 2: { embedding: third }, length: 3 } }], // prettier-ignore
    // finite for JSON, and not where they are kept: in 32 bits
    ['beyond 32 bits', replyOf([first, [1e300, ...second.slice(1)], third])],
    ['beyond 64 bits', JSON.stringify(replyOf([first, second, third])).replace(/-?1\b(?!\.)/, '1e999')],
    ['nothing left in 32 bits', replyOf([first, second.map(() => 1e-300), third])],
    ['negative zeros', JSON.stringify(replyOf([first, second.map(() => 0), third])).replaceAll('[0', '[-0')],
  ])('%s', async (_what, body) => {
    const server = await serve()
    server.always('embeddings', json(body))
    expect(await faultIn(embedderOf(server).embedDocuments(TEXTS))).toBe('bad_reply')
    expect(server.count()).toBe(8)
    expect(await faultIn(embedderOf(server).embedQuery(TEXTS[0]!))).toBe('bad_reply')
  })

  it.each(SILENT)('%j', async (fault) => {
    const server = await serve()
    server.always('embeddings', fault)
    expect(await faultIn(embedderOf(server, { batchMs: 100 }).embedDocuments(TEXTS))).toBe('timeout')
    expect(server.count()).toBe(3)
    await server.until(() => server.calls.every(({ aborted }) => aborted), 'the end of the connections')
  })

  it.each<[Fault, ModelFault]>([
    [{ status: 400, body: TEXTS[0]! }, 'bad_request'],
    [{ status: 401, body: `Incorrect API key: ${KEY}` }, 'unauthorised'],
    [{ status: 404 }, 'bad_request'],
    [{ status: 413 }, 'bad_request'],
    [{ status: 429, retryAfter: 3600 }, 'rate_limited'],
    // a body that is read into memory is read so far and no further
    [{ kind: 'endless', maxBytes: 1e12 }, 'endless'],
  ])('%j is not asked for again', async (fault, expected) => {
    const server = await serve()
    server.always('embeddings', fault)
    expect(await faultIn(embedderOf(server).embedDocuments(TEXTS))).toBe(expected)
    expect(server.count()).toBe(1)
    await server.until(() => server.open === 0, 'the end of the connection')
  })

  it('that is down, or points elsewhere, is unreachable', async () => {
    const [server, elsewhere] = [await serve(), await serve()]
    server.always('embeddings', { status: 307, headers: { location: `${elsewhere.url}/embeddings` } })
    expect(await faultIn(embedderOf(server).embedDocuments(TEXTS))).toBe('unreachable')
    expect([server.count(), elsewhere.count()]).toEqual([4, 0])
    await server.down()
    expect(await faultIn(embedderOf(server).embedDocuments(TEXTS))).toBe('unreachable')
    expect(await faultIn(embedderOf(server).embedQuery(TEXTS[0]!))).toBe('unreachable')
  })
})

describe('F18: an ingestion while the server is unwell', () => {
  it('gets every vector right, with half as many calls again at most', async () => {
    const server = await serve()
    server.embeddings({ shuffle: true })
    const random = seeded(36)
    // each way to fail in its turn; a third of the calls fails, which of them is chance, and the same every time
    const ways = [...BROKEN, ...SILENT]
    let failed = 0
    server.always('embeddings', () => (random() < 0.3 ? ways[failed++ % ways.length]! : null))
    const embedder = embedderOf(server, { batchMs: 2_500 })
    const batches = Array.from({ length: 90 }, (_, batch) =>
      Array.from({ length: 8 }, (_text, n) => `đoạn ${n} của văn bản ${batch} về đảng phí`),
    )
    for (const batch of batches)
      expect(await embedder.embedDocuments(batch)).toEqual(batch.map((text) => vectorOf(text, 64)))
    expect(failed).toBeGreaterThanOrEqual(ways.length)
    expect(failed / server.count()).toBeGreaterThan(0.25)
    expect(server.count()).toBeLessThanOrEqual(1.5 * batches.length)
    // only batches that failed were asked for again
    expect(server.count()).toBe(batches.length + failed)
  })

  it('is given up after the eighth failure of one batch, without a vector', async () => {
    const server = await serve()
    server.always('embeddings', (n) => (n <= 8 ? { status: 500 } : null))
    expect(await faultIn(embedderOf(server).embedDocuments(TEXTS))).toBe('server_error')
    expect(server.count()).toBe(8)
    expect(await embedderOf(server).embedDocuments(TEXTS)).toEqual(VECTORS)
  })

  it('waits as long as it is asked to, before a batch is tried again', async () => {
    const server = await serve()
    server.faults('embeddings', [{ status: 429, retryAfter: 1 }])
    await embedderOf(server).embedDocuments(TEXTS)
    expect(server.calls[1]!.at - server.calls[0]!.at).toBeGreaterThanOrEqual(950)
  })

  it('ends when it is stopped: before, during and between calls', async () => {
    const server = await serve()
    expect(await faultIn(embedderOf(server).embedDocuments(TEXTS, AbortSignal.abort()))).toBe('stopped')
    expect(server.count()).toBe(0)

    server.always('embeddings', { kind: 'silence' })
    const during = new AbortController()
    const call = faultIn(embedderOf(server).embedDocuments(TEXTS, during.signal))
    await server.until(() => server.count() === 1, 'the call')
    during.abort()
    expect(await call).toBe('stopped')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')

    server.always('embeddings', { status: 500 })
    const between = new AbortController()
    const paused = faultIn(embedderOf(server, { pauseMs: 40_000 }).embedDocuments(TEXTS, between.signal))
    await server.until(() => server.calls[1]?.done, 'the refusal')
    between.abort()
    expect(await paused).toBe('stopped')
    expect(server.count()).toBe(2)
  })
})

describe('a question', () => {
  it.each(SILENT)('does not wait beyond its time: %j', async (fault) => {
    const server = await serve()
    server.always('embeddings', fault)
    const started = performance.now()
    expect(await faultIn(embedderOf(server, { queryMs: 150 }).embedQuery('hỏi'))).toBe('timeout')
    expect(performance.now() - started).toBeLessThan(5_000)
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect(server.count()).toBe(1)
  })

  it('is asked once more where that may help, and within its time', async () => {
    const server = await serve()
    server.faults('embeddings', [{ status: 503 }])
    expect(await embedderOf(server).embedQuery(TEXTS[0]!)).toEqual(first)
    expect(server.count()).toBe(2)
    server.always('embeddings', { status: 503 })
    expect(await faultIn(embedderOf(server).embedQuery('hỏi'))).toBe('server_error')
    expect(server.count()).toBe(4)
    // the pause alone would be too long
    server.always('embeddings', { status: 503, retryAfter: 1 })
    expect(await faultIn(embedderOf(server, { queryMs: 900 }).embedQuery('hỏi'))).toBe('server_error')
    expect(server.count()).toBe(5)
  })

  it.each<Fault>([{ kind: 'wrong-count', by: 1 }, { kind: 'nan' }, { kind: 'html' }, { kind: 'index-out-of-range' }])('is not asked again for what is no vector: %j', async (fault) => {
    const server = await serve()
    server.always('embeddings', fault)
    expect(await faultIn(embedderOf(server).embedQuery('hỏi'))).toBe('bad_reply')
    expect(server.count()).toBe(1)
  }) // prettier-ignore

  it('ends when the asker stops it', async () => {
    const server = await serve()
    server.always('embeddings', { kind: 'silence' })
    const controller = new AbortController()
    const call = faultIn(embedderOf(server).embedQuery('hỏi', controller.signal))
    await server.until(() => server.count() === 1, 'the call')
    controller.abort()
    expect(await call).toBe('stopped')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
  })
})

describe('tokens', () => {
  it('are those that the server counts, of all calls together', async () => {
    const server = await serve()
    const embedder = embedderOf(server)
    expect(embedder.tokensUsed!()).toBe(0)
    await embedder.embedDocuments(TEXTS)
    await embedder.embedQuery('hỏi')
    expect(embedder.tokensUsed!()).toBe([...TEXTS, 'hỏi'].reduce((sum, text) => sum + tokensOf(text), 0))
    expect(server.tokens.embedded).toBe(embedder.tokensUsed!())
  })

  it.each<unknown>([undefined, null, {}, { total_tokens: '9' }, { total_tokens: -9 }, { total_tokens: 0 }, { total_tokens: 1e300 }])('are estimated where it says %j', async (usage) => {
    const server = await serve()
    server.faults('embeddings', [json({ ...replyOf(VECTORS), usage })])
    const embedder = embedderOf(server)
    expect(await embedder.embedDocuments(TEXTS)).toEqual(VECTORS)
    expect(embedder.tokensUsed!()).toBe(Math.ceil(TEXTS.join('').length / 2))
  }) // prettier-ignore
})
