import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'
import type { GroupOptions } from '../support/telegram/group.ts'

let play: Play<never>
let served = 0
beforeAll(async () => {
  play = await stage({ keep: true })
})
afterAll(() => play.close())

const QUESTION = 'Khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?'
const ANSWER = 'không dưới 90 phút'

const gathering = (options: GroupOptions = {}) => {
  const { server } = play
  const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
  const group = server.group({ title: `Chi bộ ${++served}`, members: [lan, minh], ...options })
  const call = (words: string): string => `/hoi@${server.bot.username} ${words}`.trim()
  return {
    server,
    group,
    lan: group.as(lan),
    minh: group.as(minh),
    call,
    me: server.bot.username,
    people: { lan, minh },
  }
}

describe('in a group', () => {
  it('answers /hoi@bot, a mention and a reply, as a reply to who asked; chatter is left alone', async () => {
    const { lan, minh, call, group } = gathering({ delivery: 'everything' })
    await minh.send('Hôm nay họp lúc mấy giờ nhỉ?')
    const asked = await lan.command(call(QUESTION))
    const answer = await lan.nextReply()
    expect(answer.text).toContain(ANSWER)
    expect(answer.replyTo).toBe(asked.messageId)
    const mentioned = await minh.mention(QUESTION)
    const second = await minh.nextReply()
    expect(second.text).toContain(ANSWER)
    expect(second.replyTo).toBe(mentioned.messageId)
    await minh.reply(answer, 'còn khoản 1 thì sao?')
    expect((await minh.nextReply()).text).toContain('mỗi tháng một lần')
    expect(group.all()).toHaveLength(3)
    expect(group.all().every(({ markup }) => !markup || !('keyboard' in markup))).toBe(true)
  })

  it('stays in the topic it was asked in, and keeps topics apart', async () => {
    const { group, people, call } = gathering({ forum: true })
    const [dues, meetings] = [group.topic('Đảng phí'), group.topic('Sinh hoạt')]
    await meetings.as(people.lan).command(call(QUESTION))
    const answer = await meetings.nextReply()
    expect(answer.text).toContain(ANSWER)
    await dues.as(people.lan).command(call('còn khoản 1 thì sao?'))
    const other = await dues.nextReply()
    expect(other.threadId).not.toBe(answer.threadId)
    expect(other.text).not.toContain('mỗi tháng một lần')
    await meetings.as(people.lan).command(call('còn khoản 1 thì sao?'))
    expect((await meetings.nextReply()).text).toContain('mỗi tháng một lần')
  })

  it('is not spoken to by other bots, commands for other bots, passed-on words and posts of its channel', async () => {
    const { server, group, lan, minh, call, me } = gathering({ delivery: 'everything' })
    const other = server.otherBot({ username: 'khac_bot' })
    await group.as(other).send(call(QUESTION))
    await lan.command(`/hoi@khac_bot ${QUESTION}`)
    await lan.command('/ban Minh')
    await lan.forward(`@${me} ${QUESTION}`, 'Người khác')
    await group.channelPost(`@${me} ${QUESTION}`)
    await minh.command(call(QUESTION))
    await minh.nextReply()
    expect(group.all()).toHaveLength(1)
  })

  it('answers an anonymous admin and a channel as anybody', async () => {
    const { group, call, server } = gathering({ delivery: 'everything' })
    const asked = await group.anonymousAdmin().command(call(QUESTION))
    const answer = await group.nextReply()
    expect(answer.text).toContain(ANSWER)
    expect(answer.replyTo).toBe(asked.messageId)
    const admin = server.user({ name: 'Quản trị' })
    expect(await group.as(admin).tap('Xem thêm nguồn')).toBe('')
    await group.nextReply()
    await group.asChannel('Kênh tin').command(call(QUESTION))
    expect((await group.nextReply()).text).toContain(ANSWER)
  })

  it('tells an empty call how to ask, and takes the reply for the question', async () => {
    const { lan, call, me } = gathering()
    await lan.command(call(''))
    const how = await lan.nextReply()
    expect(how.text).toContain(`/hoi@${me}`)
    await lan.reply(how, QUESTION)
    expect((await lan.nextReply()).text).toContain(ANSWER)
  })

  it('points everybody to a private talk where it knows nothing, whoever asks', async () => {
    const { lan, minh, call } = gathering()
    const texts: string[] = []
    for (const person of [lan, minh]) {
      await person.command(call('Mất huy hiệu Đảng thì báo cho ai?'))
      texts.push((await person.nextReply()).text.replace(/\n\nTôi là trợ lý[^\n]*/, ''))
    }
    expect(texts[0]).toContain('Trong nhóm tôi chỉ dùng tài liệu công khai.')
    expect(texts[1]).toBe(texts[0])
  })

  it('greets a group that lets us in, once, with how to ask', async () => {
    const { group, people, me } = gathering({ bot: 'absent' })
    group.addBot(people.lan)
    const hello = await group.nextReply()
    expect(hello.text).toMatch(new RegExp(`/hoi@${me}[^]*chỉ trả lời khi được gọi`))
    group.promoteBot(people.lan)
    await group.as(people.lan).command(`/hoi@${me} ${QUESTION}`)
    expect((await group.nextReply()).text).toContain(ANSWER)
    expect(group.all()).toHaveLength(2)
  })
})

it('leaves a group that is not on the list, with a word, and serves the one that is', async () => {
  let wanted: ReturnType<Play<never>['server']['group']> | undefined
  const { server } = await stage({
    before: (at) => void (wanted = at.group({ title: 'Được phục vụ' })),
    env: () => ({ GROUP_IDS: String(wanted!.chatId) }),
  })
  const lan = server.user({ name: 'Lan' })
  const call = `/hoi@${server.bot.username} ${QUESTION}`
  const [added, formerly] = [server.group({ bot: 'absent', members: [lan] }), server.group({ members: [lan] })]
  added.addBot(lan)
  await formerly.as(lan).command(call)
  for (const group of [added, formerly]) {
    expect((await group.nextReply()).text).toContain('không phục vụ nhóm này')
    await server.until(() => server.calls('leaveChat', group).some(({ ok }) => ok), 'the bot to leave')
    expect(group.all()).toHaveLength(1)
  }
  wanted!.join(lan)
  await wanted!.as(lan).command(call)
  expect((await wanted!.nextReply()).text).toContain(ANSWER)
  expect(server.count('leaveChat')).toBe(2)
})
