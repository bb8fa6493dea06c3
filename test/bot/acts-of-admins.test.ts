import { expect, it } from 'vitest'
import type { House } from '../../src/bot/context.ts'
import { ADMIN, CITIZEN, dataOf, quietBot, wordsOf, type QuietBot } from '../support/quiet-bot.ts'

const SECOND = 4_900_000_011

const opened = async () => {
  const bot = await quietBot(
    { 'gio.md': '# Quy định về giờ\n\nChi bộ họp lúc 8 giờ.\n', 'khac.md': '# Thông báo\n\nHọp lúc 9 giờ.\n' },
    { ADMIN_IDS: String(ADMIN) },
  )
  const { records, house, keyOf } = bot.deps
  const { id } = house.library('staff')!.cards.find(({ source }) => source.endsWith('gio.md'))!
  const member = { person: keyOf(SECOND), role: 'admin' as const, code: 'BCGH', since: 1, name: null }
  records.members.put(member)
  const level = () => house.library('staff')!.card(id)!.level
  const mark = () => house.standing(id)!.mark
  const acts = () => records.audit.last(50).map(({ action, after }) => `${action} ${after}`)
  return { ...bot, id, level, mark, acts }
}

const toSnapshot = async ({ send, press }: QuietBot): Promise<string> =>
  dataOf(await press(ADMIN, dataOf(await send(ADMIN, '/phienban'), 'Quay về')), 'Đúng')

it('stand in the log once, however often a button is pressed and by however many', async () => {
  const bot = await opened()
  const { press, id, mark, acts } = bot
  const confirm = `qvd:${id}:l-pm:${mark()}:-`
  for (const who of [ADMIN, ADMIN, SECOND]) await press(who, confirm)
  const removal = `qvy:${id}:${mark()}`
  for (const who of [ADMIN, ADMIN]) await press(who, removal)
  for (const who of [ADMIN, ADMIN]) await press(who, `qvr:${id}`)
  const back = await toSnapshot(bot)
  for (const who of [ADMIN, ADMIN, SECOND]) await press(who, back)
  expect(acts().map((act) => act.split(' ')[0])).toEqual(['snapshot.serve', 'document.restore', 'document.remove', 'document.level']) // prettier-ignore
})

it('stand in the log also where stop was said once they were done, and where an attempt died before it was noted', async () => {
  const { press, id, mark, acts, deps, level } = await opened()
  const stop = new AbortController()
  const { changeDocument } = deps.house
  const cutOff: House['changeDocument'] = async (...given) => {
    const done = await changeDocument(...given)
    stop.abort()
    return done
  }
  Object.assign(deps.house, { changeDocument: cutOff })
  expect(await press(ADMIN, `qvd:${id}:l-pm:${mark()}:-`, { signal: stop.signal })).toEqual([])
  expect([level(), ...acts()]).toEqual(['member', 'document.level member'])
  // as a former run of the program left it: done, and not yet noted
  Object.assign(deps.house, { changeDocument })
  const confirm = `qvd:${id}:l-ms:${mark()}:-`
  await changeDocument(id, mark(), { level: 'staff' })
  await press(ADMIN, confirm)
  expect(acts()).toEqual(['document.level staff', 'document.level member'])
  expect(wordsOf(await press(ADMIN, confirm))).toContain('đảng viên → cán bộ')
  expect(acts()).toHaveLength(2)
})

it('are not done any more once the right has gone, or stop was said, while Telegram was slow', async () => {
  const bot = await opened()
  const { press, server, deps, id, mark, level, acts } = bot
  await press(ADMIN, `qvd:${id}:v-ue:${mark()}:-`)
  const [before, serving] = [acts(), deps.house.snapshotId()]
  const back = await toSnapshot(bot)
  const admin = deps.records.members.get(deps.keyOf(SECOND))!
  for (const data of [`qvd:${id}:l-ps:${mark()}:-`, `qvy:${id}:${mark()}`, back])
    for (const way of ['role', 'stop']) {
      const stop = new AbortController()
      const slow = server.stall('answerCallbackQuery')
      const pressed = press(SECOND, data, { signal: stop.signal })
      await server.until(() => slow.hits() > 0, 'the press to be acknowledged')
      if (way === 'role') deps.records.members.remove(admin.person)
      else stop.abort()
      slow.clear()
      await pressed
      expect([level(), deps.house.snapshotId(), ...acts()], `${data} ${way}`).toEqual(['public', serving, ...before])
      deps.records.members.put(admin)
    }
})

