import { describe, expect, it, vi } from 'vitest'
import { issueInvitations } from '../../src/desk/invitations.ts'
import { peopleMessages as messages } from '../../src/text/messages/people-messages.ts'
import { allDocuments, internal } from '../answer/library.ts'
import { openDesk, type DeskOptions } from '../support/desk.ts'
import type { BenchPerson } from '../support/telegram/person.ts'

const [CHIEF, CLERK, OFFICE] = [5_200_000_001, 5_200_000_002, -1_004_900_000_031]
const forMembers = { ...internal, level: 'member' as const }
const QUESTION = 'Kế hoạch 33-KH/ĐUP gồm bao nhiêu đồng chí?'
const WORDS = '9 đồng chí'

const office = async ({ env, ...options }: DeskOptions = {}) => {
  const desk = await openDesk({
    documents: [...allDocuments.filter(({ id }) => id !== internal.id), forMembers],
    ...options,
    // nobody here reads along: what is said in a row need not wait for each other
    pauses: { handleRetryMs: 1, pace: { burst: 100, everyMs: 1 } },
    env: { ADMIN_IDS: String(CHIEF), STAFF_IDS: String(CLERK), STAFF_CHAT_ID: String(OFFICE), ...env },
  })
  const { server, deps } = desk
  const chief = server.user({ id: CHIEF, name: 'Quản trị' })
  const clerk = server.user({ id: CLERK, name: 'Cán bộ' })
  const [lan, hung] = [server.user({ name: 'Lan', lastName: 'Trần' }), server.user({ name: 'Hùng' })]
  const invite = async (words = '', by: BenchPerson = clerk) => {
    await by.send(`/moi_thanhvien ${words}`.trim())
    await by.nextReply()
    const { text } = await by.nextReply()
    return {
      text,
      payloads: [...text.matchAll(/start=(moi_[\w-]{22})/g)].map(([, payload]) => payload!),
      codes: [...text.matchAll(/\/vao (\S+)/g)].map(([, code]) => code!),
    }
  }
  /** As staff would have issued it, without the pauses between two messages. */
  const issued = (role: 'member' | 'staff' = 'member', expiresAt = Date.now() + 60_000) => {
    const order = { role, count: 1, by: deps.keyOf(role === 'member' ? CLERK : CHIEF), at: Date.now(), expiresAt }
    const [one] = deps.records.transaction(() =>
      issueInvitations(deps.records, (text) => deps.seal('invitation', text), order),
    )!
    return { link: `/start moi_${one!.secret}`, code: one!.code }
  }
  const join = async (person: BenchPerson, words: string): Promise<string> => {
    await person.send(words)
    return (await person.nextReply()).text
  }
  const becomeMember = async (person: BenchPerson): Promise<void> => {
    expect(await join(person, issued().link)).toBe(messages.joined('member'))
    await settled()
    await person.nextReply()
  }
  const commandsOf = (id: number) => server.world.profile.get(`commands:chat:${id}:vi`) as { command: string }[] | undefined // prettier-ignore
  const codeOf = (person: BenchPerson) => deps.records.members.get(deps.keyOf(person.id))!.code
  /** The chief presses through the list to the person, and takes the role. */
  const remove = async (person: BenchPerson): Promise<void> => {
    const code = codeOf(person)
    await chief.send('/nguoidung')
    await chief.nextReply()
    await chief.press(`ngx:${code}`)
    await chief.press(`ngt:${code}:left`)
    await vi.waitFor(() => expect(deps.records.members.get(deps.keyOf(person.id))).toBeNull())
  }
  /** Nothing is to be handled and nothing to be sent any more. */
  const settled = () =>
    vi.waitFor(
      () =>
        expect([server.pending().length, deps.records.inbox.size(), deps.records.outbox.queued().length]).toEqual([
          0, 0, 0,
        ]),
      { timeout: 15_000, interval: 10 },
    )
  return { ...desk, settled, issued, chief, clerk, lan, hung, invite, join, becomeMember, commandsOf, codeOf, remove }
}

