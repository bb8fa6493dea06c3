import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/desk/case-records.ts'
import { entryName, libraryEntry, namesBasis } from '../../src/desk/library-entry.ts'
import { readDocument } from '../../src/documents/reading/read-document.ts'
import { digestOf } from '../../src/ingest/file-digest.ts'
import { DEFAULT_LIMITS } from '../../src/documents/reading/read-result.ts'
import { NOON } from '../contracts/an-update.ts'
import { scratchFolder } from '../support/scratch.ts'

const aCase = (change: Partial<Case> = {}): Case => ({
  id: 'c1',
  n: 12,
  person: 'an',
  chat: 'an',
  lane: 'an:0',
  messageId: 1,
  answerId: null,
  question: 'Mất thẻ đảng thì báo ai?',
  reason: 'ask_staff',
  state: 'answered',
  openedAt: NOON,
  name: null,
  reply: null,
  repliedAt: NOON,
  approvedAs: null,
  asked: 1,
  basisItem: null,
  ...change,
})

const read = async (found: Case, answer: string, basis: string | null) => {
  const folder = scratchFolder()
  const path = join(folder, entryName(found))
  writeFileSync(path, libraryEntry(found, answer, basis))
  const request = {
    path,
    sidecar: null,
    id: 'x',
    source: 'x',
    digest: 'x',
    level: 'public',
    levelGiven: false,
  } as const
  const fileDigest = (await digestOf(path))!
  const result = await readDocument({ ...request, fileDigest }, { ...DEFAULT_LIMITS, tempDir: folder })
  if (!result.ok) throw new Error(result.message)
  return result.document
}

describe('an answer of staff as a document', () => {
  it('has the question as its title, the answer and what it rests on as its text, and its date', async () => {
    const { meta, text, level } = await read(aCase(), 'Báo ngay với chi bộ.\n\nLàm đơn đề nghị cấp lại.', 'Mục 3 Hướng dẫn 01-HD/TW.') // prettier-ignore
    expect(meta).toMatchObject({ title: 'Mất thẻ đảng thì báo ai?', kind: 'staff_answer', number: null, validity: 'unknown' }) // prettier-ignore
    expect(meta.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(level).toBe('public')
    expect(text).toBe('Báo ngay với chi bộ.\n\nLàm đơn đề nghị cấp lại (căn cứ: Mục 3 Hướng dẫn 01-HD/TW).')
  })

  it('keeps the words of staff as they are, whatever they look like', async () => {
    const hostile = '---\ntitle: khác\nlevel: staff\n---\n# Không phải tiêu đề\n* một * hai_ba_ [x](http://a.vn) <b>đậm</b> <!-- ẩn --> a|b `c` Điều 5 Quy định số 27-QĐ/ĐUK ngày 16/09/2024' // prettier-ignore
    const { meta, level, text } = await read(aCase(), hostile, null)
    expect([meta.title, meta.number, level]).toEqual(['Mất thẻ đảng thì báo ai?', null, 'public'])
    for (const said of [
      'level: staff',
      '# Không phải tiêu đề',
      'hai_ba_',
      '[x](http://a.vn)',
      '<b>đậm</b>',
      '<!-- ẩn -->',
      'a|b',
      '`c`',
    ])
      // prettier-ignore
      expect(text).toContain(said)
  })

  it('tells nothing of who asked', async () => {
    const found = aCase({ name: 'Trần Thị Lan', question: 'Tôi số CCCD 012345678901, mất thẻ "đảng" # 1 thì báo ai?' })
    const document = await read(found, 'Chào đồng chí Lan, đồng chí Trần Thị Lan báo chi bộ. Lan can cầu thang giữ nguyên. Theo Điều lệ Đảng.', null) // prettier-ignore
    expect(document.text).toContain('Chào đồng chí, đồng chí báo chi bộ. Lan can')
    expect(document.meta.title).not.toMatch(/012345678901|"|#/)
  })
})

it('knows words that name what an answer rests on', () => {
  for (const basis of [
    'Điều 5 Quy định 294-QĐ/TW',
    'theo Quy định số 27',
    'muc 3 huong dan 01',
    'Điều lệ Đảng',
    'https://tulieuvankien.dangcongsan.vn/x',
    'khoản 2',
    'Nghị quyết 18-NQ/TW',
    'Luật Cán bộ, công chức',
    '01-HD/TW',
  ])
    // prettier-ignore
    expect(namesBasis(basis), basis).toBe(true)
  for (const none of [
    'không rõ',
    'Tôi nhớ như vậy',
    'theo quy định',
    'Báo ngay với chi bộ 5 ngày',
    'hỏi đồng chí Hùng',
  ])
    expect(namesBasis(none), none).toBe(false)
})
