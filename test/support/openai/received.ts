/** Whether a text has come in, however the client wrote it: plain, escaped as JSON or in an address, composed or not. */
import { isRecord } from '../telegram/fields.ts'

/** Everything that one call said, in each way it can be read. */
export const readings = (
  path: string,
  rawHeaders: readonly string[],
  raw: string,
  body: unknown,
): readonly string[] => {
  const headers = rawHeaders.join('\n')
  const texts = [path, decodedUri(path), headers, Buffer.from(headers, 'latin1').toString('utf8'), raw, ...leaves(body)]
  const all = new Set(texts.flatMap((text) => [text, unescaped(text)]))
  return [...all].map((text) => text.normalize('NFC'))
}

/** Strings and keys of a parsed body. */
const leaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(leaves)
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...leaves(inner)]) : []
}

const PLAIN: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (PLAIN[letter] ?? letter) : String.fromCharCode(parseInt(code, 16)),
  )

const decodedUri = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
