import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { createDocumentReader } from '../../src/documents/reading/read-in-child.ts'
import { lookAtFile } from '../../src/ingest/look-at-file.ts'
import { openDesk } from '../support/desk.ts'
import { scratchFolder } from '../support/scratch.ts'

const CHIEF = 5_200_000_001
const PAPER = `TỈNH ỦY LAM GIANG\n*\nSố 15-BC/TU\nMẬT\n\nBÁO CÁO\nvề công tác quý I\n\nNội dung báo cáo gồm hai phần.\n`

it('A14: a paper that bears a mark is refused, its bytes go, and the log of acts has a line without its name', async () => {
  // as the program itself does, in the process that may be killed
  const reader = createDocumentReader({ ...createConfig({}, scratchFolder()).ingest, workers: 1 })
  onTestFinished(() => reader.close())
  const readAside = (path: string) => lookAtFile(path, { reader, indexed: () => Promise.resolve([]) })
  const { server, deps } = await openDesk({ env: { ADMIN_IDS: String(CHIEF) }, house: { readAside } })
  const chief = server.user({ id: CHIEF, name: 'Quản trị' })
  await chief.document({ name: 'Báo cáo nhân sự.txt', bytes: PAPER })
  expect((await chief.nextReply()).text).toContain('MẬT')
  const waiting = join(deps.dataDir, 'uploads')
  expect(existsSync(waiting) ? readdirSync(waiting) : []).toEqual([])
  expect(deps.records.uploads.list()).toEqual([])
  expect(deps.records.audit.last(5)).toMatchObject([
    { action: 'document.secret', actor: deps.keyOf(CHIEF), target: '-' },
  ])
  expect(JSON.stringify(deps.records.audit.last(5))).not.toContain('nhân sự')
  await chief.send('/nhatky')
  expect((await chief.nextReply()).text).toContain('gửi tệp có dấu độ mật, đã từ chối và xóa')
})
