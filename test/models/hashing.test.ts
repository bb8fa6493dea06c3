import { expect, test } from 'vitest'
import { createHashingEmbedder } from '../../src/models/hashing.ts'

const embedder = createHashingEmbedder()
const like = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

test('vectors have length 1 and the stated dimensions; a text without words has zeros', async () => {
  const [some, none] = await embedder.embedDocuments(['Chi bộ họp hằng tháng', '…'])
  expect(some).toHaveLength(embedder.dimensions)
  expect(Math.hypot(...some!)).toBeCloseTo(1)
  expect(none!.every((x) => x === 0)).toBe(true)
})

test('a question and a document with the same text have the same vector, marks or not', async () => {
  const [document] = await embedder.embedDocuments(['đảng viên dự bị'])
  expect(await embedder.embedQuery('dang vien du bi')).toEqual(document)
})

test('a slip of the finger stays nearer than another word', async () => {
  const meant = await embedder.embedQuery('chuyển sinh hoạt')
  const slip = await embedder.embedQuery('chuyyển sinnh hoạtt')
  const other = await embedder.embedQuery('trồng rừng phòng hộ')
  expect(like(meant, slip)).toBeGreaterThan(like(meant, other) + 0.2)
})
