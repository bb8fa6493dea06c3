/** The models as one question may use them, with the real ones behind real HTTP: all is counted, and what may not be asked is not. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBudget, createMemoryBook, type Limits } from '../../src/models/guard/budget.ts'
import { createCircuitBreaker } from '../../src/models/guard/circuit-breaker.ts'
import { rememberQueries } from '../../src/models/guard/remember-queries.ts'
import { faultOf, type ModelFault } from '../../src/models/model-error.ts'
import type { ChatRequest } from '../../src/models/model.ts'
import { createOpenAiChat } from '../../src/models/openai/chat.ts'
import { createOpenAiEmbedder } from '../../src/models/openai/embedder.ts'
import { modelsForQuestion, type Models } from '../../src/models/question-models.ts'
import { createReranker } from '../../src/models/reranker.ts'
import { createOpenAiServer, overlap, vectorOf, type Fault, type OpenAiServer } from '../support/openai-server.ts'

const QUESTION = 'Đảng phí đóng thế nào?'
const PRICES = { in: 2, out: 10, embedding: 1 }
/** What the call says of itself: 100 characters, so 50 tokens estimated. */
const PROMPT = 'hỏi '.repeat(25)
const SENT = PROMPT.length / 2
const MOST_OUT = 60

interface HouseOptions {
  readonly limits?: Partial<Limits>
  readonly totalMs?: number
  readonly idleMs?: number
}

/** Models as `choose-models.ts` joins them, but with a clock that is set by hand and short pauses. */
const houseWith = async ({ limits, totalMs = 40_000, idleMs = 20_000 }: HouseOptions = {}) => {
  const server = await createOpenAiServer()
  onTestFinished(() => server.close())
  server.chat({ text: 'Có.', tokensIn: 40, tokensOut: 20 })
  let time = 1_750_000_000_000
  let day = '2026-03-01'
  const breaker = () => createCircuitBreaker(() => time)
  const common = { apiKey: 'k', model: 'm', maySee: 'public' } as const
  const book = createMemoryBook()
  const none: Limits = { tokens: null, personTokens: null, cost: null, personCost: null }
  const models: Models = {
    chat: createOpenAiChat({ ...common, baseUrl: server.url, reasoning: null, idleMs, totalMs: 40_000, pauseMs: 1 }),
    embedder: rememberQueries(
      createOpenAiEmbedder({
        ...common,
        baseUrl: server.url,
        dimensions: 8,
        queryPrefix: '',
        passagePrefix: '',
        normalise: true,
        weight: 0.3,
        queryMs: idleMs,
      }),
    ),
    reranker: createReranker({ ...common, baseUrl: server.rerankUrl, totalMs: idleMs }),
    breakers: { chat: breaker(), embedder: breaker(), reranker: breaker() },
    budget: createBudget({ ...none, ...limits }, book, () => day),
    prices: PRICES,
    totalMs,
  }
  return {
    server,
    models,
    spent: (person: string | null) => book.spent(day, person),
    later: (ms: number) => void (time += ms),
    tomorrow: () => void (day = '2026-03-02'),
  }
}

const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: () => [{ role: 'user', content: PROMPT }],
  schema: { name: 'a', of: { type: 'object' } },
  maxTokens: MOST_OUT,
  ...more,
})
const outcome = (call: Promise<unknown>): Promise<ModelFault | 'well'> => call.then(() => 'well' as const, faultOf)
const times = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, (_, n) => make(n))) // prettier-ignore