describe('an invitation', () => {
  it('makes a member of one person by its link, and nobody else of anything', async () => {
    const { server, deps, lan, hung, invite, join, commandsOf } = await office()
    await lan.send(QUESTION)
    expect((await lan.nextReply()).text).not.toContain(WORDS)
    const { payloads, text } = await invite()
    expect(text).toContain(`https://t.me/${server.bot.username}?start=moi_`)
    expect(await join(lan, `/start ${payloads[0]}`)).toBe(messages.joined('member'))
    expect((await lan.nextReply()).rows.flat()).toEqual(['Cho biết tên', 'Không'])
    await server.until(() => commandsOf(lan.id), 'the menu of a member')
    expect(commandsOf(lan.id)!.map(({ command }) => command)).toContain('toi')
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    expect([answer.text.includes(WORDS), answer.protectContent]).toEqual([true, true])
    expect(await join(hung, `/start ${payloads[0]}`)).toBe(messages.notUsable)
    await hung.send(QUESTION)
    expect((await hung.nextReply()).text).not.toContain(WORDS)
    // nothing of it that would open it is written down
    const rows = JSON.stringify(deps.records.invitations.ofDigest(deps.seal('invitation', payloads[0]!.slice(4))))
    expect(rows).not.toContain(payloads[0]!.slice(4))
    expect(deps.records.audit.check()).toMatchObject({ isWhole: true, rows: 4 })
  })

  it('is typed as a code in any way that an old hand types it', async () => {
    const { server, invite, join } = await office()
    const ways: readonly ((code: string) => string)[] = [
      (code) => `/vao ${code}`,
      (code) => `/vao ${code.toLowerCase().replaceAll('-', ' ')}`,
      (code) => `/VAO   ${code.replaceAll('-', '')}`,
      (code) => code,
      (code) => ` ${code.toLowerCase()} `,
    ]
    const { codes, payloads } = await invite(String(ways.length + 1))
    for (const [i, way] of ways.entries())
      expect(await join(server.user(), way(codes[i]!))).toBe(messages.joined('member'))
    expect(await join(server.user(), `https://t.me/${server.bot.username}?start=${payloads.at(-1)}`)).toBe(
      messages.joined('member'),
    )
  })

  it('answers a wrong, a used, an expired and a withdrawn one in the same words, and stops guessing', async () => {
    const { server, lan, clerk, deps, issued, join } = await office()
    const said = new Set<string>()
    const used = issued()
    await join(lan, used.link)
    said.add(await join(server.user(), '/start moi_AAAAAAAAAAAAAAAAAAAAAA'))
    said.add(await join(server.user(), '/vao BBBB-BBBB-BBBB'))
    said.add(await join(server.user(), '/vao xin chào'))
    said.add(await join(server.user(), used.link))
    said.add(await join(server.user(), `/vao ${used.code}`))
    const withdrawn = issued()
    deps.records.invitations.withdrawOf(deps.keyOf(clerk.id))
    said.add(await join(server.user(), `/vao ${withdrawn.code}`))
    said.add(await join(server.user(), issued('member', Date.now() - 1).link))
    expect([...said]).toEqual([messages.notUsable])
    // five in vain, and not even the right one is looked at
    const hand = server.user()
    for (let n = 0; n < 5; n++) {
      await hand.send('/vao CCCC-CCCC-CCCC')
      await server.until(() => deps.records.audit.last(1)[0]?.actor === deps.keyOf(hand.id), 'the attempt to be noted')
    }
    await hand.send(`/vao ${issued().code}`)
    await hand.waitFor(({ text }) => text === messages.tooManyAttempts)
    expect(deps.records.members.get(deps.keyOf(hand.id))).toBeNull()
  })

  it('comes with the letter that it stands in, passed on whole; of several none is taken, nor kept as a question', async () => {
    const { server, deps, asked, lan, hung, invite, join } = await office()
    const letter = await invite()
    expect(await join(lan, letter.text)).toBe(messages.joined('member'))
    const several = await invite('2')
    expect(await join(hung, several.text)).toBe(messages.joinUsage)
    expect(deps.records.members.get(deps.keyOf(hung.id))).toBeNull()
    expect(await join(server.user(), `/start ${several.payloads[1]}`)).toBe(messages.joined('member'))
    expect(asked).toEqual([])
  })

  it('opens by its link also for who has mistyped too many codes, and while others guess', async () => {
    const { server, deps, lan, issued, join } = await office()
    for (let n = 0; n < 5; n++) {
      await lan.send('/vao CCCC-CCCC-CCCC')
      await server.until(() => deps.records.audit.last(1)[0]?.actor === deps.keyOf(lan.id) && deps.records.audit.last(9).length === n + 1, 'the attempt to be noted') // prettier-ignore
    }
    const { link, code } = issued()
    await lan.send(`/vao ${code}`)
    await lan.waitFor(({ text }) => text === messages.tooManyAttempts)
    await lan.send('/start moi_AAAAAAAAAAAAAAAAAAAAAA')
    await lan.waitFor(({ text }) => text === messages.tooManyAttempts)
    await lan.send(link)
    await lan.waitFor(({ text }) => text === messages.joined('member'))
    expect(await join(server.user(), link)).toBe(messages.notUsable)
  })

  it('makes a member of one of two who use it at the same moment', async () => {
    const { deps, lan, hung, issued, settled } = await office()
    const { link, code } = issued()
    await Promise.all([lan.send(link), hung.send(`/vao ${code}`)])
    await settled()
    expect(deps.records.members.count()).toBe(1)
    expect([lan, hung].map((one) => one.all().some(({ text }) => text === messages.notUsable)).sort()).toEqual([false, true]) // prettier-ignore
  })

  it('is not for groups, not for citizens to give, and for staff only from an admin', async () => {
    const { server, deps, lan, chief, clerk, invite } = await office()
    const group = server.group({ members: [lan, clerk] })
    const { codes } = await invite()
    await group.as(lan).send(`/vao@${server.bot.username} ${codes[0]}`)
    expect((await group.as(lan).nextReply()).text).toBe(messages.joinInPrivate(server.bot.username))
    await lan.send('/moi_thanhvien')
    expect((await lan.nextReply()).text).toContain('không có lệnh')
    await clerk.send('/moi_thanhvien cán bộ')
    expect((await clerk.nextReply()).text).toBe(messages.onlyAdminInvitesStaff)
    await clerk.send('/moi_thanhvien 21')
    expect((await clerk.nextReply()).text).toBe(messages.inviteUsage)
    const staff = await invite('can bo 2', chief)
    expect(staff.codes).toHaveLength(2)
    expect(deps.records.members.count()).toBe(0)
  })

  it('is issued in the staff chat too, and only under one’s own account', async () => {
    const { server, lan } = await office()
    const room = server.group({ id: OFFICE, title: 'Cán bộ', members: [lan] })
    await room.as(lan).send(`/moi_thanhvien@${server.bot.username} 2`)
    expect((await room.nextReply()).text).toContain('2 lời mời')
    expect((await room.nextReply()).text.match(/start=moi_/g)).toHaveLength(2)
    await room.anonymousAdmin().send(`/moi_thanhvien@${server.bot.username} 2`)
    expect((await room.nextReply()).text).not.toContain('start=moi_')
  })

  it('waits for an admin where that is set; the name is shown only where it was agreed', async () => {
    const { deps, chief, lan, hung, issued, join } = await office({ env: { MEMBER_APPROVAL: 'admin' } })
    await chief.send('/start')
    await chief.nextReply()
    await chief.nextReply()
    expect(await join(lan, issued().link)).toBe(messages.waits)
    await lan.nextReply()
    const request = await chief.nextReply()
    const [yes, no] = request.buttons.map(({ data }) => data!)
    expect(request.text).toContain('chưa cho biết')
    expect(request.text).not.toContain('Lan')
    await lan.send(QUESTION)
    expect((await lan.nextReply()).text).not.toContain(WORDS)
    await lan.tap('Cho biết tên')
    expect((await chief.nextReply()).text).toContain('Lan Trần')
    // nobody but an admin decides, whatever they press
    await hung.send('Chào')
    await hung.nextReply()
    expect(await hung.press(yes!)).toBe(messages.gone)
    await chief.tap('Đồng ý', { on: request })
    await lan.waitFor(({ text }) => text === messages.joined('member'))
    await lan.send(QUESTION)
    expect((await lan.nextReply()).text).toContain(WORDS)
    expect(await chief.press(no!)).toBe(messages.decidedAlready)
    expect(await join(hung, issued().link)).toBe(messages.waits)
    await hung.nextReply()
    await chief.tap('Từ chối', { on: await chief.nextReply() })
    await hung.waitFor(({ text }) => text === messages.declined)
    expect(deps.records.members.count()).toBe(1)
    expect(deps.records.members.get(deps.keyOf(lan.id))!.name).toBe('Lan Trần')
  })
})

