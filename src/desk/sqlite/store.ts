/** A thin face on one SQLite connection: statements prepared once, transactions that nest, and errors that have a type. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { RecordsFullError } from '../records-error.ts'

export type Parameters = Readonly<Record<string, SQLInputValue>>

export interface Store {
  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, parameters?: Parameters): number
  /** The first row, as a plain value; null where there is none. */
  row<T>(sql: string, parameters?: Parameters): T | null
  rows<T>(sql: string, parameters?: Parameters): readonly T[]
  transaction<T>(work: () => T): T
  /**
   * Counts that a power cut may set back a little: written at once, so that a kill loses nothing, but flushed with what is
   * written next. Of the five flushes of an answer two are spared so.
   */
  unflushed<T>(work: () => T): T
  /** Moves the log into the file and empties it, now or after the transaction that is open: what was wiped is then gone from both. */
  settle(): void
}

const FULL = 13

export const createStore = (database: DatabaseSync): Store => {
  let depth = 0
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    if (depth > 0) assertOpen(database)
    let found = prepared.get(sql)
    if (!found) prepared.set(sql, (found = database.prepare(sql)))
    return found
  }
  let isSettling = false
  const settle = (): void => {
    isSettling = depth > 0
    if (!isSettling) database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  const whole = <T>(work: () => T, [begin, end, undo]: readonly [string, string, string]): T => {
    database.exec(begin)
    depth++
    try {
      const result = work()
      if (result instanceof Promise) throw new TypeError('a transaction must not wait for anything')
      assertOpen(database)
      database.exec(end)
      return result
    } catch (error) {
      if (database.isTransaction) database.exec(undo)
      throw error
    } finally {
      depth--
    }
  }

  return {
    run: (sql, parameters = {}) => typed(() => Number(statement(sql).run(parameters).changes)),
    row: <T>(sql: string, parameters: Parameters = {}) =>
      typed(() => {
        const row = statement(sql).get(parameters)
        return row ? ({ ...row } as T) : null
      }),
    rows: <T>(sql: string, parameters: Parameters = {}) =>
      typed(() =>
        statement(sql)
          .all(parameters)
          .map((row) => ({ ...row }) as T),
      ),
    transaction: (work) => {
      const result = typed(() => whole(work, depth === 0 ? OUTER : INNER))
      if (depth === 0 && isSettling) settle()
      return result
    },
    unflushed: (work) => {
      if (depth > 0) return work()
      database.exec('PRAGMA synchronous = NORMAL')
      try {
        return work()
      } finally {
        database.exec('PRAGMA synchronous = FULL')
      }
    },
    settle: () => typed(settle),
  }
}

/** SQLite itself takes a transaction back when the disk is full; what came after, the error swallowed, would stand alone. */
const assertOpen = (database: DatabaseSync): void => {
  if (!database.isTransaction) throw new Error('the transaction was taken back by an error in it')
}

// IMMEDIATE: the right to write is taken at once, never asked for in the middle
const OUTER = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const
const INNER = ['SAVEPOINT inner', 'RELEASE inner', 'ROLLBACK TO inner; RELEASE inner'] as const

const typed = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw isFull(error) ? new RecordsFullError(error) : error
  }
}

const isFull = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === FULL
