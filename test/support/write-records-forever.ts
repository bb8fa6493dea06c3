/** A program that writes updates down and says so, until it is killed: `node write-records-forever.ts FOLDER FIRST_ID`. */
import { anUpdate } from '../contracts/an-update.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'

const [folder, first] = process.argv.slice(2)
const records = createSqliteRecords(folder!)
for (let id = Number(first); ; id++) {
  records.transaction(() => {
    records.inbox.take([anUpdate(id)])
    records.people.countQuestion('an', '2026-11-23')
    if (id % 3 === 0) records.inbox.end(id, 'done')
  })
  process.stdout.write(`${id}\n`)
}
