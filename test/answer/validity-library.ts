/** The fictional chain as a library whose documents are read as files are: nothing about them is set by hand. */
import { createDocument } from '../../src/documents/create-document.ts'
import type { Document, DocumentMeta } from '../../src/documents/document.ts'
import { CHAIN, PRESS } from '../support/validity-chain.ts'
import type { Level } from '../../src/access.ts'

export const readText = (
  id: string,
  text: string,
  overrides: Partial<DocumentMeta> = {},
  level: Level = 'public',
): Document => {
  const created = createDocument({
    id,
    source: `${id}.txt`,
    digest: id,
    level,
    levelGiven: true,
    content: {
      format: 'text',
      blocks: text.split('\n\n').map((block) => ({ kind: 'paragraph', text: block })),
      margins: [],
      hints: {},
      ocr: false,
      pages: null,
      warnings: [],
    },
    overrides,
  })
  if (!created.ok) throw new Error(created.message)
  return created.document
}

export const chain = Object.entries(CHAIN).map(([id, text]) => readText(id, text))
export const press = Object.entries(PRESS).map(([id, text], i) =>
  readText(id, text, {
    kind: 'article',
    title: ['Tỉnh ủy công bố quy định về thăm hỏi đảng viên cao tuổi', 'Thư viện tỉnh thêm bạn đọc'][i]!,
    date: '2025-03-04',
  }),
)
export const chainLibrary = [...chain, ...press]
