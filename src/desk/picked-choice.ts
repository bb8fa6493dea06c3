/** "Văn bản nào?" may be answered by pressing a button or in words: "số 2", "quy định 27", "bài báo", "cái đầu". */
import type { Choice, Turn } from '../answer/answer.ts'
import { syllables } from '../text/terms.ts'
import { fold, oneLine } from '../text/vietnamese.ts'

/** Who says more than this asks something new. */
const LONGEST = 80

/**
 * The choice that the words name, them and nothing else, where the last turn asked for one: by place or name among those that it
 * offered, by name among `others` (all that may be read), which are looked at only then. Undefined for a question of its own.
 */
export const pickedChoice = (
  said: string,
  last: Turn | undefined,
  others: () => readonly Choice[] = () => [],
): Choice | undefined => {
  const offered = last?.choices
  const text = oneLine(said)
  if (!offered || text.length > LONGEST || text.includes('?')) return undefined
  const at = ordinalOf(fold(text).toLowerCase(), offered.length)
  if (at !== null) return offered[at - 1]
  return namedIn(offered, text) ?? namedIn(others(), text)
}

const namedIn = (choices: readonly Choice[], text: string): Choice | undefined => {
  const words = wordsOf(text).filter((word) => !FILLERS.has(word))
  if (words.length === 0) return undefined
  const named = choices.filter(({ label }) => {
    const held = new Set(wordsOf(label))
    return words.every((word) => held.has(word))
  })
  return named.length === 1 ? named[0] : undefined
}

/** `5` and `05` are one number. */
const wordsOf = (text: string): readonly string[] =>
  syllables(text).map(({ folded }) => folded.replace(/^0+(?=\d)/, ''))

const ORDINAL =
  /^(?:(?:cai|so|van ban|tai lieu|bai|muc|lua chon|chon|thu|dau tien la)\s+)*(\d|mot|nhat|hai|nhi|ba|dau tien|dau|cuoi cung|cuoi)(?:\s+(?:a|nhe|day|nha))*[\s.!)]*$/
const PLACES: Readonly<Record<string, number>> = { mot: 1, nhat: 1, dau: 1, 'dau tien': 1, hai: 2, nhi: 2, ba: 3 }

/** From 1; null where no place is named. */
const ordinalOf = (folded: string, count: number): number | null => {
  const word = ORDINAL.exec(folded)?.[1]
  if (word === undefined) return null
  return word.startsWith('cuoi') ? count : (PLACES[word] ?? Number(word))
}

/** What one says around the name of a document without asking anything. */
const FILLERS = new Set(
  'theo o trong cua van ban tai lieu cai chon la toi muon xem hoi ve a nhe day do nay kia thi so ngay nam da vang voi cho'.split(
    ' ',
  ),
)
