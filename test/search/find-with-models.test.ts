/** Finding with models beside the words: what a vector raises, what a reranker turns round, and what is left when they fail. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { join } from 'node:path'
import type { Level } from '../../src/access.ts'
import { documentFromText } from '../../src/documents/create-document.ts'
import type { Document } from '../../src/documents/document.ts'
import { faultOf } from '../../src/models/model-error.ts'
import type { Embedder, Reranker } from '../../src/models/model.ts'
import { createReranker } from '../../src/models/reranker.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { find } from '../../src/search/find.ts'
import type { Retrieval } from '../../src/search/retrieval.ts'
import { createOpenAiServer, overlap, type Fault, type OpenAiServer } from '../support/openai-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const document = (id: string, text: string, level: Level = 'public'): Document =>
  documentFromText({ id, source: `${id}.txt`, title: `Bài ${id}`, text, level })

/** Knows three matters, whatever words they come in; “grievance” is a word that no text here has, and no slip of one. */
const MATTERS = [
  /grievance|kỷ luật|khiển trách|cảnh cáo/iu,
  /đảng phí|đóng góp hằng tháng/iu,
  /kết nạp|đứng vào hàng ngũ/iu,
]

const createFakeEmbedder = (): Embedder & { readonly asked: string[] } => {
  const asked: string[] = []
  const vector = (text: string): number[] => [...MATTERS.map((matter) => Number(matter.test(text))), 0.1]
  return {
    id: 'three-matters',
    dimensions: 4,
    keepsLength: false,
    weight: 0.3,
    maySee: 'staff',
    batch: { texts: 16, tokens: 10_000 },
    embedDocuments: async (texts) => texts.map(vector),
    embedQuery: async (text) => {
      asked.push(text)
      return vector(text)
    },
    asked,
  }
}

const openHouse = async (put: readonly Document[], embedder: Embedder | null) => {
  const index = createEmbeddedIndex(join(scratchFolder(), 'index'), embedder)
  onTestFinished(() => index.close())
  const writer = await index.write()
  await writer.publish({ put, removeSources: [] })
  writer.close()
  const warnings: { readonly message: string; readonly error: unknown }[] = []
  return {
    warnings,
    find: (
      question: string,
      { level = 'public', top = 10, reranker = null, by = embedder, ...options }: Asking = {},
    ): Promise<Retrieval> =>
      find(question, index.open()!.scope(level), { embedder: by, reranker }, { top, ...options }, (message, error) =>
        warnings.push({ message, error }),
      ),
  }
}

interface Asking {
  readonly level?: Level
  readonly top?: number
  readonly reranker?: Reranker | null
  readonly by?: Embedder | null
  readonly onlyDocuments?: readonly string[]
  readonly signal?: AbortSignal
}

const documentsOf = (found: Retrieval): string[] => found.documents.map(({ card }) => card.id)
const passagesOf = (found: Retrieval): string[] => found.passages.map(({ id }) => id)
const isDescending = (scores: readonly number[]): boolean =>
  scores.every((score, i) => i === 0 || score <= scores[i - 1]!)

