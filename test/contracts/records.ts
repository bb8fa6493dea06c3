/** What every adapter of the records must do. `place` makes an empty home; opening it again finds what was written there. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { Case } from '../../src/desk/case-records.ts'
import type { GivenAnswer, Key, Records } from '../../src/desk/records.ts'
import { anUpdate, NOON } from './an-update.ts'

export interface RecordsHome {
  open(now?: () => number): Records
}

export const DAY = 86_400_000

export const anAnswer = (text: string): Answer => ({
  status: 'answered',
  reason: null,
  text: `${text} [1]`,
  citations: [
    {
      n: 1,
      documentId: 'd1',
      passageId: 'd1#1',
      title: 'Quy định thi hành Điều lệ Đảng',
      number: '294-QĐ/TW',
      issuer: 'Ban Chấp hành Trung ương',
      date: '2025-05-26',
      section: 'Điều 1',
      kind: 'regulation',
      validity: 'in_force',
      url: null,
      quote: text,
    },
  ],
  hits: [{ documentId: 'd1', passageId: 'd1#1', score: 0.75 }],
  notices: [],
  timings: { retrieveMs: 1, composeMs: 2, totalMs: 3 },
  standalone: text,
})

export const aGivenAnswer = (id: string, change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  id,
  person: 'an',
  chat: 'an',
  lane: 'lane-an',
  messageId: 1,
  at: NOON,
  question: 'Chi bộ họp mấy lần một tháng?',
  level: 'public',
  answer: anAnswer('Chi bộ họp định kỳ mỗi tháng một lần.'),
  ...change,
})

type NewCase = Parameters<Records['cases']['open']>[0]

export const aCase = (change: Partial<NewCase> = {}): NewCase => ({
  person: 'an',
  chat: 'an',
  lane: 'lane-an',
  messageId: 1,
  answerId: 'answer-1',
  question: 'Chi bộ họp mấy lần một tháng?',
  reason: 'not_right',
  openedAt: NOON,
  name: null,
  ...change,
})

const turn = (question: string) => ({ question, standalone: question, documentId: 'd1', section: 'Điều 1' })
const aTurn = (messageId: number, question: string, keep = 4) => ({
  conversation: 'talk-an',
  person: 'an',
  at: NOON + messageId,
  messageId,
  turn: turn(question),
  keep,
})

export const recordsContract = (name: string, place: () => RecordsHome): void => {
  describe(`the records (${name})`, () => {
    const fresh = (now: () => number = () => NOON): Records => {
      const records = place().open(now)
      onTestFinished(() => records.close())
      return records
    }

    describe('inbox', () => {
      it('takes an update once, whatever comes again or twice in a batch', () => {
        const { inbox } = fresh()
        expect(inbox.take([anUpdate(1), anUpdate(2), anUpdate(1)]).map(({ updateId }) => updateId)).toEqual([1, 2])
        expect(inbox.take([anUpdate(2), anUpdate(3)])).toEqual([{ ...anUpdate(3), attempts: 0, placeholder: null }])
        inbox.end(1, 'done')
        expect(inbox.take([anUpdate(1)])).toEqual([])
        expect(inbox.size()).toBe(2)
      })

      it('finds open items again after a restart, oldest first, with the attempts that were begun and the message that was shown', () => {
        const home = place()
        const before = home.open()
        before.inbox.take([anUpdate(7), anUpdate(5, { person: null, messageId: null }), anUpdate(6)])
        expect([before.inbox.begin(5), before.inbox.begin(5)]).toEqual([1, 2])
        before.inbox.showed(5, 71)
        before.inbox.showed(6, 72)
        before.inbox.end(6, 'apologised')
        before.inbox.showed(6, 73)
        before.close()
        const after = home.open()
        expect(after.inbox.open()).toEqual([
          { ...anUpdate(5, { person: null, messageId: null }), attempts: 2, placeholder: 71 },
          { ...anUpdate(7), attempts: 0, placeholder: null },
        ])
        after.close()
      })

      it('counts open items, all and of one lane', () => {
        const { inbox } = fresh()
        inbox.take([anUpdate(1), anUpdate(2), anUpdate(3, { lane: 'lane-binh' })])
        inbox.end(1, 'dead')
        expect([inbox.size(), inbox.size('lane-an'), inbox.size('lane-binh'), inbox.size('none')]).toEqual([2, 1, 1, 0])
      })

      it('begins nothing that has ended or was never there', () => {
        const { inbox } = fresh()
        inbox.take([anUpdate(1)])
        inbox.end(1, 'done')
        expect([inbox.begin(1), inbox.begin(2)]).toEqual([0, 0])
      })

      it('makes an older version of a message void, also when the newer has been dealt with already', () => {
        const { inbox } = fresh()
        const [asked, edited, again] = [
          anUpdate(1, { messageId: 9 }),
          anUpdate(2, { messageId: 9, editedAt: 100 }),
          anUpdate(3, { messageId: 9, editedAt: 100 }),
        ]
        inbox.take([
          asked,
          anUpdate(4, { messageId: 10, editedAt: 500 }),
          anUpdate(5, { chat: 'binh', messageId: 9, editedAt: 500 }),
        ])
        expect(inbox.isSuperseded(asked)).toBe(false)
        inbox.take([edited])
        expect([asked, edited].map(inbox.isSuperseded)).toEqual([true, false])
        inbox.take([again])
        inbox.end(3, 'done')
        expect([asked, edited, again].map(inbox.isSuperseded)).toEqual([true, true, false])
      })

      it('does not take two presses under one message for versions of it', () => {
        const { inbox } = fresh()
        const presses = [anUpdate(1, { messageId: 9 }), anUpdate(2, { messageId: 9 })]
        inbox.take(presses)
        expect(presses.map(inbox.isSuperseded)).toEqual([false, false])
        expect(inbox.isSuperseded(anUpdate(3, { messageId: null }))).toBe(false)
      })
    })

    describe('outbox', () => {
      it('keeps messages in order until they are sent, then only what they belong to', () => {
        const { outbox } = fresh()
        const first = outbox.put({ chat: 'an', body: 'một', answerId: 'a1' })
        const second = outbox.put({ chat: 'an', body: 'hai', caseId: 'c1' })
        expect(first).toEqual({
          id: first.id,
          chat: 'an',
          body: 'một',
          answerId: 'a1',
          caseId: null,
          state: 'queued',
          messageId: null,
          attempts: 0,
          notBefore: 0,
          round: null,
        })
        expect(outbox.queued()).toEqual([first, second])
        expect([outbox.isQueued(first.id), outbox.isQueued(first.id + 100)]).toEqual([true, false])
        outbox.postponed(first.id, NOON + 30_000)
        expect(outbox.queued()[0]).toEqual({ ...first, attempts: 1, notBefore: NOON + 30_000 })
        outbox.sent(first.id, 71)
        outbox.closed(second.id)
        expect(outbox.queued()).toEqual([])
        expect(outbox.isQueued(first.id)).toBe(false)
        expect(outbox.ofAnswer('a1')).toEqual([
          { ...first, state: 'sent', body: null, messageId: 71, attempts: 1, notBefore: NOON + 30_000 },
        ])
        expect(outbox.ofCase('c1')).toEqual([])
      })

      it('gives no id twice, even after the newest was withdrawn and the program restarted', () => {
        const home = place()
        const before = home.open()
        const { id } = before.outbox.put({ chat: 'an', body: 'một', answerId: 'a1' })
        before.outbox.withdraw('a1')
        before.close()
        const after = home.open()
        expect(after.outbox.put({ chat: 'an', body: 'hai' }).id).toBeGreaterThan(id)
        after.close()
      })

      it('knows what a message of ours belongs to, also after one that belongs to nothing touched it', () => {
        const { outbox } = fresh()
        const answer = outbox.put({ chat: 'an', body: 'trả lời', answerId: 'a1' })
        const buttons = outbox.put({ chat: 'an', body: 'bỏ nút' })
        outbox.sent(answer.id, 71)
        outbox.sent(buttons.id, 71)
        expect(outbox.find('an', 71)?.answerId).toBe('a1')
        expect([outbox.find('binh', 71), outbox.find('an', 72)]).toEqual([null, null])
      })

      it('withdraws what is unsent of one answer, and nothing else', () => {
        const { outbox } = fresh()
        const [sent, waiting, later, other] = ['a1', 'a1', 'a1', 'a2'].map((answerId) =>
          outbox.put({ chat: 'an', body: 'b', answerId }),
        )
        outbox.sent(sent!.id, 71)
        expect(outbox.withdraw('a1')).toEqual([waiting, later])
        expect(outbox.queued()).toEqual([other])
        expect(outbox.ofAnswer('a1').map(({ id }) => id)).toEqual([sent!.id])
        expect(outbox.withdraw('a1')).toEqual([])
      })

      it('tells of a message that was sent whether it had been withdrawn or erased on its way', () => {
        const records = fresh()
        const [kept, withdrawn, erased] = ['a1', 'a2', 'a3'].map((answerId) =>
          records.outbox.put({ chat: answerId, body: 'b', answerId }),
        )
        records.outbox.withdraw('a2')
        records.erase('a3')
        const sent = [kept!, withdrawn!, erased!].map(({ id }, i) => records.outbox.sent(id, 71 + i))
        expect(sent).toEqual(['sent', 'withdrawn', 'erased'])
        expect(records.outbox.ofAnswer('a2')).toEqual([])
        expect([71, 72, 73].map((messageId, i) => records.outbox.find(`a${i + 1}`, messageId)?.id)).toEqual([kept!.id, undefined, undefined]) // prettier-ignore
      })

      it('lists what was sent for a case in the order in which it was put', () => {
        const { outbox } = fresh()
        const ids = ['an', 'staff'].map((chat) => outbox.put({ chat, body: 'b', caseId: 'c1' }).id)
        outbox.sent(ids[1]!, 5)
        outbox.sent(ids[0]!, 6)
        expect(outbox.ofCase('c1').map(({ id, messageId }) => [id, messageId])).toEqual([
          [ids[0], 6],
          [ids[1], 5],
        ])
      })
    })

    describe('conversations', () => {
      it('keeps the newest turns, in the order in which they were asked', () => {
        const { conversations } = fresh()
        for (const n of [1, 2, 3]) conversations.add(aTurn(n, `câu ${n}`, 2))
        expect(conversations.turns('talk-an', 0)).toEqual([turn('câu 2'), turn('câu 3')])
        expect(conversations.turns('talk-binh', 0)).toEqual([])
      })

      it('puts an edited question where it stood, and leaves out what is too old or came later', () => {
        const { conversations } = fresh()
        for (const n of [1, 2, 3]) conversations.add(aTurn(n, `câu ${n}`))
        conversations.add({ ...aTurn(2, 'câu 2 sửa lại'), at: NOON + 50 })
        expect(conversations.turns('talk-an', 0)).toEqual([turn('câu 1'), turn('câu 2 sửa lại'), turn('câu 3')])
        expect(conversations.turns('talk-an', NOON + 2)).toEqual([turn('câu 2 sửa lại'), turn('câu 3')])
        expect(conversations.turns('talk-an', 0, 2)).toEqual([turn('câu 1')])
      })

      it('forgets one conversation and keeps nothing where nothing is to be kept', () => {
        const { conversations } = fresh()
        conversations.add(aTurn(1, 'câu 1'))
        conversations.add({ ...aTurn(1, 'câu khác'), conversation: 'talk-binh' })
        conversations.forget('talk-an')
        expect(conversations.turns('talk-an', 0)).toEqual([])
        expect(conversations.turns('talk-binh', 0)).toEqual([turn('câu khác')])
        conversations.add(aTurn(5, 'câu 5', 0))
        expect(conversations.turns('talk-an', 0)).toEqual([])
      })
    })

    describe('answers', () => {
      it('gives an answer back as it was given, by its id and by the message that asked', () => {
        const { answers } = fresh()
        answers.put(aGivenAnswer('answer-1'))
        expect(answers.get('answer-1')).toEqual(aGivenAnswer('answer-1'))
        expect(answers.ofMessage('an', 1)).toEqual(aGivenAnswer('answer-1'))
        expect([answers.get('answer-2'), answers.ofMessage('an', 2), answers.ofMessage('binh', 1)]).toEqual([
          null,
          null,
          null,
        ])
      })

      it('puts an answer that was made anew in the place of the old one', () => {
        const { answers } = fresh()
        answers.put(aGivenAnswer('answer-1'))
        const anew = aGivenAnswer('answer-1', {
          question: 'Đảng ủy họp mấy lần?',
          answer: anAnswer('Ba tháng một lần.'),
        })
        answers.put(anew)
        expect(answers.get('answer-1')).toEqual(anew)
      })
    })

    describe('people', () => {
      it('greets a person once', () => {
        const { people } = fresh()
        expect(people.isGreeted('an')).toBe(false)
        expect([people.greet('an', NOON), people.greet('an', NOON)]).toEqual([{ isFirst: true }, { isFirst: false }])
        expect([people.isGreeted('an'), people.isGreeted('binh')]).toEqual([true, false])
      })

      it('counts questions by person and day', () => {
        const { people } = fresh()
        expect([1, 2].map(() => people.countQuestion('an', '2026-11-23'))).toEqual([1, 2])
        expect(people.countQuestion('an', '2026-11-24')).toBe(1)
        expect([people.questionsOf('an', '2026-11-23'), people.questionsOf('binh', '2026-11-23')]).toEqual([2, 0])
      })

      it('adds up what was used of the models by day, for a person and for all; what all used outlives a person', () => {
        const records = fresh()
        const { spending } = records
        for (const person of ['an', 'binh', null]) spending.add('2026-11-23', person, { tokens: 100, cost: 0.25 })
        spending.add('2026-11-23', 'an', { tokens: 50, cost: 0 })
        spending.add('2026-11-24', 'an', { tokens: 1, cost: 0 })
        expect(spending.spent('2026-11-23', 'an')).toEqual({ tokens: 150, cost: 0.25 })
        expect(spending.spent('2026-11-24', 'an')).toEqual({ tokens: 1, cost: 0 })
        expect(spending.spent('2026-11-25', 'an')).toEqual({ tokens: 0, cost: 0 })
        records.erase('an')
        expect(spending.spent('2026-11-23', 'an')).toEqual({ tokens: 0, cost: 0 })
        expect(spending.spent('2026-11-23', 'binh')).toEqual({ tokens: 100, cost: 0.25 })
        expect(spending.spent('2026-11-23', null)).toEqual({ tokens: 100, cost: 0.25 })
        records.expire(Date.parse('2026-12-24T05:00:00Z'), 10)
        expect(spending.spent('2026-11-23', 'binh').tokens).toBe(0)
        expect(spending.spent('2026-11-23', null).tokens).toBe(100)
      })
    })

    describe('cases', () => {
      it('numbers cases, opens none twice for one answer, and lists the open ones oldest first', () => {
        const { cases } = fresh()
        const first = cases.open(aCase())
        expect(first).toEqual({
          ...aCase(),
          id: expect.stringMatching(/^[\w-]{12}$/) as string,
          n: 1,
          state: 'open',
          reply: null,
          repliedAt: null,
          approvedAs: null,
          asked: 1,
          basisItem: null,
        } satisfies Case)
        expect(cases.open(aCase({ reason: 'ask_staff' }))).toEqual(first)
        const second = cases.open(aCase({ answerId: null, question: 'Câu khác?' }))
        const third = cases.open(aCase({ answerId: null }))
        expect([second.n, third.n]).toEqual([2, 3])
        expect(cases.listOpen(2)).toEqual([first, second])
        expect(cases.countOpen()).toBe(3)
        expect([cases.get(second.id), cases.ofAnswer('answer-1'), cases.ofAnswer('answer-2')]).toEqual([
          second,
          first,
          null,
        ])
      })

      it('writes down what happens to a case, and opens a new one once the old is answered', () => {
        const { cases } = fresh()
        const { id } = cases.open(aCase())
        cases.update(id, { name: 'Lan' })
        cases.update(id, { state: 'answered', reply: 'Mỗi tháng một lần.', repliedAt: NOON + 1 })
        cases.update(id, { approvedAs: 'hoi-dap/1.md', name: null })
        cases.update(id, { asked: 3, basisItem: 12 })
        cases.update(id, {})
        expect(cases.get(id)).toMatchObject({
          state: 'answered',
          reply: 'Mỗi tháng một lần.',
          repliedAt: NOON + 1,
          approvedAs: 'hoi-dap/1.md',
          name: null,
          asked: 3,
          basisItem: 12,
        })
        expect([cases.countOpen(), cases.ofAnswer('answer-1')]).toEqual([0, null])
        expect(cases.open(aCase()).id).not.toBe(id)
      })
    })

    describe('cases of refusals and replies to them', () => {
      it('knows the open case of a refused question, however it is typed', () => {
        const { cases } = fresh()
        cases.open(aCase({ answerId: null, question: 'Đảng phí là gì?' }))
        const refused = cases.open(aCase({ answerId: null, question: 'Đảng phí là gì?', reason: 'refused' }))
        expect(cases.ofRefusal('dang phi  la gi')).toEqual(refused)
        expect(cases.ofRefusal('Đoàn phí là gì?')).toBe(null)
        cases.update(refused.id, { state: 'closed' })
        expect(cases.ofRefusal('Đảng phí là gì?')).toBe(null)
      })

      it('lists open cases by pages and counts those of one person', () => {
        const { cases } = fresh()
        const opened = ['an', 'binh', 'an'].map((person) => cases.open(aCase({ person, answerId: null })))
        expect(cases.listOpen(2, 1)).toEqual(opened.slice(1))
        expect([cases.countOpen(), cases.countOpen('an'), cases.countOpen('chi')]).toEqual([3, 2, 0])
      })

      it('keeps what staff replied by where it stands, and forgets it with its case', () => {
        const { cases, erase } = fresh()
        const { id } = cases.open(aCase())
        const reply = { chat: 'staff', messageId: 5, threadId: null, caseId: id, text: 'Một lần.', itemId: 3, at: NOON }
        cases.replies.put(reply)
        cases.replies.put({ ...reply, messageId: 4, at: NOON + 1, text: null, itemId: null, threadId: 7 })
        cases.replies.put({ ...reply, text: 'Mỗi tháng một lần.' })
        expect(cases.replies.get('staff', 5)).toEqual({ ...reply, text: 'Mỗi tháng một lần.' })
        expect(cases.replies.of(id).map(({ messageId }) => messageId)).toEqual([5, 4])
        expect([cases.replies.get('staff', 6), cases.replies.of('other')]).toEqual([null, []])
        erase('an')
        expect(cases.replies.of(id)).toEqual([])
      })
    })

    it('keeps uploads, notes and addresses, and replaces those of one name', () => {
      const { uploads, notes, addresses } = fresh()
      const upload = {
        id: 'u1',
        person: 'an',
        path: 'uploads/u1',
        name: 'quy chế.docx',
        level: 'public' as const,
        at: NOON,
      }
      uploads.put({ ...upload, level: null })
      expect(uploads.get('u1')).toEqual({ ...upload, level: null })
      uploads.put({ ...upload, level: 'member' })
      expect([uploads.get('u1'), uploads.list()]).toEqual([
        { ...upload, level: 'member' },
        [{ ...upload, level: 'member' }],
      ])
      uploads.remove('u1')
      expect([uploads.get('u1'), uploads.list()]).toEqual([null, []])
      notes.set('commands', 'v1')
      notes.set('commands', 'v2')
      expect([notes.get('commands'), notes.get('other')]).toEqual(['v2', null])
      addresses.remember('an', 5_123_456_789)
      addresses.remember('group', -1_001_234_567_890)
      expect(['an', 'group', 'binh'].map(addresses.idOf)).toEqual([5_123_456_789, -1_001_234_567_890, null])
    })

    describe('transactions', () => {
      it('writes all of it or nothing, and the same for one within another', () => {
        const { transaction, notes } = fresh()
        const failed = (): never => {
          throw new Error('stop')
        }
        expect(() =>
          transaction(() => {
            notes.set('a', '1')
            failed()
          }),
        ).toThrow('stop')
        expect(notes.get('a')).toBe(null)
        const kept = transaction(() => {
          notes.set('b', '1')
          expect(() =>
            transaction(() => {
              notes.set('c', '1')
              failed()
            }),
          ).toThrow('stop')
          transaction(() => notes.set('d', '1'))
          return 'kept'
        })
        expect([kept, notes.get('b'), notes.get('c'), notes.get('d')]).toEqual(['kept', '1', null, '1'])
      })

      it('refuses work that would have to be waited for', () => {
        const { transaction, notes } = fresh()
        expect(() =>
          transaction(async () => {
            notes.set('a', '1')
          }),
        ).toThrow('must not wait')
        expect(notes.get('a')).toBe(null)
      })
    })

    describe('forgetting', () => {
      const fill = (records: Records, person: Key, chat: Key, n: number): Case => {
        records.addresses.remember(person, 5_000_000_000 + n)
        records.inbox.take([anUpdate(n, { person, chat, lane: `lane-${chat}` })])
        records.answers.put(aGivenAnswer(`answer-${n}`, { person, chat, messageId: n }))
        records.outbox.put({ chat, body: 'chờ gửi', answerId: `answer-${n}` })
        records.conversations.add({ ...aTurn(n, 'câu hỏi'), conversation: `talk-${person}-${chat}`, person })
        records.people.greet(person, NOON)
        records.people.countQuestion(person, '2026-11-23')
        records.spending.add('2026-11-23', person, { tokens: 7, cost: 0.5 })
        records.uploads.put({ id: `u${n}`, person, path: `uploads/${n}`, name: 'a.docx', level: 'public', at: NOON })
        const opened = records.cases.open(aCase({ person, chat, answerId: `answer-${n}` }))
        records.outbox.put({ chat: 'staff', body: 'câu hỏi gửi cán bộ', caseId: opened.id })
        return opened
      }
      const held = (records: Records, person: Key, chat: Key, n: number, { id }: Case): Record<string, unknown> => ({
        address: records.addresses.idOf(person),
        inbox: records.inbox.open().filter((item) => item.updateId === n).length,
        answer: records.answers.get(`answer-${n}`)?.id ?? null,
        outbox: records.outbox.queued().filter((item) => item.answerId === `answer-${n}` || item.caseId === id).length,
        turns: records.conversations.turns(`talk-${person}-${chat}`, 0).length,
        isGreeted: records.people.isGreeted(person),
        questions: records.people.questionsOf(person, '2026-11-23'),
        tokens: records.spending.spent('2026-11-23', person).tokens,
        upload: records.uploads.get(`u${n}`)?.id ?? null,
        case: records.cases.get(id)?.id ?? null,
      })
      const NOTHING = {
        address: null,
        inbox: 0,
        answer: null,
        outbox: 0,
        turns: 0,
        isGreeted: false,
        questions: 0,
        tokens: 0,
        upload: null,
        case: null,
      }

      it('erases a person in private and in groups, and nobody else', () => {
        const records = fresh()
        const mine = fill(records, 'an', 'an', 1)
        const inGroup = fill(records, 'an', 'group', 2)
        const theirs = fill(records, 'binh', 'group', 3)
        const before = held(records, 'binh', 'group', 3, theirs)
        records.erase('an')
        expect(held(records, 'an', 'an', 1, mine)).toEqual(NOTHING)
        expect(held(records, 'an', 'group', 2, inGroup)).toEqual(NOTHING)
        expect(held(records, 'binh', 'group', 3, theirs)).toEqual(before)
        expect(before).toMatchObject({ outbox: 2, case: theirs.id, inbox: 1 })
        // what Telegram brings again is still known
        expect(records.inbox.take([anUpdate(1), anUpdate(2)])).toEqual([])
      })

      it('erases inside a transaction that also ends the update, and a second time without harm', () => {
        const records = fresh()
        const mine = fill(records, 'an', 'an', 1)
        records.transaction(() => {
          records.erase('an')
          records.inbox.end(1, 'done')
        })
        records.erase('an')
        expect(held(records, 'an', 'an', 1, mine)).toEqual(NOTHING)
      })

      it('gives case numbers of erased cases to nobody else', () => {
        const records = fresh()
        fill(records, 'an', 'an', 1)
        records.erase('an')
        expect(records.cases.open(aCase({ person: 'binh' })).n).toBe(2)
      })

      it('drops what is older than the limit and keeps what is within it', () => {
        let now = NOON
        const records = fresh(() => now)
        const old = fill(records, 'an', 'an', 1)
        for (const { id } of records.outbox.queued()) records.outbox.sent(id, 100 + id)
        records.cases.update(old.id, { state: 'answered', reply: 'xong', repliedAt: NOON })
        records.inbox.end(1, 'done')
        records.uploads.remove('u1')
        now = NOON + 5 * DAY
        records.expire(now, 5)
        expect(records.answers.get('answer-1')).not.toBe(null)
        expect(records.cases.get(old.id)).not.toBe(null)
        expect(records.outbox.find('an', 101)).not.toBe(null)
        expect(records.conversations.turns('talk-an-an', 0)).toHaveLength(1)
        now = NOON + 5 * DAY + 10
        records.expire(now, 5)
        expect(held(records, 'an', 'an', 1, old)).toEqual(NOTHING)
        expect(records.outbox.find('an', 101)).toBe(null)
      })

      it('keeps an open case and a message that is still to be sent, and the address that they need', () => {
        const records = fresh()
        const open = fill(records, 'an', 'an', 1)
        records.expire(NOON + 30 * DAY, 60)
        expect(records.addresses.idOf('an')).not.toBe(null)
        records.expire(NOON + 100 * DAY, 60)
        expect(held(records, 'an', 'an', 1, open)).toMatchObject({ answer: null, turns: 0, case: open.id })
        expect(records.addresses.idOf('an')).not.toBe(null)
      })

      it('keeps the ids of finished updates for a week', () => {
        const { inbox, expire } = fresh()
        inbox.take([anUpdate(1), anUpdate(2, { receivedAt: NOON + DAY })])
        inbox.end(1, 'done')
        inbox.end(2, 'done')
        expire(NOON + 7 * DAY, 1)
        expect(inbox.take([anUpdate(1), anUpdate(2)])).toEqual([])
        expire(NOON + 7 * DAY + 1, 1)
        expect(inbox.take([anUpdate(1), anUpdate(2)]).map(({ updateId }) => updateId)).toEqual([1])
      })

      it('keeps the address of a group that lay quiet', () => {
        const { addresses, expire } = fresh()
        addresses.remember('staff', -1_001_234_567_890)
        addresses.remember('an', 5_123_456_789)
        expire(NOON + 400 * DAY, 90)
        expect([addresses.idOf('staff'), addresses.idOf('an')]).toEqual([-1_001_234_567_890, null])
      })
    })
  })
}