describe('what is used', () => {
  it('is counted for each question by itself, and for its person and the day', async () => {
    const { server, models, spent } = await houseWith()
    const [mine, yours] = [modelsForQuestion(models, 'an'), modelsForQuestion(models, 'bình')]
    expect(mine.used()).toEqual({ calls: 0, tokensIn: 0, tokensOut: 0, cost: 0, faults: [] })
    expect(await mine.chat!.complete(request())).toEqual({ text: 'Có.', tokensIn: 40, tokensOut: 20 })
    const before = mine.used()
    await mine.chat!.complete(request())
    server.chat({ text: 'Không.', tokensIn: 1, tokensOut: 2 })
    await yours.chat!.complete(request())
    expect(before).toMatchObject({ calls: 1, tokensIn: 40 })
    expect(mine.used()).toEqual({ calls: 2, tokensIn: 80, tokensOut: 40, cost: (80 * 2 + 40 * 10) / 1e6, faults: [] })
    expect(yours.used()).toEqual({ calls: 1, tokensIn: 1, tokensOut: 2, cost: 22 / 1e6, faults: [] })
    expect([spent('an').tokens, spent('bình').tokens, spent(null).tokens]).toEqual([120, 3, 123])
    expect(spent(null).cost).toBeCloseTo((560 + 22) / 1e6, 12)
  })

  it('is counted too where nobody is known', async () => {
    const { models, spent } = await houseWith({ limits: { personTokens: 1 } })
    await modelsForQuestion(models, null).chat!.complete(request())
    expect(spent(null).tokens).toBe(60)
  })

  it('is the vector of a question, but only when it is asked for', async () => {
    const { server, models, spent } = await houseWith()
    const tokens = Math.ceil(QUESTION.length / 2)
    for (let n = 0; n < 3; n++) {
      const mine = modelsForQuestion(models, 'an')
      expect(await mine.embedder!.embedQuery(QUESTION)).toEqual(vectorOf(QUESTION, 8))
      expect(mine.used()).toEqual({ calls: 0, tokensIn: 0, tokensOut: 0, cost: n === 0 ? tokens / 1e6 : 0, faults: [] })
    }
    expect([server.count('embeddings'), spent('an')]).toEqual([1, { tokens, cost: tokens / 1e6 }])
  })

  it('is nothing for ranking, which has no price', async () => {
    const { server, models, spent } = await houseWith({ limits: { tokens: 0 } })
    const mine = modelsForQuestion(models, 'an')
    const texts = ['đảng phí', 'trồng rừng']
    expect(await mine.reranker!.rank(QUESTION, texts)).toEqual(texts.map((text) => overlap(QUESTION, text)))
    expect([server.count('rerank'), spent(null).tokens, mine.used().cost]).toEqual([1, 0, 0])
  })

  it('says what it is', async () => {
    const { models } = await houseWith()
    const { chat, embedder, reranker } = modelsForQuestion(models, null)
    expect([chat!.id, embedder!.id, embedder!.weight, reranker!.id, reranker!.maySee]).toEqual(['m', models.embedder!.id, 0.3, 'm', 'public']) // prettier-ignore
    const bare = modelsForQuestion({ ...models, chat: null, embedder: null, reranker: null }, null)
    expect([bare.chat, bare.embedder, bare.reranker]).toEqual([null, null, null])
  })

  it.each<[Fault, ModelFault, { in: number; out: number }]>([
    // nothing was read
    [{ status: 500 }, 'server_error', { in: 0, out: 0 }],
    [{ status: 429, retryAfter: 3600 }, 'rate_limited', { in: 0, out: 0 }],
    [{ status: 401 }, 'unauthorised', { in: 0, out: 0 }],
    [{ status: 400 }, 'bad_request', { in: 0, out: 0 }],
    [{ kind: 'reset' }, 'unreachable', { in: 0, out: 0 }],
    // it was read, if there was anybody
    [{ kind: 'html' }, 'bad_reply', { in: SENT, out: 0 }],
    [{ kind: 'content', content: '' }, 'empty', { in: SENT, out: 0 }],
    [{ kind: 'stall', after: 0 }, 'stalled', { in: SENT, out: 0 }],
    // it may have written all that it was allowed to
    [{ kind: 'finish', finish: 'length' }, 'cut', { in: SENT, out: MOST_OUT }],
    [{ kind: 'finish', finish: 'content_filter' }, 'filtered', { in: SENT, out: MOST_OUT }],
    [{ kind: 'endless', maxBytes: 1e12 }, 'endless', { in: SENT, out: MOST_OUT }],
  ])('of a call that fails is what it may have cost: %j', async (fault, expected, tokens) => {
    const { server, models, spent } = await houseWith({ idleMs: fault.kind === 'stall' ? 150 : 20_000 })
    server.always('chat', fault)
    const mine = modelsForQuestion(models, 'an')
    expect(await outcome(mine.chat!.complete(request()))).toBe(expected)
    const cost = (tokens.in * PRICES.in + tokens.out * PRICES.out) / 1e6
    expect(mine.used()).toEqual({ calls: 1, tokensIn: tokens.in, tokensOut: tokens.out, cost, faults: [expected] })
    expect(spent('an')).toEqual({ tokens: tokens.in + tokens.out, cost })
  })

  it('names what went wrong, in order, of all models', async () => {
    const { server, models } = await houseWith()
    const mine = modelsForQuestion(models, 'an')
    server.faults('embeddings', [{ kind: 'nan' }])
    server.faults('rerank', [{ kind: 'wrong-count', by: 1 }, { status: 503 }])
    server.faults('chat', [{ kind: 'finish', finish: null }, null, { kind: 'refusal' }])
    await outcome(mine.embedder!.embedQuery(QUESTION))
    await outcome(mine.reranker!.rank(QUESTION, ['a']))
    await outcome(mine.chat!.complete(request()))
    const before = mine.used()
    expect(await outcome(mine.chat!.complete(request()))).toBe('well')
    await outcome(mine.reranker!.rank(QUESTION, ['a']))
    await outcome(mine.chat!.complete(request()))
    const faults = ['bad_reply', 'bad_reply', 'cut', 'server_error', 'filtered']
    expect(mine.used()).toMatchObject({ calls: 3, faults })
    // a look at what was used does not change afterwards
    expect(before.faults).toEqual(faults.slice(0, 3))
  })
})