describe('with vectors', () => {
  const articles = [
    'Điều 1. Họp\nChi bộ bàn việc chung của khu phố.',
    'Điều 2. Phân công\nChi bộ giao việc cho từng người.',
    'Điều 3. Hình thức\nNgười vi phạm bị khiển trách hoặc cảnh cáo tùy mức.',
    'Điều 4. Hiệu lực\nChi bộ thực hiện từ ngày ký.',
  ]
  const put = [
    document('họp', 'Chi bộ họp mỗi tháng một lần để bàn việc chung.'),
    document('sai phạm', articles.join('\n')),
    document('thu nộp', 'Khoản đóng góp hằng tháng được thu trước ngày mười.'),
    document('vườn', 'Trồng cây và giữ suối ở đầu nguồn.'),
  ]

  it('a document that shares no word with the question rises, and shows the passage that is near', async () => {
    const { find, warnings } = await openHouse(put, createFakeEmbedder())
    expect(documentsOf(await find('grievance', { by: null }))).toEqual([])
    const found = await find('grievance')
    expect(documentsOf(found)[0]).toBe('sai phạm')
    expect(found.documents[0]!.passage.text).toContain('khiển trách')
    expect(found.passages[0]!.text).toContain('khiển trách')
    expect(found.passages[0]!.score).toBe(found.documents[0]!.score)
    expect(isDescending(found.passages.map(({ score }) => score))).toBe(true)
    expect(found.byWordsOnly).toBeUndefined()
    expect(warnings).toEqual([])
  })

  it('it comes behind what holds the words, and before what holds neither', async () => {
    const { find } = await openHouse([...put, document('luật', 'Luật đất đai và luật nhà ở.')], createFakeEmbedder())
    const found = documentsOf(await find('kỷ luật'))
    expect(found.slice(0, 2)).toEqual(['luật', 'sai phạm'])
  })

  it('the near passage is found within the one document that is asked', async () => {
    const { find } = await openHouse(put, createFakeEmbedder())
    const found = await find('kỷ luật của chi bộ', { onlyDocuments: ['sai phạm'] })
    expect(found.passages.some(({ text }) => text.includes('khiển trách'))).toBe(true)
    expect(new Set(found.passages.map(({ card }) => card.id))).toEqual(new Set(['sai phạm']))
  })

  it('a passage above the reader is not found by its vector either', async () => {
    const hidden = document('kín', 'Hai người bị cảnh cáo.', 'staff')
    const { find } = await openHouse([...put.slice(0, 1), hidden], createFakeEmbedder())
    expect(documentsOf(await find('kỷ luật'))).not.toContain('kín')
    expect(documentsOf(await find('kỷ luật', { level: 'staff' }))[0]).toBe('kín')
  })

  it('the model is given the words that were meant, without what says who somebody is', async () => {
    const embedder = createFakeEmbedder()
    const { find } = await openHouse([...put, document('phí', 'Đảng phí nộp khi nào: trước ngày mười.')], embedder)
    for (const typed of ['dang phi nop khi nao', 'ddangr phis noopj khi naof', 'Đảng phí nộp khi nào'])
      await find(typed)
    await find('Số CCCD của tôi là 079203001234, điện thoại 0912345678, đảng phí nộp khi nào?')
    await find('email toi la an.nguyen@gmail.com, dang phi nop khi nao')
    const [plain, telex, marked, personal, unmarked] = embedder.asked
    expect(plain).toBe('đảng phí nộp khi nào')
    expect(telex).toBe('đảng phí nộp khi nào')
    expect(marked).toBe('Đảng phí nộp khi nào')
    expect(personal).toMatch(/đảng phí nộp khi nào/)
    expect(personal).not.toMatch(/\d{4}/)
    expect(unmarked).toBe('đảng phí nộp khi nào')
  })

  it('a model that fails, or gives a vector of another size, leaves the words and says so', async () => {
    const embedder = createFakeEmbedder()
    const { find, warnings } = await openHouse(put, embedder)
    const words = await find('chi bộ họp', { by: null })
    const failing: Embedder = { ...embedder, embedQuery: () => Promise.reject(new Error('no connection')) }
    const other: Embedder = { ...embedder, embedQuery: async () => [1, 2] }
    for (const by of [failing, other]) {
      warnings.length = 0
      const found = await find('chi bộ họp', { by })
      expect(found).toEqual({ ...words, byWordsOnly: true })
      expect(warnings.map(({ message }) => message)).toEqual(['the embedder failed: searching by words only'])
    }
  })

  it('where the index has no vectors of the model, it is not asked', async () => {
    const embedder = createFakeEmbedder()
    const { find, warnings } = await openHouse(put, null)
    const found = await find('chi bộ họp', { by: embedder })
    expect(found.byWordsOnly).toBe(true)
    expect(embedder.asked).toEqual([])
    expect(warnings).toEqual([])
  })
})

