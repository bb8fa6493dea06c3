import { describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { openDesk } from '../support/desk.ts'

const OF_RULES = 'Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?'
const OF_OLD = 'Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 08?'

describe('a question that is edited', () => {
  it('is answered in the message that answered it, and what follows leans on the newer one', async () => {
    const { server, deps } = await openDesk()
    const lan = server.user()
    const asked = await lan.send(OF_RULES)
    const answer = await lan.nextReply()
    await asked.edit(OF_OLD)
    await answer.edited()
    expect(answer.text).toContain('ngày 10 hằng tháng')
    expect(lan.all()).toHaveLength(1)
    const person = deps.keyOf(lan.id)
    const turns = deps.records.conversations.turns(`${person}:0:${person}`, 0)
    expect(turns.map(({ documentId }) => documentId)).toEqual(['quy-dinh-08'])
    await asked.edit(OF_RULES)
    await answer.edited()
    expect(answer.text).toContain('ngày 05 hằng tháng')
  })

  it('changes as many messages as it needs: more are sent, the rest goes', async () => {
    const { server } = await openDesk({ answer: longAnswer })
    const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    const shownTo = (person: typeof lan) => person.all().filter(({ deleted }) => !deleted)
    const long = await lan.send('hỏi 2 phần')
    const [first, second] = await lan.replies(2)
    expect([first!.rows.flat(), second!.rows.flat()]).toEqual([[], expect.arrayContaining(['Chưa đúng ý'])])
    await long.edit('hỏi 1 phần')
    await server.until(() => shownTo(lan).length === 1, 'the second to go')
    expect(first!.text).toContain('Trả lời: hỏi 1 phần')
    expect(first!.rows.flat()).toContain('Chưa đúng ý')

    const short = await minh.send('hỏi 1 phần')
    const only = await minh.nextReply()
    await short.edit('hỏi 2 phần')
    await server.until(() => shownTo(minh).length === 2, 'one more')
    expect(only.text).toContain('Trả lời: hỏi 2 phần')
    expect(shownTo(minh).map(({ rows }) => rows.flat().includes('Chưa đúng ý'))).toEqual([false, true])
  })

  it('is left alone where no word has changed', async () => {
    const { server, asked: put } = await openDesk()
    const lan = server.user()
    const asked = await lan.send(OF_RULES)
    await lan.nextReply()
    await asked.edit(` ${OF_RULES}`)
    await lan.send(OF_OLD)
    await lan.nextReply()
    expect(put).toEqual([OF_RULES, OF_OLD])
  })

  it('is answered once, in its newest words, where it is edited while it is answered', async () => {
    const house = Promise.withResolvers<void>()
    const progress = { typingAfter: 0, typingEvery: 5, messageAfter: 0 }
    const { server } = await openDesk({
      progress,
      before: (question) => (question === OF_RULES ? house.promise : undefined),
    })
    const lan = server.user()
    const asked = await lan.send(OF_RULES)
    const shown = await lan.nextReply()
    await asked.edit(OF_OLD)
    await server.until(() => server.pending().length === 0, 'the edit to be taken')
    house.resolve()
    const answer = await lan.waitFor(({ text }) => text.includes('hằng tháng'))
    expect(answer.text).toContain('ngày 10 hằng tháng')
    await server.until(() => shown.deleted, 'the sign of life to go')
    expect(lan.all().filter(({ deleted, text }) => !deleted && text.includes('hằng tháng'))).toHaveLength(1)
  })

  it('whose answer has not left yet is answered by the newer one alone', async () => {
    const { server } = await openDesk()
    const lan = server.user()
    server.fail('sendMessage', { code: 429, retryAfter: 2 })
    const asked = await lan.send(OF_RULES)
    await server.until(() => server.count('sendMessage') === 1, 'the answer to be put off')
    await asked.edit(OF_OLD)
    expect((await lan.nextReply()).text).toContain('ngày 10 hằng tháng')
    await lan.silence(server.user())
    expect(lan.all()).toHaveLength(1)
    expect(server.count('editMessageText')).toBe(0)
  })

  it('whose answer is on its way at that instant is answered by the newer one alone', async () => {
    const { server } = await openDesk()
    const lan = server.user()
    const stall = server.stall('sendMessage', { accepted: true })
    const asked = await lan.send(OF_RULES)
    await server.until(() => server.count('sendMessage') === 1, 'the answer to be on its way')
    await asked.edit(OF_OLD)
    await server.until(() => server.pending().length === 0, 'the edit to be taken')
    stall.clear()
    const answer = await lan.waitFor(({ text }) => text.includes('ngày 10 hằng tháng'))
    await server.until(() => lan.all()[0]!.deleted, 'the first answer to go')
    await asked.edit(OF_RULES)
    await answer.edited()
    expect(answer.text).toContain('ngày 05 hằng tháng')
    expect(lan.all().filter(({ deleted }) => !deleted)).toHaveLength(1)
  })

  it('whose answer waits to take the place of a sign of life leaves neither behind', async () => {
    const progress = { typingAfter: 600_000, typingEvery: 600_000, messageAfter: 0 }
    const house = Promise.withResolvers<void>()
    const { server, deps } = await openDesk({ progress, before: (question) => (question === OF_RULES ? house.promise : undefined) }) // prettier-ignore
    const lan = server.user()
    server.fail('editMessageText', { code: 429, retryAfter: 2 })
    const asked = await lan.send(OF_RULES)
    const shown = await lan.nextReply()
    await vi.waitUntil(() => deps.records.inbox.open()[0]?.placeholder === shown.messageId)
    house.resolve()
    await server.until(() => server.count('editMessageText') === 1, 'the answer to be put off')
    await asked.edit(OF_OLD)
    await lan.waitFor(({ text }) => text.includes('ngày 10 hằng tháng'))
    await server.until(() => shown.deleted, 'the sign of life to go')
    expect(lan.all().filter(({ deleted }) => !deleted)).toHaveLength(1)
  })

  it('in a group is answered where it was answered, and passed over where it was not', async () => {
    const { server, asked: put } = await openDesk()
    const lan = server.user({ name: 'Lan' })
    const group = server.group({ members: [lan], delivery: 'everything' })
    const chat = await group.as(lan).send('Trưa nay ăn gì?')
    const asked = await group.as(lan).command(`/hoi@${server.bot.username} ${OF_RULES}`)
    const answer = await group.nextReply()
    await chat.edit('Trưa nay ăn gì ngon?')
    await asked.edit(`/hoi@${server.bot.username} ${OF_OLD}`)
    await answer.edited()
    expect(answer.text).toContain('ngày 10 hằng tháng')
    expect(put).toEqual([OF_RULES, OF_OLD])
    expect(group.all()).toHaveLength(1)
  })
})

/** As many messages long as its question says. */
const longAnswer = (question: string): Answer => {
  const quote = 'Chi bộ thực hiện nhiệm vụ được giao. '.repeat((Number(/\d/.exec(question)![0]) - 1) * 97).trim()
  return {
    status: 'answered',
    reason: null,
    text: `Trả lời: ${question} [1]`,
    citations: [
      {
        n: 1,
        documentId: 'quy-dinh-21',
        passageId: 'quy-dinh-21#0',
        title: 'Quy định',
        number: '21-QĐ/ĐUP',
        issuer: null,
        date: null,
        section: null,
        kind: 'regulation',
        validity: 'in_force',
        url: null,
        quote: quote || 'Chi bộ',
      },
    ],
    hits: [],
    notices: [],
    standalone: question,
    timings: { retrieveMs: 0, composeMs: 0, totalMs: 0 },
  }
}