it('are told in words of theirs, and what names internal papers is not passed on', async () => {
  const bot = await opened()
  const { press, send, id, mark, deps } = bot
  await press(ADMIN, `qvd:${id}:l-ps:${mark()}:-`)
  const waits = await press(ADMIN, `qvw:${id}`)
  const shown = await send(ADMIN, '/phienban')
  const back = await toSnapshot(bot)
  // the terminal was quicker: the press finds it done, and no row of it
  const [, from, to] = back.split(':')
  await deps.house.switchSnapshot({ from: from!, to: to! })
  await press(ADMIN, back)
  const log = await send(ADMIN, '/nhatky')
  expect(wordsOf(log)).toMatch(
    /chuyển thư viện sang bản lập lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4} – lúc ghi thì đã như vậy/,
  )
  expect(wordsOf(log)).not.toMatch(/served|done already|\dT\d/)
  const people = await send(ADMIN, '/nguoidung')
  for (const said of [waits, shown, log, people]) expect(said).toMatchObject([{ protect: true }])
})

it('of a removal that failed leaves nothing that a later restoration could take a level from', async () => {
  const { deps, id, mark, level, press } = await opened()
  const stop = AbortSignal.abort()
  expect(await deps.house.removeDocument(id, mark(), stop)).toMatchObject({ ok: false, reason: 'stopped' })
  await press(ADMIN, `qvd:${id}:l-ps:${mark()}:-`)
  expect(level()).toBe('staff')
  expect(wordsOf(await press(ADMIN, `qvr:${id}`))).toContain('mức đọc: cán bộ')
  expect(level()).toBe('staff')
})

it('/trogiup names what each may do, and to nobody else', async () => {
  const { send } = await opened()
  const [admin, citizen] = [wordsOf(await send(ADMIN, '/trogiup')), wordsOf(await send(CITIZEN, '/trogiup'))]
  for (const command of ['nguoidung', 'nhatky', 'phienban', 'chuaduoc', 'thongke', 'moi_thanhvien', 'toi']) {
    expect(admin).toContain(`/${command} – `)
    expect(citizen).not.toContain(`/${command} – `)
  }
  expect(admin).toContain('“Sửa thông tin”')
  expect(citizen).not.toMatch(/Dành cho|Sửa thông tin/)
  const group = wordsOf(await send(ADMIN, '/trogiup', { group: -1_004_900_000_003 }))
  expect(group).not.toContain('nguoidung')
})

it('fit into one message, twenty of them on a paper with an endless title; names are plain words, whatever they say', async () => {
  const bot = await opened()
  const { press, send, ingest, deps, keyOf } = { ...bot, keyOf: bot.deps.keyOf }
  await ingest({ 'dai.md': `# Thông báo /xoa @kenh ${'về việc rất dài '.repeat(40)}\n\nHọp lúc 9 giờ.\n` })
  const { id } = deps.house.library('staff')!.cards.find(({ source }) => source.endsWith('dai.md'))!
  const act = { at: 1, actor: keyOf(ADMIN), action: 'document.level', target: id, reason: null }
  for (let n = 0; n < 20; n++) deps.records.audit.add({ ...act, before: 'public', after: 'member' })
  const member = { person: keyOf(CITIZEN), role: 'member' as const, code: 'KLMN', since: 1, name: 'An /xoa @kenh_xau' }
  deps.records.members.put(member)
  const [log, people, one] = [
    await send(ADMIN, '/nhatky'),
    await send(ADMIN, '/nguoidung'),
    await press(ADMIN, 'ng:KLMN'),
  ]
  for (const [said] of [log, people, one]) {
    if (said?.kind !== 'text') throw new Error('nothing was said')
    expect(said.text).toContain('/xoa')
    expect(said.text.length).toBeLessThan(4096)
    expect((said.entities ?? []).filter(({ type }) => type === 'code')).not.toEqual([])
  }
})
