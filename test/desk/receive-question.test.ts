import { expect, it } from 'vitest'
import type { Answer, Turn } from '../../src/answer/answer.ts'
import type { Level } from '../../src/access.ts'
import { receiveQuestion, type DeskDeps } from '../../src/desk/receive-question.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { echo } from '../support/running-bot.ts'
import { scratchFolder } from '../support/scratch.ts'

/** A desk whose house answers from a paper of this level, and notes the turns that it is told of. */
const deskOf = (rests: Level | null, isReadable?: DeskDeps['isReadable']) => {
  const records = createSqliteRecords(scratchFolder())
  const told: (readonly Turn[])[] = []
  const deps: DeskDeps = {
    ask: async (question, { turns }): Promise<Answer> => {
      told.push(turns)
      return { ...echo(question), ...(rests && { level: rests }) }
    },
    documents: () => [],
    ...(isReadable && { isReadable }),
    records,
    limit: { take: () => ({ kind: 'allowed' }) },
    now: () => 1_000_000,
    keepTurns: 4,
    keepTurnsMs: 60_000,
  }
  let messageId = 0
  const ask = async (question: string, level: Level): Promise<void> => {
    const asked = { question, person: 'an', chat: 'an', lane: 'an', conversation: 'an', isPrivate: true, earlier: null }
    const reception = await receiveQuestion({ ...asked, level, messageId: ++messageId, askedAt: 1_000_000 }, deps)
    if (reception.kind === 'answered') reception.record()
  }
  return { ask, told, records }
}

it('A5: lets nobody lean on what was answered from papers that they may read no more', async () => {
  const { ask, told, records } = deskOf('member')
  await ask('câu hỏi về sổ tay Kim Tước Lam', 'member')
  await ask('còn khoản 2?', 'member')
  // the role is lost: the next message is a citizen's
  await ask('còn khoản 3?', 'public')
  expect(told.map((turns) => turns.length)).toEqual([0, 1, 0])
  records.close()
})

it('leans on what anybody may read, whoever asks', async () => {
  const { ask, told, records } = deskOf(null)
  await ask('chi bộ họp ngày nào?', 'member')
  await ask('còn chuyên đề?', 'public')
  expect(told.map((turns) => turns.length)).toEqual([0, 1])
  records.close()
})

it('A6: lets nobody lean on a paper that has risen above them since', async () => {
  let risen = false
  const { ask, told, records } = deskOf(null, (documentId) => documentId === 'd1' && !risen)
  await ask('chi bộ họp ngày nào?', 'public')
  await ask('còn chuyên đề?', 'public')
  risen = true
  await ask('còn khoản 3?', 'public')
  expect(told.map((turns) => turns.length)).toEqual([0, 1, 0])
  records.close()
})
