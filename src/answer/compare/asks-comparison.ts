/** Whether a question asks what changed from one document to another: "khác gì so với quy định cũ", "điểm mới của quy định 27". */
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { fold, hasMarks, key, oneLine } from '../../text/vietnamese.ts'

const KIND =
  'nghị quyết|quyết định|quy định|chỉ thị|kết luận|hướng dẫn|kế hoạch|chương trình|đề án|thông báo|báo cáo|quy chế|điều lệ|công văn|văn bản|bản|luật'
const OTHER = 'cũ|mới|trước|trước đây|trước đó|hiện nay|hiện hành|bị thay thế|thay thế'
const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${source})(?![\\p{L}\\p{M}\\d])`, 'u')
/** Written with marks; a question without marks is compared folded. */
const either = (source: string) => ({ marked: word(key(source)), unmarked: word(fold(source)) })

const DIFFER = either(
  'so sánh|đối chiếu|(?:có )?(?:gì|điểm gì|những gì|điểm nào|chỗ nào|chỗ gì) (?:khác|mới|thay đổi)|khác (?:gì|nhau|biệt|ở|chỗ|thế nào|như thế nào|ra sao|so với|với|\\d+)|so với|(?:những |các )?(?:điểm|chỗ|nội dung) (?:mới|khác|thay đổi)|thay đổi (?:gì|những gì|thế nào|như thế nào|ra sao|so với)|mới (?:gì|ở chỗ nào|ở điểm nào)|sửa (?:đổi )?(?:những )?gì|bỏ (?:những )?gì so với|thêm (?:những )?gì so với',
)
/** An older or a newer one, which the library may know: "quy định cũ", "bản trước". */
const OTHER_ONE = either(`(?:${KIND}) (?:${OTHER})`)
/** Said of nothing else than a whole document that was spoken of. */
const BARE = either(
  `^(?:(?:vậy|thế|còn|nó|cái này|(?:${KIND}) (?:này|đó|ấy|mới|trên)) )*(?:thì )?(?:khác (?:gì|nhau|thế nào|như thế nào|ra sao)|(?:có )?(?:gì|điểm gì|những gì|điểm nào|chỗ nào) (?:khác|mới|thay đổi)|(?:những |các )?điểm mới(?: là gì)?|thay đổi (?:gì|những gì|thế nào)|so sánh)(?: (?:so với|so|với|bản|văn bản|cái|trước|cũ|trước đây|trước kia|lúc trước|không|vậy|thế|ạ|là|gì))*$`,
)

const spoken = (question: string): string =>
  (hasMarks(question) ? key(oneLine(question)) : fold(oneLine(question)).toLowerCase()).replace(/[?!.\s]+$/u, '')

// said of two documents that are both named, it need not say more
const OF_TWO = either('khác|giống|so với|thêm|bỏ|hơn|thay đổi')
// "có gì mới", "điểm mới" may also ask what a document says
const INSISTS = /(?<!\p{L})(?:so sanh|doi chieu|khac|cu|truoc|truoc day|thay doi|so voi|sua|thay the)(?!\p{L})/u

/** Whether nothing but a comparison can be meant. */
export const insistsOnComparison = (question: string): boolean => INSISTS.test(fold(spoken(question)))

/** The words alone; what it is asked of, `pairAsked` looks up. */
export const asksComparison = (question: string): boolean => {
  const text = spoken(question)
  const is = ({ marked, unmarked }: typeof BARE): boolean => (hasMarks(question) ? marked : unmarked).test(text)
  const named = mentionsIn(question).filter(({ number }) => number !== null).length
  if (named > 1 && is(OF_TWO)) return true
  return (is(DIFFER) && (named > 0 || is(OTHER_ONE))) || is(BARE)
}

/** Whether it asks about what came after the document that it names, and not about what was before it. */
export const asksOfNewer = (question: string): boolean => {
  const text = fold(spoken(question))
  return new RegExp(`(?:so voi|voi|va) (?:${fold(KIND)}) (?:moi|hien nay|hien hanh|thay the)`, 'u').test(text)
}

/** What besides is asked for: the words that are neither names of documents nor ask for a comparison. */
export const topicOf = (question: string): string => {
  let text = oneLine(question)
  for (const { start, end } of mentionsIn(text).toReversed()) text = `${text.slice(0, start)} ${text.slice(end)}`
  const flat = spoken(text)
  const about = /(?:^|\s)(?:về|ve)\s+(.{3,80})$/u.exec(flat)?.[1] ?? ''
  return about
}
