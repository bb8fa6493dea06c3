import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stage } from '../support/play.ts'

const room = async () => {
  const play = await stage({
    people: { lan: { name: 'Lan' }, chief: { name: 'Quản trị', id: 5_200_000_001 } },
    env: { ADMIN_IDS: '5200000001', QUESTIONS_PER_MINUTE: '60' },
  })
  return { ...play, ...play.people }
}

describe('what is no question', () => {
  it('gets a short word of help, each kind its own', async () => {
    const { server } = await room()
    // somebody else each time: one person is written to once a second
    const kinds: readonly (readonly [string, (who: ReturnType<typeof server.user>) => Promise<unknown>])[] = [
      ['micro trên bàn phím', (who) => who.voice(7)],
      ['micro trên bàn phím', (who) => who.content({ video_note: { file_id: 'x', length: 1, duration: 1 } })],
      ['chưa đọc được ảnh', (who) => who.photo()],
      ['chưa đọc được ảnh', (who) => who.video()],
      ['chưa đọc được ảnh', (who) => who.photo({ caption: 'Văn bản mới nhận' })],
      ['không cần vị trí', (who) => who.location()],
      ['không cần danh bạ', (who) => who.contact()],
      ['bình chọn', (who) => who.poll()],
      ['gõ câu hỏi thành chữ', (who) => who.sticker('👍')],
      ['gõ câu hỏi thành chữ', (who) => who.dice()],
      ['chưa hiểu loại tin nhắn', (who) => who.content({ story: { id: 1, chat: { id: 1, type: 'private' } } })],
      ['chưa hiểu loại tin nhắn', (who) => who.content({ hologram_of_the_year_2030: {} })],
      ['/vanban?', (who) => who.send('/vanbam')],
      ['/trogiup?', (who) => who.send('/tro_giup')],
      ['không có lệnh /abcdefgh', (who) => who.send('/abcdefgh')],
      ['đã quên các câu trước', (who) => who.send('/quen@khac_bot')],
      ['không có lệnh /abcdefgh', (who) => who.send('/abcdefgh@khac_bot')],
      ['không có lệnh /chuaduoc', (who) => who.send('/chuaduoc')],
    ]
    for (const [help, act] of kinds) {
      const who = server.user({ name: 'Lan' })
      await act(who)
      const reply = await who.nextReply()
      expect(reply.text).toContain(help)
      expect(reply.text.length).toBeLessThan(400)
    }
  })

  it('keeps nothing of a place, a telephone number or a voice', async () => {
    const { lan, program } = await room()
    await lan.location()
    await lan.contact()
    await lan.replies(2)
    await program.stop()
    const kept = ['records.db', 'records.db-wal']
      .map((name) => join(program.dataDir, 'records', name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
    expect(kept.concat(program.stderr()).join()).not.toMatch(/900000000|21\.0285/)
  })

  it('is answered where the words under a picture ask, and once for an album', async () => {
    const { lan, chief } = await room()
    await lan.photo({ caption: 'Chi bộ họp mấy lần một tháng?' })
    expect((await lan.nextReply()).text).toContain('mỗi tháng một lần')
    for (const n of [1, 2, 3])
      await chief.content({ photo: [{ file_id: `p${n}` }] }, { extra: { media_group_id: '77' } })
    expect((await chief.nextReply()).text).toContain('dưới dạng tệp')
    await chief.send('/trogiup')
    expect((await chief.nextReply()).text).not.toContain('dưới dạng tệp')
  })

  it('is passed over in silence where it happens by itself, or in a group is not meant for us', async () => {
    const { lan, server } = await room()
    await lan.content({ pinned_message: { message_id: 1, date: 1, chat: { id: lan.chatId, type: 'private' } } })
    await lan.silence(lan)
    const group = server.group({ title: 'Chi bộ', members: [lan] })
    const inGroup = group.as(lan)
    await inGroup.sticker()
    await inGroup.command('/abcdefgh')
    await inGroup.command('/hoi@hoi_dap_dang_bot')
    const said = await group.nextReply()
    expect(said.text).toContain('/hoi')
    await inGroup.content({ voice: { file_id: 'v', duration: 1 } }, { replyTo: said })
    const helped = await group.nextReply()
    expect(helped.text).toContain('micro')
    expect(group.unseen()).toEqual([])
  })

  it('is a button of yesterday, or one that was made up', async () => {
    const { lan } = await room()
    await lan.send('/trogiup')
    const { messageId } = await lan.nextReply()
    for (const data of ['x', 'gone:1', 'put:../../etc', 'close:' + 'a'.repeat(50), '{"a":1}', 'ask:unknown', 'bad:'])
      expect(await lan.press(data, { on: { messageId } })).not.toBe('')
    await lan.silence(lan)
  })
})
