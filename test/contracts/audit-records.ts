/** What every adapter of the log of acts must do. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AuditEntry } from '../../src/desk/audit-records.ts'
import type { Records } from '../../src/desk/records.ts'
import { NOON } from './an-update.ts'
import { DAY, type RecordsHome } from './records.ts'

export const anAct = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  at: NOON,
  actor: 'admin-key',
  action: 'role.grant',
  target: 'an',
  before: null,
  after: 'member',
  reason: null,
  ...change,
})

export const auditContract = (name: string, place: () => RecordsHome): void => {
  describe(`the log of acts (${name})`, () => {
    const fresh = (): Records => {
      const records = place().open(() => NOON)
      onTestFinished(() => records.close())
      return records
    }

    it('counts its rows, gives the newest first, and is whole', () => {
      const { audit } = fresh()
      expect(audit.check()).toEqual({ isWhole: true, rows: 0, seal: null })
      const first = audit.add(anAct())
      const second = audit.add(
        anAct({ action: 'role.remove', before: 'member', after: null, reason: 'chuyển nơi khác' }),
      )
      expect([first.n, second.n]).toEqual([1, 2])
      expect(audit.last(10)).toEqual([second, first])
      expect(audit.last(1)).toEqual([second])
      expect(audit.check()).toEqual({ isWhole: true, rows: 2, seal: second.seal })
    })

    it('seals equal acts differently, each with what came before it', () => {
      const { audit } = fresh()
      expect(new Set([1, 2, 3].map(() => audit.add(anAct()).seal)).size).toBe(3)
    })

    it('goes with the transaction it stands in, and stays whole when that is taken back', () => {
      const records = fresh()
      records.audit.add(anAct())
      expect(() =>
        records.transaction(() => {
          records.notes.set('act', 'done')
          records.audit.add(anAct({ target: 'binh' }))
          throw new Error('no')
        }),
      ).toThrow('no')
      expect(records.notes.get('act')).toBeNull()
      const next = records.audit.add(anAct({ target: 'chi' }))
      expect(next.n).toBe(2)
      expect(records.audit.check()).toMatchObject({ isWhole: true, rows: 2 })
    })

    it('is there after opening again, and goes on where it ended', () => {
      const home = place()
      const first = home.open()
      first.audit.add(anAct())
      first.close()
      const again = home.open()
      onTestFinished(() => again.close())
      expect(again.audit.add(anAct()).n).toBe(2)
      expect(again.audit.check()).toMatchObject({ isWhole: true, rows: 2 })
    })

    it('outlives the person it speaks of and the days that answers are kept', () => {
      const records = fresh()
      records.audit.add(anAct())
      records.erase('an')
      records.erase('admin-key')
      records.expire(NOON + 4000 * DAY, 30)
      expect(records.audit.check()).toMatchObject({ isWhole: true, rows: 1 })
    })
  })
}
