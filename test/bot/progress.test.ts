import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { openDesk } from '../support/desk.ts'
import { echo, runBotHere } from '../support/running-bot.ts'
import { scratchFolder } from '../support/scratch.ts'
import { createTelegramServer } from '../support/telegram-server.ts'

/** A house that answers when it is told to. */
const gate = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { promise, open: resolve, fail: () => reject(new Error('the house is on fire')) }
}
/** Throws what it is given, the first time. */
const onlyOnce = () => {
  let hasThrown = false
  return (error: unknown): void => {
    if (hasThrown) return
    hasThrown = true
    throw error
  }
}
const SOON = { typingAfter: 0, typingEvery: 3, messageAfter: 5 }
const NEVER = { typingAfter: 600_000, typingEvery: 600_000, messageAfter: 600_000 }
const QUESTION = 'Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?'
const SEARCHING = 'Đang tra cứu'

describe('a question that takes a while', () => {
  it('shows typing again and again, then one message, which becomes the answer', async () => {
    const house = gate()
    const { server } = await openDesk({ progress: SOON, before: () => house.promise })
    const lan = server.user({ name: 'Lan' })
    await lan.send(QUESTION)
    const shown = await lan.nextReply()
    expect(shown.text).toContain(SEARCHING)
    expect(shown.rows).toEqual([['Dừng']])
    await server.until(() => server.count('sendChatAction') > 3, 'typing, several times')
    house.open()
    await shown.edited()
    expect(shown.text).toContain('ngày 05 hằng tháng')
    expect(shown.rows.flat()).not.toContain('Dừng')
    expect(lan.all()).toHaveLength(1)
    expect(server.calls('sendMessage')).toHaveLength(1)
  })

  it('gives no sign where the answer is quick', async () => {
    const { server } = await openDesk({ progress: NEVER })
    const lan = server.user()
    await lan.send(QUESTION)
    await lan.nextReply()
    expect(server.count('sendChatAction')).toBe(0)
    expect(server.count('editMessageText')).toBe(0)
  })

  it('stops at once at a press: the message says so, the answer never comes, what waited behind is dropped', async () => {
    const house = gate()
    const { server, asked } = await openDesk({ progress: SOON, before: (question) => (question === QUESTION ? house.promise : undefined) }) // prettier-ignore
    const lan = server.user({ name: 'Lan' })
    await lan.send(QUESTION)
    const shown = await lan.nextReply()
    await lan.send('Điều 1 Quy định 08 nói gì?')
    expect(await lan.tap('Dừng')).toBe('Đã dừng.')
    await server.until(() => shown.text === 'Đã dừng.', 'the message to say that it was stopped')
    expect(shown.rows).toEqual([])
    house.open()
    await lan.send('Điều 3 Quy định 21 nói gì?')
    expect((await lan.nextReply()).text).toContain('thay thế')
    expect(asked).toEqual([QUESTION, 'Điều 3 Quy định 21 nói gì?'])
    expect(lan.all()).toHaveLength(2)
  })

  it('stops at /dung, and says when there is nothing to stop', async () => {
    const house = gate()
    const { server } = await openDesk({ progress: NEVER, before: () => house.promise })
    const lan = server.user()
    await lan.send(QUESTION)
    await server.until(() => server.pending().length === 0, 'the question to be taken')
    await lan.command('/dung')
    expect((await lan.nextReply()).text).toBe('Đã dừng.')
    await lan.command('/dung')
    expect((await lan.nextReply()).text).toBe('Không có câu hỏi nào đang chờ.')
    expect(lan.all()).toHaveLength(2)
  })

  it('in a group, stops what its sender asked and nobody else', async () => {
    const house = gate()
    const { server, deps } = await openDesk({ progress: SOON, before: () => house.promise })
    const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    const group = server.group({ members: [lan, minh] })
    await group.as(lan).command(`/hoi@${server.bot.username} ${QUESTION}`)
    const shown = await group.nextReply()
    expect(shown.replyTo).not.toBeNull()
    const pressed = group.as(minh).tap('Dừng')
    await server.until(() => deps.records.inbox.size() === 2, 'the press to be taken')
    house.open()
    expect(await pressed).toBe('Không có câu hỏi nào đang chờ.')
    await server.until(() => shown.text.includes('ngày 05 hằng tháng'), 'the answer')
  })

  it('leaves nothing behind where the house fails, and answers at the next attempt', async () => {
    const house = gate()
    const first = onlyOnce()
    const { server } = await openDesk({ progress: SOON, before: () => house.promise.catch(first) })
    const lan = server.user()
    await lan.send(QUESTION)
    const shown = await lan.nextReply()
    house.fail()
    await server.until(() => shown.deleted, 'the placeholder to go')
    await lan.waitFor(({ text }) => text.includes('ngày 05 hằng tháng'))
  })

  it('answers all the same where Telegram will not have the signs', async () => {
    const house = gate()
    const { server } = await openDesk({ progress: SOON, before: () => house.promise })
    const lan = server.user()
    server.fail('sendMessage', { code: 500, times: 1 })
    server.fail('sendChatAction', { code: 429, retryAfter: 1, times: 1 })
    await lan.send(QUESTION)
    await server.until(() => server.count('sendMessage') > 0, 'the sign to be tried')
    house.open()
    await lan.waitFor(({ text }) => text.includes('ngày 05 hằng tháng'))
  })
})

