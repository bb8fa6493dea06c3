/** Whether a line is in English: its words are no Vietnamese syllables, and several of them are English ones. */
import { isFoldedSyllable } from '../../text/typing/rhymes.ts'
import { hasMarks } from '../../text/vietnamese.ts'

const ENGLISH = new Set(
  'the of is are was what which who where when why how please me my you your in to for from with about and or can could do does did tell show give quote explain english translate resolution regulation party member members committee document documents law article'.split(
    ' ',
  ),
)
const LEAST = 3

/** Raw Telex is no English: its words are no syllables either, but hardly one of them is an English word. */
export const isEnglish = (text: string): boolean => {
  if (hasMarks(text)) return false
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const foreign = words.filter((word) => !isFoldedSyllable(word))
  const english = words.filter((word) => ENGLISH.has(word))
  return words.length >= LEAST && foreign.length * 3 >= words.length && english.length * 3 >= words.length
}
