/** Questions about a document itself: when it was issued or published, by whom, under which number. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { numbersIn as documentNumbersIn, numberKey } from '../../text/numbers/document-numbers.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import { clean, fold } from '../../text/vietnamese.ts'
import type { QuotedPlace } from '../citations.ts'
import { nameOf } from '../document-names.ts'
import { signatureIn } from './signature.ts'
import { dayFirst } from '../source-line.ts'

export type Asked = 'date' | 'issuer' | 'number' | 'author' | 'signer'

const pattern = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu')
const ABOUT: readonly (readonly [Asked, RegExp])[] = [
  [
    'signer',
    pattern(
      '(?:do )?(?:ai|nguoi nao) (?:da )?ky(?: ten| ban hanh)?|(?:nguoi|nguoi da) ky(?: la ai| ten)?|ai la nguoi ky',
    ),
  ],
  ['author', pattern('tac gia|ai (?:la nguoi )?(?:viet|thuc hien)|do ai (?:viet|thuc hien)')],
  ['number', pattern('so hieu|so van ban|so,? ky hieu|so (?:may|bao nhieu)(?: vay| the)?$|mang so')],
  [
    'issuer',
    pattern(
      '(?:ai|co quan nao|don vi nao|to chuc nao|cap nao) (?:da )?(?:ban hanh|dang)|do (?:ai|co quan nao|don vi nao|to chuc nao|cap nao) (?:ban hanh|dang)|co quan ban hanh',
    ),
  ],
  [
    'date',
    pattern(
      '(?:(?<!(?:\\p{L}nh|hoc|nhiem|thoi|chu|cuoi|dau) )ky|dang|ban hanh|cong bo|phat hanh|ra doi|xuat ban)(?: (?:vao|tu|luc|hoi|trong|tren|bao))* (?:ngay|thang|nam|khi|bao gio|hom|thoi gian)(?: (?:nao|may|bao nhieu))?|ngay (?:dang|ban hanh|ky|cong bo|phat hanh)|(?:khi nao|bao gio|ngay nao)(?: .{0,30})? (?:dang|ban hanh|cong bo)|(?:cua|la) ngay nao$',
    ),
  ],
]
const HOLDS_FROM = pattern('hieu luc|thi hanh|ap dung|hop|to chuc|dien ra|hoan thanh|ket thuc')
const POINTS = pattern(
  'bai (?:bao|viet|phong van|nay|do|tren)|bai|(?:van ban|tai lieu|nghi quyet|quy dinh|quyet dinh|chi thi|ket luan|huong dan|ke hoach|chuong trinh|thong bao|de an|quy che|bao cao|cong van) (?:nay|do|tren|ay)|phong van',
)
const ARTICLE = pattern('bai|bai bao|bai viet|phong van')

/** What the question wants to know about a document; null when it asks what documents say. */
export const askedAbout = (question: string): Asked | null => {
  const folded = fold(clean(question))
    .toLowerCase()
    .replace(/[?!.\s]+$/u, '')
  const asked = ABOUT.find(([, words]) => words.test(folded))?.[0] ?? null
  // the day from which it holds is said in its text, if anywhere
  return asked === 'date' && HOLDS_FROM.test(folded) ? null : asked
}

/** Whether the question points at a document without its number: "bài phỏng vấn", "văn bản này". */
export const pointsAtDocument = (question: string): boolean => POINTS.test(fold(question))
export const pointsAtArticle = (question: string): boolean => ARTICLE.test(fold(question))

/** A sentence from what is known about the document, with the place in its text that shows it, or its first sentence. */
export const answerAbout = (
  asked: Asked,
  card: DocumentCard,
  library: Library,
): { readonly sentence: string; readonly place: QuotedPlace } | null => {
  const { meta } = card
  const text = library.content(card.id)?.text
  if (!text) return null
  const name = nameOf(meta)
  const at = (offset: number | null): QuotedPlace => ({ card, ...unitAt(text, offset) })
  if (asked === 'date' && meta.date) {
    const date = dayFirst(meta.date)
    const sentence =
      meta.kind === 'article' ? answerMessages.published(meta.title, date) : answerMessages.issued(name, date)
    return { sentence, place: at(placeOfDate(text, meta.date)) }
  }
  if (asked === 'issuer' && meta.issuer) {
    const place = text.toLowerCase().indexOf(meta.issuer.toLowerCase())
    return { sentence: answerMessages.issuedBy(name, meta.issuer), place: at(place < 0 ? null : place) }
  }
  if (asked === 'number' && meta.number) {
    const key = numberKey(meta.number)
    const found = documentNumbersIn(text).find(({ number }) => numberKey(number) === key)
    return { sentence: answerMessages.numbered(meta.title, meta.number), place: at(found?.start ?? null) }
  }
  if (asked === 'author' && meta.author) {
    const place = text.indexOf(meta.author)
    return { sentence: answerMessages.writtenBy(meta.title, meta.author), place: at(place < 0 ? null : place) }
  }
  if (asked === 'signer') {
    const signed = signatureIn(text)
    return (
      signed && {
        sentence: answerMessages.signedBy(name, signed.name),
        place: { card, start: signed.start, end: signed.end },
      }
    )
  }
  return null
}

/** The unit that holds an offset; the first unit of the text where there is none. */
const unitAt = (text: string, offset: number | null): { start: number; end: number } => {
  const from = offset === null ? 0 : Math.max(0, text.lastIndexOf('\n\n', offset))
  const units = unitsOf(text.slice(from, (offset ?? 0) + 3000))
  const unit =
    offset === null
      ? (units.find(({ kind }) => kind !== 'heading') ?? units[0])
      : units.findLast(({ start }) => from + start <= offset)
  return unit ? { start: from + unit.start, end: from + unit.end } : { start: 0, end: 0 }
}

const placeOfDate = (text: string, iso: string): number | null => {
  const [year, month, day] = iso.split('-').map(Number)
  const long = new RegExp(`ngày\\s+0?${day}\\s+tháng\\s+0?${month}\\s+năm\\s+${year}`, 'iu').exec(text)
  const short = new RegExp(`(?<![\\d/.-])0?${day}\\s*[/.-]\\s*0?${month}\\s*[/.-]\\s*${year}(?!\\d)`, 'u').exec(text)
  return long?.index ?? short?.index ?? null
}
