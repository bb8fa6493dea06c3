/** Names: a capitalised run must stand in one cited unit or above it, whole or pair by pair. */
import { syllables } from '../../text/terms.ts'
import { key } from '../../text/vietnamese.ts'
import type { Evidence } from './reading/evidence.ts'
import { faulty } from './fault.ts'
import type { Checked } from './fault.ts'
import type { Reading } from './reading/read.ts'

const RUN = /(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}\d]*(?:[ -]+\p{Lu}[\p{L}\p{M}\d]*)*(?![\p{L}\p{M}])/gu

export const checkNames = (statement: Reading, evidence: Evidence): Checked | null => {
  const texts = evidence.cited.map(({ unit, above }) => {
    const all = [unit, ...above]
    return {
      words: new Set(all.flatMap(({ words }) => words)),
      pairs: new Set(all.flatMap(({ words }) => words.slice(1).map((word, i) => `${words[i]} ${word}`))),
    }
  })
  for (const match of statement.text.matchAll(RUN)) {
    if (statement.quantities.some(({ start, end }) => match.index < end && start < match.index + match[0].length))
      continue
    const opens = /(?:^|[.!?…:]\s+|^[“"«(]\s*)$/u.test(statement.text.slice(0, match.index))
    const words = syllables(match[0]).map(({ start, end }) => key(match[0].slice(start, end)))
    const names = opens ? words.slice(1) : words
    if (names.length === 0) continue
    const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
    const stands = texts.some(
      ({ words: known, pairs: knownPairs }) =>
        names.every((word) => known.has(word)) &&
        (opens ? pairs.slice(1) : pairs).every((pair) => knownPairs.has(pair)),
    )
    if (!stands) return faulty('name', match[0])
  }
  return null
}
