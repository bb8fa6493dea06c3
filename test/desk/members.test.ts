import { join } from 'node:path'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { memberContract } from '../contracts/member-records.ts'
import { scratchFolder } from '../support/scratch.ts'

memberContract('SQLite', () => {
  const folder = join(scratchFolder(), 'records')
  return { open: (now) => createSqliteRecords(folder, now ? { now } : {}) }
})
