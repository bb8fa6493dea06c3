/** Many followers at once, written into the records while the program does not run: as if each had typed the command. */
import { join } from 'node:path'
import { EVERYTHING, type Topic } from '../../src/desk/follow-topic.ts'
import { newId } from '../../src/desk/new-id.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'

/** Returns the key of each, in order. */
export const makeFollowers = (
  dataDir: string,
  ids: readonly number[],
  topic: Topic = EVERYTHING,
): readonly string[] => {
  const folder = join(dataDir, 'records')
  const { keyOf } = createPersonKeys(folder)
  const records = createSqliteRecords(folder)
  try {
    return records.transaction(() =>
      ids.map((id) => {
        const person = keyOf(id)
        records.addresses.remember(person, id)
        records.follows.put({ id: newId(), person, topic, at: Date.now() })
        return person
      }),
    )
  } finally {
    records.close()
  }
}
