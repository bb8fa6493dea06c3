/** A question that is a way through headings, as people copy it from a table of contents: "Kết nạp đảng viên - Thủ tục - Hồ sơ". */
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { fold } from '../../text/vietnamese.ts'

const DOCUMENT = /^\s*(?:dieu le|(?:bo )?luat|hien phap|phap lenh)(?!\p{L})/u
const STROKE = '\\s(?:[-–—>›»→|/]|->|=>)\\s'
// between two figures it is a span of years or pages
const STEP = new RegExp(`(?<!\\d)${STROKE}|${STROKE}(?!\\d)`, 'gu')
/** Of each heading beside the one below it: .4 gives party_handbook .812 nDCG@10, .5 .817, .6 .802; without it .748. */
const ABOVE = 0.5
/** Above what a word that asks weighs: it is content all the same. */
const LEAST = 0.3

/**
 * A factor for the weight of each token (`start`: offset in `text`; `asking`: its weight as a word that asks): 1 in the last part,
 * which says what is sought, and less the farther a part stands above it, since those only say where.
 * All 1 where the text is no such way: it asks something, or ends with the name of a document ("Điều 8 - Quy định 294").
 */
export const headingFactors = (
  text: string,
  tokens: readonly { readonly start: number; readonly folded: string }[],
  asking: readonly number[],
): readonly number[] => {
  const steps = asks(text, tokens, asking) ? [] : [...text.matchAll(STEP)].map((match) => match.index)
  if (steps.length === 0) return tokens.map(() => 1)
  const last = text.slice(steps.at(-1)! + 1)
  if (endsInDocument(last)) return tokens.map(() => 1)
  return tokens.map(({ start }) => Math.max(LEAST, ABOVE ** steps.filter((step) => step > start).length))
}

/** By a sign or a word; "không" within only denies ("Đảng viên không thực hiện đúng quy định"). */
const asks = (text: string, tokens: readonly { readonly folded: string }[], asking: readonly number[]): boolean =>
  text.includes('?') ||
  tokens.some(({ folded }, i) => asking[i]! < 1 && (folded !== 'khong' || i === tokens.length - 1))

const endsInDocument = (last: string): boolean =>
  DOCUMENT.test(fold(last.slice(1)).toLowerCase()) || mentionsIn(last).length > 0
