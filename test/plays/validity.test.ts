/** One number for several papers, what holds and what held, and papers that do not agree: as a person meets them in Telegram. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'
import { CHAIN } from '../support/validity-chain.ts'

const CHIEF = 5_200_000_077
let play: Play<never>
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-chuoi-'))
  for (const [id, text] of Object.entries(CHAIN)) writeFileSync(join(folder, `${id}.txt`), text)
  play = await stage({ keep: true, documents: { folder }, env: { ADMIN_IDS: String(CHIEF) } })
})
afterAll(() => play.close())

it('asks which paper of one number is meant, with what tells them apart on the buttons', async () => {
  const lan = play.server.user({ name: 'Lan' })
  await lan.send('Quy định 15 còn hiệu lực không?')
  const back = await lan.nextReply()
  expect(back.text).toContain('1. Quy định 15-QĐ/ĐUK ngày 09/02/2022 của Đảng ủy Khối các cơ quan tỉnh Lam Giang\n2. Quy định 15-QĐ/TU ngày 20/06/2018 của Tỉnh ủy Lam Giang') // prettier-ignore
  expect(back.rows.slice(0, 2)).toEqual([['1. 15-QĐ/ĐUK 09/02/2022…'], ['2. 15-QĐ/TU 20/06/2018…']])
  await lan.tap(back.rows[1]![0]!)
  const answer = await lan.nextReply()
  expect(answer.text).toContain('Quy định 15-QĐ/TU đã được thay thế bởi Quy định 33-QĐ/TU ngày 05/09/2024.')
  expect(answer.text).toContain('thay thế Quy định số 15-QĐ/TU ngày 20 tháng 6 năm 2018')
  await lan.send('hiệu lực từ ngày nào?')
  expect((await lan.nextReply()).text).toContain('có hiệu lực từ ngày 01/07/2018')
})

it('shows on the page of a document what holds, with the sentences that say so', async () => {
  const lan = play.server.user({ name: 'Lan' })
  await lan.send('tìm văn bản 33-QĐ/TU')
  const page = await lan.nextReply()
  for (const said of [
    'Hiệu lực: còn hiệu lực',
    'Có hiệu lực từ ngày 01/10/2024',
    'Đã được sửa đổi, bổ sung bởi Quy định 41-QĐ/TU ngày 10/04/2026',
    'Thay thế: 15-QĐ/TU',
    '“Quy định này có hiệu lực từ ngày 01 tháng 10 năm 2024 và thay thế',
    'như sau:” (Quy định 41-QĐ/TU)',
  ])
    expect(page.text).toContain(said)
})

it('tells the sender of a file that it and another paper do not agree', async () => {
  const chief = play.server.user({ name: 'Quản trị', id: CHIEF })
  const rival = CHAIN['quy-dinh-33']!.replace('33-QĐ/TU', '34-QĐ/TU')
  await chief.document({ name: 'Quy định 34.txt', bytes: rival })
  const preview = await chief.nextReply()
  expect(preview.text).toContain('15-QĐ/TU ngày 20/06/2018')
  expect(preview.text).toContain('được 2 văn bản cùng ghi là đã thay thế')
})
