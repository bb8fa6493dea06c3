import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stage } from '../support/play.ts'
import { runJson } from '../support/run.ts'

const CHIEF = 5_200_000_001
const SECOND = 5_200_000_002

const office = async () => {
  const play = await stage({
    people: { chief: { name: 'Quản trị', id: CHIEF }, deputy: { name: 'Phó', id: SECOND }, lan: { name: 'Lan' } },
    env: { ADMIN_IDS: `${CHIEF},${SECOND}`, QUESTIONS_PER_MINUTE: '600', QUESTIONS_PER_DAY: '100000' },
  })
  const { dataDir } = play.program
  const ingest = (...args: string[]) =>
    runJson<never>('scripts/ingest.ts', ['--json', ...args], { dataDir, cwd: dataDir })
  return { ...play, ...play.people, dataDir, ingest }
}

describe('/phienban', () => {
  it('shows what serves and what the one before would change, goes back after a confirmation, and forward again', async () => {
    const { chief, deputy, lan, dataDir, ingest, program } = await office()
    await chief.command('/phienban')
    expect((await chief.nextReply()).text).toMatch(/^Phiên bản đang dùng\n.*6 văn bản[^]*Không có bản nào khác/)
    writeFileSync(
      join(dataDir, 'documents/quy-dinh-99.md'),
      '# Quy định <b>lạ</b> *về* trực ban\n\nTrực ban bắt đầu lúc 6 giờ 45 phút.\n',
    )
    writeFileSync(join(dataDir, 'documents/nghi-quyet-05-nq-duk.md.meta.json'), '{"level":"staff"}')
    await ingest('documents') // prettier-ignore
    await lan.send('Trực ban bắt đầu lúc mấy giờ?')
    expect((await lan.nextReply()).text).toContain('6 giờ 45 phút')

    await chief.command('/phienban')
    const shown = await chief.nextReply()
    expect(shown.text).toContain('2 văn bản sẽ khác')
    expect(shown.text).toContain('! mức đọc cán bộ → công khai: Nghị quyết 05-NQ/ĐUK')
    expect(shown.text).toContain('– không còn: ')
    expect(shown.text).toContain('Chú ý: 1 văn bản sẽ được nhiều người đọc hơn')
    await chief.tap('Quay về bản trước')
    const asked = await chief.nextReply()
    expect(asked.rows.flat()).toEqual(['Đúng, chuyển', 'Không chuyển'])
    // somebody else looks at the same time, and presses second
    await deputy.command('/phienban')
    await deputy.nextReply()
    await chief.tap('Đúng, chuyển')
    const done = await chief.nextReply()
    expect(done.text).toMatch(/Đã chuyển: [^]*Lần nạp tài liệu sau/)
    expect(asked.buttons).toEqual([])
    expect(await deputy.tap('Quay về bản trước')).toContain('vừa được cập nhật')
    await lan.send('Trực ban bắt đầu lúc mấy giờ?')
    expect((await lan.nextReply()).text).not.toContain('6 giờ 45')
    await program.restart()
    await lan.send('Trực ban bắt đầu lúc mấy giờ nhỉ?')
    expect((await lan.nextReply()).text).not.toContain('6 giờ 45')

    await chief.tap('Trở lại bản mới')
    await chief.nextReply()
    await chief.tap('Đúng, chuyển')
    await chief.nextReply()
    await lan.send('Trực ban bắt đầu lúc mấy giờ?')
    expect((await lan.nextReply()).text).toContain('6 giờ 45 phút')
    // in the terminal the same, while the bot runs
    expect(await ingest('--rollback')).toMatchObject({ dryRun: false, documents: 6 })
    await lan.send('Trực ban bắt đầu lúc mấy giờ?')
    expect((await lan.nextReply()).text).not.toContain('6 giờ 45')
    // the next ingestion builds on it, and brings back what still stands in the files
    expect(await ingest('documents')).toMatchObject({ counts: { added: 1, changed: 1, unchanged: 5 } })
  })

  it('is for admins in private alone, its buttons too', async () => {
    const { chief, lan, server, ingest, dataDir } = await office()
    writeFileSync(join(dataDir, 'documents/x.md'), '# Thông báo\n\nHọp lúc 8 giờ.\n')
    await ingest('documents')
    await chief.command('/phienban')
    const [from, to] = (await chief.nextReply()).buttons[0]!.data!.split(':').slice(1)
    const group = server.group({ title: 'Chi bộ', members: [chief, lan] })
    await lan.command('/phienban')
    expect((await lan.nextReply()).text).not.toContain('Phiên bản đang dùng')
    await group.as(chief).command(`/phienban@${server.bot.username}`)
    expect((await group.nextReply()).text).not.toContain('Phiên bản đang dùng')
    await lan.command('/trogiup')
    const help = await lan.nextReply()
    for (const action of ['pbx', 'pby']) expect(await lan.press(`${action}:${from}:${to}`, { on: help })).toContain('không còn trên đĩa')
    expect(await group.as(chief).press(`pby:${from}:${to}`)).toContain('không còn trên đĩa')
    expect(await chief.press('pby:x')).toContain('kiểm tra')
    expect((await chief.nextReply()).text).toContain('vừa được cập nhật')
    await lan.send('Họp lúc mấy giờ?')
    expect((await lan.nextReply()).text).toContain('8 giờ')
  }) // prettier-ignore

  it('says so while documents are taken in, and when the disk does not let it', async () => {
    const { chief, ingest, dataDir } = await office()
    writeFileSync(join(dataDir, 'documents/x.md'), '# Thông báo\n\nHọp lúc 8 giờ.\n')
    await ingest('documents')
    await chief.command('/phienban')
    await chief.nextReply()
    await chief.tap('Quay về bản trước')
    const asked = await chief.nextReply()
    const { lockIndex } = await import('../../src/search/snapshot/index-lock.ts')
    const unlock = await lockIndex(join(dataDir, 'index'))
    await chief.tap('Đúng, chuyển')
    expect((await chief.nextReply()).text).toContain('Đang có lượt nạp tài liệu')
    unlock()
    await chief.tap('Đúng, chuyển', { on: asked })
    expect((await chief.nextReply()).text).toContain('Đã chuyển')
  })

  it('goes to and fro under questions without one of them failing', async () => {
    const { chief, ingest, dataDir, server } = await office()
    writeFileSync(join(dataDir, 'documents/x.md'), '# Thông báo\n\nHọp lúc 8 giờ.\n')
    await ingest('documents')
    const people = Array.from({ length: 12 }, (_, n) => server.user({ name: `Người ${n}` }))
    let isOver = false
    const asking = people.map(async (person) => {
      const texts: string[] = []
      while (!isOver) {
        await person.send('Chi bộ họp mấy lần một tháng?')
        texts.push((await person.nextReply()).text)
      }
      return texts
    })
    for (let turn = 0; turn < 4; turn++) {
      await chief.command('/phienban')
      const [, from, to] = (await chief.nextReply()).buttons[0]!.data!.split(':')
      await chief.press(`pby:${from}:${to}`)
      expect((await chief.nextReply()).text).toContain('Đã chuyển')
    }
    isOver = true
    const texts = (await Promise.all(asking)).flat()
    expect(texts.length).toBeGreaterThan(12)
    for (const text of texts) expect(text).toContain('mỗi tháng một lần')
  })
})
