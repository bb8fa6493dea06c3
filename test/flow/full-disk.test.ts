import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { IngestReport } from '../../src/ingest/report.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { run, runJson } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

it('publishes nothing, says so in one line and keeps the old index when a file can no longer grow', async () => {
  const [documents, dataDir] = [scratchFolder(), scratchFolder()]
  writeFileSync(join(documents, 'nho.txt'), 'Chi bộ họp mỗi tháng một lần.')
  const first = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir })
  writeFileSync(join(documents, 'lon.txt'), 'Đảng viên dự họp đầy đủ và đóng đảng phí hằng tháng.\n'.repeat(20_000))

  const full = await run('scripts/ingest.ts', [documents], { dataDir, fileLimitKb: 512 })
  expect(full.code).toBe(1)
  expect(full.stderr).toMatch(/Ổ đĩa không đủ chỗ: chưa ghi gì, chỉ mục cũ vẫn dùng được/)
  const index = createEmbeddedIndex(join(dataDir, 'index'), null)
  expect(index.open()!.info.id).toBe(first.snapshot!.id)

  const again = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir })
  expect(again.counts).toMatchObject({ added: 1, unchanged: 1 })
})