describe('the time of a question', () => {
  it('is up: nobody is asked any more', async () => {
    const { server, models } = await houseWith({ totalMs: 0 })
    const mine = modelsForQuestion(models, null)
    expect(await outcome(mine.chat!.complete(request()))).toBe('timeout')
    expect([server.count(), mine.used()]).toMatchObject([0, { calls: 0, faults: ['timeout'] }])
  })

  it('ends the call that it runs out in, or the call ends by its own', async () => {
    const { server, models } = await houseWith({ totalMs: 300 })
    server.always('chat', { kind: 'silence' })
    expect(await outcome(modelsForQuestion(models, null).chat!.complete(request({ within: 20_000 })))).toBe('timeout')
    expect(await outcome(modelsForQuestion({ ...models, totalMs: 20_000 }, null).chat!.complete(request({ within: 100 })))).toBe('timeout') // prettier-ignore
    await server.until(() => server.calls.every(({ aborted }) => aborted), 'the end of the connections')
    expect(server.count()).toBe(2)
  })
})

describe('F9: an endpoint that fails', () => {
  it('rests after five failures, without a call reaching it, and is tried twice a minute', async () => {
    const { server, models, later } = await houseWith()
    server.always('chat', { status: 500 })
    for (let n = 0; n < 5; n++) expect(await outcome(modelsForQuestion(models, 'an').chat!.complete(request()))).toBe('server_error') // prettier-ignore
    expect(server.count()).toBe(15)
    const resting = modelsForQuestion(models, 'an')
    expect(await times(20, () => outcome(resting.chat!.complete(request())))).toEqual(Array(20).fill('resting'))
    expect(resting.used()).toEqual({ calls: 0, tokensIn: 0, tokensOut: 0, cost: 0, faults: Array(20).fill('resting') })
    expect(server.count()).toBe(15)
    later(30_000)
    const asked = (): Promise<ModelFault | 'well'> => outcome(modelsForQuestion(models, 'an').chat!.complete(request()))
    const probed = await times(20, asked)
    expect(probed.toSorted()).toEqual([...Array<ModelFault>(19).fill('resting'), 'server_error'])
    expect(server.count()).toBe(18)
    // well again: normal within a minute
    server.always('chat', null)
    later(29_999)
    expect(await asked()).toBe('resting')
    later(1)
    expect(await asked()).toBe('well')
    expect(await times(20, asked)).toEqual(Array(20).fill('well'))
  })

  it('is down: the same, and the others go on', async () => {
    const { server, models } = await houseWith()
    const mine = modelsForQuestion(models, null)
    for (let n = 0; n < 5; n++) {
      server.faults('rerank', [{ kind: 'html' }])
      await outcome(mine.reranker!.rank(QUESTION, ['a']))
    }
    expect(await outcome(mine.reranker!.rank(QUESTION, ['a']))).toBe('resting')
    expect(await outcome(mine.embedder!.embedQuery(QUESTION))).toBe('well')
    expect(await outcome(mine.chat!.complete(request()))).toBe('well')
    expect(server.count('rerank')).toBe(5)
    await server.down()
    const asked = (): Promise<ModelFault | 'well'> => outcome(modelsForQuestion(models, null).chat!.complete(request()))
    for (let n = 0; n < 5; n++) expect(await asked()).toBe('unreachable')
    expect(await asked()).toBe('resting')
  })

  it('is not waited for twice by one question', async () => {
    const { server, models } = await houseWith({ idleMs: 50 })
    server.always('chat', { kind: 'silence' })
    const mine = modelsForQuestion(models, 'an')
    expect([await outcome(mine.chat!.complete(request())), await outcome(mine.chat!.complete(request()))]).toEqual(['stalled', 'stalled']) // prettier-ignore
    expect(server.count('chat')).toBe(1)
    // what it merely will not answer may be asked otherwise
    server.always('chat', { kind: 'refusal' })
    const another = modelsForQuestion(models, 'an')
    for (let n = 0; n < 2; n++) expect(await outcome(another.chat!.complete(request()))).toBe('filtered')
    expect(server.count('chat')).toBe(3)
  })

  it('does not rest because of questions that it will not answer', async () => {
    const { server, models } = await houseWith()
    server.always('chat', { kind: 'refusal' })
    const mine = modelsForQuestion(models, null)
    for (let n = 0; n < 8; n++) expect(await outcome(mine.chat!.complete(request()))).toBe('filtered')
    expect(server.count()).toBe(8)
  })

  it('a question that is remembered does not wake the embedder, nor need it', async () => {
    const { server, models, later } = await houseWith({ limits: { tokens: 100 } })
    const mine = modelsForQuestion(models, 'an')
    await mine.embedder!.embedQuery(QUESTION)
    server.always('embeddings', { kind: 'html' })
    for (let n = 0; n < 5; n++) await outcome(mine.embedder!.embedQuery(`câu ${n}`))
    expect(await mine.embedder!.embedQuery(QUESTION)).toEqual(vectorOf(QUESTION, 8))
    later(30_000)
    expect(await mine.embedder!.embedQuery(QUESTION)).toEqual(vectorOf(QUESTION, 8))
    expect(models.breakers.embedder.state()).toBe('open')
    expect(await outcome(mine.embedder!.embedQuery('câu khác'))).toBe('bad_reply')
    expect(await outcome(mine.embedder!.embedQuery('câu khác'))).toBe('resting')
    expect(server.count('embeddings')).toBe(7)
  })
})