describe('a sign of life that a former run left', () => {
  const leave = async (editTo?: string) => {
    const server = await createTelegramServer()
    onTestFinished(() => server.close())
    const folder = scratchFolder()
    const bot = await runBotHere(server, {
      folder,
      progress: SOON,
      house: { ask: () => new Promise<Answer>(() => {}) },
      pauses: { leaveMs: 1 },
    })
    const lan = server.user({ name: 'Lan' })
    const asked = await lan.send(QUESTION)
    const shown = await lan.nextReply()
    expect(shown.text).toContain(SEARCHING)
    await vi.waitUntil(() => bot.records.inbox.open()[0]?.placeholder === shown.messageId)
    if (editTo) await asked.edit(editTo)
    await vi.waitUntil(() => bot.records.inbox.open().length === (editTo ? 2 : 1))
    await bot.stop()
    return { server, folder, lan, shown }
  }
  const standing = (lan: Awaited<ReturnType<typeof leave>>['lan']) =>
    lan.all().filter(({ deleted }) => !deleted).map(({ text }) => text) // prettier-ignore

  it('becomes the answer of the next', async () => {
    const { server, folder, lan, shown } = await leave()
    await runBotHere(server, { folder, progress: NEVER, house: { ask: async (question) => echo(question) } })
    await server.until(() => shown.text.includes('Trả lời:'), 'the answer in its place')
    expect(shown.rows.flat()).not.toContain('Dừng')
    expect(lan.all()).toHaveLength(1)
  })

  it('becomes the word that it was given up, a day later', async () => {
    const { server, folder, lan, shown } = await leave()
    await runBotHere(server, { folder, now: () => Date.now() + 25 * 3_600_000 })
    await server.until(() => shown.text.includes('quá một ngày'), 'the apology in its place')
    expect([shown.rows, lan.all().length]).toEqual([[], 1])
  })

  it('goes where the question was edited meanwhile', async () => {
    const { server, folder, lan, shown } = await leave('Điều 3 Quy định 21 nói gì?')
    await runBotHere(server, { folder, house: { ask: async (question) => echo(question) } })
    await server.until(() => shown.deleted, 'the sign of life to go')
    await lan.waitFor(({ text }) => text.includes('Trả lời: Điều 3'))
    expect(standing(lan)).toHaveLength(1)
  })
})

it('says nothing of writing once the asker has said stop', async () => {
  const server = await createTelegramServer()
  onTestFinished(() => server.close())
  await runBotHere(server, {
    progress: { typingAfter: 600_000, typingEvery: 600_000, messageAfter: 600_000, writingAfter: 0 },
    house: {
      ask: async (question, { onWriting, signal }) => {
        if (question !== QUESTION) return echo(question)
        await new Promise((resolve) => signal!.addEventListener('abort', resolve, { once: true }))
        // a model that was let go of, and what goes on without it
        onWriting!(3)
        throw new Error('stopped')
      },
    },
  })
  const lan = server.user({ name: 'Lan' })
  await lan.send(QUESTION)
  await lan.send('/dung')
  expect((await lan.nextReply()).text).toBe('Đã dừng.')
  await lan.send('Chi bộ họp ngày nào?')
  expect((await lan.nextReply()).text).toContain('Trả lời: Chi bộ họp ngày nào?')
  expect(
    lan
      .all()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('Đã tìm thấy')
})
