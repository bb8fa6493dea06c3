import { describe, expect, it, onTestFinished } from 'vitest'
import {
  fateOfRefusal,
  handOverRefusal,
  MOST_OPEN,
  openCase,
  replied,
  takeReply,
  type StaffMessage,
} from '../../src/desk/cases.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import type { GivenAnswer } from '../../src/desk/records.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { NOON } from '../contracts/an-update.ts'
import { aGivenAnswer } from '../contracts/records.ts'
import { scratchFolder } from '../support/scratch.ts'

const fresh = () => {
  const folder = scratchFolder()
  createPersonKeys(folder)
  const records = createSqliteRecords(folder)
  onTestFinished(() => records.close())
  return records
}

const refused = (id: string, question: string, change: Partial<GivenAnswer> = {}): GivenAnswer => {
  const given = aGivenAnswer(id, { question, ...change })
  return { ...given, answer: { ...given.answer, status: 'refused', reason: 'not_found', citations: [], choices: [] } }
}

const handOver = (records: ReturnType<typeof fresh>, given: GivenAnswer) => {
  const fate = fateOfRefusal(records, given)
  handOverRefusal(records, given, fate, NOON)
  return fate
}

describe('a refusal', () => {
  it('opens a case only for a question about Party work that the library could not answer', () => {
    const records = fresh()
    const kinds = (question: string): string => handOver(records, refused(`id ${question}`, question, { person: question })).kind // prettier-ignore
    for (const ours of [
      'Mất thẻ đảng thì báo ai?',
      'mat the dang thi bao ai ngay',
      'Chi bộ được giữ lại bao nhiêu phần trăm?',
      'dang phi nop cham co sao khong',
      'Huy hiệu 30 năm tính thế nào?',
    ])
      // prettier-ignore
      expect(kinds(ours), ours).toBe('opens')
    for (const idle of ['Hôm nay ăn gì?', 'Cách nấu phở bò', 'dang lam gi the', 'asdf', ''])
      expect(kinds(idle), idle).toBe('not_taken')
    const unsafe = refused('unsafe', 'Chi bộ và tài liệu mật?')
    expect(handOver(records, { ...unsafe, answer: { ...unsafe.answer, reason: 'unsafe' } as GivenAnswer['answer'] }).kind).toBe('not_taken') // prettier-ignore
    expect(handOver(records, aGivenAnswer('answered')).kind).toBe('not_taken')
  })

  it('is counted, not opened again, for the same question of anybody and however it is typed', () => {
    const records = fresh()
    const first = handOver(records, refused('a1', 'Mất thẻ đảng thì báo ai?'))
    const again = handOver(records, refused('a2', 'mat the dang thi bao ai', { person: 'binh' }))
    const replay = handOver(records, refused('a1', 'Mất thẻ đảng thì báo ai?'))
    expect([first.kind, again, replay]).toMatchObject(['opens', { kind: 'waits', isTheirs: false }, { kind: 'waits', isTheirs: true }]) // prettier-ignore
    expect(records.cases.listOpen(9).map(({ asked }) => asked)).toEqual([2])
  })

  it('opens a case each where two ask the same at the same instant: both were told that they will be answered', () => {
    const records = fresh()
    const both = [refused('a1', 'Mất thẻ đảng thì báo ai?'), refused('a2', 'Mất thẻ đảng thì báo ai?', { person: 'binh' })] // prettier-ignore
    const fates = both.map((given) => fateOfRefusal(records, given))
    both.forEach((given, i) => handOverRefusal(records, given, fates[i]!, NOON))
    expect(records.cases.listOpen(9).map(({ person }) => person)).toEqual([both[0]!.person, 'binh'])
  })

  it('does not fill the staff chat with the questions of one person', () => {
    const records = fresh()
    const kinds = Array.from({ length: MOST_OPEN + 2 }, (_, i) => handOver(records, refused(`a${i}`, `Chi bộ số ${i} ở đâu?`)).kind) // prettier-ignore
    expect(kinds.filter((kind) => kind === 'opens')).toHaveLength(MOST_OPEN)
    expect(openCase(records, aGivenAnswer('other'), 'ask_staff', NOON).kind).toBe('too_many')
    expect(openCase(records, aGivenAnswer('other', { person: 'binh' }), 'ask_staff', NOON).kind).toBe('opened')
  })
})

describe('a reply of staff', () => {
  const message = (messageId: number, change: Partial<StaffMessage> = {}): StaffMessage => ({
    chat: 'office',
    messageId,
    threadId: null,
    text: `trả lời ${messageId}`,
    inAlbum: false,
    at: NOON + messageId,
    ...change,
  })
  const answered = (first: StaffMessage) => {
    const records = fresh()
    const opened = openCase(records, aGivenAnswer('a1'), 'ask_staff', NOON)
    if (opened.kind !== 'opened') throw new Error('not opened')
    expect(takeReply(records, opened.case.id, first).kind).toBe('deliver')
    replied(records, opened.case.id, first, 7)
    return { records, id: opened.case.id }
  }

  it('is delivered once, and later ones are held', () => {
    const { records, id } = answered(message(1))
    expect(takeReply(records, id, message(1)).kind).toBe('taken')
    expect(takeReply(records, id, message(2)).kind).toBe('held')
    expect(records.cases.replies.of(id).map(({ itemId }) => itemId)).toEqual([7, null])
    expect(records.cases.get(id)).toMatchObject({ state: 'answered', reply: 'trả lời 1', repliedAt: NOON + 1 })
    expect(takeReply(records, 'unknown', message(3)).kind).toBe('gone')
  })

  it('is delivered page by page where several pictures were sent at once', () => {
    const page = { text: null, inAlbum: true }
    const { records, id } = answered(message(1, page))
    expect(takeReply(records, id, message(2, page))).toMatchObject({ kind: 'deliver', isMore: true })
    expect(takeReply(records, id, message(3)).kind).toBe('held')
    expect(takeReply(records, id, message(4, { ...page, at: NOON + 3_600_000 })).kind).toBe('held')
  })
})
