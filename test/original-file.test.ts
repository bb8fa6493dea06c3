import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../src/app.ts'
import { createConfig } from '../src/config.ts'
import { findFiles } from '../src/ingest/find-files.ts'
import { scratchFolder } from './support/scratch.ts'

it('hands out the file of a document while it is what was indexed, and only to who may read the document', async () => {
  const folder = scratchFolder()
  const path = join(folder, 'documents', 'quy-che-nội-bộ.txt')
  mkdirSync(join(folder, 'documents'))
  writeFileSync(path, 'QUY CHẾ\n\nĐiều 1. Chi ủy họp mỗi tháng một lần vào ngày 05.\n')
  const app = createApp(
    createConfig(
      { TELEGRAM_BOT_TOKEN: '7123456789:AAF-bench_token_of_the_loopback_bot_api', LOG_LEVEL: 'error' },
      folder,
    ),
  )
  onTestFinished(() => app.close())
  // sources are named below the working folder, or by their whole path
  await app.ingest({
    found: findFiles([join(folder, 'documents')], process.cwd()),
    level: 'member',
    dryRun: false,
    prune: false,
  })
  const { house } = app.openDesk(app.config.telegram!)
  const { id } = app.library('member')!.cards[0]!

  expect(await house.originalFile(id, 'member')).toEqual({ ok: true, path, name: 'Quy chế.txt' })
  expect(await house.originalFile(id, 'staff')).toMatchObject({ ok: true })
  expect(await house.originalFile(id, 'public')).toEqual({ ok: false, reason: 'unknown' })
  expect(await house.originalFile('0000000000000000', 'staff')).toEqual({ ok: false, reason: 'unknown' })
  writeFileSync(path, 'QUY CHẾ\n\nĐiều 1. Chi ủy không họp nữa.\n')
  expect(await house.originalFile(id, 'member')).toEqual({ ok: false, reason: 'changed' })
  truncateSync(path, 50_000_001)
  expect(await house.originalFile(id, 'member')).toEqual({ ok: false, reason: 'too_large' })
  rmSync(path)
  expect(await house.originalFile(id, 'member')).toEqual({ ok: false, reason: 'missing' })
})
