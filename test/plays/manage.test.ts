import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stage } from '../support/play.ts'
import { runJson } from '../support/run.ts'

const CHIEF = 5_200_000_001
const SECOND = 5_200_000_002
const ASKED = 'Quy định 27 nói gì về sinh hoạt chuyên đề?'

const office = async () => {
  const play = await stage({
    people: { chief: { name: 'Quản trị', id: CHIEF }, deputy: { name: 'Phó', id: SECOND }, lan: { name: 'Lan' } },
    env: { ADMIN_IDS: `${CHIEF},${SECOND}` },
  })
  const { chief, deputy, lan } = play.people
  const documents = join(play.program.dataDir, 'documents')
  const sidecar = (name: string): unknown => JSON.parse(readFileSync(join(documents, `${name}.meta.json`), 'utf8'))
  /** The page of a document, and its menu for admins in place of it. */
  const manage = async (who: typeof chief, number: string) => {
    await who.command(`/vanban ${number}`)
    const page = await who.nextReply()
    await who.tap('Sửa thông tin', { on: page })
    await page.edited()
    return page
  }
  const ingest = () => runJson<{ counts: object }>('scripts/ingest.ts', ['--json', 'documents'], { dataDir: play.program.dataDir, cwd: play.program.dataDir }) // prettier-ignore
  return { ...play, chief, deputy, lan, documents, sidecar, manage, ingest }
}

describe('the level of a document', () => {
  it('is changed from its page after a confirmation, at once and for good', async () => {
    const { chief, lan, manage, sidecar, ingest, server } = await office()
    const page = await manage(chief, '27-QĐ/ĐUK')
    expect(page.text).toMatch(/Mức đọc: công khai\nHiệu lực: .*\nTệp: documents\/quy-dinh-27-qd-duk\.docx/)
    await chief.tap('Đổi mức đọc')
    await page.edited()
    expect(page.rows.flat()).toEqual(['Đảng viên', 'Cán bộ', '‹ Trở lại'])
    await chief.tap('Cán bộ')
    const asked = await chief.nextReply()
    expect(asked.text).toContain('công khai → cán bộ?')
    await lan.send(ASKED)
    expect((await lan.nextReply()).text).toContain('27-QĐ/ĐUK')
    await chief.tap('Đúng, đổi')
    const done = await chief.nextReply()
    expect(done.text).toMatch(/Đã đổi mức đọc của Quy định 27-QĐ\/ĐUK .*: công khai → cán bộ\. Có hiệu lực ngay\./)
    expect([done.protectContent, asked.buttons]).toEqual([true, []])
    expect(sidecar('quy-dinh-27-qd-duk.docx')).toEqual({ level: 'staff' })
    await lan.send(ASKED)
    expect((await lan.nextReply()).text).not.toContain('sinh hoạt chuyên đề ít nhất 1 lần')
    await lan.command('/vanban 27-QĐ/ĐUK')
    expect((await lan.nextReply()).text).toContain('không có văn bản 27-QĐ/ĐUK')
    expect((await ingest()).counts).toMatchObject({ changed: 0, unchanged: 6 })
    // the button of a page from before
    await lan.command('/trogiup')
    expect(await lan.press(`qvp:${done.buttons[0]!.data!.split(':')[1]}`, { on: await lan.nextReply() })).toContain('không còn')
    expect(server.calls().filter(({ ok, method }) => !ok && method !== 'setMyCommands')).toEqual([])
  }) // prettier-ignore

  it('goes to the second of two admins only if he has seen what the first did', async () => {
    const { chief, deputy, manage } = await office()
    for (const who of [chief, deputy]) {
      const page = await manage(who, '27-QĐ/ĐUK')
      await who.tap('Đổi mức đọc')
      await page.edited()
      await who.tap(who === chief ? 'Đảng viên' : 'Cán bộ')
      await who.nextReply()
    }
    await chief.tap('Đúng, đổi')
    expect((await chief.nextReply()).text).toContain('công khai → đảng viên')
    await deputy.tap('Đúng, đổi')
    expect((await deputy.nextReply()).text).toContain('vừa được thay đổi sau khi đồng chí mở')
  })
})

