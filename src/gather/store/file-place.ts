/** Under which name a page is kept: readable, safe on every disk, and always the same for the same address. */
import { createHash } from 'node:crypto'
import { fold } from '../../text/vietnamese.ts'

/** Below `documents`. */
export const WEB_FOLDER = 'tu-web'
const LONGEST_STEM = 60
/** Of the digest. So many that nobody who writes addresses into a list finds one that takes another page's place. */
const DIGITS = 20

/** `lamgiang.vn/quyet-dinh-45-3fa2c1b09d….html`, below the web folder. */
export const placeOf = (url: URL, ending: string): string => {
  const digest = createHash('sha256').update(url.href).digest('hex').slice(0, DIGITS)
  return `${folderOf(url)}/${stemOf(url)}-${digest}.${ending}`
}

export const folderOf = ({ hostname, port }: URL): string =>
  `${hostname}${port === '' ? '' : `_${port}`}`.replace(/[^a-z0-9._-]/g, '_').slice(0, 100)

const stemOf = ({ pathname }: URL): string => {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  const stem = fold(decoded(last))
    .toLowerCase()
    .replace(/\.(?:html?|aspx?|php|jsp|docx?|pdf|rtf|odt|txt|md)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_STEM)
    .replace(/^-+|-+$/g, '')
  return stem === '' ? 'trang' : stem
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone % in an address
  }
}