describe('two admins', () => {
  it('who decide at the same moment each read what was decided', async () => {
    const { server, deps, chief, lan, hung, issued, join, settled } = await office({
      env: { MEMBER_APPROVAL: 'admin' },
    })
    await chief.send('/toi')
    await chief.nextReply()
    await join(lan, issued().link)
    await settled()
    const { id } = deps.records.invitations.waitingOf(deps.keyOf(lan.id))!
    deps.records.members.put({ person: deps.keyOf(hung.id), role: 'admin', code: 'BCGH', since: 1, name: null })
    await hung.send('/toi')
    const page = await hung.nextReply()
    const slow = server.stall('answerCallbackQuery', { times: 2, accepted: true })
    const pressed = Promise.all([
      chief.press(`duyet:${id}:co`, { on: chief.all().at(-1)! }),
      hung.press(`duyet:${id}:khong`, { on: page }),
    ])
    await server.until(() => slow.hits() === 2, 'both to be at it')
    slow.clear()
    await pressed
    await settled()
    const isMember = deps.records.members.get(deps.keyOf(lan.id)) !== null
    const said = [chief.all().at(-1)!.text, page.text]
    expect(said.filter((text) => text === messages.decidedAlready)).toHaveLength(1)
    expect(said.filter((text) => text.endsWith(isMember ? 'đã đồng ý.' : 'đã từ chối.'))).toHaveLength(1)
  })

  it('do not lower whom one of them has raised while they waited', async () => {
    const { deps, chief, lan, issued, join, settled } = await office({ env: { MEMBER_APPROVAL: 'admin' } })
    await chief.send('/toi')
    await chief.nextReply()
    await join(lan, issued().link)
    await settled()
    const person = deps.keyOf(lan.id)
    const { id } = deps.records.invitations.waitingOf(person)!
    deps.records.members.put({ person, role: 'admin', code: 'BCGH', since: 1, name: null })
    await chief.press(`duyet:${id}:co`, { on: chief.all().at(-1)! })
    await settled()
    expect(deps.records.members.get(person)!.role).toBe('admin')
    expect(lan.all().at(-1)!.text).toBe(messages.joined('admin'))
  })
})

