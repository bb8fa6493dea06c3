import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import type { AuditCheck } from '../../src/desk/audit-records.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { anAct, auditContract } from '../contracts/audit-records.ts'
import { scratchFolder } from '../support/scratch.ts'

auditContract('SQLite', () => {
  const folder = join(scratchFolder(), 'records')
  return { open: (now) => createSqliteRecords(folder, now ? { now } : {}) }
})

const ROWS = 12

/** The log of a program with its own secret, after somebody has been at the file with a tool of their own. */
const checkedAfter = (tamper: (database: DatabaseSync) => void): AuditCheck => {
  const folder = join(scratchFolder(), 'records')
  const { seal } = createPersonKeys(folder)
  const open = () => createSqliteRecords(folder, { seal: (text) => seal('audit', text) })
  const before = open()
  for (let n = 1; n <= ROWS; n++) before.audit.add(anAct({ target: `person-${n}`, reason: n % 2 ? 'vì vậy' : null }))
  before.close()
  const database = new DatabaseSync(join(folder, 'records.db'))
  database.exec('DROP TRIGGER auditStays; DROP TRIGGER auditIsFixed')
  tamper(database)
  database.close()
  const after = open()
  const found = after.audit.check()
  // and what is added later does not mend it
  after.audit.add(anAct())
  expect(after.audit.check().isWhole).toBe(found.isWhole)
  after.close()
  return found
}

it('A19: is whole where nobody was at it', () => {
  expect(checkedAfter(() => {})).toMatchObject({ isWhole: true, rows: ROWS })
})

it('A19: finds every row that was changed, in each of its columns', () => {
  const changes = [
    'at = at + 1',
    `actor = 'another'`,
    `action = 'role.remove'`,
    `target = 'another'`,
    `before = 'staff'`,
    'after = NULL',
    `reason = 'another'`,
    `seal = 'another'`,
    'n = n + 100',
  ]
  for (let n = 1; n <= ROWS; n++)
    expect(
      checkedAfter((database) => database.exec(`UPDATE audit SET ${changes[n % changes.length]!} WHERE n = ${n}`)),
      `row ${n}: ${changes[n % changes.length]!}`,
    ).toMatchObject({ isWhole: false, at: n })
})

it('A19: finds every row that was taken away, the last ones and all of them included', () => {
  for (let n = 1; n <= ROWS; n++)
    expect(checkedAfter((database) => database.exec(`DELETE FROM audit WHERE n = ${n}`))).toMatchObject({
      isWhole: false,
      at: n,
    })
  expect(checkedAfter((database) => database.exec('DELETE FROM audit WHERE n > 6')).isWhole).toBe(false)
  expect(checkedAfter((database) => database.exec('DELETE FROM audit; DELETE FROM auditHead')).isWhole).toBe(false)
})

it('A19: finds rows in another order, added by another hand, or an end that was made to fit', () => {
  const swapped = `UPDATE audit SET n = 100 WHERE n = 3; UPDATE audit SET n = 3 WHERE n = 4; UPDATE audit SET n = 4 WHERE n = 100`
  expect(checkedAfter((database) => database.exec(swapped))).toMatchObject({ isWhole: false, at: 3 })
  const added = `INSERT INTO audit (at, actor, action, target, seal) VALUES (1, 'x', 'role.grant', 'x', 'x')`
  expect(checkedAfter((database) => database.exec(added))).toMatchObject({ isWhole: false, at: ROWS + 1 })
  const fitted = `DELETE FROM audit WHERE n > 6; UPDATE auditHead SET n = 6, seal = (SELECT seal FROM audit WHERE n = 6);
    UPDATE sqlite_sequence SET seq = 6 WHERE name = 'audit'`
  expect(checkedAfter((database) => database.exec(fitted)).isWhole).toBe(false)
})

it('A19: an act whose row cannot be written is not done', () => {
  const folder = join(scratchFolder(), 'records')
  let isBroken = false
  const records = createSqliteRecords(folder, {
    seal: (text) => {
      if (isBroken) throw new Error('no seal')
      return text.slice(-20)
    },
  })
  isBroken = true
  expect(() =>
    records.transaction(() => {
      records.notes.set('act', 'done')
      records.audit.add(anAct())
    }),
  ).toThrow('no seal')
  expect(records.notes.get('act')).toBeNull()
  records.close()
})

it('is not changed by the program itself, whatever it tries', () => {
  const folder = join(scratchFolder(), 'records')
  const records = createSqliteRecords(folder)
  records.audit.add(anAct())
  records.close()
  const database = new DatabaseSync(join(folder, 'records.db'))
  expect(() => database.exec('DELETE FROM audit')).toThrow('the log of acts is kept')
  expect(() => database.exec(`UPDATE audit SET target = 'x'`)).toThrow('the log of acts is kept')
  database.close()
})
