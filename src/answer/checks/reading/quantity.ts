/** What counts, dates or numbers something in a text: `7 ngày`, `Điều 5`, `16/9/2024`, `27-QĐ/ĐUK`. */
import { key } from '../../../text/vietnamese.ts'

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly kind: 'document' | 'date' | 'number'
  /** `90`, `2/3`, `2024-09-16`, `9/2024`, `27-qd-duk`; of a document known by its number alone that number, `5`. */
  readonly value: string
  /** What it is the number of: `điều`, `tháng`; the possible kinds of a document. */
  readonly label: string | null
  /** The word behind it, `ngày` or `ngày làm việc`, or `%`; empty for none. */
  readonly unit: string
  /** What alone stands between it and the next: `đến` or a dash make a range, a comma or `và` a list. */
  readonly link: 'list' | 'range' | null
  /** "một", which may be no more than an article. */
  readonly isArticle: boolean
}

/** A quantity before its surroundings have been looked at. */
export interface FoundQuantity {
  readonly start: number
  readonly end: number
  readonly kind: Quantity['kind']
  readonly value: string
  readonly label?: string
  readonly isSpelled?: boolean
  readonly isArticle?: boolean
}

/** What is measured in these is not told by another noun: 90 điểm are no 90 %, 7 ngày no 7 tháng. */
export const MEASURES: ReadonlySet<string> = new Set(
  'ngày|ngày làm việc|tháng|năm|năm học|tuần|giờ|phút|giây|quý|kỳ|học kỳ|lần|điểm|%|đồng|tuổi|buổi|tiết|tín|khóa|mét|m|m2|ha|km|kg|cấp|bậc|usd|phiếu|trang|thập|thế|đợt'
    .split('|')
    .map(key),
)
