import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commonWords } from '../../src/desk/common-words.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { figuresOf } from '../../src/desk/statistics.ts'
import { NOON } from '../contracts/an-update.ts'
import { given, SAYS, statisticsContract } from '../contracts/statistics-records.ts'
import { scratchFolder } from '../support/scratch.ts'

statisticsContract('SQLite', () => {
  const folder = join(scratchFolder(), 'records')
  return { open: (now) => createSqliteRecords(folder, now ? { now } : {}) }
})

const DAY = 86_400_000
const fresh = () => {
  const records = createSqliteRecords(join(scratchFolder(), 'records'))
  onTestFinished(() => records.close())
  return records
}
const asked = { days: 7, now: NOON, level: 'public' as const, topicOf: (id: string) => (id === 'd1' ? 'Quy định' : null), otherTopic: 'Khác' } // prettier-ignore

describe('the figures', () => {
  it('name no topic, document or word of fewer than three persons, however often they ask', async () => {
    const records = fresh()
    for (let n = 0; n < 9; n++)
      given(records, NOON - n, n % 2 ? 'an' : 'binh', SAYS.notFound, { question: 'Chế độ nghỉ thai sản?' })
    given(records, NOON, 'an', SAYS.answered)
    given(records, NOON, 'binh', SAYS.answered)
    const few = await figuresOf(records, asked)
    expect([few.topics, few.notFound, few.documents.filter(({ isCommon }) => isCommon)]).toEqual([[], [], []])
    expect(few.total).toEqual({ answered: 2, askedBack: 0, refused: 9, failed: 0 })
    given(records, NOON, 'chi', SAYS.answered)
    given(records, NOON, 'chi', SAYS.notFound, { question: 'che do nghi thai san' })
    const enough = await figuresOf(records, asked)
    expect(enough.topics).toEqual([
      { label: 'Khác', count: 3 },
      { label: 'Quy định', count: 3 },
    ])
    expect(enough.notFound).toEqual([{ words: 'chế độ nghỉ thai', count: 3 }])
    expect(JSON.stringify(enough)).not.toMatch(/an"|binh|chi"/)
  })

  it('do not tell below a level what was asked above it', async () => {
    const records = fresh()
    for (const person of ['an', 'binh', 'chi'])
      given(records, NOON, person, SAYS.notFound, { question: 'kế hoạch điều động nhân sự', level: 'staff' })
    expect((await figuresOf(records, asked)).notFound).toEqual([])
    expect((await figuresOf(records, { ...asked, level: 'staff' })).notFound).toHaveLength(1)
  })

  it('put days that are kept and days that are past together, a page at a time', async () => {
    const records = fresh()
    records.transaction(() => {
      for (let n = 0; n < 1_203; n++) given(records, NOON - (n % 7) * DAY, `p${n}`, SAYS.answered)
    })
    records.expire(NOON, 3)
    const { days, total, medianMs } = await figuresOf(records, asked)
    expect(days.map(({ counts }) => counts.answered)).toEqual([171, 172, 172, 172, 172, 172, 172])
    expect([total.answered, medianMs, days.at(-1)!.day]).toEqual([1_203, 40, '2026-11-23'])
  })
})

describe('common words', () => {
  it.each([
    [['hồ sơ chuyển sinh hoạt đảng?', 'thủ tục chuyển sinh hoạt đảng', 'chuyen sinh hoat dang o dau'], ['chuyển sinh hoạt đảng']],
    [['ông Nguyễn Văn Nam ở đâu', 'ông Nguyễn Văn Nam sinh năm nào', 'số điện thoại ông Nguyễn Văn Nam'], []],
    [['đồng chí nguyen van nam', 'nguyen van nam', 'gap nguyen van nam'], ['van nam']],
    [['điều 5 khoản 2', 'điều 5', 'điều 5 là gì'], []],
    [['<b>phụ cấp</b> & "cấp ủy"', '<b>phụ cấp</b>', 'phụ cấp'], ['phụ cấp']],
  ])('of %j are %j', (texts, expected) => {
    const words = commonWords(3)
    texts.forEach((text, n) => words.add(text, `p${n}`))
    expect(words.most().map((one) => one.words)).toEqual(expected)
  }) // prettier-ignore
})
