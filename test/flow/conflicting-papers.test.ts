/** Files that do not agree with one another: told at ingestion, in the terminal and in JSON, and settled by a sidecar. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { run, runJson } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'
import { CHAIN } from '../support/validity-chain.ts'

it('tells what does not agree, keeps to the word of a person, and answers from what holds', async () => {
  const dataDir = scratchFolder()
  const folder = join(dataDir, 'documents')
  mkdirSync(folder)
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  for (const id of ['quy-dinh-09', 'quy-dinh-15', 'quy-dinh-33', 'chi-thi-21']) put(`${id}.txt`, CHAIN[id]!)
  const ingest = (): Promise<IngestReport> =>
    runJson<IngestReport>('scripts/ingest.ts', ['--json', folder], { dataDir })

  const first = await ingest()
  expect(first.conflicts).toEqual([])
  expect(first.notes).toEqual(['21-CT/TU thay thế 04-CT/TU; thư viện không có văn bản bị thay thế.'])

  put('quy-dinh-15.txt.meta.json', JSON.stringify({ validity: 'in_force', validFrom: '01/08/2018' }))
  put('ban-khac.txt', CHAIN['quy-dinh-33']!.replaceAll('800.000', '900.000'))
  const second = await ingest()
  expect(second.conflicts.map(({ kind }) => kind).sort()).toEqual(['said_replaced', 'same_identity'])
  expect(second.conflicts.find(({ kind }) => kind === 'said_replaced')!.sources.map((source) => source.split('/').at(-1))[0]).toBe('quy-dinh-15.txt') // prettier-ignore

  const shown = await run('scripts/ingest.ts', [folder], { dataDir })
  expect(shown.code).toBe(0)
  expect(shown.stdout).toContain('Cần xem lại: 2 chỗ các văn bản nói không khớp nhau.')
  expect(Math.max(...shown.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)

  const ask = (question: string): Promise<Answer> =>
    runJson<Answer>('scripts/ask.ts', ['--json', question], { dataDir })
  expect((await ask('Quy định 15 còn hiệu lực không?')).text).toContain(
    'còn hiệu lực (theo ghi nhận của cán bộ quản lý thư viện)',
  )
  const old = await ask('Quy định 09 còn hiệu lực không?')
  expect(old.citations[0]).toMatchObject({ number: '15-QĐ/TU', validity: 'in_force' })
})
