import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../scripts/evaluate/compare-runs.ts'
import { comparisonAsLines } from '../../scripts/evaluate/comparison-lines.ts'
import { comparisonReport } from '../../scripts/evaluate/report/comparison-report.ts'
import type { SavedQuestion, SavedRun } from '../../scripts/evaluate/saved-runs.ts'

const asked = (id: string, right: 0 | 1, more: Partial<SavedQuestion> = {}): SavedQuestion => ({
  id,
  question: `Câu ${id}?`,
  relevant: ['d1'],
  values: { 'recall@1': right, refusedWrong: right === 1 ? 0 : 1 },
  found: right === 1 ? ['d1', 'd2'] : ['d2', 'd1'],
  answer: { status: 'answered', reason: null, text: `Lời đáp ${id}` },
  ...more,
})
const run = (set: string, questions: readonly SavedQuestion[], typing = 'as-is'): SavedRun => ({
  set,
  typing,
  questions,
})

describe('compareRuns', () => {
  const before = [run('a', [asked('1', 0), asked('2', 1), asked('3', 1), asked('4', 0)])]
  const after = [run('a', [asked('4', 1), asked('1', 1), asked('2', 0), asked('3', 1)])]

  test('pairs by id, in whatever order', () => {
    const { sets, lost, won, notes } = compareRuns(before, after)
    expect(sets[0]!.differences['recall@1']).toMatchObject({
      before: 0.5,
      after: 0.75,
      difference: 0.25,
      over: 4,
      p: 1,
    })
    expect(lost.map((change) => change.before.id)).toEqual(['2'])
    expect(won.map((change) => change.before.id)).toEqual(['1', '4'])
    expect(won[0]!.measures.map(({ measure }) => measure)).toEqual(['recall@1', 'refusedWrong'])
    expect(notes).toEqual([])
  })
  test('says which questions and sets it could not compare', () => {
    const other = [run('a', [asked('1', 1), asked('2', 1, { question: 'Câu khác?' })]), run('b', [asked('9', 1)])]
    const { sets, notes } = compareRuns(before, other)
    expect(sets[0]!.questions).toBe(1)
    expect(notes).toHaveLength(2)
    expect(notes[0]).toContain('b')
    expect(notes[1]).toContain('so 1 câu chung')
  })
  test('refuses runs that have no question in common', () => {
    expect(() => compareRuns(before, [run('z', [asked('1', 1)])])).toThrow(/không có câu hỏi nào chung/)
  })
  test('has a macro for each way of typing that has several sets', () => {
    const many = (right: (i: number) => 0 | 1) => Array.from({ length: 40 }, (_, i) => asked(String(i), right(i)))
    const one = [
      run(
        'a',
        many(() => 0),
      ),
      run(
        'b',
        many(() => 0),
      ),
      run(
        'a',
        many(() => 0),
        'nodia',
      ),
    ]
    const two = [
      run(
        'a',
        many(() => 1),
      ),
      run(
        'b',
        many((i) => (i < 20 ? 1 : 0)),
      ),
      run(
        'a',
        many(() => 0),
        'nodia',
      ),
    ]
    const { macro } = compareRuns(one, two)
    expect(macro).toHaveLength(1)
    expect(macro[0]!.differences['recall@1']).toMatchObject({ difference: 0.75, over: 2 })
    expect(macro[0]!.differences['recall@1']!.p).toBeLessThan(0.001)
  })
  test('is read in 80 columns, and as a page that takes questions as words', () => {
    const long = 'Một câu hỏi rất dài '.repeat(20)
    const comparison = compareRuns(
      [run('mot-bo-co-ten-rat-dai-khong-vua-cot', [asked('1', 1, { question: `${long}<script>alert(1)</script>` })])],
      [run('mot-bo-co-ten-rat-dai-khong-vua-cot', [asked('1', 0, { question: `${long}<script>alert(1)</script>` })])],
    )
    const lines = comparisonAsLines(comparison, 80)
    expect(lines).toContain('Kém đi ở 1 câu')
    expect(Math.max(...lines.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    const page = comparisonReport(comparison, '2026-01-31')
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;')
  })
})
