/** What a newcomer and another program get from the doors, on the samples, with nothing set up. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { root, run, runJson } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const withSamples = (): string => {
  const dataDir = scratchFolder()
  cpSync(join(root, 'data/documents'), join(dataDir, 'documents'), { recursive: true })
  return dataDir
}

it('answers in JSON with exactly the promised keys, ingesting first', async () => {
  const dataDir = withSamples()
  const answer = await runJson<Answer>(
    'scripts/ask.ts',
    ['--json', '--top', '3', 'Thẻ đảng viên bị mất thì báo trong mấy ngày?'],
    { dataDir },
  )
  expect(Object.keys(answer)).toEqual(['status', 'reason', 'text', 'citations', 'hits', 'notices', 'timings'])
  expect(answer).toMatchObject({ status: 'answered', reason: null })
  expect(answer.text).toMatch(/trong 7 ngày.*\[1\]/)
  expect(Object.keys(answer.citations[0]!)).toEqual([
    'n', 'documentId', 'passageId', 'title', 'number', 'issuer', 'date', 'section', 'kind', 'validity', 'url', 'quote',
  ]) // prettier-ignore
  expect(answer.citations[0]).toMatchObject({
    n: 1,
    number: '03-HD/BTCĐUK',
    date: '2024-05-08',
    section: 'Phần III mục 1',
  })
  expect(Object.keys(answer.hits[0]!)).toEqual(['documentId', 'passageId', 'score'])
  expect(answer.hits).toHaveLength(3)
  expect(Object.keys(answer.timings)).toEqual(['retrieveMs', 'composeMs', 'totalMs'])

  const refused = await runJson<Answer>('scripts/ask.ts', ['--json', 'giá vàng hôm nay'], { dataDir })
  expect(refused).toMatchObject({ status: 'refused', reason: 'off_topic', citations: [] })
})

it('answers a person with the words first and the sources below, within 80 columns', async () => {
  const ran = await run('scripts/ask.ts', ['quy', 'dinh', '27', 'co', 'hieu', 'luc', 'tu', 'ngay', 'nao'], {
    dataDir: withSamples(),
  })
  expect(ran.code).toBe(0)
  expect(ran.stdout).toMatch(
    /01\s+tháng 10 năm 2024[\s\S]*\nNguồn\n\[1\] Quy định số 27-QĐ\/ĐUK ngày 16\/09\/2024[\s\S]*Điều 7 khoản 1/,
  )
  expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(ran.stdout).not.toContain('\u001b')
})

it('keeps a level to itself: a member-only text answers members, and is changes nothing for others', async () => {
  const dataDir = withSamples()
  await runJson<IngestReport>('scripts/ingest.ts', ['--json', join(dataDir, 'documents')], { dataDir })
  const question = 'Mức bồi dưỡng báo cáo viên là bao nhiêu?'
  const citizen = async (): Promise<object> => {
    const answer = await runJson<Answer>('scripts/ask.ts', ['--json', question], { dataDir })
    return { ...answer, timings: null }
  }
  const before = await citizen()
  const text = 'Mức bồi dưỡng báo cáo viên của chi bộ là 350.000 đồng một buổi.'
  const report = await run('scripts/ingest.ts', ['--level', 'member', '-'], { dataDir, input: text })
  expect(report.code).toBe(0)
  const member = await runJson<Answer>('scripts/ask.ts', ['--json', '--level', 'member', question], { dataDir })
  expect(member.text).toContain('350.000 đồng')
  expect(await citizen()).toEqual(before)
})

it('talks in the terminal, understands a follow-up by the turn before, and forgets when told to', async () => {
  const lines = ['Quy định 27 do ai ban hành?', 'Điều 5 nói gì?', '/quen', '/vanban', '/trogiup', '/thoat']
  const ran = await run('src/main.ts', [], { dataDir: withSamples(), input: `${lines.join('\n')}\n` })
  expect(ran.code).toBe(0)
  expect(ran.stdout).toMatch(/Thư viện đang có 6 tài liệu/)
  expect(ran.stdout).toMatch(/Điều 5\. Trách nhiệm của đảng viên/)
  expect(ran.stdout).toMatch(/Đã quên các câu hỏi trước/)
  expect(ran.stdout).toMatch(/- Quy định số 12-QĐ\/ĐUK.*đã\s+được\s+thay thế/s)
  expect(ran.stdout.trim().endsWith('Tạm biệt.')).toBe(true)
})
