/** "X quy định ở điều nào?": the words that ask for a place, which say nothing of what is sought. */
import { foldAligned } from '../../text/aligned.ts'

const NUMBER_ASKED = '(?:nao|may|so may|so bao nhieu|bao nhieu)(?!\\p{L})(?!\\s+(?:sau|duoi) day|\\s+trong so)'
const SAID = '(?:(?:duoc|da|co)\\s+)?(?:quy dinh|ghi|neu|nam|noi|de cap|the hien|viet)\\s+(?:cu the\\s+)?'
// "ở điều nào", "quy định điều mấy", "… là điều mấy?"; "điều nào sau đây" and "thành phần nào" ask for something else
const ASKS = new RegExp(
  `(?<!\\p{L})(?:(?:${SAID})?(?:o|tai|trong|thuoc)\\s+(?:nhung\\s+|cac\\s+)?(?:dieu|khoan|chuong|muc|phan)(?:,? (?:dieu|khoan|muc))?|${SAID}(?:dieu|khoan)|(?:la\\s+)?(?:dieu|khoan)(?=\\s+(?:may|so)))\\s+${NUMBER_ASKED}`,
  'u',
)

/** `text` in clean form; null where no place is asked for. */
export const placeSought = (text: string): { readonly start: number; readonly end: number } | null => {
  const asks = ASKS.exec(foldAligned(text))
  if (!asks) return null
  const [start, end] = [asks.index, asks.index + asks[0].length]
  // mức is no mục
  return /mức/iu.test(text.slice(start, end)) ? null : { start, end }
}

export const withoutPlaceSought = (text: string): string => {
  const asks = placeSought(text)
  return asks ? `${text.slice(0, asks.start)} ${text.slice(asks.end)}` : text
}
