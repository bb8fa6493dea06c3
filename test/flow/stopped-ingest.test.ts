import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { IngestReport } from '../../src/ingest/report.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { run, runJson, start } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'
import { text } from 'node:stream/consumers'

const STOPPED = /^Đã dừng theo yêu cầu; chưa ghi gì, chỉ mục cũ vẫn dùng được\.$/m

/** Processes of the system whose command line names this folder. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
      } catch {
        return false // it has just ended
      }
    })

it.each(['SIGINT', 'SIGTERM'] as const)(
  'ends an ingestion on %s with one line, without leaving a process or a file',
  async (signal) => {
    const [documents, dataDir, temp] = [scratchFolder(), scratchFolder(), scratchFolder()]
    for (let n = 0; n < 120; n++) writeFileSync(join(documents, `${n}.txt`), `Văn bản số ${n} nói về sinh hoạt chi bộ.`)
    const child = start('scripts/ingest.ts', ['--json', documents, '-'], { dataDir, env: { TMPDIR: temp } })
    child.stdin!.end('Một văn bản từ đầu vào chuẩn.')
    const [out, err] = [text(child.stdout!), text(child.stderr!)]
    const ended = new Promise((resolve) => child.once('close', resolve))
    // the readers are told their folder when they start
    while (processesOf(join(temp, 'reading-')).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill(signal)
    expect(await ended).toBe(1)
    expect(await out).toBe('')
    expect((await err).trim()).toMatch(STOPPED)
    expect(await err).not.toMatch(/\bat .*\.ts:/)
    expect(readdirSync(temp)).toEqual([])
    expect(processesOf(temp)).toEqual([])
    expect(createEmbeddedIndex(join(dataDir, 'index'), null).open()).toBeNull()
  },
)

it('tells a damaged index from an empty one, and rebuilds it when told to ingest', async () => {
  const [documents, dataDir] = [scratchFolder(), scratchFolder()]
  const indexDir = join(dataDir, 'index')
  const ingest = (): Promise<IngestReport> => runJson('scripts/ingest.ts', ['--json', documents], { dataDir })
  mkdirSync(join(dataDir, 'documents'))
  for (const n of [1, 2]) {
    writeFileSync(join(documents, `${n}.txt`), `Chi bộ số ${n} họp vào ngày mùng ${n} hằng tháng.`)
    await ingest()
  }
  for (const entry of readdirSync(indexDir, { withFileTypes: true }))
    if (entry.isDirectory()) rmSync(join(indexDir, entry.name, 'texts.bin'))

  const asked = await run('scripts/ask.ts', ['chi bộ số 2 họp ngày nào'], { dataDir })
  expect(asked).toMatchObject({ code: 1, stdout: '' })
  expect(asked.stderr).toMatch(/bị hỏng.*Hãy nạp lại các tài liệu: npm run ingest/s)

  const rebuilt = await run('scripts/ingest.ts', [documents], { dataDir })
  expect(rebuilt.stderr).toContain('chỉ mục mới sẽ chỉ gồm các tài liệu nạp lần này')
  expect(rebuilt.code).toBe(0)
  expect((await run('scripts/ask.ts', ['chi bộ số 2 họp ngày nào'], { dataDir })).stdout).toContain('mùng 2')
})
