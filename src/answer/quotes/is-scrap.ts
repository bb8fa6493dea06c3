/** Lines that frame a paper and tell nothing of what is asked. */
import { isLetterhead } from './is-letterhead.ts'
import type { Candidate } from './unit-features.ts'

/** Headings, lines of a letterhead and the list of recipients cost few characters and tell nothing beside the unit that answers. */
export const isScrap = ({ kind, text }: Candidate): boolean =>
  kind === 'heading' || text === text.toUpperCase() || RECIPIENTS.test(text) || isLetterhead(text)
const RECIPIENTS = /^(?:Nơi nhận|[-–] ?(?:Như trên|Lưu)|Kính gửi)/u
