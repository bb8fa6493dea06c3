import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { holdsGold } from '../../scripts/evaluate/measure-answers.ts'
import { quantile, rankingMeasures } from '../../scripts/evaluate/measure-retrieval.ts'
import { readSet } from '../../scripts/evaluate/read-set.ts'

describe('rankingMeasures', () => {
  test('counts as its definitions say', () => {
    const measures = rankingMeasures([
      { found: ['a', 'b', 'c'], relevant: new Set(['a']) }, // first: everything 1
      { found: ['x', 'b', 'c'], relevant: new Set(['b', 'c']) }, // second and third of two
      { found: ['x', 'y'], relevant: new Set(['z']) }, // not found
    ])
    expect(measures.recall1).toBeCloseTo(1 / 3)
    expect(measures.recall5).toBeCloseTo(2 / 3)
    const half = rankingMeasures([{ found: ['a', 'x'], relevant: new Set(['a', 'b']) }])
    expect([half.recall1, half.recall5]).toEqual([1, 0.5]) // the first is right, one of two is found
    expect(measures.mrr10).toBeCloseTo((1 + 1 / 2) / 3)
    const second = (1 / Math.log2(3) + 1 / Math.log2(4)) / (1 + 1 / Math.log2(3))
    expect(measures.ndcg10).toBeCloseTo((1 + second) / 3)
  })
  test('the eleventh place does not count', () => {
    const found = [...'abcdefghij', 'right']
    expect(rankingMeasures([{ found, relevant: new Set(['right']) }])).toMatchObject({
      recall10: 0,
      mrr10: 0,
      ndcg10: 0,
    })
  })
  test('of no questions nothing is said', () => {
    expect(rankingMeasures([]).recall1).toBeNull()
  })
})

test('quantiles are values that were measured', () => {
  expect(quantile([5, 1, 9, 3], 0.5)).toBe(5)
  expect(quantile([5, 1, 9, 3], 0.95)).toBe(9)
  expect(quantile([], 0.5)).toBe(0)
})

describe('holdsGold', () => {
  test.each([
    ['Đáp án là  Chi Bộ\nhọp.', ['chi bộ họp.'], true], // case, blanks, final stop
    ['chi bộ họp', ['đảng bộ họp'], false],
    ['có a ở đây và b ở kia', ['a ở đây#b ở kia'], true], // parts joined by #: all must stand
    ['có a ở đây', ['a ở đây#b ở kia'], false],
    ['một', ['hai', 'một'], true], // one of several golds is enough
    ['một', ['.'], false],
  ])('%j holds %j: %s', (text, golds, expected) => {
    expect(holdsGold(text, golds)).toBe(expected)
  })
})

describe('readSet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-set-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'corpus.jsonl'), '{"id":"1","text":"Một."}\n\n{"id":"2","title":"Hai","text":"Hai."}\n')
  const lines = Array.from({ length: 10 }, (_, i) =>
    JSON.stringify({ id: `q${i}`, question: `câu ${i}`, relevant: ['1'] }),
  )
  writeFileSync(join(folder, 'queries.jsonl'), lines.join('\n'))
  writeFileSync(join(folder, 'bad.jsonl'), '{"question":"có"}\n{không phải}\n')

  writeFileSync(join(folder, 'empty.jsonl'), '\n')
  writeFileSync(join(folder, 'twice.jsonl'), '{"id":"q","question":"một"}\n\n{"id":"q","question":"hai"}\n')
  writeFileSync(join(folder, 'list.jsonl'), '["q"]\n')
  writeFileSync(join(folder, 'lacks.jsonl'), '{"id":"q"}\n')
  writeFileSync(join(folder, 'numbers.jsonl'), '\uFEFF{"id":7,"question":"bảy","relevant":[1],"tags":"số"}\n')

  test('reads lines, leaves blank ones out, and takes what may be missing as empty', () => {
    const { corpus, questions } = readSet(folder, 'queries.jsonl', Infinity)
    expect(corpus).toEqual([
      { id: '1', title: '', text: 'Một.' },
      { id: '2', title: 'Hai', text: 'Hai.' },
    ])
    expect(questions[0]).toEqual({ id: 'q0', question: 'câu 0', relevant: ['1'], answers: [] })
  })
  test('takes numbers as ids, one tag as a list, and a byte order mark as nothing', () => {
    const [question] = readSet(folder, 'numbers.jsonl', Infinity).questions
    expect(question).toEqual({ id: '7', question: 'bảy', relevant: ['1'], answers: [], tags: ['số'] })
  })
  test('spreads a limit over the whole file', () => {
    expect(readSet(folder, 'queries.jsonl', 5).questions.map(({ id }) => id)).toEqual(['q0', 'q2', 'q4', 'q6', 'q8'])
  })
  test('takes questions from a path elsewhere', () => {
    expect(readSet(folder, join(folder, 'queries.jsonl'), 1).questions).toHaveLength(1)
  })
  test.each([
    ['bad.jsonl', /bad\.jsonl, dòng 2/],
    ['none.jsonl', /none\.jsonl/],
    ['empty.jsonl', /empty\.jsonl không có câu hỏi nào/],
    ['twice.jsonl', /twice\.jsonl, dòng 3: mã "q" đã dùng/],
    ['list.jsonl', /list\.jsonl, dòng 1: cần một đối tượng/],
    ['lacks.jsonl', /lacks\.jsonl, dòng 1: thiếu "question"/],
  ])('says where %s is wrong', (queries, message) => {
    expect(() => readSet(folder, queries, Infinity)).toThrow(message)
  })
  test('says what a folder without a corpus lacks', () => {
    expect(() => readSet(join(folder, 'nowhere'), 'queries.jsonl', 1)).toThrow(/corpus\.jsonl/)
  })
})
