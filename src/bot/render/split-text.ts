/** A formatted text in parts that each fit into a message, cut where a reader would pause. */
import { FormattedString } from '@grammyjs/parse-mode'

/** Longest part, UTF-16 units: below Telegram's 4,096 with room for a line set before it (issue 3; telegram.md §1). */
export const PART = 3_500

/** Parts in order, none empty; nothing but white space at the cuts is lost. */
export const splitText = (whole: FormattedString, limit: number = PART): readonly FormattedString[] => {
  const parts: FormattedString[] = []
  const { text } = whole
  let start = skipSpace(text, 0)
  while (start < text.length) {
    const end = text.length - start <= limit ? text.length : start + cutIn(text.slice(start, start + limit + 1), limit)
    const kept = start + text.slice(start, end).trimEnd().length
    if (kept > start) parts.push(whole.slice(start, kept))
    start = skipSpace(text, end)
  }
  return parts
}

const skipSpace = (text: string, at: number): number => at + (text.length - at - text.slice(at).trimStart().length)

const PAUSES = [/\n\s*\n/g, /\n/g, /(?<=[.!?…;:][”"')\]]*)\s+/g, /\s+/g]

/** Behind the last paragraph, line, sentence or word that ends in the second half; within a word only where there is none. */
const cutIn = (text: string, limit: number): number => {
  for (const pause of PAUSES) {
    let at = -1
    for (const { index } of text.matchAll(pause)) if (index <= limit && index >= limit / 2) at = index
    if (at > 0) return at
  }
  // a letter is not parted from its marks, and never one half of a surrogate pair from the other
  const whole = [...GRAPHEMES.segment(text.slice(0, limit + 1))].findLast(
    ({ index }) => index > limit / 2 && index <= limit,
  )
  if (whole) return whole.index
  return /[\uD800-\uDBFF]/.test(text[limit - 1]!) ? limit - 1 : limit
}

const GRAPHEMES = new Intl.Segmenter('vi', { granularity: 'grapheme' })
