/** Opens the records' file so that what is acknowledged is on disk, what is deleted is gone, and nobody else writes to it. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { recordsMessages } from '../../text/messages/records-messages.ts'
import { RecordsError } from '../records-error.ts'
import { MIGRATIONS } from './schema.ts'

export interface OpenDatabase {
  readonly database: DatabaseSync
  close(): void
}

/** `PRAGMA name = value` and what it then reads as. FULL: reliability.md §0.3. A WAL file larger than 64 MB is cut back (§3 L6). */
const SETTINGS: readonly (readonly [name: string, value: string, reads: string])[] = [
  ['busy_timeout', '5000', '5000'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['foreign_keys', 'ON', '1'],
  ['secure_delete', 'ON', '1'],
  ['temp_store', 'MEMORY', '2'],
  ['journal_size_limit', '67108864', '67108864'],
]

/** @throws {RecordsError} in use, damaged, newer than the program, or on a disk that does not keep the settings; nothing is changed then */
export const openDatabase = (folder: string, steps: readonly string[] = MIGRATIONS): OpenDatabase => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const lock = takeLock(folder)
  const file = join(folder, 'records.db')
  let database: DatabaseSync | null = null
  try {
    makeOwn(file)
    database = new DatabaseSync(file)
    check(database, file, steps.length)
    for (const [name, value] of SETTINGS) database.exec(`PRAGMA ${name} = ${value}`)
    migrate(database, steps)
    readBack(database, file)
  } catch (error) {
    database?.close()
    lock.close()
    throw error
  }
  const opened = database
  return {
    database,
    close: () => {
      opened.close()
      lock.close()
    },
  }
}

/** One program at a time: SQLite's own file lock, which the system frees when its holder dies, however it dies. */
const takeLock = (folder: string): DatabaseSync => {
  const file = join(folder, 'lock.db')
  makeOwn(file)
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw String(error).includes('locked') ? new RecordsError('in_use', recordsMessages.inUse(folder)) : error
  }
}

/** SQLite gives its log the rights of the file itself, so the file is made before SQLite sees it. */
const makeOwn = (file: string): void => {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/** Reads, and changes nothing: is it whole, and is it ours to read? */
const check = (database: DatabaseSync, file: string, known: number): void => {
  let fault: string
  try {
    const found = pragma(database, 'user_version')
    if (Number(found) > known) throw new RecordsError('newer', recordsMessages.newer(file, Number(found), known))
    fault = pragma(database, 'quick_check(1)')
  } catch (error) {
    if (error instanceof RecordsError) throw error
    fault = error instanceof Error ? error.message : String(error)
  }
  if (fault !== 'ok') throw new RecordsError('damaged', recordsMessages.damaged(file, fault))
}

const migrate = (database: DatabaseSync, steps: readonly string[]): void => {
  for (let version = Number(pragma(database, 'user_version')); version < steps.length; version++)
    database.exec(`BEGIN IMMEDIATE; ${steps[version]!}; PRAGMA user_version = ${version + 1}; COMMIT`)
}

/** After the first use of a table, because only then SQLite has made up its mind (reliability.md §0.3). */
const readBack = (database: DatabaseSync, file: string): void => {
  database.prepare('SELECT count(*) FROM notes').get()
  for (const [name, , reads] of SETTINGS) {
    const found = pragma(database, name)
    if (found !== reads) throw new RecordsError('not_kept', recordsMessages.notKept(file, name, found))
  }
}

const pragma = (database: DatabaseSync, name: string): string =>
  String(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
