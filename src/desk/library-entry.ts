/** An answer of staff as a document of the library: the question as its title, the answer and what it rests on as its text. */
import type { Case } from './case-records.ts'
import { caseMessages } from '../text/messages/case-messages.ts'
import { dayOf, isoDay } from '../text/numbers/clock.ts'
import { mentionsIn } from '../text/numbers/document-mentions.ts'
import { numbersIn } from '../text/numbers/document-numbers.ts'
import { maskPersonalData } from '../text/personal-data.ts'
import { clean, fold, oneLine } from '../text/vietnamese.ts'

// a place in a norm, a norm that goes by its name alone, a link
const NAMED =
  /(?<!\p{L})(?:dieu|khoan|muc|chuong|phan)\s+(?:\d+|[ivx]+)(?![\p{L}\d])|(?<!\p{L})(?:dieu le dang|hien phap|cuong linh|(?:bo )?luat \p{L}+|nghi dinh \d|thong tu \d)|https?:\/\/\S+\.\S/iu

/** Whether the words name what they rest on: a number, a place, a norm, a link. */
export const namesBasis = (text: string): boolean =>
  numbersIn(text).length > 0 || mentionsIn(text).length > 0 || NAMED.test(fold(clean(text)).toLowerCase())

/** `2026-11-23-12.md`: day and number of the case, the same whenever it is made. */
export const entryName = ({ n, openedAt }: Case): string => `${isoDay(openedAt)}-${n}.md`

/**
 * Markdown with front matter (documents/metadata/overrides.ts). `answer`: the words of staff; `basis`: what they said it rests
 * on, null where the answer itself says so. Whoever asked is not in it.
 */
export const libraryEntry = (found: Case, answer: string, basis: string | null): string => {
  const title = oneLine(maskPersonalData(found.question).text).replace(/["#]/g, ' ').replace(/ {2,}/g, ' ').trim()
  const paragraphs = clean(withoutName(answer, found.name))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
  const last = paragraphs.pop() ?? ''
  const whole = basis === null ? last : `${last.replace(/[.;\s]+$/u, '')} ${caseMessages.basis(oneLine(basis).replace(/[.;\s]+$/u, ''))}.` // prettier-ignore
  const at = found.repliedAt ?? found.openedAt
  return [
    '---',
    `title: "${title}"`,
    'kind: staff_answer',
    `date: ${dayOf(at)}`,
    'level: public',
    '---',
    '',
    [...paragraphs, whole].map(asMarkdown).join('\n\n'),
    '',
  ].join('\n')
}

/** What the asker let staff know was not for everybody. */
const withoutName = (text: string, name: string | null): string => {
  if (name === null) return text
  const words = name.split(' ').filter((word) => /^\p{L}{2,}$/u.test(word))
  return words
    .reduce(
      (rest, word) => rest.replaceAll(new RegExp(`(đồng chí\\s+)${word}(?!\\p{L})`, 'giu'), '$1'),
      text.replaceAll(name, ''),
    )
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,.:;])/g, '')
}

/** Staff write no Markdown: its signs are theirs. A list keeps its marks. */
const asMarkdown = (line: string): string => line.replace(/[\\`*_[\]<>#~|&]/g, '\\$&')
