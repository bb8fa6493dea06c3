/** Persons and chats under names that say nothing without a secret: HMAC-SHA-256 of the Telegram id. */
import { createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { recordsMessages } from '../text/messages/records-messages.ts'
import { RecordsError } from './records-error.ts'
import type { Key } from './records.ts'

export interface PersonKeys {
  /** 22 characters of `[A-Za-z0-9_-]` (132 bits), the same for an id as long as the key file is. */
  keyOf(telegramId: number): Key
  /** 43 characters (256 bits) that nobody makes without the secret: for each purpose others, and none of them a person's. */
  seal(purpose: string, text: string): string
}

/** Keys kept at hand; a key is made in about 4 µs, so this only spares the busiest their work. */
const CACHED = 1_000
const SECRET = /^[0-9a-f]{64}\n$/

/**
 * Reads the secret in `person.key` of the records' folder, making it if this is the first use: call before the records are opened.
 * @throws {RecordsError} damaged, or missing beside records that were made with it; a new secret would know nobody in them
 */
export const createPersonKeys = (folder: string): PersonKeys => {
  const secret = readSecret(folder)
  const cache = new Map<number, Key>()
  return {
    keyOf: (telegramId) => {
      if (!Number.isSafeInteger(telegramId)) throw new TypeError('a Telegram id is a whole number')
      const known = cache.get(telegramId)
      // what is used again becomes the newest
      cache.delete(telegramId)
      const key = known ?? createHmac('sha256', secret).update(String(telegramId)).digest('base64url').slice(0, 22)
      cache.set(telegramId, key)
      if (cache.size > CACHED) cache.delete(cache.keys().next().value!)
      return key
    },
    // a Telegram id holds no line break: what is sealed is never what a key is made of
    seal: (purpose, text) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url'),
  }
}

const readSecret = (folder: string): Buffer => {
  const file = join(folder, 'person.key')
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'records.db'))) throw new RecordsError('key_missing', recordsMessages.keyMissing(file))
    makeSecret(folder, file)
  }
  const text = readFileSync(file, 'latin1')
  if (!SECRET.test(text)) throw new RecordsError('key_damaged', recordsMessages.keyDamaged(file))
  return Buffer.from(text.trim(), 'hex')
}

/** Written whole and flushed aside, then linked: nobody ever reads half of it, and of two programs that start at once one wins. */
const makeSecret = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    flushed(aside, 'wx', (descriptor) => writeSync(descriptor, `${randomBytes(32).toString('hex')}\n`))
    try {
      linkSync(aside, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    }
    flushed(folder, 'r', () => {})
  } finally {
    rmSync(aside, { force: true })
  }
}

const flushed = (path: string, flags: string, use: (descriptor: number) => void): void => {
  const descriptor = openSync(path, flags, 0o600)
  try {
    use(descriptor)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
