/** A file that is there whole or not at all, also when the power goes in the middle. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'

/** A point in front: ingestion passes such a file over. */
const HALF = '.half-'

export const writeWhole = (path: string, content: Buffer | string): void => {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const half = join(folder, `${HALF}${randomBytes(6).toString('hex')}`)
  try {
    const file = openSync(half, 'wx', 0o644)
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(half, path)
  } catch (error) {
    rmSync(half, { force: true })
    throw error
  }
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** What a process that was killed had begun, in these folders and the folders in them. Call while nobody else writes there. */
export const sweepHalves = (...folders: readonly string[]): void => {
  for (const folder of folders) {
    if (!existsSync(folder)) continue
    const entries = readdirSync(folder, { withFileTypes: true })
    for (const entry of entries) {
      if (entry.isFile() && entry.name.startsWith(HALF)) rmSync(join(folder, entry.name), { force: true })
      else if (entry.isDirectory()) sweepHalves(join(folder, entry.name))
    }
  }
}