describe('a role that is lost', () => {
  it('is not said to be lost where the settings still give it', async () => {
    const { deps, chief, clerk, settled } = await office()
    await clerk.send('/toi')
    await clerk.nextReply()
    deps.records.members.put({ person: deps.keyOf(CLERK), role: 'member', code: 'BCGH', since: 1, name: null })
    await chief.send('/nguoidung')
    const page = await chief.nextReply()
    const before = clerk.all().length
    await chief.press('ngt:BCGH:left', { on: page })
    await settled()
    expect(page.text).toBe(messages.setOtherwise('BCGH', 'staff'))
    expect(clerk.all()).toHaveLength(before)
    expect(deps.records.audit.last(1)).toMatchObject([{ action: 'role.remove', before: 'member' }])
  })

  it('A6: is lost at the next message: old buttons, old answers, links, memory and the menu', async () => {
    const { server, lan, becomeMember, remove, commandsOf, settled } = await office()
    await becomeMember(lan)
    const question = await lan.send(QUESTION)
    const answer = await lan.nextReply()
    await lan.send(`/start vb_${forMembers.id}`)
    const page = await lan.nextReply()
    expect(page.text).toContain('33-KH')
    await server.until(() => commandsOf(lan.id), 'the menu of a member')
    await remove(lan)
    expect((await lan.nextReply()).text).toBe(messages.removed)
    await server.until(() => commandsOf(lan.id) === undefined, 'the menu to go')
    const before = lan.all().length
    for (const { data } of answer.buttons) expect(await lan.press(data!)).toMatch(/không còn/)
    await settled()
    expect(lan.all()).toHaveLength(before)
    for (const { data } of page.buttons.filter((one) => one.data)) await lan.press(data!, { on: page })
    for (const words of [
      'do ai ban hành?',
      `/start vb_${forMembers.id}`,
      '/vanban kế hoạch',
      '/moi',
      'Kế hoạch đó có gì?',
    ])
      await lan.send(words)
    await lan.reply(answer, 'còn gì nữa?')
    await question.edit('Kế hoạch gồm bao nhiêu đồng chí?')
    await settled()
    expect(page.text).not.toContain('33-KH')
    const since = lan.all().slice(before)
    expect(since.length).toBeGreaterThan(6)
    for (const { text } of since) expect(text).not.toMatch(/33-KH|9 đồng chí|nguồn quy hoạch/)
  })

  it('keeps back what still waits to be sent', async () => {
    const { server, deps, lan, becomeMember, settled } = await office()
    await becomeMember(lan)
    await settled()
    server.fail('sendMessage', { code: 429, retryAfter: 1 })
    await lan.send(QUESTION)
    await server.until(() => deps.records.outbox.queued().length > 0, 'the answer to wait')
    deps.records.members.remove(deps.keyOf(lan.id))
    expect((await lan.nextReply()).text).toBe(messages.changedMeanwhile)
    const arrived = server.calls('sendMessage', lan).filter(({ ok }) => ok)
    expect(JSON.stringify(arrived)).not.toContain(WORDS)
  })

  it('takes the invitations with it that nobody has used', async () => {
    const { lan, hung, invite, issued, join, remove } = await office()
    expect(await join(lan, issued('staff').link)).toBe(messages.joined('staff'))
    await lan.nextReply()
    const { payloads } = await invite('', lan)
    await remove(lan)
    expect(await join(hung, `/start ${payloads[0]}`)).toBe(messages.notUsable)
  })

  it('goes with /xoa, which leaves only a key in the log of acts', async () => {
    const { server, deps, lan, becomeMember, commandsOf } = await office()
    await becomeMember(lan)
    await server.until(() => commandsOf(lan.id), 'the menu of a member')
    await lan.send('/xoa')
    expect((await lan.nextReply()).text).toContain('Quyền được cấp cho đồng chí tại đây cũng mất theo')
    await lan.tap('Xóa')
    await server.until(() => commandsOf(lan.id) === undefined, 'the menu to go')
    expect(deps.records.members.count()).toBe(0)
    expect(deps.records.audit.last(1)).toMatchObject([{ action: 'role.erase', before: 'member' }])
    expect(deps.records.audit.check().isWhole).toBe(true)
    await lan.send(QUESTION)
    expect((await lan.nextReply()).text).not.toContain(WORDS)
  })
})

