/** Ranking again by a served model, over real HTTP: one finite score a text, in the order of the texts, or a fault. */
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ModelError, type ModelFault } from '../../src/models/model-error.ts'
import type { Reranker } from '../../src/models/model.ts'
import { createReranker, type RerankerOptions } from '../../src/models/reranker.ts'
import { safeError } from '../../src/telemetry.ts'
import { createOpenAiServer, overlap, type Fault, type OpenAiServer } from '../support/openai-server.ts'

const KEY = 'khoa-bi-mat-0123456789'
const QUESTION = 'Đảng phí đóng thế nào?'
const TEXTS = ['kết nạp đảng viên Khảm', 'mức đảng phí', 'đảng phí đóng thế nào', 'trồng rừng']
const SCORES = TEXTS.map((text) => overlap(QUESTION, text))

const serve = async (): Promise<OpenAiServer> => {
  const server = await createOpenAiServer()
  onTestFinished(() => server.close())
  return server
}

const rerankerOf = (server: OpenAiServer, options: Partial<RerankerOptions> = {}): Reranker =>
  createReranker({ baseUrl: server.rerankUrl, apiKey: KEY, model: 'r', maySee: 'public', totalMs: 20_000, ...options })

type Body = Readonly<Record<string, unknown>>
const bodies = (server: OpenAiServer): readonly Body[] => server.calls.map(({ body }) => body as Body)

