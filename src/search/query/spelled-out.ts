/** What an abbreviation stands for where the library itself says so: `chương trình đào tạo (CTĐT)`. */
import { BREAK, foldedId, ID_MASK, type LexicalIndex } from '../lexical/lexical-index.ts'
import { remembered } from './remembered.ts'

const FEWEST = 2
const MOST = 7
/** An abbreviation is spelled out where a text first has it; a library that has it in more passages has said so in one of these. */
const PASSAGES_READ = 200

/** Abbreviations whose words are remembered: to look for them some hundred passages are read. */
const REMEMBERED = 1000

/**
 * The words right before it, or right after it, of which it is the first letters, behind a bracket or a stroke; null where the
 * library never spells it out. Only what the reader may see is read: each level has an index of its own.
 */
export const spelledOut = (abbreviation: string, index: LexicalIndex): string | null => {
  if (!/^[a-z]+$/.test(abbreviation) || abbreviation.length < FEWEST || abbreviation.length > MOST) return null
  return foldedId(index, abbreviation) < 0 ? null : wordsSaid(index, abbreviation)
}

const wordsSaid = remembered(REMEMBERED, (index, abbreviation): string | null => {
  const own = foldedId(index, abbreviation)
  const said = new Map<string, number>()
  for (const passage of index.byPassage.list(own).ids.subarray(0, PASSAGES_READ)) {
    const [from, to] = [index.passageFrom[passage]!, index.passageTo[passage]!]
    for (let place = from; place < to; place++) {
      if (index.foldedOf[index.tokenAt(place) & ID_MASK] !== own) continue
      for (const words of [
        wordsAt(place - abbreviation.length, place, from, to, abbreviation, index),
        wordsAt(place + 1, place + 1, from, to, abbreviation, index),
      ])
        if (words) said.set(words, (said.get(words) ?? 0) + 1)
    }
  }
  return [...said].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
})

/** The words from `start` if their initials are the letters and something more than a blank stands between at `border`. */
const wordsAt = (
  start: number,
  border: number,
  from: number,
  to: number,
  letters: string,
  index: LexicalIndex,
): string | null => {
  if (start < from || start + letters.length > to || (index.tokenAt(border) & BREAK) === 0) return null
  const words: string[] = []
  for (let i = 0; i < letters.length; i++) {
    const token = index.tokenAt(start + i)
    if (i > 0 && start + i !== border && (token & BREAK) !== 0) return null
    const id = token & ID_MASK
    if (index.folded[index.foldedOf[id]!]![0] !== letters[i]) return null
    words.push(index.accented[id]!)
  }
  return words.join(' ')
}