describe('whether a document is in force', () => {
  it('is stated, and taken back to what the text says', async () => {
    const { chief, lan, manage, sidecar } = await office()
    let page = await manage(chief, '05-NQ/ĐUK')
    await chief.tap('Đổi hiệu lực')
    await page.edited()
    expect(page.rows.flat()).toEqual(['Còn hiệu lực', 'Hết hiệu lực', 'Dự thảo', 'Được thay thế bởi…', '‹ Trở lại'])
    await chief.tap('Hết hiệu lực')
    await chief.nextReply()
    await chief.tap('Đúng, đổi')
    expect((await chief.nextReply()).text).toMatch(/→ hết hiệu lực\. Có hiệu lực ngay\./)
    expect(sidecar('nghi-quyet-05-nq-duk.md')).toEqual({ validity: 'expired' })
    await lan.command('/vanban 05-NQ/ĐUK')
    expect((await lan.nextReply()).text).toContain('hết hiệu lực')
    page = await manage(chief, '05-NQ/ĐUK')
    expect(page.text).toContain('Hiệu lực: hết hiệu lực (do quản trị ghi)')
    await chief.tap('Đổi hiệu lực')
    await page.edited()
    await chief.tap('Theo văn bản ghi')
    await chief.nextReply()
    await chief.tap('Đúng, đổi')
    await chief.nextReply()
    expect(sidecar('nghi-quyet-05-nq-duk.md')).toEqual({})
  })

  it('names what replaced it, found by number or by words', async () => {
    const { chief, lan, manage, sidecar } = await office()
    const page = await manage(chief, '05-NQ/ĐUK')
    await chief.tap('Đổi hiệu lực')
    await page.edited()
    await chief.tap('Được thay thế bởi…')
    await chief.nextReply()
    await chief.send('văn bản 999')
    expect((await chief.nextReply()).text).toContain('không có văn bản nào có số hiệu hợp')
    await chief.send('31-KH/ĐUK')
    const found = await chief.nextReply()
    expect(found.rows.flat()).toEqual(['1. 31-KH/ĐUK', 'Không'])
    await chief.tap('1. 31-KH/ĐUK')
    expect((await chief.nextReply()).text).toContain('được thay thế bởi Kế hoạch 31-KH/ĐUK')
    await chief.tap('Đúng, đổi')
    expect((await chief.nextReply()).text).toContain('→ được thay thế bởi Kế hoạch 31-KH/ĐUK')
    expect(sidecar('nghi-quyet-05-nq-duk.md')).toMatchObject({ validity: 'replaced', replacedBy: [expect.stringMatching(/^Kế hoạch số 31-KH\/ĐUK ngày 06\/01\/2025/)] })
    await lan.command('/vanban 05-NQ/ĐUK')
    expect((await lan.nextReply()).text).toContain('31-KH/ĐUK')
  }) // prettier-ignore
})

describe('what stands beside the file', () => {
  it('is merged with, and left alone where it is broken, changed or out of reach', async () => {
    const { chief, manage, documents, sidecar, ingest } = await office()
    const file = join(documents, 'nghi-quyet-05-nq-duk.md')
    const beside = `${file}.meta.json`
    writeFileSync(beside, '{"author":"Văn phòng"}')
    await ingest()
    const change = async (label: string) => {
      const page = await manage(chief, '05-NQ/ĐUK')
      await chief.tap('Đổi mức đọc')
      await page.edited()
      await chief.tap(label)
      await chief.nextReply()
      await chief.tap('Đúng, đổi')
      return (await chief.nextReply()).text
    }
    expect(await change('Cán bộ')).toContain('công khai → cán bộ')
    expect(sidecar('nghi-quyet-05-nq-duk.md')).toEqual({ author: 'Văn phòng', level: 'staff' })
    writeFileSync(beside, '{"level":"staff", "autor":')
    expect(await change('Đảng viên')).toMatch(/đang viết sai[^]*nghi-quyet-05-nq-duk\.md\.meta\.json/)
    expect(readFileSync(beside, 'utf8')).toBe('{"level":"staff", "autor":')
    writeFileSync(beside, '{"level":"staff"}')
    const text = readFileSync(file)
    writeFileSync(file, 'Khác')
    expect(await change('Đảng viên')).toContain('đã khác với bản trong thư viện')
    rmSync(file)
    expect(await change('Đảng viên')).toContain('không còn ở chỗ cũ')
    writeFileSync(file, text)
    expect(sidecar('nghi-quyet-05-nq-duk.md')).toEqual({ level: 'staff' })
    expect(await change('Đảng viên')).toContain('cán bộ → đảng viên')
  })
})

