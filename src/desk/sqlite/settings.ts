/** How SQLite is to treat the file: what is acknowledged is on disk, what is deleted is gone. */
import type { DatabaseSync } from 'node:sqlite'
import { recordsMessages } from '../../text/messages/records-messages.ts'
import { RecordsError } from '../records-error.ts'

/**
 * `PRAGMA name = value`, and what it reads as once it holds. WAL and FULL: reliability.md §0.3 and §4; the log is cut back to
 * 64 MB after a heap of work (§3 L6). Keys are random, so an answer touches some 28 pages all over the file: with SQLite's own
 * 2 MB at hand and a log carried over every 4 MB the same pages would be read and written again and again; so 64 MB and 16 MB.
 */
const SETTINGS: readonly (readonly [name: string, value: string, reads: string])[] = [
  ['busy_timeout', '5000', '5000'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['foreign_keys', 'ON', '1'],
  ['secure_delete', 'ON', '1'],
  ['temp_store', 'MEMORY', '2'],
  ['cache_size', '-65536', '-65536'],
  ['wal_autocheckpoint', '4000', '4000'],
  ['journal_size_limit', '67108864', '67108864'],
]

export const keepSettings = (database: DatabaseSync): void => {
  for (const [name, value] of SETTINGS) database.exec(`PRAGMA ${name} = ${value}`)
}

/**
 * Call after the first use of a table: only then SQLite has made up its mind (reliability.md §0.3).
 * @throws {RecordsError} a setting did not hold, as on a network drive that cannot do WAL
 */
export const checkSettings = (database: DatabaseSync, file: string): void => {
  for (const [name, , reads] of SETTINGS) {
    const found = readPragma(database, name)
    if (found !== reads) throw new RecordsError('not_kept', recordsMessages.notKept(file, name, found))
  }
}

export const readPragma = (database: DatabaseSync, name: string): string =>
  String(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
