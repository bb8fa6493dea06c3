/** A question as it is searched for: without what was masked in it and without the words that only bring that up. */
import { foldAligned } from './aligned.ts'
import { oneLine } from './vietnamese.ts'

export interface WithoutPersonalData {
  /** Empty where nothing but the data was said. The text itself where nothing was masked, or where it asks about the data. */
  readonly text: string
  /** What was masked, each once, as it is called: `số điện thoại`, … */
  readonly found: readonly string[]
}

/** The places that maskPersonalData leaves. */
const MASKED =
  /\[(số định danh|số hộ chiếu|số điện thoại|số tài khoản|số thẻ đảng|số lý lịch đảng viên|mã số thuế|số bảo hiểm|thư điện tử)\]/gu

// folded: what bears a number and may be what is asked about ("mất thẻ đảng viên số …"), and what is nothing but its number
const THING =
  '(?:the dang(?: vien)?|dang vien|(?:the )?bao hiem(?: xa hoi| y te)?|bhxh|bhyt|tai khoan(?: ngan hang)?|ly lich(?: dang vien)?|ho chieu|the)'
const NUMBER =
  '(?:(?:dia chi )?(?:cccd|cmnd|cmtnd|cmt|can cuoc(?: cong dan)?|chung minh(?: thu| nhan dan)?|(?:dinh danh|giay to)(?: ca nhan)?|passport|sdt|dt|dtdd|dien thoai(?: di dong)?|di dong|zalo|e-?mail|gmail|thu dien tu|stk|ma so thue|mst))'
const OF = '(?:so|ma so|ma)'
const PERSON = '(?:toi|em|chau|minh|con|chung toi|bac|chu|co|ong|ba|anh|chi(?! (?:bo|uy|hoi|doan)))'
const LINK = `(?: (?:cua )?${PERSON})?(?:\\s*(?:la|so|co so|mang so|:|=|-))*`
const CALL = `(?:(?:xin |vui long )?(?:goi|lien he|lien lac|nhan tin|tra loi|bao)(?: lai)?(?: (?:cho|voi))?(?: ${PERSON})?(?: (?:qua|theo|vao|toi|so))*)`
const INTRO = `(?:(?:${PERSON}|co|mang|dung|giu|la|voi|va|kem|gui|de lai|${CALL}) )*`
/** Up to where the masked place begins: `Tôi số CCCD`, `số điện thoại của tôi là`, `liên hệ tôi qua email`. */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<intro>${INTRO})(?:${OF} ${THING}|(?:${OF} )?${NUMBER}|(?<thing>${THING})|${CALL}|so)${LINK}\\s*$`,
  'du',
)
/** Words of this many characters may bring a number up. */
const REACH = 100
/** From where it ends: `là số CCCD của tôi`. */
const AFTER = new RegExp(
  `^\\s*(?:(?:(?:day )?la|chinh la) (?:${OF} ${THING}|(?:${OF} )?${NUMBER}|so)(?: (?:cua )?${PERSON})?|cua ${PERSON})(?![\\p{L}\\p{N}])`,
  'u',
)
/** Asked of the data itself: `… là số của ai?` is for the house to decline. */
const ASKS_OF_IT = /^[\s,]*(?:(?:day )?(?:la|thuoc|cua) )+(?:so )?(?:cua )?(?:ai|nguoi nao|dong chi nao|nha mang nao)/u
/** What may be left of a message that asked nothing. */
const EMPTY =
  /^(?:(?:toi|em|chau|minh|con|bac|chu|co|ong|ba|anh|chi|ban|la|va|cua|so|day|nay|nhe|a|da|vang|thua|xin|chao|gui|cho|dong chi|can bo|ho ten|ten|goi|lai|lien|he|lac|nhan|tin|tra|loi|bao|giup|qua|theo|vao|voi|ngay)(?![\p{L}])|[^\p{L}\p{N}])*$/u

/** `masked`: what maskPersonalData gives, on one line or several. Linear in its length. */
export const withoutPersonalData = (masked: string): WithoutPersonalData => {
  const places = [...masked.matchAll(MASKED)]
  const found = [...new Set(places.map(([, what]) => what!))]
  if (places.length === 0) return { text: masked, found }
  const parts: string[] = []
  let from = 0
  for (const { 0: place, index } of places) {
    const before = masked.slice(from, index)
    const rest = foldAligned(masked.slice(index + place.length))
    if (ASKS_OF_IT.test(rest)) return { text: masked, found }
    parts.push(before.slice(0, cutAt(before, rest)))
    from = index + place.length + (AFTER.exec(rest)?.[0].length ?? 0)
  }
  const text = tidy([...parts, masked.slice(from)].join(' '))
  return { text: EMPTY.test(foldAligned(text)) ? '' : text, found }
}

/** Where the words begin that only bring up what follows. A thing that the sentence is about stays, without its number. */
const cutAt = (before: string, rest: string): number => {
  const from = Math.max(0, before.length - REACH)
  const near = foldAligned(before.slice(from))
  const found = BEFORE.exec(near)
  if (!found) return before.length
  const thing = found.indices?.groups?.thing
  const isAside = (found.groups?.intro !== '' || PAUSE_BEFORE.test(near.slice(0, found.index))) && PAUSE.test(rest)
  return from + (thing && !isAside ? thing[1] : found.index)
}
const PAUSE_BEFORE = /(?:^|[,.;:?!(–-])\s*$/u
const PAUSE = /^\s*(?:$|[,.;:?!)–-])/u

/** Signs that stood around what is gone. */
const tidy = (text: string): string =>
  oneLine(text)
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+(?=[,.;:?!])/g, '')
    .replace(/([,.;:])(?:\s*[,.;:])+/g, '$1')
    .replace(/^[\s,.;:–-]+/u, '')
    .replace(/[\s,;:–-]+$/u, '')
    .replace(/ {2,}/g, ' ')
    .trim()
