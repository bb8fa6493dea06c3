import { describe, expect, it } from 'vitest'
import { staffedDesk as desk } from '../support/staffed-desk.ts'

/** Not in the samples. */
const UNKNOWN = 'Mất huy hiệu Đảng thì báo cho ai?'

describe('an answer of staff in the library', () => {
  it('is there for the next asker, with its date and what it rests on, until it is taken out', async () => {
    const { lan, hung, office, staff } = await desk()
    await lan.send(UNKNOWN)
    await lan.nextReply()
    await staff.reply(await office.nextReply(), 'Đồng chí báo ngay với chi bộ và làm đơn đề nghị cấp lại huy hiệu.')
    await lan.nextReply()
    await staff.tap('Đưa vào thư viện', { on: await office.nextReply() })
    const which = await office.nextReply()
    expect(which.text).toContain('căn cứ vào văn bản nào')
    await staff.reply(which, 'không rõ')
    const again = await office.nextReply()
    expect(again.text).toContain('chưa thấy số văn bản')
    await staff.reply(again, 'Mục 3 Hướng dẫn 01-HD/TW')
    expect((await office.nextReply()).text).toContain('Đã đưa câu trả lời số 1 vào thư viện')

    for (const words of [UNKNOWN, 'mat huy hieu dang phai bao ai', 'Bị mất huy hiệu Đảng cần báo ai']) {
      await hung.send(words)
      const answer = await hung.nextReply()
      expect(answer.text).toMatch(/Cán bộ trả lời ngày \d{2}\/\d{2}\/\d{4}/)
      expect(answer.text).toContain('làm đơn đề nghị cấp lại huy hiệu (căn cứ: Mục 3 Hướng dẫn 01-HD/TW)')
      expect(answer.text).toContain('Giải đáp của cán bộ “Mất huy hiệu Đảng thì báo cho ai?”')
    }
    expect(lan.unseen()).toEqual([])

    await staff.tap('Gỡ khỏi thư viện')
    expect((await office.nextReply()).text).toContain('Đã gỡ')
    await hung.send(UNKNOWN)
    expect((await hung.nextReply()).text).not.toContain('đơn đề nghị')
  })
})
