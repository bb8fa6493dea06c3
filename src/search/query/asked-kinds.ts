/** What kind of thing a question asks for, where its words tell: a person, a figure, a time, what a word means. */
import { ASKING_WEIGHT } from '../../text/typing/question-words.ts'
import type { QuerySyllable } from '../retrieval.ts'

export interface AskedKinds {
  readonly person: boolean
  readonly figure: boolean
  readonly time: boolean
  readonly meaning: boolean
}

// folded neighbours: questions come without marks as well
const FIGURE = new Set(['bao nhieu', 'bao lau'])
const TIME = new Set(['khi nao', 'luc nao', 'nam nao', 'ngay nao', 'thang nao', 'gian nao', 'bao gio'])
const MEANING = new Set(['duoc hieu', 'dinh nghia', 'nghia la', 'viet tat', 'nao la'])
/** Only at the end: “là gì để …” asks what to do. */
const MEANING_AT_THE_END = new Set(['la gi', 'la sao'])

export const askedKinds = (syllables: readonly QuerySyllable[]): AskedKinds => {
  const pairs = syllables.slice(1).map(({ folded }, i) => `${syllables[i]!.folded} ${folded}`)
  // `ai`, `mấy` and not the syllables that are written like them
  const asks = (word: string): boolean =>
    syllables.some(({ weight, folded }) => weight <= ASKING_WEIGHT && folded === word)
  const says = (known: ReadonlySet<string>): boolean => pairs.some((pair) => known.has(pair))
  return {
    person: asks('ai'),
    figure: asks('may') || says(FIGURE),
    time: says(TIME),
    meaning: says(MEANING) || MEANING_AT_THE_END.has(pairs.at(-1) ?? ''),
  }
}
