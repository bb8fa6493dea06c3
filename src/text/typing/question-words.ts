/** The syllables of a question that ask rather than say what about: they weigh a quarter (retrieval-study §7, step 5). */
import { syllables, type Syllable } from '../terms.ts'

const ASKING_WEIGHT = 0.25

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
 * syllable where it is known (typed or restored); a syllable whose form is unknown only matches in phrases of two or more.
 */
export const askingWeights = (
  typed: readonly Pick<Syllable, 'folded'>[],
  accented: readonly (string | null)[],
): number[] => {
  const weights = typed.map(() => 1)
  for (const phrase of PHRASES) {
    for (let at = 0; at + phrase.length <= typed.length; at++) {
      if (phrase.every((word, i) => isWord(word, typed[at + i]!.folded, accented[at + i]!, phrase.length > 1))) {
        weights.fill(ASKING_WEIGHT, at, at + phrase.length)
      }
    }
  }
  if (weights.some((weight) => weight < 1)) weighHelpers(typed, accented, weights)
  return weights
}

/**
 * Words that ask only where something else does: được (“… được quy định thế nào”, “có được … không”) and the có of “có … không?”.
 * R@1 / nDCG +.001 / +.001 on both halves for được; the set with most such questions +.003 / +.002 for có.
 */
const weighHelpers = (
  typed: readonly Pick<Syllable, 'folded'>[],
  accented: readonly (string | null)[],
  weights: number[],
): void => {
  for (const [at, word] of accented.entries()) if (word === 'được') weights[at] = ASKING_WEIGHT
  const end = typed.findLastIndex(({ folded }, at) => isWord('không', folded, accented[at]!, false))
  if (end < 0 || weights.slice(end).some((weight) => weight === 1)) return
  const start = accented.slice(0, end).lastIndexOf('có')
  if (start >= 0) weights[start] = ASKING_WEIGHT
}

const isWord = (word: string, folded: string, accented: string | null, inPhrase: boolean): boolean => {
  if (accented === word) return true
  if (FOLDED_WORDS.get(word) !== folded) return false
  // among marked words one without marks may have been typed in haste, or in Telex without its key
  return CLEAR_WITHOUT_MARKS.has(folded) ? accented === null || accented === folded : accented === null && inPhrase
}

const FOLDED_WORDS = new Map(PHRASES.flat().flatMap((word) => syllables(word).map((s) => [word, s.folded] as const)))
