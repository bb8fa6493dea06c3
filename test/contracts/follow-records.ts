/** What every adapter of the records must do with follows and rounds of news. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Follow, RoundItem } from '../../src/desk/follow-records.ts'
import { EVERYTHING } from '../../src/desk/follow-topic.ts'
import type { Records } from '../../src/desk/records.ts'
import { NOON } from './an-update.ts'
import { DAY, type RecordsHome } from './records.ts'

const aFollow = (person: string, change: Partial<Follow> = {}): Follow => ({
  id: `follow-${person}`,
  person,
  topic: { ...EVERYTHING, words: 'sinh hoạt chi bộ' },
  at: NOON,
  ...change,
})
const anItem: RoundItem = { level: 'public', documentId: 'd1', news: 'new', facts: ['text abc'], at: NOON }

export const followRecordsContract = (name: string, place: () => RecordsHome): void => {
  describe(`follows and rounds (${name})`, () => {
    const fresh = (now: () => number = () => NOON): { records: Records; again: () => Records } => {
      const home = place()
      const opened: Records[] = []
      const open = (): Records => {
        const records = home.open(now)
        opened.push(records)
        return records
      }
      onTestFinished(() => opened.forEach((records) => records.close()))
      return {
        records: open(),
        again: () => {
          opened.pop()!.close()
          return open()
        },
      }
    }

    it('keeps what each person follows, oldest first, and who follows at all, by key', () => {
      const { records, again } = fresh()
      const second = aFollow('an', { id: 'second', at: NOON + 1 })
      for (const follow of [second, aFollow('an'), aFollow('binh'), aFollow('chi')]) records.follows.put(follow)
      const { follows } = again()
      expect(follows.of('an')).toEqual([aFollow('an'), second])
      expect([follows.get('second'), follows.get('unknown')]).toEqual([second, null])
      expect([follows.people('', 2), follows.people('binh', 2), follows.people('chi', 2)]).toEqual([['an', 'binh'], ['chi'], []]) // prettier-ignore
      follows.remove('follow-binh')
      expect(follows.people('', 9)).toEqual(['an', 'chi'])
      expect([follows.removeAll('an'), follows.removeAll('an')]).toEqual([2, 0])
    })

    it('tells a level that was never looked at from one that held nothing, and forgets only what it is told to', () => {
      const { records, again } = fresh()
      expect(records.follows.facts('public')).toBeNull()
      records.follows.note('public', [])
      const facts = ['text a', 'text b', 'replaced'].map((fact) => ({ documentId: 'd1', fact }))
      records.follows.note('member', facts)
      records.follows.note('member', facts.slice(0, 1))
      records.follows.forget('member', facts.slice(1, 2))
      const { follows } = again()
      expect([follows.facts('public'), follows.facts('staff')]).toEqual([[], null])
      expect(new Set(follows.facts('member'))).toEqual(new Set([facts[0], facts[2]]))
    })

    it('keeps how far a round has come, until it ends', () => {
      const { records, again } = fresh()
      const id = records.follows.begin({ items: [anItem], firstAt: NOON, lastAt: NOON })
      records.follows.change({ id, items: [anItem], firstAt: NOON, lastAt: NOON + 5, cursor: 'binh' })
      const { follows } = again()
      expect(follows.openRounds()).toEqual([{ id, items: [anItem], firstAt: NOON, lastAt: NOON + 5, cursor: 'binh' }])
      follows.end(id)
      expect(follows.openRounds()).toEqual([])
      // what waits in the outbox is worded from it
      expect(follows.round(id)?.items).toEqual([anItem])
      expect(follows.round(id + 1)).toBeNull()
    })

    it('takes news that was on its way when the program died as sent, and nothing else', () => {
      const { records, again } = fresh()
      const put = (chat: string, round: number | null) => records.outbox.put({ chat, body: '{}', round }).id
      const [gone, flooded, unreached, waiting, answer] = [put('a', 1), put('b', 1), put('c', 1), put('d', 1), put('e', null)] as const // prettier-ignore
      expect(records.follows.waiting(NOON)).toBe(4)
      for (const id of [gone, flooded, unreached, answer]) records.follows.handedOver(id)
      records.outbox.postponed(flooded, NOON + 30_000)
      records.follows.handedBack(unreached)
      expect([records.follows.waiting(NOON), records.follows.waiting(NOON + 30_000)]).toEqual([3, 4])
      const after = again()
      expect(after.follows.settleHandedOver()).toBe(1)
      expect(after.outbox.queued().map(({ id, round }) => [id, round])).toEqual([[flooded, 1], [unreached, 1], [waiting, 1], [answer, null]]) // prettier-ignore
      expect(after.follows.settleHandedOver()).toBe(0)
    })

    it('erases what a person follows, where a round has come to with them, and what waits for them', () => {
      const { records, again } = fresh()
      for (const person of ['an', 'binh', 'chi']) {
        records.addresses.remember(person, 1_000 + person.length)
        records.follows.put(aFollow(person))
        records.outbox.put({ chat: person, body: '{}', round: 1 })
      }
      const id = records.follows.begin({ items: [anItem], firstAt: NOON, lastAt: NOON })
      records.follows.change({ id, items: [anItem], firstAt: NOON, lastAt: NOON, cursor: 'binh' })
      records.erase('binh')
      const { follows, outbox } = again()
      // whoever comes after is still told, whoever came before is not told again
      expect(follows.openRounds()[0]!.cursor).toBe('an')
      expect(follows.people('', 9)).toEqual(['an', 'chi'])
      expect(outbox.queued().map(({ chat }) => chat)).toEqual(['an', 'chi'])
    })

    it('lets time pass over follows, facts and the address of whoever follows, and lets go of rounds that have ended', () => {
      let now = NOON
      const { records } = fresh(() => now)
      records.addresses.remember('an', 1_001)
      records.addresses.remember('binh', 1_002)
      records.follows.put(aFollow('an'))
      records.follows.note('public', [{ documentId: 'd1', fact: 'text a' }])
      const [over, open] = [0, 1].map(() => records.follows.begin({ items: [anItem], firstAt: NOON, lastAt: NOON }))
      records.follows.end(over!)
      now += 91 * DAY
      records.expire(now, 90)
      expect(records.follows.of('an')).toHaveLength(1)
      expect(records.follows.facts('public')).toHaveLength(1)
      expect([records.addresses.idOf('an'), records.addresses.idOf('binh')]).toEqual([1_001, null])
      expect([records.follows.round(over!), records.follows.round(open!)?.id]).toEqual([null, open])
    })
  })
}
