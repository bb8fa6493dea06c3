import { join } from 'node:path'
import { Embeddings } from '@langchain/core/embeddings'
import { expect, it } from 'vitest'
import { documentFromText } from '../../src/documents/create-document.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { find } from '../../src/search/find.ts'
import { createLangchainRetriever } from '../../src/search/langchain-retriever.ts'
import { createHashingEmbedder } from '../../src/models/hashing.ts'
import { fromLangChain } from '../../src/models/langchain.ts'
import { scratchFolder } from '../support/scratch.ts'

const texts: [string, string, 'public' | 'staff'][] = [
  ['a', 'Chi bộ họp mỗi tháng một lần. Bí thư chi bộ chủ trì cuộc họp.', 'public'],
  ['b', 'Đảng phí thu trong kỳ sinh hoạt và nộp trước ngày hai mươi hằng tháng.', 'public'],
  ['c', 'Dự toán đảng phí của văn phòng chỉ dành cho cán bộ.', 'staff'],
]

it.each([null, createHashingEmbedder()])(
  'gives a chain the passages that the bound level may read, best first',
  async (embedder) => {
    const index = createEmbeddedIndex(join(scratchFolder(), 'index'), embedder)
    const writer = await index.write()
    const put = texts.map(([id, text, level]) =>
      documentFromText({ id, source: id, title: `Tài liệu ${id}`, text, level }),
    )
    await writer.publish({ put, removeSources: [] })
    writer.close()
    const warn = (message: string): never => {
      throw new Error(message)
    }
    const retriever = createLangchainRetriever(
      (question, options) => find(question, index.open()!.scope('public'), { embedder, reranker: null }, options, warn),
      2,
    )
    const [first, ...others] = await retriever.invoke('dang phi nop khi nao')
    expect(first!.pageContent).toBe(texts[1]![1])
    expect(first!.metadata).toMatchObject({
      documentId: 'b',
      passageId: 'b#0',
      title: 'Tài liệu b',
      number: null,
      path: [],
    })
    expect(others.map((document) => document.metadata.documentId)).not.toContain('c')
    index.close()
  },
)

it('searches by words alone when the embedder fails, and says so', async () => {
  const embedder = createHashingEmbedder()
  const index = createEmbeddedIndex(join(scratchFolder(), 'index'), embedder)
  const writer = await index.write()
  await writer.publish({ put: [documentFromText({ id: 'a', title: 'A', text: texts[0]![1] })], removeSources: [] })
  writer.close()
  const broken = { ...embedder, embedQuery: () => Promise.reject(new Error('no connection')) }
  const warnings: string[] = []
  const { passages } = await find(
    'ai chủ trì cuộc họp',
    index.open()!.scope('public'),
    { embedder: broken, reranker: null },
    { top: 3 },
    (m) => warnings.push(m),
  )
  expect(passages[0]!.id).toBe('a#0')
  expect(warnings).toEqual(['the embedder failed: searching by words only'])
  index.close()
})

/** What another make's embedder looks like: it knows two matters, and notes what it is given. */
class TwoMatters extends Embeddings {
  readonly given: string[] = []
  fails = false

  constructor() {
    super({ maxRetries: 0 })
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }

  override async embedQuery(text: string): Promise<number[]> {
    this.given.push(text)
    return this.caller.call(async () => {
      if (this.fails) throw new Error('no connection')
      return [Number(/họp|meeting/iu.test(text)), Number(/phí|fee/iu.test(text)), 0.1]
    })
  }
}

it('takes any LangChain Embeddings for its vectors, and gives it nothing above the level it may see', async () => {
  const matters = new TwoMatters()
  const embedder = fromLangChain(matters, { id: 'two-matters', batch: { texts: 1, tokens: 1_000 } })
  const folder = join(scratchFolder(), 'index')
  const index = createEmbeddedIndex(folder, embedder)
  const writer = await index.write()
  const put = texts.map(([id, text, level]) =>
    documentFromText({ id, source: id, title: `Tài liệu ${id}`, text, level }),
  )
  const { embedder: by, embedding } = await writer.publish({ put, removeSources: [] })
  writer.close()
  expect(by).toMatchObject({ id: 'two-matters', dimensions: 3 })
  expect(embedding).toMatchObject({ passages: 2, asked: 2, missing: 0 })
  expect(embedding!.tokens).toBeGreaterThan(0)
  expect(matters.given).toEqual(texts.slice(0, 2).map(([id, text]) => `Tài liệu ${id}\n${text}`))

  const warnings: string[] = []
  const ask = (question: string) =>
    find(question, index.open()!.scope('public'), { embedder, reranker: null }, { top: 2 }, (message) =>
      warnings.push(message),
    )
  // words that no text has
  expect((await ask('fee')).passages[0]!.id).toBe('b#0')
  expect((await ask('meeting')).passages[0]!.id).toBe('a#0')
  expect(warnings).toEqual([])
  matters.fails = true
  const found = await ask('đảng phí')
  expect(found.passages[0]!.id).toBe('b#0')
  expect(found.byWordsOnly).toBe(true)
  expect(warnings).toEqual(['the embedder failed: searching by words only'])
  index.close()

  // under another name it is another model, and what the first gave is left alone
  const renamed = createEmbeddedIndex(folder, fromLangChain(matters, { id: 'two-matters-2' }))
  expect(renamed.open()!.scope('public').nearest).toBeNull()
  renamed.close()
})