describe('a document that is taken out of the library', () => {
  it('waits aside with its level, through a crash too, and comes back as it was', async () => {
    const { chief, lan, manage, documents, program, ingest, sidecar } = await office()
    await manage(chief, '27-QĐ/ĐUK')
    await chief.tap('Gỡ khỏi thư viện')
    expect((await chief.nextReply()).text).toContain('không bị xóa')
    await chief.tap('Đúng, gỡ')
    const done = await chief.nextReply()
    expect(done.text).toContain('Đã gỡ Quy định 27-QĐ/ĐUK')
    expect(existsSync(join(documents, 'quy-dinh-27-qd-duk.docx'))).toBe(false)
    await lan.command('/vanban 27-QĐ/ĐUK')
    expect((await lan.nextReply()).text).toContain('không có văn bản 27-QĐ/ĐUK')
    // the others are as they were, and stay so
    expect((await ingest()).counts).toMatchObject({ added: 0, removed: 0, unchanged: 5 })
    await program.kill()
    await program.restart()
    await chief.tap('Đưa trở lại', { on: done })
    expect((await chief.waitFor(({ text }) => text.includes('trở lại thư viện'))).text).toContain('mức đọc: công khai')
    expect(sidecar('quy-dinh-27-qd-duk.docx')).toMatchObject({ level: 'public' })
    await lan.send(ASKED)
    expect((await lan.nextReply()).text).toContain('27-QĐ/ĐUK')
    expect(readdirSync(join(program.dataDir, 'removed'))).toEqual([])
  })
})

describe('who is no admin', () => {
  it('sees no button, and presses none: strangers, and admins in a group', async () => {
    const { chief, lan, server } = await office()
    await chief.command('/vanban 27-QĐ/ĐUK')
    const page = await chief.nextReply()
    expect(page.rows.flat()).toContain('Sửa thông tin')
    const id = page.buttons[0]!.data!.split(':')[1]!
    await lan.command('/vanban 27-QĐ/ĐUK')
    const seen = await lan.nextReply()
    expect(seen.rows.flat()).not.toContain('Sửa thông tin')
    const group = server.group({ title: 'Chi bộ', members: [chief, lan] })
    await group.as(chief).command(`/vanban@${server.bot.username} 27-QĐ/ĐUK`)
    expect((await group.nextReply()).rows.flat()).not.toContain('Sửa thông tin')
    const presses = [`qvp:${id}`, `qvl:${id}`, `qvs:${id}`, `qvx:${id}:00000000`, `qvc:${id}:l-ps:00000000`, `qvw:${id}`, `qvd:${id}:l-ps:00000000:-`, `qvy:${id}:00000000`, `qvr:${id}`] // prettier-ignore
    for (const data of presses) {
      expect(await lan.press(data, { on: seen }), data).toContain('không còn trong thư viện')
      expect(await group.as(chief).press(data), data).toContain('không còn trong thư viện')
    }
    // and an admin who presses nonsense changes nothing
    for (const data of ['qvd:x:l-ps:1:-', `qvd:${id}:l-zz:1:-`, `qvd:${id}:v-ur:1:-`, `qvy:${id}:1`, 'qvr:../..']) await chief.press(data, { on: page })
    await lan.command('/vanban 27-QĐ/ĐUK')
    expect((await lan.nextReply()).text).toContain('Quy định 27-QĐ/ĐUK')
  }) // prettier-ignore
})
