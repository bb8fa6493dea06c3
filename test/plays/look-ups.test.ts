/** A whole article in a chat: read in the message where it fits, opened in pages where it does not, and what comes after it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookUpFiles } from '../support/look-up-documents.ts'
import { stage, type Play } from '../support/play.ts'

const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
let play: Play<never>
beforeAll(async () => {
  for (const [name, content] of await lookUpFiles()) writeFileSync(join(folder, name), content)
  play = await stage({ keep: true, documents: { folder } })
})
afterAll(async () => {
  await play.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a long article begins in the message and is read to its end by one button; the conversation goes on from it', async () => {
  const lan = play.server.user({ name: 'Lan' })
  await lan.send('dieu 5 quy che 08')
  const answer = await lan.nextReply()
  expect(answer.text).toMatch(
    /^Theo Quy chế 08-QC\/ĐUP ngày 10\/02\/2025, Chương II\. TỔ CHỨC VÀ HOẠT ĐỘNG › Điều 5:\n“Điều 5\. Nhiệm vụ của tổ trưởng các tổ\n1\. /u,
  )
  // cut between two clauses, and not said twice among the sources
  expect(answer.text).toMatch(/để các đồng chí trong chi bộ tra cứu khi cần, không để thất lạc\.\n… \[1\]\n/u)
  expect(answer.text).not.toContain('14. Tổ trưởng')
  expect(answer.text).toContain('Đồng chí bấm nút bên dưới để xem trọn.')
  expect(answer.rows[0]).toEqual(['Xem trọn Điều 5'])
  await lan.tap('Xem trọn Điều 5')
  const first = await lan.nextReply()
  expect(first.text).toContain('1. Tổ trưởng tổ số 1 ghi sổ')
  await lan.tap('Sau ›', { on: first })
  await first.edited()
  expect(first.text).toContain('14. Tổ trưởng tổ số 14 ghi sổ')
  await lan.send('điều tiếp theo')
  const next = await lan.nextReply()
  expect(next.text).toContain('“Điều 6. Khen thưởng, khiển trách')
  expect(next.text).toContain('Câu hỏi được hiểu là: Điều 6 Quy chế 08-QC/ĐUP')
  await lan.send('khoản 2')
  expect((await lan.nextReply()).text).toContain('Điều 6. Khen thưởng, khiển trách › khoản 2:\n“2. Tổ trưởng bỏ họp')
  await lan.send('điều trước đó')
  const back = await lan.nextReply()
  expect(back.text).toContain('“Điều 5. Nhiệm vụ của tổ trưởng các tổ')
})

it('several articles that fit are read in one message, each a paragraph, with one line of source each', async () => {
  const lan = play.server.user({ name: 'Lan' })
  await lan.send('Điều 3, 4 và 6 quy chế 08')
  const answer = await lan.nextReply()
  expect(answer.text).toContain('thành lập tổ.” [1]\n\n')
  expect(answer.text).toContain('“Điều 4. Sinh hoạt của tổ\n1. Tổ họp mỗi tháng hai lần.')
  expect(answer.text).toContain('khiển trách.” [3]')
  expect(answer.rows.flat().some((label) => label.startsWith('Xem trọn'))).toBe(false)
  expect(answer.quotes[0]).not.toContain('Tổ họp mỗi tháng')
})

it('an article that is not there offers its document', async () => {
  const lan = play.server.user({ name: 'Lan' })
  await lan.send('điều 15 quy chế 08')
  const answer = await lan.nextReply()
  expect(answer.text).toContain('Tôi không thấy Điều 15 trong Quy chế 08-QC/ĐUP, chỉ có 7 điều.')
  await lan.tap('Quy chế 08-QC/ĐUP')
  expect((await lan.nextReply()).text).toContain('08-QC/ĐUP')
})
