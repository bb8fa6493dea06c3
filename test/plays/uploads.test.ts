import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IngestReport } from '../../src/ingest/report.ts'
import { lockIndex } from '../../src/search/snapshot/index-lock.ts'
import { stage } from '../support/play.ts'
import type { BotReply } from '../support/telegram/replies.ts'
import { runJson } from '../support/run.ts'

const CHIEF = 5_200_000_001
const REGULATION = `ĐẢNG BỘ TỈNH LAM GIANG
ĐẢNG ỦY KHỐI CÁC CƠ QUAN
*
Số 41-QĐ/ĐUK
Lam Giang, ngày 05 tháng 10 năm 2025

QUY ĐỊNH
về quản lý tủ sách chi bộ

Điều 1. Tủ sách chi bộ
1. Mỗi chi bộ có một tủ sách, mở cửa vào chiều thứ sáu hằng tuần.
2. Bí thư chi bộ phân công một chi ủy viên giữ tủ sách.

Điều 2. Mượn sách
Đảng viên được mượn tối đa ba cuốn trong ba mươi ngày.
`

const office = async () => {
  const play = await stage({
    people: { chief: { name: 'Quản trị', id: CHIEF }, lan: { name: 'Lan' } },
    env: { ADMIN_IDS: String(CHIEF) },
  })
  const waiting = () => {
    const folder = join(play.program.dataDir, 'uploads')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  const shelf = () => {
    const folder = join(play.program.dataDir, 'documents/tu-telegram')
    return existsSync(folder) ? readdirSync(folder).sort() : []
  }
  const publish = async (preview: BotReply) => {
    await play.people.chief.tap('Công khai', { on: preview })
    await play.server.until(() => preview.rows.flat().includes('Đưa vào thư viện'), 'the button that publishes')
    await play.people.chief.tap('Đưa vào thư viện', { on: preview })
  }
  return { ...play, ...play.people, waiting, shelf, publish }
}

describe('a file from an admin', () => {
  it('is shown as what was recognised, gets its level by a button, and is found seconds after it is confirmed', async () => {
    const { chief, lan, waiting, shelf, program, server } = await office()
    await chief.document({ name: 'Quy định 41.txt', bytes: REGULATION, caption: 'Văn bản này nói gì?' })
    const preview = await chief.nextReply()
    for (const said of [
      'Quy định',
      '41-QĐ/ĐUK',
      '05/10/2025',
      'tủ sách chi bộ',
      'Đảng ủy Khối các cơ quan',
      'Dấu độ mật: không thấy',
    ])
      expect(preview.text).toContain(said)
    expect(preview.text).toContain('chỉ cán bộ và quản trị')
    // nothing is public because somebody was in a hurry
    expect(preview.rows.flat()).toEqual(['Công khai', 'Đảng viên', 'Cán bộ', 'Bỏ'])
    const [, id] = preview.buttons[0]!.data!.split(':')
    expect(await chief.press(`put:${id}`)).toContain('chọn mức được xem trước')
    expect(shelf()).toEqual([])
    await chief.tap('Đảng viên')
    await server.until(() => preview.rows.flat().includes('✓ Đảng viên'), 'the mark on the level')
    expect(preview.rows.flat()).toEqual(['Công khai', '✓ Đảng viên', 'Cán bộ', 'Đưa vào thư viện', 'Bỏ'])
    await chief.tap('Công khai')
    await server.until(() => preview.rows.flat().includes('✓ Công khai'), 'the mark on the level')
    await chief.tap('Đưa vào thư viện')
    const done = await chief.nextReply()
    expect(done.text).toMatch(/tìm được sau \d+,\d giây/)
    expect(done.text).toContain('Đồng chí thử hỏi')
    expect(preview.buttons).toEqual([])
    expect([waiting(), shelf()]).toEqual([[], ['Quy định 41.txt', 'Quy định 41.txt.meta.json']])
    await lan.send('Đảng viên được mượn mấy cuốn sách?')
    expect((await lan.nextReply()).text).toContain('tối đa ba cuốn trong ba mươi ngày')
    // the same document, whichever way it comes in
    const again = await runJson<IngestReport>('scripts/ingest.ts', ['--json', 'documents'], {
      dataDir: program.dataDir,
      cwd: program.dataDir,
    })
    expect(again.counts).toMatchObject({ added: 0, changed: 0, duplicate: 0, removed: 0, unchanged: 7 })
  })

  it('keeps the level that its own marks ask for, and says so', async () => {
    const { chief } = await office()
    await chief.document({ name: 'noi bo.txt', bytes: `LƯU HÀNH NỘI BỘ\n\n${REGULATION}` })
    const preview = await chief.nextReply()
    expect(preview.text).toContain('mức chọn sẵn là “Cán bộ”')
    expect(preview.rows.flat()).toEqual(['Công khai', 'Đảng viên', '✓ Cán bộ', 'Đưa vào thư viện', 'Bỏ'])
  })

  it('is refused for what it bears, what it is or how big it is, and nothing of it stays', async () => {
    const { chief, waiting, shelf } = await office()
    await chief.document({ name: 'thong bao.txt', bytes: `MẬT\n\n${REGULATION}` })
    const secret = await chief.nextReply()
    expect(secret.text).toContain('MẬT')
    expect(secret.text).toContain('hãy xóa ngay tin nhắn chứa tệp')
    await chief.document({ name: 'anh.png', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') })
    expect((await chief.nextReply()).text).toContain('không nhận được')
    await chief.document({ name: 'to.pdf', bytes: 'x', size: 21 * 1024 * 1024 })
    expect((await chief.nextReply()).text).toContain('20 MB')
    // Telegram says little, but far more comes
    await chief.document({ name: 'bom.txt', bytes: Buffer.alloc(21 * 1024 * 1024, 'a'), size: 1_000 })
    expect((await chief.nextReply()).text).toContain('20 MB')
    expect([waiting(), shelf()]).toEqual([[], []])
  })

  it('is told apart from what the library has: the same file, and another version of a number', async () => {
    const { chief } = await office()
    await chief.document({ path: 'data/documents/nghi-quyet-05-nq-duk.md' })
    const same = await chief.nextReply()
    expect(same.text).toContain('đã có trong thư viện')
    expect(same.buttons).toEqual([])
    await chief.document({ name: 'ban moi.txt', bytes: REGULATION.replace('41-QĐ', '27-QĐ') })
    expect((await chief.nextReply()).text).toContain('Thư viện đã có văn bản cùng số: Quy định 27-QĐ/ĐUK')
  })

  it('may bear any name: it is stored under a harmless one, and never over another', async () => {
    const { chief, shelf, program, publish } = await office()
    for (const name of ['../../records/records.db', 'a/records.db']) {
      await chief.document({ name, bytes: `${REGULATION}\nĐiều 3. Tên ${name}` })
      const preview = await chief.nextReply()
      expect(preview.text).not.toContain('../')
      await publish(preview)
      expect((await chief.nextReply()).text).toContain('tìm được sau')
    }
    const stored = shelf().filter((name) => !name.endsWith('.meta.json'))
    expect(stored).toEqual(['records (2).db', 'records.db'])
    expect(statSync(join(program.dataDir, 'records/records.db')).size).toBeGreaterThan(10_000)
  })

  it('comes in an album: each is shown, in order, and can be dropped', async () => {
    const { chief, waiting } = await office()
    const sent = []
    for (const n of [1, 2])
      sent.push(await chief.document({ name: `tep ${n}.txt`, bytes: `${REGULATION}\nBản ${n}` }, { extra: { media_group_id: '991' } })) // prettier-ignore
    const previews = await chief.replies(2)
    expect(previews.map(({ replyTo }) => replyTo)).toEqual(sent.map(({ messageId }) => messageId))
    expect(waiting()).toHaveLength(2)
    await chief.tap('Bỏ', { on: previews[1]! })
    expect((await chief.nextReply()).text).toContain('Đã bỏ tệp')
    expect(waiting()).toHaveLength(1)
    expect(await chief.press(`put:${'x'.repeat(12)}`)).toContain('không còn chờ')
  })

  it('can be tried again when the ingestion failed, and answers go on while one waits', async () => {
    const { chief, lan, program, shelf, publish } = await office()
    await chief.document({ name: 'a.txt', bytes: REGULATION })
    const preview = await chief.nextReply()
    const lock = join(program.dataDir, 'index/lock.db')
    renameSync(lock, `${lock}.aside`)
    mkdirSync(lock)
    await publish(preview)
    expect((await chief.nextReply()).text).toContain('Thư viện cũ vẫn dùng được')
    expect(shelf()).toEqual([])
    rmSync(lock, { recursive: true })
    renameSync(`${lock}.aside`, lock)
    const unlock = await lockIndex(join(program.dataDir, 'index'))
    await chief.tap('Đưa vào thư viện', { on: preview })
    await lan.send('Chi bộ họp mấy lần một tháng?')
    expect((await lan.nextReply()).text).toContain('mỗi tháng một lần')
    expect(chief.unseen()).toEqual([])
    unlock()
    expect((await chief.nextReply()).text).toContain('tìm được sau')
  })

  it('sent twice stays in the library as it is when taking it in again fails', async () => {
    const { chief, program, shelf, publish } = await office()
    const previews: BotReply[] = []
    for (let n = 0; n < 2; n++) {
      await chief.document({ name: 'a.txt', bytes: REGULATION })
      previews.push(await chief.nextReply())
    }
    await publish(previews[0]!)
    expect((await chief.nextReply()).text).toContain('tìm được sau')
    const lock = join(program.dataDir, 'index/lock.db')
    rmSync(lock)
    mkdirSync(lock)
    await publish(previews[1]!)
    expect((await chief.nextReply()).text).toContain('Thư viện cũ vẫn dùng được')
    expect(shelf()).toEqual(['a.txt', 'a.txt.meta.json'])
  })

  it('sent twice with two levels keeps what was said of it, and each act stands in the log', async () => {
    const { chief, program, publish, server } = await office()
    const previews: BotReply[] = []
    for (let n = 0; n < 2; n++) {
      await chief.document({ name: 'a.txt', bytes: REGULATION })
      previews.push(await chief.nextReply())
    }
    await publish(previews[0]!)
    expect((await chief.nextReply()).text).toContain('tìm được sau')
    const sidecar = join(program.dataDir, 'documents/tu-telegram/a.txt.meta.json')
    writeFileSync(sidecar, '{"level":"public","validity":"expired"}')
    const [, second] = previews
    await chief.tap('Đảng viên', { on: second! })
    await server.until(() => second!.rows.flat().includes('Đưa vào thư viện'), 'the button that publishes')
    await chief.tap('Đưa vào thư viện', { on: second! })
    expect((await chief.nextReply()).text).toContain('tìm được sau')
    expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toEqual({ level: 'member', validity: 'expired' })
    await chief.command('/nhatky')
    expect((await chief.nextReply()).text).toMatch(
      /đưa vào thư viện Quy định 41-QĐ\/ĐUK \(công khai → đảng viên\)\n.*đưa vào thư viện Quy định 41-QĐ\/ĐUK \(công khai\)/,
    )
  })

  it('is waited for through a crash, before it is confirmed and while it goes in', async () => {
    const { chief, program, shelf, waiting, publish } = await office()
    await chief.document({ name: 'a.txt', bytes: REGULATION })
    const preview = await chief.nextReply()
    await program.kill()
    await program.restart()
    await publish(preview)
    await program.kill()
    await program.restart()
    // a preview whose sending was not yet written down comes once more
    await chief.waitFor(({ text }) => text.includes('tìm được sau'))
    expect([waiting(), shelf()]).toEqual([[], ['a.txt', 'a.txt.meta.json']])
  })
})

describe('a file from anybody else', () => {
  it('is refused kindly and never read, wherever it comes from and whoever it pretends to be', async () => {
    const { lan, chief, server, shelf, waiting } = await office()
    const file = { name: 'Quy định 41.txt', bytes: REGULATION }
    await lan.document(file)
    expect((await lan.nextReply()).text).toContain('không nhận tệp')
    await lan.document(file, { extra: { forward_origin: { type: 'user', date: 1, sender_user: chief.user } } })
    expect((await lan.nextReply()).text).toContain('không nhận tệp')
    const double = server.user({ name: 'Quản trị', username: 'quan_tri' })
    for (const n of [1, 2]) await double.document({ ...file, name: `${n}.txt` }, { extra: { media_group_id: '992' } })
    await double.send('/trogiup')
    expect((await double.replies(2)).map(({ text }) => text.includes('không nhận tệp'))).toEqual([true, false])
    const group = server.group({ title: 'Chi bộ', members: [chief] })
    await group.as(chief).command('/hoi@hoi_dap_dang_bot')
    const said = await group.nextReply()
    for (const who of [group.as(chief), group.anonymousAdmin(), group.asChannel('Kênh')]) {
      await who.document(file, { replyTo: said })
      expect((await group.nextReply()).text).toContain('cuộc trò chuyện riêng')
    }
    expect(server.count('getFile')).toBe(0)
    expect([waiting(), shelf()]).toEqual([[], []])
  })
})
