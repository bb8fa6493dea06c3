/** Who a document is sent to and what it rests on, as it stands at its foot and its head. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import type { QuotedPlace } from '../citations.ts'
import { RECIPIENTS } from '../places/whole-end.ts'

/** No list of recipients is longer. */
const LONGEST_LIST = 2500
const HEAD = 6000
// what follows the list, or stands beside it in a second column
const SIGNED =
  /^(?:T\s*\/\s*M|TM|K\s*\/\s*T|KT|T\s*\/\s*L|TL|TUQ|Q)[./]?\s+\p{Lu}{2}|^(?:BÍ THƯ|PHÓ BÍ THƯ|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|TỔNG BÍ THƯ)(?!\p{L})|^\(\s*đã ký/u
const ITEM = /^\s*(?:[-–—•*+]|\d{1,2}[.)]|như trên)/iu

/** From "Nơi nhận:" to the last line of the list; null where the document names none. */
export const recipientsOf = (library: Library, card: DocumentCard): QuotedPlace | null => {
  const text = library.content(card.id)?.text ?? ''
  const all = [...text.matchAll(new RegExp(RECIPIENTS.source, 'gimu'))]
  const found = all.at(-1)
  if (!found) return null
  const start = found.index + found[0].search(/\S/u)
  let end = start + found[0].trim().length
  let at = lineEnd(text, start)
  end = Math.max(end, start + text.slice(start, at).trimEnd().length)
  while (at < text.length && at - start < LONGEST_LIST) {
    const next = at + 1
    const stop = lineEnd(text, next)
    const line = text.slice(next, stop)
    if (SIGNED.test(line.trim())) break
    // an item, or the rest of one that a narrow column broke
    const goesOn = line.trim() !== '' && (ITEM.test(line) || /^\s*\p{Ll}/u.test(line))
    if (line.trim() !== '' && !goesOn) break
    if (goesOn) end = next + line.trimEnd().length
    at = stop
  }
  end = Math.max(end, endWithFile(text, start))
  return end - start > found[0].trim().length ? { card, start, end } : null
}

/** "Lưu Văn phòng" ends every list; in a PDF of two columns the signature stands between its lines, and is quoted as it stands. */
const endWithFile = (text: string, start: number): number => {
  const list = text.slice(start, start + LONGEST_LIST)
  const kept = /(?:^|[-–—•,]\s*)lưu(?!\p{L})[^\n]*/imu.exec(list)
  return kept ? start + (kept.index + kept[0].length) : -1
}

const lineEnd = (text: string, from: number): number => {
  const feed = text.indexOf('\n', from)
  return feed < 0 ? text.length : feed
}

const GROUND = /^\s*(?:[-–—•]\s*)?(?:căn cứ|xét đề nghị|theo đề nghị|thực hiện|xét)(?!\p{L})/iu

/** The lines "Căn cứ …;", "Xét đề nghị …" before the body; null where it names none. They follow each other: one place. */
export const groundsOf = (library: Library, card: DocumentCard): QuotedPlace | null => {
  const content = library.content(card.id)
  if (!content) return null
  const head = content.text.slice(
    0,
    Math.min(HEAD, content.headings.find(({ label }) => label !== null)?.start ?? HEAD),
  )
  let start = -1
  let end = -1
  let at = 0
  for (const line of head.split('\n')) {
    const is = GROUND.test(line) && (start >= 0 || /^\s*(?:[-–—•]\s*)?căn cứ/iu.test(line))
    if (is) {
      if (start < 0) start = at + line.search(/\S/u)
      end = at + line.trimEnd().length
    } else if (start >= 0 && line.trim() !== '') {
      // the rest of a line that was broken
      if (/[;.,:]$/u.test(head.slice(start, end)) || !/^\s*\p{Ll}/u.test(line)) break
      end = at + line.trimEnd().length
    }
    at += line.length + 1
  }
  return start < 0 ? null : { card, start, end }
}
