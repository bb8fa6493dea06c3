/** The bytes of a feed or a sitemap as text: unpacked where it is a `.gz`, in the charset that it or the server names. */
import { gunzipSync } from 'node:zlib'

/** Null where it cannot be unpacked, or unpacks to more than `limit` bytes. */
export const listingText = (bytes: Buffer, charset: string | null, limit: number): string | null => {
  const plain = unpacked(bytes, limit)
  if (plain === null) return null
  const wide = plain[0] === 0xff && plain[1] === 0xfe ? 'utf-16le' : plain[0] === 0xfe && plain[1] === 0xff ? 'utf-16be' : null // prettier-ignore
  const stated = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(plain.toString('latin1', 0, 300))?.[1]
  for (const name of [wide, 'utf-8', charset, stated]) {
    const text = name == null ? null : decoded(plain, name)
    if (text !== null) return text.normalize('NFC')
  }
  return plain.toString('utf8')
}

const unpacked = (bytes: Buffer, limit: number): Buffer | null => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch {
    return null // cut off, damaged, or a bomb
  }
}

const decoded = (bytes: Buffer, charset: string): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null // a name that is none, or bytes that are something else
  }
}