describe('with a reranker', () => {
  const serve = async (): Promise<OpenAiServer> => {
    const server = await createOpenAiServer()
    onTestFinished(() => server.close())
    return server
  }
  const at = (server: OpenAiServer, totalMs = 10_000): Reranker =>
    createReranker({ baseUrl: server.rerankUrl, apiKey: 'a-key', model: '', maySee: 'public', totalMs })
  const put = [
    document('một', 'Chi bộ họp mỗi tháng một lần.'),
    document('hai', 'Chi bộ họp bất thường khi cần. Điểm 5.'),
    document('ba', 'Chi bộ họp để bàn việc chung của thôn. Điểm 9.'),
    document('kín', 'Chi bộ họp kín, mã KHONGGUI.', 'staff'),
    document('vườn', 'Trồng cây và giữ suối ở đầu nguồn.'),
  ]
  /** The number that a text gives itself. */
  const byPoints = (_query: string, text: string): number => Number(/Điểm (\d+)/.exec(text)?.[1] ?? 0)
  const question = 'chi bộ họp'

  it('the first passages come in its order, documents follow their best one, and scores stay with the places', async () => {
    const server = await serve()
    server.rerank(byPoints)
    const { find, warnings } = await openHouse(put, null)
    const before = await find(question)
    const after = await find(question, { reranker: at(server) })
    expect(passagesOf(before)).toHaveLength(3)
    expect(passagesOf(after)).toEqual(['ba#0', 'hai#0', 'một#0'])
    expect(documentsOf(after)).toEqual(['ba', 'hai', 'một'])
    expect(after.passages.map(({ score }) => score)).toEqual(before.passages.map(({ score }) => score))
    expect(after.documents.map(({ score }) => score)).toEqual(before.documents.map(({ score }) => score))
    expect(after.documents[0]!.passage.text).toBe(put[2]!.text)
    expect(after).toMatchObject({ query: before.query, strength: before.strength })
    expect(after.byWordsOnly).toBeUndefined()
    expect(warnings).toEqual([])
    expect(server.calls[0]!.body).toMatchObject({ query: question })
    expect(server.received('Bài ba\nChi bộ họp để bàn')).toBe(true)
  })

  it('equal worth leaves the order as it was found', async () => {
    const server = await serve()
    server.rerank(() => 1)
    const { find } = await openHouse(put, null)
    expect(await find(question, { reranker: at(server) })).toEqual(await find(question))
  })

  it('a passage that it may not see keeps its place and is not sent', async () => {
    const server = await serve()
    server.rerank(byPoints)
    const { find } = await openHouse(put, null)
    const before = passagesOf(await find(question, { level: 'staff' }))
    const after = passagesOf(await find(question, { level: 'staff', reranker: at(server) }))
    const place = before.indexOf('kín#0')
    expect(place).toBeGreaterThanOrEqual(0)
    expect(after[place]).toBe('kín#0')
    expect(after.filter((id) => id !== 'kín#0')).toEqual(['ba#0', 'hai#0', 'một#0'])
    for (const words of ['KHONGGUI', 'họp kín', 'Bài kín']) expect(server.received(words), words).toBe(false)
  })

  it('it sees fifty passages where few are wanted: one from below comes up, and no more than asked come back', async () => {
    const server = await serve()
    const articles = (team: number): string =>
      Array.from({ length: 10 }, (_, n) => `Điều ${n + 1}. Chi bộ họp\nViệc thứ ${n + 1} của tổ ${team}.`).join('\n')
    const teams = Array.from({ length: 20 }, (_, team) => document(`v${team}`, articles(team)))
    const { find } = await openHouse(teams, null)
    const before = await find(question, { top: 3 })
    const wide = await find(question, { top: 50 })
    const risen = wide.passages[40]!
    server.rerank((_query, text) => Number(text.endsWith(risen.text)))
    const after = await find(question, { top: 3, reranker: at(server) })
    const sent = server.calls.flatMap(({ body }) => (body as { documents: string[] }).documents)
    expect(sent).toEqual(wide.passages.map(({ card, text }) => `${card.meta.title}\n${text}`))
    expect(sent).toHaveLength(50)
    expect(passagesOf(before)).not.toContain(risen.id)
    expect(passagesOf(after)).toEqual([risen.id, ...passagesOf(before).slice(0, 2)])
    expect(documentsOf(after)[0]).toBe(risen.card.id)
    expect(documentsOf(after)).toHaveLength(3)
  })

  it('of one passage there is nothing to rank: it is not asked', async () => {
    const server = await serve()
    const { find } = await openHouse(put, null)
    await find('suối đầu nguồn', { reranker: at(server) })
    await find('zzyzx', { reranker: at(server) })
    expect(server.calls).toEqual([])
  })

  it('it is given what was meant, with the vectors before it', async () => {
    const server = await serve()
    server.rerank(overlap)
    const embedder = createFakeEmbedder()
    const near = document('gần', 'Người vi phạm bị khiển trách.')
    const { find } = await openHouse([...put, near], embedder)
    const found = await find('chi booj hopj canhr caos', { reranker: at(server) })
    expect(embedder.asked).toEqual(['chi bộ họp cảnh cáo'])
    expect(server.calls[0]!.body).toMatchObject({ query: 'chi bộ họp cảnh cáo' })
    expect(server.received('khiển trách')).toBe(true)
    expect(passagesOf(found)).toContain('gần#0')
  })

  const faults: readonly Fault[] = [
    { status: 500 },
    { status: 429, retryAfter: 1 },
    { status: 401 },
    { kind: 'wrong-count', by: -1 },
    { kind: 'wrong-count', by: 1 },
    { kind: 'nan' },
    { kind: 'strings' },
    { kind: 'duplicate-index' },
    { kind: 'index-out-of-range' },
    { kind: 'html' },
    { kind: 'empty-body' },
    { kind: 'broken-json' },
    { kind: 'wrong-shape' },
    { kind: 'reset' },
    { kind: 'error-inside' },
  ]
  it.each(faults)('a server that does this leaves the order as it was found: %j', async (fault) => {
    const server = await serve()
    server.rerank(byPoints)
    server.faults('rerank', [fault])
    const { find, warnings } = await openHouse(put, null)
    expect(await find(question, { reranker: at(server) })).toEqual(await find(question))
    expect(warnings.map(({ message }) => message)).toEqual(['the reranker failed: the order stays as it was found'])
    expect(server.count('rerank')).toBe(1)
  })

  it('one that says nothing is waited for no longer than allowed', async () => {
    const server = await serve()
    server.faults('rerank', [{ kind: 'silence' }])
    const { find, warnings } = await openHouse(put, null)
    expect(await find(question, { reranker: at(server, 100) })).toEqual(await find(question))
    expect(warnings.map(({ error }) => faultOf(error))).toEqual(['timeout'])
    await server.until(() => server.calls[0]?.aborted, 'the client to go away')
  })

  it('one that is gone leaves the order as it was found', async () => {
    const server = await serve()
    const reranker = at(server)
    await server.down()
    const { find, warnings } = await openHouse(put, null)
    expect(await find(question, { reranker })).toEqual(await find(question))
    expect(warnings.map(({ error }) => faultOf(error))).toEqual(['unreachable'])
  })

  it('is given up with the question', async () => {
    const server = await serve()
    server.faults('rerank', [{ kind: 'silence' }])
    const { find, warnings } = await openHouse(put, null)
    const asker = new AbortController()
    const asked = find(question, { reranker: at(server), signal: asker.signal })
    await server.until(() => server.count('rerank') === 1, 'the call')
    asker.abort()
    expect(passagesOf(await asked)).toHaveLength(3)
    expect(warnings.map(({ error }) => faultOf(error))).toEqual(['stopped'])
  })
})