describe('L4: a budget', () => {
  const MOST = SENT + MOST_OUT
  const mostCost = (SENT * PRICES.in + MOST_OUT * PRICES.out) / 1e6

  it.each<[string, Partial<Limits>, ModelFault]>([
    ['tokens of all', { tokens: 5 * MOST }, 'total_budget'],
    ['tokens of one', { personTokens: 5 * MOST }, 'person_budget'],
    ['cost of all', { cost: 5 * mostCost }, 'total_budget'],
    ['cost of one', { personCost: 5 * mostCost }, 'person_budget'],
  ])('is not gone beyond by fifty questions at once: %s', async (_what, limits, refusal) => {
    const { server, models, spent, tomorrow } = await houseWith({ limits })
    // as much as it may
    server.chat({ text: 'Có.', tokensIn: SENT, tokensOut: MOST_OUT })
    const ask = () => outcome(modelsForQuestion(models, 'an').chat!.complete(request()))
    const outcomes = await times(50, ask)
    expect(outcomes.filter((one) => one === 'well')).toHaveLength(5)
    expect(outcomes.filter((one) => one === refusal)).toHaveLength(45)
    expect(server.count()).toBe(5)
    expect(server.tokens.in + server.tokens.out).toBe(5 * MOST)
    expect(spent('an')).toEqual({ tokens: 5 * MOST, cost: expect.closeTo(5 * mostCost, 12) })
    expect(await times(10, ask)).toEqual(Array(10).fill(refusal))
    expect(server.count()).toBe(5)
    // another one may still ask, where it was one person's
    const other = await outcome(modelsForQuestion(models, 'bình').chat!.complete(request()))
    expect(other).toBe(refusal === 'person_budget' ? 'well' : 'total_budget')
    tomorrow()
    expect(await ask()).toBe('well')
  })

  it('gives back what a call did not need', async () => {
    const { server, models, spent } = await houseWith({ limits: { tokens: 5 * MOST } })
    server.chat({ text: 'Có.', tokensIn: 5, tokensOut: 5 })
    let well = 0
    while ((await outcome(modelsForQuestion(models, 'an').chat!.complete(request()))) === 'well') well++
    // each took ten; the last ones had too little left for the most that they might
    expect(well).toBe(Math.floor((4 * MOST) / 10) + 1)
    expect([server.count(), spent(null).tokens]).toEqual([well, well * 10])
  })

  it('is not used up by a server that refuses, nor does its end open the breaker', async () => {
    const { server, models } = await houseWith({ limits: { tokens: MOST } })
    server.always('chat', { status: 503, retryAfter: 3600 })
    const asked = (): Promise<ModelFault | 'well'> => outcome(modelsForQuestion(models, 'an').chat!.complete(request()))
    for (let n = 0; n < 4; n++) await asked()
    server.always('chat', null)
    server.chat({ text: 'Có.', tokensIn: SENT, tokensOut: MOST_OUT })
    expect(await asked()).toBe('well')
    for (let n = 0; n < 10; n++) expect(await asked()).toBe('total_budget')
    expect(models.breakers.chat.state()).toBe('closed')
    expect(server.count()).toBe(5)
  })

  it('refuses vectors too, without a call', async () => {
    const { server, models } = await houseWith({ limits: { personTokens: 5 } })
    const mine = modelsForQuestion(models, 'an')
    expect(await outcome(mine.embedder!.embedQuery(QUESTION))).toBe('person_budget')
    expect([server.count(), mine.used().faults]).toEqual([0, ['person_budget']])
  })

  it('is not got around by stopping what was asked for', async () => {
    const { server, models, spent } = await houseWith({ limits: { personTokens: 2 * MOST } })
    server.always('chat', { kind: 'stall', after: 0 })
    for (let n = 1; n <= 2; n++) {
      const controller = new AbortController()
      const call = outcome(modelsForQuestion(models, 'an', controller.signal).chat!.complete(request()))
      await server.until(() => server.count() === n, 'the call')
      controller.abort()
      expect(await call).toBe('stopped')
    }
    expect(spent('an').tokens).toBe(2 * MOST)
    expect(await outcome(modelsForQuestion(models, 'an').chat!.complete(request()))).toBe('person_budget')
    expect(server.count()).toBe(2)
  })
})

