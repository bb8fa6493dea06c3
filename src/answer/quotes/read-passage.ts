/** The units of one found passage with what can be seen in them: which words of the question, beside which, under which heading. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import type { Unit } from '../../text/units/sentences.ts'
import type { Question } from '../question/question.ts'
import type { Tokenize, Word } from '../question/tokenize.ts'
import { wordStarts } from '../../text/terms.ts'

/** Which content words stand in some text, each with the best factor of a form found. */
type Found = ReadonlyMap<number, number>

/** Units that start in the passage; offsets into the document's `text`. What the features mean: answering-study §2. */
export const readPassage = (
  question: Question,
  passage: ScoredPassage,
  rank: number,
  text: string,
  tokenize: Tokenize,
) => {
  // whole lines: a passage may begin or end inside a long sentence of semicolons
  const { start, end } = passage.passage
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const lines = text.slice(from, next < 0 ? text.length : next)
  const units = unitsOf(lines).map((unit) => ({ ...unit, start: from + unit.start, end: from + unit.end }))
  const first = units.findIndex((unit) => unit.start >= start)
  const tokens = wordsOfUnits(units, from, lines, tokenize(lines))
  const hits = tokens.map((all) => hitsIn(question, all))
  const found = hits.map((all) => bestOf(all))
  const inTitle = bestOf(hitsIn(question, tokenize(passage.card.meta.title)))
  const above = bestOf(hitsIn(question, tokenize(passage.passage.path.join(' '))))
  const cov = (...parts: readonly Found[]): number => share(question, parts)
  const inside = units.map((unit, index) => {
    const here = found[index]!
    const parents: Found[] = []
    for (let at = unit.parent; at >= 0; at = units[at]!.parent) parents.push(found[at]!)
    return {
      passage,
      rank,
      index: index - first,
      parent: Math.max(-1, unit.parent - first),
      kind: unit.kind,
      start: unit.start,
      end: unit.end,
      text: text.slice(unit.start, unit.end),
      cov: cov(here),
      covAll: cov(here, inTitle, above, ...parents),
      dense: hits[index]!.length / (tokens[index]!.length + 3),
      position: index / units.length,
      pairShare: pairShare(question, tokens[index]!, hits[index]!),
      asks: asks(unit, text),
      tokens: tokens[index]!,
      hits: hits[index]!,
    }
  })
  // the recipients of a letter are named after its last word
  const recipients = units.findIndex((unit) => /^Nơi nhận\s*:/u.test(text.slice(unit.start, unit.end)))
  return inside.filter(
    (unit) =>
      unit.start >= start &&
      unit.start < end &&
      // the asterisk of a letterhead, a rule
      /[\p{L}\d]/u.test(unit.text) &&
      (recipients < 0 || !isRecipient(units, unit.index + first, recipients)),
  )
}

/** The words of each unit: the lines, which begin at `from`, are read once, and no unit begins or ends within a word. */
const wordsOfUnits = (
  units: readonly Unit[],
  from: number,
  lines: string,
  words: readonly Word[],
): (readonly Word[])[] => {
  const starts = wordStarts(lines)
  let at = 0
  return units.map(({ start, end }) => {
    while (at < words.length && from + starts[at]! < start) at++
    const first = at
    while (at < words.length && from + starts[at]! < end) at++
    return words.slice(first, at)
  })
}

/** The line "Nơi nhận:" and what is listed under it. */
const isRecipient = (units: readonly Unit[], index: number, head: number): boolean => {
  for (let at = index; at >= head; at = units[at]!.parent) if (at === head) return true
  return false
}

/** A question, or a sentence of the heading of an interview's question. */
const asks = (unit: Unit, text: string): boolean => {
  const words = text.slice(unit.start, unit.end)
  if (/\?["”’)]*$/u.test(words)) return true
  return unit.kind === 'heading' && words.startsWith('*')
}

/** A word of the text that is one of the question's content words: its place, and which words with what factor. */
export interface WordHit {
  readonly at: number
  readonly matches: readonly { readonly word: number; readonly factor: number }[]
}

const hitsIn = (question: Question, tokens: readonly Word[]): readonly WordHit[] => {
  const hits: WordHit[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const matches = question.matches.get(tokens[at]!.folded)
    if (matches) hits.push({ at, matches })
  }
  return hits
}

const bestOf = (hits: readonly WordHit[]): Found => {
  const found = new Map<number, number>()
  for (const { matches } of hits)
    for (const { word, factor } of matches) if (factor > (found.get(word) ?? -1)) found.set(word, factor)
  return found
}

const share = (question: Question, parts: readonly Found[]): number => {
  if (question.mass === 0) return 0
  let sum = 0
  question.words.forEach((word, index) => {
    let best = 0
    for (const part of parts) best = Math.max(best, part.get(index) ?? 0)
    sum += word.idf * best
  })
  return sum / question.mass
}

/** Content words are among what they match themselves: a pair is two hits side by side. */
const pairShare = (question: Question, tokens: readonly Word[], hits: readonly WordHit[]): number => {
  if (question.pairs.size === 0) return 0
  const found = new Set<string>()
  for (let i = 1; i < hits.length; i += 1) {
    const { at } = hits[i]!
    if (hits[i - 1]!.at !== at - 1) continue
    const pair = `${tokens[at - 1]!.folded} ${tokens[at]!.folded}`
    if (question.pairs.has(pair)) found.add(pair)
  }
  return found.size / question.pairs.size
}