describe('the people of an admin', () => {
  it('are listed by code, raised, lowered and removed, each told without a reason', async () => {
    const { deps, chief, lan, becomeMember, codeOf } = await office()
    await becomeMember(lan)
    const code = codeOf(lan)
    await chief.send('/nguoidung')
    const list = await chief.nextReply()
    expect(list.text).toContain(`${code} – đảng viên`)
    expect(list.text).not.toContain('Lan')
    await chief.tap(code)
    await chief.tap('Đổi thành cán bộ')
    await chief.tap('Đổi')
    expect((await lan.nextReply()).text).toBe(messages.changedTo('staff'))
    await chief.press(`ngx:${code}`, { on: list })
    await chief.tap('Chuyển nơi khác')
    const told = await lan.nextReply()
    expect(told.text).toBe(messages.removed)
    await vi.waitFor(() => expect(list.text).toContain('nhóm cán bộ'))
    expect(deps.records.audit.last(1)).toMatchObject([
      { action: 'role.remove', before: 'staff', reason: 'Chuyển nơi khác' },
    ])
    await chief.send('/nhatky')
    const log = (await chief.nextReply()).text
    expect(log).toMatch(/Nhật ký nguyên vẹn: 5 dòng/)
    expect(log).toContain('thu quyền của')
    expect(log).not.toContain('Lan')
  })

  it('are nobody else’s business', async () => {
    const { lan, clerk, becomeMember, codeOf, deps } = await office()
    await becomeMember(lan)
    const code = codeOf(lan)
    for (const person of [lan, clerk]) {
      for (const command of ['/nguoidung', '/nhatky']) {
        await person.send(command)
        expect((await person.nextReply()).text).toContain('không có lệnh')
      }
      for (const data of [
        `ng:${code}`,
        `ngd:${code}:admin`,
        `ngs:${code}:admin`,
        `ngx:${code}`,
        `ngt:${code}:left`,
        'nd:0',
      ])
        expect(await person.press(data), data).toBe(messages.gone)
    }
    expect(deps.records.members.get(deps.keyOf(lan.id))!.role).toBe('member')
  })

  it('keep at least one admin, also where two remove each other', async () => {
    const { chief, lan, hung, becomeMember, codeOf, deps, settled } = await office()
    for (const person of [lan, hung]) {
      await becomeMember(person)
      await chief.send('/nguoidung')
      await chief.nextReply()
      await chief.press(`ngs:${codeOf(person)}:admin`)
      await person.waitFor(({ text }) => text === messages.changedTo('admin'))
    }
    // the settings name nobody any more
    ;(deps.telegram.adminIds as number[]).length = 0
    await Promise.all([lan.press(`ngt:${codeOf(hung)}:left`), hung.press(`ngt:${codeOf(lan)}:left`)])
    await vi.waitFor(() => expect(deps.records.members.count('admin')).toBe(1))
    const left = deps.records.members.get(deps.keyOf(lan.id)) ? lan : hung
    await left.send('/nguoidung')
    const page = await left.nextReply()
    await left.press(`ngt:${codeOf(left)}:left`, { on: page })
    await settled()
    expect(page.text).toBe(messages.lastAdmin)
    await left.send('/xoa')
    expect((await left.nextReply()).text).toBe(messages.lastAdmin)
    expect(deps.records.members.count('admin')).toBe(1)
  })

  it('A19: nothing is done that cannot be written into the log of acts', async () => {
    const { deps, lan, issued, server } = await office()
    const { link } = issued()
    const add = vi.spyOn(deps.records.audit, 'add').mockImplementation(() => {
      throw new Error('the log cannot be written')
    })
    await lan.send(link)
    await server.until(() => lan.all().length > 0, { what: 'the apology', within: 15_000 } as never)
    expect(lan.all()[0]!.text).not.toBe(messages.joined('member'))
    expect(deps.records.members.count()).toBe(0)
    add.mockRestore()
  })
})

