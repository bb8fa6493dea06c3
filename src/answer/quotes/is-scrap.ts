/** Lines that frame a paper and tell nothing of what is asked. */
import type { Candidate } from './unit-features.ts'

/** Headings, lines of a letterhead and the list of recipients cost few characters and tell nothing beside the unit that answers. */
export const isScrap = ({ kind, text }: Candidate): boolean =>
  kind === 'heading' || text === text.toUpperCase() || RECIPIENTS.test(text) || isLetterhead(text)
// place and date, number: what is asked of them is answered from what is known about the document
const LETTERHEAD =
  /^(?:(?:\p{Lu}[\p{L}\s.-]{1,40},\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|Số\s*:?\s*\d+\s*[-/–]\s*\S{2,30})\.?$/u
export const isLetterhead = (text: string): boolean =>
  LETTERHEAD.test(text) || /^(?=.*\p{Lu}{2})[\p{Lu}\s.,–-]+\s[\p{Lu}\s.,–-]+$/u.test(text)
const RECIPIENTS = /^(?:Nơi nhận|[-–] ?(?:Như trên|Lưu)|Kính gửi)/u
