import { expect, it } from 'vitest'
import { documentFromText } from '../../src/documents/create-document.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { find } from '../../src/search/find.ts'
import { createLangchainRetriever } from '../../src/search/langchain-retriever.ts'
import { createHashingEmbedder } from '../../src/models/hashing.ts'
import { scratchFolder } from '../support/scratch.ts'

const texts: [string, string, 'public' | 'staff'][] = [
  ['a', 'Chi bộ họp mỗi tháng một lần. Bí thư chi bộ chủ trì cuộc họp.', 'public'],
  ['b', 'Đảng phí thu trong kỳ sinh hoạt và nộp trước ngày hai mươi hằng tháng.', 'public'],
  ['c', 'Dự toán đảng phí của văn phòng chỉ dành cho cán bộ.', 'staff'],
]

it.each([null, createHashingEmbedder()])(
  'gives a chain the passages that the bound level may read, best first',
  async (embedder) => {
    const index = createEmbeddedIndex(scratchFolder(), embedder)
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
  const index = createEmbeddedIndex(scratchFolder(), embedder)
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
