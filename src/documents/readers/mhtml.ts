import { decodeAs, decodeBytes } from './decode-bytes.ts'

/** The first HTML part of a page saved as MHTML ("web archive"), null if there is none. */
export const htmlOfMhtml = (bytes: Uint8Array): string | null => {
  // latin1 keeps every byte as one character, so that the part can be turned back into bytes
  const whole = Buffer.from(bytes).toString('latin1').replace(/\r\n/g, '\n')
  const boundary = /boundary\s*=\s*"?([^"\n;]+)"?/i.exec(whole.slice(0, 16_384))?.[1]
  if (boundary === undefined) return null
  for (const part of whole.split(`--${boundary.trim()}`)) {
    const end = part.indexOf('\n\n')
    if (end < 0) continue
    const head = part.slice(0, end)
    if (!/content-type:\s*text\/html/i.test(head)) continue
    const body = bodyBytes(part.slice(end + 2), /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1] ?? '')
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1]
    return decodeAs(body, 'utf-8') ?? (charset === undefined ? null : decodeAs(body, charset)) ?? decodeBytes(body).text
  }
  return null
}

const bodyBytes = (body: string, encoding: string): Buffer => {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1')
  const text = body
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}
