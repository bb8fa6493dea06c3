/** What every adapter of roles and invitations must do. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Invitation, Member } from '../../src/desk/member-records.ts'
import type { Records } from '../../src/desk/records.ts'
import { NOON } from './an-update.ts'
import { DAY, type RecordsHome } from './records.ts'

const aMember = (change: Partial<Member> = {}): Member => ({ person: 'an', role: 'member', code: 'BCGH', since: NOON, name: null, ...change }) // prettier-ignore
const anInvitation = (id: string, change: Partial<Invitation> = {}): Invitation => ({
  id,
  linkDigest: `link ${id}`,
  codeDigest: `code ${id}`,
  role: 'member',
  by: 'clerk',
  at: NOON,
  expiresAt: NOON + 7 * DAY,
  state: 'open',
  person: null,
  name: null,
  ...change,
})

export const memberContract = (name: string, place: () => RecordsHome): void => {
  describe(`roles and invitations (${name})`, () => {
    const fresh = (): Records => {
      const records = place().open(() => NOON)
      onTestFinished(() => records.close())
      return records
    }

    it('keep one role for each person, found by key and by code', () => {
      const { members } = fresh()
      members.put(aMember())
      members.put(aMember({ person: 'binh', code: 'KLMN', role: 'staff' }))
      members.put(aMember({ person: 'chi', code: 'PQRS', role: 'admin', since: NOON + 1 }))
      expect(members.list(10).map(({ person }) => person)).toEqual(['chi', 'binh', 'an'])
      expect(members.list(1, 1).map(({ person }) => person)).toEqual(['binh'])
      expect([members.count(), members.count('staff')]).toEqual([3, 1])
      members.put(aMember({ role: 'staff', name: 'Lan' }))
      expect([members.get('an'), members.ofCode('BCGH')]).toEqual([
        aMember({ role: 'staff', name: 'Lan' }),
        aMember({ role: 'staff', name: 'Lan' }),
      ])
      members.remove('an')
      expect(members.get('an')).toBeNull()
    })

    it('find an invitation by its link or its code, and withdraw what somebody issued', () => {
      const { invitations } = fresh()
      invitations.put(anInvitation('i1'))
      invitations.put(anInvitation('i2', { by: 'other' }))
      invitations.put(anInvitation('i3', { state: 'waiting', person: 'an' }))
      expect([invitations.ofDigest('link i1')?.id, invitations.ofDigest('code i1')?.id]).toEqual(['i1', 'i1'])
      expect(invitations.ofDigest('link')).toBeNull()
      expect([invitations.countOpen(NOON), invitations.countOpen(NOON + 8 * DAY)]).toEqual([2, 0])
      expect([invitations.waitingOf('an')?.id, invitations.waiting().map(({ id }) => id)]).toEqual(['i3', ['i3']])
      invitations.withdrawOf('clerk')
      expect(['i1', 'i2', 'i3'].map((id) => invitations.get(id)!.state)).toEqual(['withdrawn', 'open', 'waiting'])
      invitations.update('i3', { state: 'used', name: 'Lan' })
      expect(invitations.get('i3')).toMatchObject({ state: 'used', name: 'Lan', person: 'an' })
    })

    it('go with their person; who waits for an admin waits on when the issuer goes', () => {
      const records = fresh()
      records.members.put(aMember({ person: 'clerk', role: 'staff' }))
      records.members.put(aMember({ code: 'KLMN' }))
      records.invitations.put(anInvitation('open'))
      records.invitations.put(anInvitation('waits', { state: 'waiting', person: 'binh' }))
      records.invitations.put(anInvitation('used', { by: 'other', state: 'used', person: 'an' }))
      records.erase('clerk')
      expect([records.members.get('clerk'), records.invitations.get('open')]).toEqual([null, null])
      expect(records.invitations.get('waits')).toMatchObject({ state: 'waiting', by: '' })
      records.erase('an')
      expect([records.members.get('an'), records.invitations.get('used')]).toEqual([null, null])
    })

    it('keep the address of who has a role, and let old invitations go', () => {
      const records = fresh()
      records.members.put(aMember())
      records.addresses.remember('an', 77)
      records.addresses.remember('binh', 78)
      records.invitations.put(anInvitation('old'))
      records.expire(NOON + 200 * DAY, 90)
      expect([records.addresses.idOf('an'), records.addresses.idOf('binh')]).toEqual([77, null])
      expect(records.invitations.get('old')).toBeNull()
      expect(records.members.get('an')).not.toBeNull()
    })
  })
}