describe('an asker who stops', () => {
  const stop = async (
    server: OpenAiServer,
    kind: 'chat' | 'embeddings' | 'rerank',
    ask: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<void> => {
    server.always(kind, { kind: 'silence' })
    const controller = new AbortController()
    const call = outcome(ask(controller.signal))
    await server.until(() => server.count(kind) === 1, 'the call')
    controller.abort()
    expect(await call).toBe('stopped')
    await server.until(() => server.calls[0]!.aborted, 'the end of the connection')
    expect([server.count(), server.open]).toEqual([1, 0])
  }

  it('stops the model that writes', async () => {
    const { server, models } = await houseWith()
    await stop(server, 'chat', (signal) => modelsForQuestion(models, 'an', signal).chat!.complete(request()))
  })

  it('stops the embedder', async () => {
    const { server, models } = await houseWith()
    await stop(server, 'embeddings', (signal) => modelsForQuestion(models, 'an', signal).embedder!.embedQuery(QUESTION))
  })

  it('stops the reranker', async () => {
    const { server, models } = await houseWith()
    await stop(server, 'rerank', (signal) => modelsForQuestion(models, 'an', signal).reranker!.rank(QUESTION, ['a']))
  })

  it('asks nobody any more, and pays nothing for it', async () => {
    const { server, models, spent } = await houseWith()
    const mine = modelsForQuestion(models, 'an', AbortSignal.abort())
    expect(await outcome(mine.chat!.complete(request()))).toBe('stopped')
    expect(await outcome(mine.embedder!.embedQuery(QUESTION))).toBe('stopped')
    expect(await outcome(mine.reranker!.rank(QUESTION, ['a']))).toBe('stopped')
    expect(mine.used()).toEqual({ calls: 0, tokensIn: 0, tokensOut: 0, cost: 0, faults: Array(3).fill('stopped') })
    expect([server.count(), spent('an').tokens, models.breakers.chat.state()]).toEqual([0, 0, 'closed'])
  })
})
