import { expect, it } from 'vitest'
import { createDocument } from '../../src/documents/create-document.ts'
import type { Block } from '../../src/documents/document.ts'
import { askerOf } from './library.ts'

const caption =
  'Bí thư Đảng ủy xã Sen Vàng Đỗ Văn Kiên cùng Phó chủ tịch xã Lý Thị Mơ trao quà cho các gia đình chính sách'
const blocks: Block[] = [
  {
    kind: 'paragraph',
    text: 'Phóng viên đã trao đổi với đồng chí Đỗ Văn Kiên, Bí thư Đảng ủy xã Sen Vàng, về kết quả nhiệm kỳ.',
  },
  { kind: 'caption', text: caption },
  { kind: 'paragraph', text: 'Trong nhiệm kỳ, xã đã sửa 12 km đường và xây 3 nhà văn hóa thôn.' },
]

const articleWith = (kept: readonly Block[]) => {
  const content = {
    format: 'html',
    blocks: kept,
    margins: [],
    hints: {},
    ocr: false,
    pages: null,
    warnings: [],
  } as const
  const overrides = { title: 'Xã Sen Vàng sau một nhiệm kỳ', kind: 'article', date: '2025-03-02' } as const
  const created = createDocument({ id: 'bai', source: 'bai', digest: 'bai', level: 'public', content, overrides })
  if (!created.ok) throw new Error(created.message)
  return askerOf([created.document])
}

it('quotes the sentence of an article before a caption that says the same', async () => {
  const answer = await articleWith(blocks)('Ai là Bí thư Đảng ủy xã Sen Vàng?')
  expect(answer.text).toContain('đồng chí Đỗ Văn Kiên, Bí thư Đảng ủy xã Sen Vàng')
  expect(answer.text).not.toContain('trao quà')
})

it('quotes a caption where nothing else tells', async () => {
  const answer = await articleWith(blocks)('Lý Thị Mơ giữ chức vụ gì?')
  expect(answer.citations.map(({ quote }) => quote)).toContain(caption)
})
