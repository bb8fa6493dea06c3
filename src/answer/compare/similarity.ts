/** How alike texts are: shared pairs of neighbouring words, counted for all texts of one side against all of the other at once. */

/** Words of a text as numbers; `intern` gives equal words equal numbers. */
export type Words = readonly number[]

export const createIntern = (): ((keys: readonly string[]) => Words) => {
  const known = new Map<string, number>()
  return (keys) =>
    keys.map((key) => {
      const held = known.get(key)
      if (held !== undefined) return held
      known.set(key, known.size + 1)
      return known.size
    })
}

/** Dice coefficient over pairs of words and over words, half each: 0 nothing in common, 1 the same words in the same order. */
export const alike = (olds: readonly Words[], news: readonly Words[]): Float64Array => {
  const bigrams = dice(olds.map(pairsOf), news.map(pairsOf))
  const single = dice(olds, news)
  return bigrams.map((value, i) => (value + single[i]!) / 2)
}

/** More than any two words taken together need: 2^21 words. */
const SHIFT = 2_097_152
const pairsOf = (words: Words): Words =>
  words.length < 2 ? words : words.slice(1).map((word, i) => words[i]! * SHIFT + word)

/** `olds.length × news.length`, row by row. */
const dice = (olds: readonly Words[], news: readonly Words[]): Float64Array => {
  const width = news.length
  const shared = new Float64Array(olds.length * width)
  const holders = new Map<number, { at: number; n: number }[]>()
  news.forEach((words, at) => {
    for (const [word, n] of counted(words)) {
      const held = holders.get(word)
      if (held) held.push({ at, n })
      else holders.set(word, [{ at, n }])
    }
  })
  olds.forEach((words, row) => {
    for (const [word, n] of counted(words))
      for (const held of holders.get(word) ?? []) shared[row * width + held.at]! += Math.min(n, held.n)
  })
  olds.forEach((words, row) =>
    news.forEach((others, at) => {
      const both = words.length + others.length
      shared[row * width + at] = both === 0 ? 0 : (2 * shared[row * width + at]!) / both
    }),
  )
  return shared
}

const counted = (words: Words): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
