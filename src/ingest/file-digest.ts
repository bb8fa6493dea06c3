/** What tells whether a file has to be read again: its bytes, and all that decides what is made of them. */
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'

/** Grows when reading, passages or metadata change so much that unchanged files must be read again. */
const READING_VERSION = 2

/** Read in one go: opening a stream takes longer than reading so much. */
const SMALL_BYTES = 1_000_000

/** SHA-256 of the file's bytes, null if it cannot be read. */
export const digestOf = async (path: string): Promise<string | null> => {
  const hash = createHash('sha256')
  try {
    const { size } = statSync(path)
    if (size <= SMALL_BYTES) return hash.update(readFileSync(path)).digest('hex')
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}

export const digestOfSettings = (sidecar: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([READING_VERSION, sidecar && wordsOf(sidecar)]))
    .digest('hex')
    .slice(0, 16)

/** False for a sidecar that cannot be read: other than none, so that its file is read again, and then refused by name. */
const wordsOf = (sidecar: string): string | false => {
  try {
    return readFileSync(sidecar, 'utf8')
  } catch {
    return false
  }
}
