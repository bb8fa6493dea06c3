/** `npm run evaluate` as people call it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run, type Ran } from '../support/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-do-thu-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = (...values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const write = (set: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(join(folder, set), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, set, name), content)
  return join(folder, set)
}
const CORPUS = lines(
  { id: 'a', title: 'Đảng phí', text: 'Chi bộ nộp đảng phí lên cấp trên trước ngày 20 hằng tháng.' },
  { id: 'b', title: 'Thẻ', text: 'Thẻ đảng viên bị mất phải báo cáo chi bộ trong 7 ngày.' },
)
const QUERIES = lines(
  { id: 'q1', question: 'Nộp đảng phí trước ngày nào?', relevant: ['a'], answers: ['ngày 20'], tags: ['phí'] },
  { id: 'q2', question: 'Mất thẻ báo cáo trong mấy ngày?', relevant: ['b'], answers: ['7 ngày'] },
  { id: 'q3', question: 'Giá vàng hôm nay bao nhiêu?', relevant: [], answers: [] },
)
const good = write('bo/tot', {
  'corpus.jsonl': CORPUS,
  'queries.jsonl': QUERIES,
  'queries.nodia.jsonl': lines({
    id: 'q1',
    question: 'nop dang phi truoc ngay nao',
    relevant: ['a'],
    answers: ['ngày 20'],
  }),
})
write('bo/tu-choi', { 'corpus.jsonl': '', 'queries.jsonl': lines({ id: 'r1', question: 'Giá vàng?', relevant: [] }) })
write('bo/khac', { 'ghi-chu.txt': 'không phải bộ đo' })

const evaluate = (...args: readonly string[]): Promise<Ran> =>
  run('scripts/evaluate.ts', args, { dataDir: folder, env: { LOG_LEVEL: 'error' } })

describe('one set', () => {
  test('as JSON has the promised keys, and intervals, tags and kinds beside them', async () => {
    const { code, stdout } = await evaluate('--json', good)
    expect(code).toBe(0)
    const json = JSON.parse(stdout) as Record<string, unknown>
    expect(json).toMatchObject({
      queries: 3,
      passages: 2,
      'recall@1': 1,
      'ndcg@10': 1,
      refusedRight: 1,
      refusedWrong: 0,
    })
    for (const name of ['recall@5', 'recall@10', 'mrr@10', 'answerHit', 'answerLength', 'ingestSeconds'])
      expect(json[name]).toBeTypeOf('number')
    expect(json['retrieveMs']).toEqual({ p50: expect.any(Number), p95: expect.any(Number) })
    expect(json['intervals']).toMatchObject({ 'recall@1': [expect.any(Number), 1] })
    expect(json['tags']).toMatchObject({ phí: { queries: 1, 'recall@1': 1 } })
    expect(Object.keys(json['types'] as object)).toContain('howlong')
  })
  test('in the terminal fits 80 columns and says what its numbers mean', async () => {
    const { code, stdout } = await evaluate(good, '--typing', 'nodia', '--peers')
    expect(code).toBe(0)
    expect(stdout).toContain('Tài liệu đúng đứng đầu (R@1)')
    for (const name of ['nodia', 'MiniSearch', 'FTS5', 'Theo kiểu hỏi', 'tin cậy']) expect(stdout).toContain(name)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

describe('a folder of sets', () => {
  test('skips with a word what is none, and asks a set of the corpus it is told', async () => {
    const report = join(folder, 'report.html')
    const save = join(folder, 'all.json')
    const { code, stdout, stderr } = await evaluate(
      '--all', join(folder, 'bo'), '--ask', 'tu-choi=tot', '--json', '--report', report, '--save', save,
    ) // prettier-ignore
    expect(code).toBe(0)
    const { sets, skipped } = JSON.parse(stdout) as {
      sets: { set: string; refusedRight: number }[]
      skipped: unknown[]
    }
    expect(sets.map(({ set }) => set)).toEqual(['tot', 'tu-choi'])
    expect(sets[1]!.refusedRight).toBe(1)
    expect(skipped).toMatchObject([{ name: 'khac' }])
    expect(stderr).toContain('Bỏ qua khac')
    expect(readFileSync(report, 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/)

    const same = await evaluate('--compare', save, save)
    expect(same.code).toBe(0)
    expect(same.stdout).toContain('Không đổi')
  })
  test('skips a set with an empty corpus when it is not told whose to ask', async () => {
    const { code, stderr } = await evaluate('--all', join(folder, 'bo'), '--json')
    expect(code).toBe(0)
    expect(stderr).toMatch(/Bỏ qua tu-choi: .*--ask/s)
  })
})

describe('bad input is named with file and line, and ends with 2', () => {
  const cases: readonly (readonly [name: string, args: readonly string[], said: RegExp])[] = [
    ['a folder that is not there', [join(folder, 'nowhere')], /Không thấy .*corpus\.jsonl/],
    [
      'a line that is no JSON',
      [write('bad-line', { 'corpus.jsonl': CORPUS, 'queries.jsonl': `${QUERIES}{"id": "q4", \n` })],
      /queries\.jsonl, dòng 4: không phải JSON/,
    ],
    [
      'an id that stands twice',
      [
        write('twice', {
          'corpus.jsonl': CORPUS,
          'queries.jsonl': `${QUERIES}${lines({ id: 'q1', question: 'Lại?' })}`,
        }),
      ],
      /queries\.jsonl, dòng 4: mã "q1"/,
    ],
    ['an empty corpus', [write('empty', { 'corpus.jsonl': '\n', 'queries.jsonl': QUERIES })], /không có tài liệu nào/],
    ['a way of typing that is not there', ['--all', join(folder, 'bo'), '--typing', 'xyz'], /queries\.xyz\.jsonl/],
    ['a report into nowhere', [good, '--report', join(folder, 'nowhere', 'x.html')], /Không ghi được/],
    ['a file to compare of another kind', ['--compare', join(good, 'corpus.jsonl'), 'b.json'], /không phải JSON/],
  ]
  test.each(cases)('%s', async (_name, args, said) => {
    const { code, stdout, stderr } = await evaluate(...args)
    expect(stderr.replace(/\s+/g, ' ')).toMatch(said)
    expect([code, stdout]).toEqual([2, ''])
  })
})
