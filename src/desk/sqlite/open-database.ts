/** Opens the records' file for one program, or says in one line why not. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { recordsMessages } from '../../text/messages/records-messages.ts'
import { RecordsError } from '../records-error.ts'
import { MIGRATIONS } from './schema.ts'
import { checkSettings, keepSettings, readPragma } from './settings.ts'

export interface OpenDatabase {
  readonly database: DatabaseSync
  /** A second call does nothing. */
  close(): void
}

/** @throws {RecordsError} and leaves the records as they were */
export const openDatabase = (folder: string, steps: readonly string[] = MIGRATIONS): OpenDatabase => {
  const file = join(folder, 'records.db')
  makeOwn(folder, ['lock.db', 'records.db'])
  const lock = takeLock(folder)
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(file)
    check(database, file, steps.length)
    keepSettings(database)
    migrate(database, steps)
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    checkSettings(database, file)
  } catch (error) {
    database?.close()
    lock.close()
    throw error
  }
  const opened = database
  return {
    database,
    close: () => {
      if (opened.isOpen) opened.close()
      if (lock.isOpen) lock.close()
    },
  }
}

/** Readable by nobody else. SQLite gives its log the rights of the file itself, so the file is made before SQLite sees it. */
const makeOwn = (folder: string, names: readonly string[]): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    for (const file of names.map((name) => join(folder, name))) {
      closeSync(openSync(file, 'a', 0o600))
      chmodSync(file, 0o600)
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new RecordsError('not_writable', recordsMessages.notWritable(folder, reason))
  }
}

/** One program at a time: SQLite's own file lock, which the system frees when its holder dies, however it dies. */
const takeLock = (folder: string): DatabaseSync => {
  const lock = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw String(error).includes('locked') ? new RecordsError('in_use', recordsMessages.inUse(folder)) : error
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html). */
const DAMAGED: readonly unknown[] = [11, 26]

/** Reads, and changes nothing: is it whole, and is it ours to read? */
const check = (database: DatabaseSync, file: string, known: number): void => {
  let found: number
  let health: string
  try {
    found = Number(readPragma(database, 'user_version'))
    health = readPragma(database, 'quick_check(1)')
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && DAMAGED.includes(Number(error.errcode) & 0xff))) throw error
    throw new RecordsError('damaged', recordsMessages.damaged(file, error.message))
  }
  if (health !== 'ok') throw new RecordsError('damaged', recordsMessages.damaged(file, health.split('\n').at(-1)!))
  if (found > known) throw new RecordsError('newer', recordsMessages.newer(file, found, known))
}

const migrate = (database: DatabaseSync, steps: readonly string[]): void => {
  for (let version = Number(readPragma(database, 'user_version')); version < steps.length; version++)
    database.exec(`BEGIN IMMEDIATE; ${steps[version]!}; PRAGMA user_version = ${version + 1}; COMMIT`)
}
