import { looksLikeSyllable } from '../../text/legacy/syllable-shape.ts'

// vietnamese §4.2: good text .03 and .96, recognised text .03 and .95, scrambled text .59 and .56, English .00 and .21
const MOST_SINGLES = 0.15
const FEWEST_SYLLABLES = 0.8
const ENOUGH_WORDS = 60
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i

/** Whether a text layer is Vietnamese torn apart: letters alone, syllables that are none. Text of another language is not judged. */
export const isScrambled = (text: string): boolean => {
  const words = text.slice(0, 200_000).match(/\p{L}+/gu) ?? []
  if (words.length < ENOUGH_WORDS) return false
  const singles = words.filter((word) => word.length === 1).length / words.length
  // abbreviations in capitals are as usual here as words
  const judged = words.filter((word) => word.length > 1 && (word.length > 5 || word !== word.toUpperCase()))
  const shaped = judged.filter(looksLikeSyllable).length / Math.max(1, judged.length)
  if (/[\u0400-\u04FF]/.test(text) && VIETNAMESE.test(text)) return true
  return singles > MOST_SINGLES || (shaped < FEWEST_SYLLABLES && VIETNAMESE.test(text))
}
