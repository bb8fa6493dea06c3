/** One ingestion at a time. The lock is SQLite's own file lock, so the system frees it when its holder dies, however it dies. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const RETRY_MS = 200

/**
 * Takes the lock of an index folder, waiting while another process has it. `onWait` is told once, at the first refusal,
 * which process that is. Returns the function that gives the lock back. Rejects if `signal` aborts.
 */
export const lockIndex = async (
  indexDir: string,
  onWait: (holder: string) => void = () => {},
  signal?: AbortSignal,
): Promise<() => void> => {
  mkdirSync(indexDir, { recursive: true })
  const holderFile = join(indexDir, 'lock.holder')
  const database = new DatabaseSync(join(indexDir, 'lock.db'), { timeout: 0 })
  for (let told = false; ;) {
    try {
      database.exec('BEGIN EXCLUSIVE')
      writeFileSync(holderFile, `process ${process.pid}, since ${new Date().toISOString()}`)
      return () => database.close()
    } catch (error) {
      if (!String(error).includes('locked')) throw error
    }
    if (!told) onWait(holderOf(holderFile))
    told = true
    try {
      await sleep(RETRY_MS, undefined, signal ? { signal } : {})
    } catch (error) {
      database.close()
      throw error
    }
  }
}

const holderOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'another process'
  }
}
