/** The part of a passage that speaks most of the question, cut at words. */
import { oneLine } from '../../../src/text/vietnamese.ts'
import { runsOf, type AskedWord } from './question-words.ts'

const LONGEST = 320

export const excerptOf = (text: string, words: readonly AskedWord[]): string => {
  const line = oneLine(text)
  if (line.length <= LONGEST) return line
  const forms = new Set(words.flatMap((word) => word.forms))
  const runs = runsOf(line)
  let best = { from: 0, hits: -1 }
  for (const [i, { start }] of runs.entries()) {
    const seen = new Set<string>()
    for (let at = i; at < runs.length && runs[at]!.end - start <= LONGEST; at++)
      for (const form of runs[at]!.forms) if (forms.has(form)) seen.add(form)
    if (seen.size > best.hits) best = { from: start, hits: seen.size }
  }
  const to = runs.findLast(({ end }) => end - best.from <= LONGEST)?.end ?? best.from + LONGEST
  return `${best.from > 0 ? '… ' : ''}${line.slice(best.from, to)}${to < line.length ? ' …' : ''}`
}
