import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { stage } from '../support/play.ts'

/** The bytes of everything that the desk keeps, but for the secret that keys are made with. */
const bytesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name !== 'person.key')
      .map((name) => [name, readFileSync(join(folder, name))]),
  )

/** The files that hold any of these. */
const holding = (files: ReadonlyMap<string, Buffer>, wanted: readonly (string | Buffer)[]): string[] =>
  [...files].filter(([, bytes]) => wanted.some((one) => bytes.includes(one))).map(([name]) => name)

/** An id as SQLite writes a whole number of this size: six bytes, the highest first. */
const stored = (id: number): Buffer => {
  const bytes = Buffer.alloc(6)
  bytes.writeIntBE(id, 0, 6)
  return bytes
}

const WORD = 'xylophonkhongcothat'
const OTHER = 'clavicembalokhongcothat'

describe('somebody who wants to be erased', () => {
  it('leaves nothing in the files of the desk, whatever they asked, handed to staff, or had waiting; others stay', async () => {
    const ADMIN = 5_400_000_777
    const { server, program, people } = await stage({
      people: { lan: { name: 'Lan', id: ADMIN }, mai: { name: 'Mai' } },
      env: { ADMIN_IDS: String(ADMIN), STAFF_CHAT_ID: '-1005400000999' },
      before: (bench) => void bench.group({ id: -1_005_400_000_999, title: 'Cán bộ' }),
    })
    const { lan, mai } = people
    await lan.command('/start')
    await lan.replies(2)
    await lan.send(`Mục tiêu của Nghị quyết 05-NQ/ĐUK là gì, ${WORD}?`)
    await lan.nextReply()
    await lan.send(`${WORD} có cần giấy phép bay không?`)
    await lan.nextReply()
    const group = server.group({ title: 'Chi bộ' })
    await group.as(lan).command(`/hoi@${server.bot.username} Điều 2 Quy định 27-QĐ/ĐUK nói gì, ${WORD}?`)
    await group.as(lan).nextReply()
    await lan.document({ name: `${WORD}.md`, bytes: `${WORD} là gì.\n\nĐiều 1. Phạm vi\n1. Áp dụng cho mọi chi bộ.\n` })
    await lan.waitFor(({ text }) => text.includes(WORD))
    await mai.send(`Điều 3 Quy định 27-QĐ/ĐUK nói gì, ${OTHER}?`)
    await mai.nextReply()

    const records = join(program.dataDir, 'records')
    const { keyOf } = createPersonKeys(records)
    const traces = (person: { readonly id: number }, word: string) => [
      word,
      String(person.id),
      stored(person.id),
      keyOf(person.id),
    ]
    expect(holding(bytesOf(records), traces(lan, WORD))).not.toEqual([])
    expect(filesBelow(program.dataDir)).toMatch(/^uploads\/.+/)

    await lan.command('/xoa')
    const question = await lan.nextReply()
    expect(question.rows).toEqual([['Xóa'], ['Không']])
    await lan.tap('Xóa')
    await question.edited()
    expect(question.text).toContain('Đã xóa mọi thông tin về đồng chí')
    expect(question.buttons).toEqual([])

    await program.stop()
    const files = bytesOf(records)
    expect(holding(files, traces(lan, WORD))).toEqual([])
    expect(holding(files, traces(mai, OTHER))).not.toEqual([])
    expect(filesBelow(program.dataDir)).toBe('')
    expect(program.stderr() + program.stdout()).not.toMatch(new RegExp(`${WORD}|${lan.id}|${keyOf(lan.id)}`))

    // and is met as for the first time
    await program.restart()
    await lan.command('/start')
    expect((await lan.replies(2))[0]!.text).toContain('Kính chào đồng chí')
    expect(server.violations()).toEqual([])
  })

  it('may think better of it, is asked in private only, and may press twice', async () => {
    const { server, program, people } = await stage({ people: { lan: { name: 'Lan' }, mai: { name: 'Mai' } } })
    const { lan, mai } = people
    await lan.send(`Mục tiêu của Nghị quyết 05-NQ/ĐUK là gì, ${WORD}?`)
    await lan.nextReply()
    await lan.command('/xoa')
    const question = await lan.nextReply()
    await lan.tap('Không')
    await question.edited()
    expect(question.text).toContain('Tôi không xóa gì')
    expect(holding(bytesOf(join(program.dataDir, 'records')), [WORD])).not.toEqual([])

    const group = server.group({ title: 'Chi bộ' })
    const inGroup = group.as(mai)
    await inGroup.command(`/xoa@${server.bot.username}`)
    const pointer = await inGroup.nextReply()
    expect(pointer.text).toContain(`https://t.me/${server.bot.username}`)
    expect(pointer.buttons).toEqual([])

    await lan.command('/xoa')
    const again = await lan.nextReply()
    await lan.tap('Xóa', { on: again })
    await again.edited()
    // the button is gone from the screen, but an old app may still press it
    await lan.press('xoa:co', { on: again })
    await lan.command('/riengtu')
    expect((await lan.nextReply()).text).toContain('Tôi lưu những gì')
  })
})

it('keeps no word of a text that bears a mark of secrecy, as it says to who sent it, edited into it or not', async () => {
  const { program, people } = await stage({ people: { lan: { name: 'Lan' } } })
  const { lan } = people
  await lan.send(`TỐI MẬT\nKế hoạch bố trí nhân sự ${WORD}`)
  expect((await lan.nextReply()).text).toContain('không tiếp nhận và không lưu')
  const asked = await lan.send('Chi bộ họp mấy lần một tháng?')
  const answer = await lan.nextReply()
  await asked.edit(`MẬT\nBáo cáo của ${WORD}`)
  await answer.edited()
  await program.stop()
  expect(holding(bytesOf(join(program.dataDir, 'records')), [WORD])).toEqual([])
})

describe('somebody who wants to speak of something else', () => {
  it('is forgotten with /quen: the next question leans on nothing', async () => {
    const { people } = await stage({ people: { lan: { name: 'Lan' } } })
    const { lan } = people
    await lan.send('Điều 2 Quy định 27-QĐ/ĐUK quy định gì?')
    await lan.nextReply()
    await lan.send('còn Điều 3?')
    expect((await lan.nextReply()).text).toContain('sinh hoạt chuyên đề ít nhất 1 lần')
    await lan.command('/quen')
    await lan.nextReply()
    await lan.send('còn Điều 4?')
    expect((await lan.nextReply()).text).not.toContain('Quy định 27-QĐ/ĐUK ngày 16/09/2024:')
  })
})

/** Files of the data folder that are neither documents nor records. */
const filesBelow = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !/^(?:index|documents|records)\//.test(name))
    .join('\n')
