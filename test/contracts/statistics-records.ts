/** What every adapter of the statistics must do. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { Level } from '../../src/access.ts'
import type { Records } from '../../src/desk/records.ts'
import { newId } from '../../src/desk/new-id.ts'
import { NOON } from './an-update.ts'
import { DAY, type RecordsHome } from './records.ts'

const common = { text: '…', standalone: '…', hits: [], notices: [], timings: { retrieveMs: 1, composeMs: 1, totalMs: 40 } } // prettier-ignore
const citing = (...ids: string[]): Answer =>
  ({ ...common, status: 'answered', reason: null, citations: ids.map((documentId) => ({ documentId })) }) as never
export const SAYS = {
  answered: citing('d1', 'd1', 'd2'),
  notFound: { ...common, status: 'refused', reason: 'not_found', citations: [], choices: [] } as Answer,
  askedBack: { ...common, status: 'refused', reason: 'ambiguous', citations: [], choices: [] } as Answer,
  failed: { ...common, status: 'failed', reason: 'internal', citations: [] } as Answer,
}

export const given = (records: Records, at: number, person: string, answer: Answer, { question = 'Hỏi gì?', level = 'public' as Level, chat = person } = {}): void =>
  records.answers.put({ id: newId(), person, chat, lane: `${chat}:0`, messageId: at, at, question, level, answer }) // prettier-ignore

export const statisticsContract = (name: string, place: () => RecordsHome): void => {
  describe(`the statistics (${name})`, () => {
    const fresh = (): Records => {
      const records = place().open(() => NOON)
      onTestFinished(() => records.close())
      return records
    }
    const read = (records: Records) => records.statistics.answers(0, 0, 100)

    it('read off the answers what each came to, once for each that is kept', () => {
      const records = fresh()
      given(records, NOON, 'an', SAYS.answered)
      given(records, NOON + 1, 'binh', SAYS.notFound, { question: 'Quê quán ở đâu?', level: 'member' })
      given(records, NOON + 2, 'an', SAYS.askedBack)
      given(records, NOON + 3, 'an', SAYS.failed)
      expect(read(records).map(({ outcome, documents, notFound, ms, level }) => [outcome, documents, notFound, ms, level])).toEqual([
        ['answered', ['d1', 'd2'], null, 40, 'public'],
        ['refused', [], 'Quê quán ở đâu?', 40, 'member'],
        ['askedBack', [], null, 40, 'public'],
        ['failed', [], null, 40, 'public'],
      ]) // prettier-ignore
      const [, second] = read(records)
      expect(records.statistics.answers(0, second!.n, 1).map(({ outcome }) => outcome)).toEqual(['askedBack'])
      expect(records.statistics.answers(NOON + 3, 0, 9)).toHaveLength(1)
      expect(records.statistics.past('2000-01-01')).toEqual([])
    })

    it('keep the counts of a day when its answers go, by age or with their person, and no more than that', () => {
      const records = fresh()
      // an hour before midnight in Việt Nam, and an hour after
      const late = Date.UTC(2026, 10, 23, 16)
      given(records, late, 'an', SAYS.answered)
      given(records, late + 2 * 3_600_000, 'an', SAYS.notFound)
      given(records, late, 'binh', SAYS.answered)
      given(records, late + 1, 'binh', SAYS.answered, { chat: 'group' })
      records.erase('binh')
      expect(records.statistics.past('2026-11-01')).toEqual([{ day: '2026-11-23', outcome: 'answered', count: 2 }])
      records.expire(late + 40 * DAY, 30)
      expect(read(records)).toEqual([])
      expect(records.statistics.past('2026-11-01')).toEqual([
        { day: '2026-11-23', outcome: 'answered', count: 3 },
        { day: '2026-11-24', outcome: 'refused', count: 1 },
      ])
      expect(records.statistics.past('2026-11-24')).toHaveLength(1)
      // twice is once
      records.erase('an')
      records.expire(late + 41 * DAY, 30)
      expect(records.statistics.past('2026-11-01')).toHaveLength(2)
      records.expire(late + 1_000 * DAY, 30)
      expect(records.statistics.past('2026-11-01')).toEqual([])
    })
  })
}