const faultIn = async (call: Promise<unknown>): Promise<ModelFault> => {
  const error: unknown = await call.then(
    (reply) => expect.fail(`it was taken for scores: ${JSON.stringify(reply)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ModelError)) throw error
  const shown = [error.message, error.stack, JSON.stringify(safeError(error)), inspect(error, { depth: 20, showHidden: true })].join('\n') // prettier-ignore
  for (const secret of ['khoa-', 'bi-mat', 'Khảm', 'Đảng phí']) expect(shown).not.toContain(secret)
  return error.fault
}

describe('the forms', () => {
  it('are `documents` with a model and a key, in the order of the texts', async () => {
    const server = await serve()
    expect(await rerankerOf(server).rank(QUESTION, TEXTS)).toEqual(SCORES)
    expect(bodies(server)).toEqual([{ model: 'r', query: QUESTION, documents: TEXTS }])
    expect(server.calls[0]).toMatchObject({ path: '/rerank', headers: { authorization: `Bearer ${KEY}` } })
  })

  it('are asked for behind any address, without a key and without a model', async () => {
    const server = await serve()
    const reranker = rerankerOf(server, { baseUrl: server.url, apiKey: null, model: '' })
    expect(await reranker.rank(QUESTION, TEXTS)).toEqual(SCORES)
    expect(bodies(server)).toEqual([{ query: QUESTION, documents: TEXTS }])
    expect(server.calls[0]!.path).toBe('/v1/rerank')
    expect(server.calls[0]!.headers).not.toHaveProperty('authorization')
    expect([reranker.id, rerankerOf(server).id]).toEqual(['rerank', 'r'])
  })

  it('are `texts` where the server is a TEI, which is learnt once', async () => {
    const server = await serve()
    server.supports({ documents: false })
    const reranker = rerankerOf(server)
    expect(await reranker.rank(QUESTION, TEXTS)).toEqual(SCORES)
    expect(await reranker.rank(QUESTION, TEXTS)).toEqual(SCORES)
    const tei = { model: 'r', query: QUESTION, texts: TEXTS, truncate: true }
    expect(bodies(server)).toEqual([{ model: 'r', query: QUESTION, documents: TEXTS }, tei, tei])
  })

  it.each([400, 404, 422])('are learnt from a %i', async (status) => {
    const server = await serve()
    server.faults('rerank', [{ status }])
    expect(await rerankerOf(server).rank(QUESTION, TEXTS)).toEqual(SCORES)
    expect(bodies(server).map((body) => 'texts' in body)).toEqual([false, true])
  })

  it('are learnt by calls at the same time, none of which is lost', async () => {
    const server = await serve()
    server.supports({ documents: false })
    const reranker = rerankerOf(server)
    const all = await Promise.all(Array.from({ length: 10 }, () => reranker.rank(QUESTION, TEXTS)))
    expect(all).toEqual(Array(10).fill(SCORES))
    expect(server.count()).toBeLessThanOrEqual(20)
    await reranker.rank(QUESTION, TEXTS)
    expect(bodies(server).at(-1)).toHaveProperty('texts')
  })

  it('are not learnt from a server that refuses both', async () => {
    const server = await serve()
    server.always('rerank', { status: 400, body: `${QUESTION} ${KEY}` })
    const reranker = rerankerOf(server)
    expect(await faultIn(reranker.rank(QUESTION, TEXTS))).toBe('bad_request')
    expect(server.count()).toBe(2)
    server.always('rerank', null)
    expect(await reranker.rank(QUESTION, TEXTS)).toEqual(SCORES)
    expect(bodies(server).at(-1)).toHaveProperty('documents')
  })
})

describe('many texts', () => {
  it.each([false, true])('go 32 at a time, also where the server is a TEI: %s', async (isTei) => {
    const server = await serve()
    server.supports({ documents: !isTei })
    const texts = Array.from({ length: 70 }, (_, n) => `văn bản ${n}`)
    server.rerank((_query, text) => Number(text.split(' ').at(-1)) * (text.endsWith('7') ? -1 : 1))
    const scores = await rerankerOf(server).rank(QUESTION, texts)
    expect(scores).toEqual(texts.map((_text, n) => (n % 10 === 7 ? -n : n)))
    const asked = bodies(server).map(({ documents, texts: others }) => (documents ?? others) as readonly string[])
    expect(asked.map(({ length }) => length)).toEqual(isTei ? [32, 32, 32, 6] : [32, 32, 6])
    expect(asked.slice(isTei ? 1 : 0).flat()).toEqual(texts)
    expect(server.mostOpen).toBe(1)
  })

  it('are none: nobody is asked', async () => {
    const server = await serve()
    expect(await rerankerOf(server).rank(QUESTION, [])).toEqual([])
    expect(server.count()).toBe(0)
  })

  it('are all or nothing', async () => {
    const server = await serve()
    server.faults('rerank', [null, { kind: 'wrong-count', by: -1 }])
    const texts = Array.from({ length: 40 }, (_, n) => `văn bản ${n}`)
    expect(await faultIn(rerankerOf(server).rank(QUESTION, texts))).toBe('bad_reply')
    expect(server.count()).toBe(2)
  })
})

const json = (body: unknown): Fault => ({ kind: 'raw', body: typeof body === 'string' ? body : JSON.stringify(body), type: 'application/json' }) // prettier-ignore
const scored = (index: (at: number) => unknown, score: (at: number) => unknown): object => ({
  results: TEXTS.map((_text, at) => ({ index: index(at), relevance_score: score(at) })),
})

describe('a fault', () => {
  it.each<[Fault, ModelFault]>([
    [{ kind: 'wrong-count', by: -1 }, 'bad_reply'],
    [{ kind: 'wrong-count', by: 1 }, 'bad_reply'],
    [{ kind: 'nan' }, 'bad_reply'],
    [{ kind: 'nan', at: 'all' }, 'bad_reply'],
    [{ kind: 'nan', literal: true }, 'bad_reply'],
    [{ kind: 'strings' }, 'bad_reply'],
    [{ kind: 'duplicate-index' }, 'bad_reply'],
    [{ kind: 'index-out-of-range' }, 'bad_reply'],
    [{ kind: 'index-out-of-range', index: -1 }, 'bad_reply'],
    [{ kind: 'index-out-of-range', index: 0.5 }, 'bad_reply'],
    [{ kind: 'html' }, 'bad_reply'],
    [{ kind: 'empty-body' }, 'bad_reply'],
    [{ kind: 'broken-json' }, 'bad_reply'],
    [{ kind: 'half-json', after: 1 }, 'bad_reply'],
    [{ kind: 'error-inside', message: `${QUESTION} ${KEY}` }, 'bad_reply'],
    [{ kind: 'wrong-shape' }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: null }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: QUESTION }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: [1, 2, 3, 4] }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: [null, null, null, null] }, 'bad_reply'],
    [{ kind: 'wrong-shape', body: { results: { length: 4 } } }, 'bad_reply'],
    // a parser says what it cannot read
    [{ kind: 'raw', body: `${KEY} ${QUESTION}` }, 'bad_reply'],
    [{ kind: 'raw', body: `{"a": ${KEY}}` }, 'bad_reply'],
    [{ kind: 'raw', body: QUESTION }, 'bad_reply'],
    [json(scored((at) => at, () => true)), 'bad_reply'],
    [json(scored((at) => String(at), (at) => at)), 'bad_reply'],
    [json(scored(() => undefined, (at) => at)), 'bad_reply'],
    [json(JSON.stringify(scored((at) => at, () => 7)).replace(':7', ':1e999')), 'bad_reply'],
    [{ kind: 'eof', after: 1 }, 'bad_reply'],
    [{ kind: 'eof', after: 1, abrupt: true }, 'cut'],
    [{ kind: 'endless', maxBytes: 100_000 }, 'bad_reply'],
    [{ kind: 'endless', maxBytes: 1e12 }, 'endless'],
    [{ kind: 'reset' }, 'unreachable'],
    [{ status: 401, body: KEY }, 'unauthorised'],
    [{ status: 403 }, 'unauthorised'],
    [{ status: 429, retryAfter: 3600 }, 'rate_limited'],
    [{ status: 500, body: QUESTION }, 'server_error'],
    [{ status: 502, body: '<html>' }, 'server_error'],
    [{ status: 503, retryAfter: 0 }, 'server_error'],
  ])('has a name and is not asked about again: %j', async (fault, expected) => {
    const server = await serve()
    server.always('rerank', fault)
    const reranker = rerankerOf(server)
    expect(await faultIn(reranker.rank(QUESTION, TEXTS))).toBe(expected)
    expect(server.count()).toBe(1)
    await server.until(() => server.open === 0, 'the end of the connection')
    server.always('rerank', null)
    expect(await reranker.rank(QUESTION, TEXTS)).toEqual(SCORES)
  }) // prettier-ignore

  // whether the headers were seen before the reset is chance; either way it is no reply
  it.each<Fault>([
    { kind: 'reset', after: 0 },
    { kind: 'reset', after: 1 },
  ])('%j', async (fault) => {
    const server = await serve()
    server.always('rerank', fault)
    expect(['cut', 'unreachable']).toContain(await faultIn(rerankerOf(server).rank(QUESTION, TEXTS)))
    expect(server.count()).toBe(1)
  })

  it.each<Fault>([{ kind: 'silence' }, { kind: 'stall', after: 0 }, { kind: 'stall', after: 1 }, { kind: 'pings' }])('ends in time: %j', async (fault) => {
    const server = await serve()
    server.always('rerank', fault)
    expect(await faultIn(rerankerOf(server, { totalMs: 150 }).rank(QUESTION, TEXTS))).toBe('timeout')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect(server.count()).toBe(1)
  }) // prettier-ignore

  it('counts the time over all batches', async () => {
    const server = await serve()
    server.always('rerank', { kind: 'slow', ms: 300 })
    const texts = Array.from({ length: 3_200 }, (_, n) => `văn bản ${n}`)
    expect(await faultIn(rerankerOf(server, { totalMs: 1_000 }).rank(QUESTION, texts))).toBe('timeout')
    expect(server.count()).toBeLessThanOrEqual(4)
  })

  it('is an address that is down or points elsewhere', async () => {
    const [server, elsewhere] = [await serve(), await serve()]
    server.always('rerank', { status: 308, headers: { location: `${elsewhere.rerankUrl}/rerank` } })
    expect(await faultIn(rerankerOf(server).rank(QUESTION, TEXTS))).toBe('unreachable')
    expect([server.count(), elsewhere.count()]).toEqual([1, 0])
    await server.down()
    const error = await rerankerOf(server).rank(QUESTION, TEXTS).catch((thrown: unknown) => thrown) // prettier-ignore
    expect(error).toMatchObject({ fault: 'unreachable', message: expect.stringContaining('ECONNREFUSED') })
  })

  it.each([
    ['name and password', 'http://ten:mat-khau-9@127.0.0.1:9'],
    ['a bad port', 'http://mat-khau-9:99999'],
  ])('keeps %s in an address to itself', async (_what, baseUrl) => {
    const server = await serve()
    const error = await rerankerOf(server, { baseUrl }).rank(QUESTION, TEXTS).catch((thrown: unknown) => thrown) // prettier-ignore
    expect(error).toMatchObject({ fault: 'unreachable' })
    expect(inspect(error, { depth: 20 })).not.toContain('mat-khau')
  })

  it('is none of its own when the asker stops it', async () => {
    const server = await serve()
    expect(await faultIn(rerankerOf(server).rank(QUESTION, TEXTS, AbortSignal.abort()))).toBe('stopped')
    expect(server.count()).toBe(0)
    server.always('rerank', { kind: 'silence' })
    const controller = new AbortController()
    const call = faultIn(rerankerOf(server).rank(QUESTION, TEXTS, controller.signal))
    await server.until(() => server.count() === 1, 'the call')
    controller.abort()
    expect(await call).toBe('stopped')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
  })
})
