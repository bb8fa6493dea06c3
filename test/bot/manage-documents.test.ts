import { expect, it } from 'vitest'
import { ADMIN, buttonsOf, CITIZEN, dataOf, quietBot, wordsOf } from '../support/quiet-bot.ts'

const PAPER =
  '# Quy định <b>lạ</b> *về* [giờ](tg://user?id=1) /xoa @kenh_xau\n\nĐiều 1. Giờ họp\n\nChi bộ họp lúc 8 giờ.\n'

const opened = async () => {
  const bot = await quietBot({ 'la.txt': PAPER, 'khac.md': '# Thông báo khác\n\nHọp lúc 9 giờ.\n' })
  const { id } = bot.deps.house.library('staff')!.cards.find(({ source }) => source.endsWith('la.txt'))!
  const mark = (): string => bot.deps.house.standing(id)!.mark
  const acts = () => bot.deps.records.audit.last(20).map(({ action, target, before, after, actor }) => [action, target === id ? 'la' : target, before, after, actor === bot.deps.keyOf(ADMIN)]) // prettier-ignore
  return { ...bot, id, mark, acts }
}

it('logs each act once, with what stood before and after, and who did it under a key', async () => {
  const { press, send, id, mark, acts, deps } = await opened()
  await press(ADMIN, `qvd:${id}:l-ps:${mark()}:-`)
  await press(ADMIN, `qvd:${id}:v-ue:${mark()}:-`)
  await press(ADMIN, `qvy:${id}:${mark()}`)
  await press(ADMIN, `qvr:${id}`)
  const before = await send(ADMIN, '/phienban')
  const back = await press(ADMIN, dataOf(before, 'Quay về bản trước'))
  await press(ADMIN, dataOf(back, 'Đúng, chuyển'))
  const [rolled, ...rest] = acts()
  expect(rolled![0]).toBe('snapshot.serve')
  expect(rest).toEqual([
    ['document.restore', 'la', null, 'staff', true],
    ['document.remove', 'la', 'staff', null, true],
    ['document.validity', 'la', 'unknown', 'expired', true],
    ['document.level', 'la', 'public', 'staff', true],
  ])
  expect(deps.records.audit.check().isWhole).toBe(true)
  expect(JSON.stringify(deps.records.audit.last(20))).not.toMatch(/lạ|4900000001/)
})

it('takes a press that is repeated after a crash for done, not for somebody else’s change', async () => {
  const { press, id, mark } = await opened()
  const confirm = `qvd:${id}:l-pm:${mark()}:-`
  for (let attempt = 0; attempt < 2; attempt++)
    expect(wordsOf(await press(ADMIN, confirm))).toMatch(/Đã đổi mức đọc của .*: công khai → đảng viên/)
  const removal = `qvy:${id}:${mark()}`
  expect(wordsOf(await press(ADMIN, removal))).toContain('Đã gỡ')
  expect(wordsOf(await press(ADMIN, removal))).toContain('đã được gỡ khỏi thư viện')
  for (let attempt = 0; attempt < 2; attempt++)
    expect(wordsOf(await press(ADMIN, `qvr:${id}`))).toContain('trở lại thư viện, mức đọc: đảng viên')
})

it('names hostile titles as plain words, and keeps them from whoever may not read them', async () => {
  const { press, send, id, mark } = await opened()
  const pages = [
    await press(ADMIN, `qvp:${id}`),
    await press(ADMIN, `qvl:${id}`),
    await press(ADMIN, `qvs:${id}`),
    await press(ADMIN, `qvx:${id}:${mark()}`),
    await press(ADMIN, `qvc:${id}:l-ps:${mark()}`),
    await press(ADMIN, `qvd:${id}:l-ps:${mark()}:-`),
    await send(ADMIN, '/phienban'),
  ]
  for (const page of pages) {
    const [said] = page.filter(({ kind }) => kind === 'text')
    if (said?.kind !== 'text') throw new Error('nothing was said')
    expect(said.text).toContain('<b>lạ</b>')
    const code = (said.entities ?? []).filter(({ type }) => type === 'code')
    const words = code.map(({ offset, length }) => said.text.slice(offset, offset + length))
    expect(words).toEqual(expect.arrayContaining(['/xoa', '@kenh_xau']))
  }
  const found = await send(CITIZEN, '/vanban giờ')
  expect(wordsOf(found)).not.toContain('lạ')
  expect(buttonsOf(await send(ADMIN, '/vanban lạ')).map(({ label }) => label)).toContain('Sửa thông tin')
})
