/** Roles of people, and invitations. */
import type { Invitation, Invitations, Member, Members } from '../member-records.ts'
import type { Store } from './store.ts'

const FIELDS = 'person, role, code, since, name'
const RANK = `CASE role WHEN 'admin' THEN 0 WHEN 'staff' THEN 1 ELSE 2 END`

export const createMembers = (store: Store): Members => ({
  get: (person) => store.row<Member>(`SELECT ${FIELDS} FROM members WHERE person = :person`, { person }),
  ofCode: (code) => store.row<Member>(`SELECT ${FIELDS} FROM members WHERE code = :code`, { code }),
  list: (limit, offset = 0) =>
    store.rows<Member>(`SELECT ${FIELDS} FROM members ORDER BY ${RANK}, since DESC, code LIMIT :limit OFFSET :offset`, {
      limit,
      offset,
    }),
  count: (role) =>
    store.row<{ n: number }>('SELECT count(*) AS n FROM members WHERE :role IS NULL OR role = :role', {
      role: role ?? null,
    })!.n,
  put: (member) =>
    void store.run(
      `INSERT INTO members (${FIELDS}) VALUES (:person, :role, :code, :since, :name)
        ON CONFLICT (person) DO UPDATE SET role = excluded.role, code = excluded.code, since = excluded.since,
          name = excluded.name`,
      { ...member },
    ),
  remove: (person) => void store.run('DELETE FROM members WHERE person = :person', { person }),
})

const INVITATION = 'id, linkDigest, codeDigest, role, by, at, expiresAt, state, person, name'

export const createInvitations = (store: Store): Invitations => {
  const one = (where: string, parameters: Readonly<Record<string, string>>): Invitation | null =>
    store.row<Invitation>(`SELECT ${INVITATION} FROM invitations WHERE ${where}`, parameters)
  return {
    put: (invitation) =>
      void store.run(
        `INSERT INTO invitations (${INVITATION})
          VALUES (:id, :linkDigest, :codeDigest, :role, :by, :at, :expiresAt, :state, :person, :name)`,
        { ...invitation },
      ),
    get: (id) => one('id = :id', { id }),
    ofDigest: (digest) => one('linkDigest = :digest OR codeDigest = :digest', { digest }),
    waitingOf: (person) => one(`state = 'waiting' AND person = :person`, { person }),
    waiting: () =>
      store.rows<Invitation>(`SELECT ${INVITATION} FROM invitations WHERE state = 'waiting' ORDER BY at, id`),
    countOpen: (now) =>
      store.row<{ n: number }>(`SELECT count(*) AS n FROM invitations WHERE state = 'open' AND expiresAt > :now`, {
        now,
      })!.n,
    update: (id, change) => {
      const set = Object.keys(change).map((name) => `${name} = :${name}`)
      if (set.length > 0) store.run(`UPDATE invitations SET ${set.join(', ')} WHERE id = :id`, { id, ...change })
    },
    withdrawOf: (by) =>
      void store.run(`UPDATE invitations SET state = 'withdrawn' WHERE by = :by AND state = 'open'`, { by }),
  }
}
