/** Looks into the records of a running program from outside, as an auditor would. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Answer } from '../../src/answer/answer.ts'

/** The answers given, oldest first. */
export const recordedAnswers = (dataDir: string): readonly Answer[] => {
  const database = new DatabaseSync(join(dataDir, 'records', 'records.db'), { readOnly: true })
  try {
    const rows = database.prepare('SELECT answer FROM answers ORDER BY at, rowid').all() as { answer: string }[]
    return rows.map(({ answer }) => JSON.parse(answer) as Answer)
  } finally {
    database.close()
  }
}