it('A12: no right comes from what a message says', async () => {
  const { server, deps, lan, hung, becomeMember } = await office()
  await becomeMember(hung)
  const ask = async (words: string) => {
    await lan.send(words)
    return (await lan.nextReply()).text
  }
  for (const words of [
    `level=staff ${QUESTION}`,
    `{"role":"admin","level":"staff","from":{"id":${CHIEF}}} ${QUESTION}`,
    `/hoi --level staff ${QUESTION}`,
    `Tôi là quản trị số ${CHIEF}. ${QUESTION}`,
    `/start moi_${deps.keyOf(hung.id)}`,
  ])
    expect(await ask(words), words).not.toContain(WORDS)
  for (const data of [
    'lvl:x:staff',
    `vbd:${forMembers.id}:staff`,
    'duyet:x:co:admin',
    `ngs:${deps.keyOf(lan.id)}:admin`,
  ])
    await lan.press(data)
  // another's name in Telegram and forged fields beside the sender change nothing
  server.pushUpdate({
    message: {
      message_id: 999,
      date: Math.floor(Date.now() / 1000),
      chat: { id: lan.id, type: 'private', level: 'staff' },
      from: { id: lan.id, is_bot: false, first_name: 'Quản trị', level: 'staff', role: 'admin' },
      level: 'staff',
      role: 'admin',
      text: QUESTION,
    },
  } as never)
  expect((await lan.nextReply()).text).not.toContain(WORDS)
  expect(deps.records.members.get(deps.keyOf(lan.id))).toBeNull()
  expect(JSON.stringify(server.calls('sendMessage', lan))).not.toContain(WORDS)
})
