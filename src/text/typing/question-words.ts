/** The syllables of a question that ask rather than say what about: they weigh a quarter (retrieval-study §7, step 5). */
import { syllables, type Syllable } from '../terms.ts'

/** A word is content if it weighs more: readings of abbreviations and parts of a way through headings lie between it and 1. */
export const ASKING_WEIGHT = 0.25

const PHRASES = [
  'là ai; là gì; như thế nào; thế nào; ra sao; làm sao; bao nhiêu; bao lâu; bao giờ; khi nào; ở đâu; vì sao; tại sao',
  'cái gì; những gì; điều gì; đúng hay sai; hay không; được không; phải không; có phải; có được; cho biết; hãy; gì; nào',
  'ai; mấy; không; sao; đâu; à; ạ; sau đây; dưới đây; xin hỏi; cho tôi hỏi',
]
  .join(';')
  .split(';')
  .map((phrase) => syllables(phrase).map((s) => s.accented))

// Without marks these are as often another word (đảng/đang is the classic; here: đầu, máy, hay, giá, sáo), unless restored.
const CLEAR_WITHOUT_MARKS = new Set(['gi', 'nao', 'khong'])

/**
 * One weight for each syllable: `ASKING_WEIGHT` inside an asking phrase, else 1. `accented` gives the accented form of each
 * syllable where it is known (typed or restored); without `marked`, where it was restored at best, phrases of two or more are
 * told by their letters: the library hardly asks, and would make "ở đầu" of "o dau" and "bao nhiều" of "bao nhieu".
 */
export const askingWeights = (
  typed: readonly Pick<Syllable, 'folded'>[],
  accented: readonly (string | null)[],
  marked = true,
): number[] => {
  const words = askingWords(typed, accented, marked)
  const weights = words.map((word) => (word === null ? 1 : ASKING_WEIGHT))
  if (words.some((word) => word !== null)) weighHelpers(words, accented, weights)
  return weights
}

/** The word that each syllable is within an asking phrase; null outside. */
export const askingWords = (
  typed: readonly Pick<Syllable, 'folded'>[],
  accented: readonly (string | null)[],
  marked = true,
): (string | null)[] => {
  const words: (string | null)[] = typed.map(() => null)
  const isHere = (phrase: readonly string[], at: number): boolean => {
    for (let i = 0; i < phrase.length; i++)
      if (!isWord(phrase[i]!, typed[at + i]!.folded, accented[at + i]!, phrase.length > 1, marked)) return false
    return true
  }
  for (const phrase of PHRASES)
    for (let at = 0; at + phrase.length <= typed.length; at++)
      if (isHere(phrase, at)) phrase.forEach((word, i) => (words[at + i] ??= word))
  for (let at = 0; at < typed.length; at++)
    if ((!marked || accented[at] === 'may') && countsWithoutMarks(typed, at)) words[at] ??= 'mấy'
  return words
}

/** "may lan", "may nguoi": how many; but "bo may nam 2025" is an apparatus (bộ máy), unless it is a "chi bo" that something is asked of. */
const countsWithoutMarks = (typed: readonly Pick<Syllable, 'folded'>[], at: number): boolean => {
  if (typed[at]!.folded !== 'may' || !COUNTED.has(typed[at + 1]?.folded ?? '')) return false
  return typed[at - 1]?.folded !== 'bo' || BODIES.has(typed[at - 2]?.folded ?? '')
}
const COUNTED = new Set('lan ngay thang nam tuan gio nguoi tuoi loai buoc phan khoa ky nhom dieu chuong'.split(' '))
const BODIES = new Set(['chi', 'dang'])

/**
 * Words that ask only where something else does: được (“… được quy định thế nào”, “có được … không”) and the có of “có … không?”.
 * R@1 / nDCG +.001 / +.001 on both halves for được; the set with most such questions +.003 / +.002 for có.
 */
const weighHelpers = (
  words: readonly (string | null)[],
  accented: readonly (string | null)[],
  weights: number[],
): void => {
  for (const [at, word] of accented.entries()) if (word === 'được') weights[at] = ASKING_WEIGHT
  const end = words.lastIndexOf('không')
  if (end < 0 || weights.slice(end).some((weight) => weight === 1)) return
  const start = accented.slice(0, end).lastIndexOf('có')
  if (start >= 0) weights[start] = ASKING_WEIGHT
}

const isWord = (word: string, folded: string, accented: string | null, inPhrase: boolean, marked: boolean): boolean => {
  if (accented === word) return true
  if (FOLDED_WORDS.get(word) !== folded) return false
  // among marked words one without marks may have been typed in haste, or in Telex without its key
  if (inPhrase) return !marked || accented === null || accented === folded
  return CLEAR_WITHOUT_MARKS.has(folded) && (accented === null || accented === folded)
}

const FOLDED_WORDS = new Map(PHRASES.flat().flatMap((word) => syllables(word).map((s) => [word, s.folded] as const)))

/** Whether two folded syllables stand beside each other in an asking phrase: known of the language, whatever the library holds. */
export const isAskingPair = (left: string, right: string): boolean => ASKING_PAIRS.has(`${left} ${right}`)

/** Accented keys that stand beside each other in one. */
export const ASKING_WORD_PAIRS: readonly (readonly [string, string])[] = PHRASES.flatMap((phrase) =>
  phrase.slice(1).map((word, i) => [phrase[i]!, word] as const),
)

/** Those that ask behind any word. */
export const ASKING_SINGLE_WORDS = ['nào', 'gì', 'ai', 'không']

const ASKING_PAIRS = new Set(
  ASKING_WORD_PAIRS.map(([left, right]) => `${FOLDED_WORDS.get(left)!} ${FOLDED_WORDS.get(right)!}`),
)
