/** The words of an announcement, whatever the documents are called: they fit in a message, and nothing in them can be pressed. */
import { expect, onTestFinished, test } from 'vitest'
import { createAnnouncements } from '../../src/bot/features/follow/announcement.ts'
import type { BotDeps } from '../../src/bot/context.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { EVERYTHING, type Topic } from '../../src/desk/follow-topic.ts'
import type { Document, DocumentMeta } from '../../src/documents/document.ts'
import { documentOf, libraryOf } from '../answer/library.ts'
import { scratchFolder } from '../support/scratch.ts'

const LAN = 4_920_000_001
/** What somebody of the public who follows this is told of documents that are all new. */
const toldOf = (documents: readonly Document[], topics: readonly Partial<Topic>[]) => {
  const records = createSqliteRecords(scratchFolder())
  onTestFinished(() => records.close())
  records.addresses.remember('lan', LAN)
  topics.forEach((topic, i) => records.follows.put({ id: `follow-${i}`, person: 'lan', topic: { ...EVERYTHING, ...topic }, at: i })) // prettier-ignore
  const { library } = libraryOf(documents)
  const house = { library: () => library, snapshotId: () => 's' }
  const items = documents.map(({ id }) => ({ level: 'public', documentId: id, news: 'new', facts: [], at: 100 }) as const) // prettier-ignore
  const announcements = createAnnouncements({
    records,
    house,
    keyOf: String,
    telegram: { adminIds: [], staffIds: [] },
  } as unknown as BotDeps)
  const told = announcements.wordsFor({ id: 1, items, firstAt: 100, lastAt: 100, cursor: '' }, 'lan')
  if (told?.kind !== 'text') throw new Error('nothing is told')
  return told
}
const paper = (n: number, meta: Partial<DocumentMeta>): Document =>
  documentOf(`d${n}`, `Văn bản mẫu ${n}.`, { kind: 'regulation', number: null, date: '2026-03-05', ...meta })

const long = (words: string): string => Array.from({ length: 60 }, () => words).join(' ')

test('Names without end are shortened, and what does not fit in one message is counted', () => {
  const documents = Array.from({ length: 12 }, (_, n) =>
    paper(n, {
      title: `${n} ${long('quy định về sinh hoạt')}`,
      issuer: long('Đảng ủy Khối'),
      replaces: [1, 2, 3, 4].map((m) => `${m}-QĐ/${'ĐUK'.repeat(60)}`),
    }),
  )
  const told = toldOf(documents, [{}, { body: long('Đảng ủy Khối') }, { kinds: ['regulation'] }])
  expect(told.text.length).toBeLessThan(4_000)
  const shown = told.text.match(/^\d+\. /gm)!.length
  expect(shown).toBeGreaterThan(1)
  expect(told.text).toContain(`… và ${12 - shown} văn bản khác`)
  expect(told.buttons!.filter(({ label }) => label.startsWith('Xem '))).toHaveLength(shown)
})

test('A subject is looked for in the words of a few documents, and in the titles alone of thousands that come at once', () => {
  const [named, spoken] = [paper(1, { title: 'Quy định về tủ sách chi bộ' }), documentOf('d2', 'Điều 1. Tủ sách chi bộ\n\nMỗi nơi có một tủ sách.', { kind: 'plan', title: 'Kế hoạch năm' })] // prettier-ignore
  const others = Array.from({ length: 100 }, (_, n) => paper(n + 10, { title: `Quy định số ${n}` }))
  const subject = [{ words: 'tủ sách chi bộ' }]
  expect(toldOf([named, spoken], subject).text).toMatch(
    /tủ sách chi bộ[^]*Kế hoạch năm|Kế hoạch năm[^]*Quy định về tủ sách/,
  )
  const many = toldOf([named, spoken, ...others], subject)
  expect(many.text).toContain('Quy định về tủ sách chi bộ')
  expect(many.text).not.toContain('Kế hoạch năm')
})

test('A link, a mention or a command in a title is told as the words that it is', () => {
  const told = toldOf([paper(1, { title: 'Quy định https://xau.example/a @admin /xoa' })], [{}])
  for (const found of ['https://xau.example/a', '@admin', '/xoa']) {
    const at = told.text.indexOf(found)
    expect(told.entities!.some(({ type, offset, length }) => type === 'code' && offset <= at && offset + length >= at + found.length)).toBe(true) // prettier-ignore
  }
})
