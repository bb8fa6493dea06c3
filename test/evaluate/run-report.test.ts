import { beforeAll, describe, expect, test } from 'vitest'
import { measureSet } from '../../scripts/evaluate/measure-set.ts'
import { runReport } from '../../scripts/evaluate/report/run-report.ts'
import type { SetQuestion } from '../../scripts/evaluate/read-set.ts'
import type { SetRun } from '../../scripts/evaluate/set-run.ts'
import { openTrialIndex } from '../../scripts/evaluate/trial-index.ts'

const HOSTILE = '<img src=x onerror=alert(1)> "Quy chế" & <b>lề</b>'

const corpus = [
  { id: 'fee', title: HOSTILE, text: 'Chi bộ nộp đảng phí lên cấp trên trước ngày 20 hằng tháng.' },
  { id: 'fee-2', title: 'Sổ tay', text: 'Đảng phí do chi bộ thu trong kỳ sinh hoạt định kỳ. Chi bộ lập sổ theo dõi.' },
  { id: 'card', title: 'Thẻ', text: 'Thẻ đảng viên bị mất phải báo cáo chi bộ trong 7 ngày. Đảng viên làm đơn.' },
  { id: 'rice', title: 'Mùa vụ', text: 'Lúa đông xuân gieo sạ trong tháng mười hai. Nông dân làm đất kỹ.' },
  { id: 'school', title: 'Trường', text: 'Trường khai giảng vào đầu tháng chín. Học sinh tựu trường trước một tuần.' },
]
const questions: readonly SetQuestion[] = [
  {
    id: 'right',
    question: 'Thẻ đảng viên bị mất phải báo cáo trong mấy ngày?',
    relevant: ['card'],
    answers: ['7 ngày'],
  },
  { id: 'other', question: 'Chi bộ nộp đảng phí trước ngày nào?', relevant: ['fee-2'], answers: ['20 hằng tháng'] },
  {
    id: 'gone',
    question: 'Máy bay bay cao bao nhiêu mét?',
    relevant: ['rice'],
    answers: ['mười nghìn mét'],
    tags: ['"><u>'],
  },
  { id: 'gold', question: 'Trường khai giảng vào lúc nào?', relevant: ['school'], answers: ['mùng năm'] },
  { id: 'known', question: 'Thẻ đảng viên bị mất phải báo cáo chi bộ trong mấy ngày?', relevant: [], answers: [] },
]

let run: SetRun
let html: string
beforeAll(async () => {
  const index = await openTrialIndex(corpus)
  try {
    run = await measureSet({ set: 'thử <i>', typing: 'as-is' }, questions, index, {
      retrievalOnly: false,
      explained: true,
      models: null,
      peers: [],
    })
  } finally {
    index.close()
  }
  html = runReport([run], '2026-01-31')
})

describe('misses', () => {
  const causesOf = (id: string): readonly string[] =>
    run.questions.find((question) => question.id === id)!.miss?.causes.map(({ name }) => name) ?? []

  test('a question that is answered right is none', () => {
    expect(causesOf('right')).toEqual([])
  })
  test('a document that stands beside the right one is named as the cause', () => {
    expect(causesOf('other')).toEqual(['neighbour'])
    const { miss } = run.questions.find(({ id }) => id === 'other')!
    expect(miss!.right).toMatchObject([{ id: 'fee-2', rank: 2 }])
  })
  test('a question without a word of its document is not found, and refused', () => {
    expect(causesOf('gone')).toEqual(['not_candidate', 'refused_weak'])
    expect(run.questions[2]!.miss!.causes[1]!.detail).toMatch(/^Độ khớp/)
  })
  test('a gold that no document says is told apart from one that was not quoted', () => {
    expect(causesOf('gold')).toEqual(['not_literal'])
  })
  test('an answer to what should be refused says how strong the match was', () => {
    expect(causesOf('known')).toEqual(['answered_unknown'])
    expect(run.questions[4]!.miss!.causes[0].detail).toMatch(/Độ khớp \d,\d{3}, ngưỡng ở câu này \d,\d{3}\./)
  })
})

describe('the page', () => {
  test('takes titles, tags and names of sets as words', () => {
    expect(html).not.toMatch(/<img|<script|<u>|<i>\s*(?!✓)[^✓]*lề/)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toContain('thử &lt;i&gt;')
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/(?:src|href)="(?!#)/)
  })
  test('marks the words of the question in what was found', () => {
    expect(html).toContain('<mark>nộp</mark> <mark>đảng</mark> <mark>phí</mark>')
  })
  test('leads to each group of misses', () => {
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!)
    expect(targets).toContain('s1-neighbour')
    for (const target of targets) expect(html).toContain(`id="${target}"`)
  })
})
