/** What a question says once typing habits are undone: syllables with everything they may stand for, and which may follow which. */
import { readingsOf } from '../../text/typing/abbreviations.ts'
import { askingWeights } from '../../text/typing/question-words.ts'
import { isFoldedSyllable } from '../../text/typing/rhymes.ts'
import { decodeStrokes, decodeTelex } from '../../text/typing/telex.ts'
import { syllableForms, syllables } from '../../text/terms.ts'
import { clean, hasMarks } from '../../text/vietnamese.ts'
import { accentedId, foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { frequency, inverseFrequency } from '../lexical/postings.ts'
import { partWeights } from './part-weights.ts'
import { repairTyping } from './repair-typing.ts'
import { restoreAccents } from './restore-accents.ts'
import type { Query, QuerySyllable } from '../retrieval.ts'

export interface Understood {
  readonly query: Query
  /** For each syllable of the query the syllables that may stand right after it; readings of an abbreviation branch off. */
  readonly next: readonly (readonly number[])[]
  /** For each typed token the alternatives (runs of syllable numbers) of which a text needs one. */
  readonly slots: readonly (readonly (readonly number[])[])[]
  /** Whether the accents were restored rather than typed. */
  readonly restored: boolean
}

interface Token {
  readonly start: number
  readonly end: number
  readonly raw: string
  folded: string
  accented: string | null
  forms: { folded: string; factor: number }[]
}

const READING_FACTOR = 0.7
const UNDECODED_FACTOR = 0.5
const REPAIRED_ORIGINAL_FACTOR = 0.3
/** A text with more slips than that is in another language or no text; each costs some tenths of a millisecond. */
const MOST_REPAIRS = 40

export const understandQuery = (question: string, index: LexicalIndex): Understood => {
  const text = clean(question)
  const typedMarks = hasMarks(text)
  const tokens = tokensOf(text, typedMarks)
  const telex = !typedMarks && undoTelex(tokens, index)
  const marked = typedMarks || telex
  const readings = tokens.map((token) => readingsFor(token, text))
  if (!marked) {
    const restored = restoreAccents(
      index,
      tokens.map((token) => token.folded),
      tokens.map((token) => token.accented),
    )
    for (const [i, token] of tokens.entries()) token.accented = restored[i]!
  }
  let repaired = 0
  for (const [i, token] of tokens.entries()) {
    if (readings[i]!.length > 0 || repaired === MOST_REPAIRS) continue
    const accentIsUnknown = marked && token.accented !== null && accentedId(index, token.accented) < 0
    const repairs = repairTyping(
      index,
      token.folded,
      tokens[i - 1]?.folded ?? null,
      tokens[i + 1]?.folded ?? null,
      accentIsUnknown,
    )
    if (repairs.length === 0) continue
    repaired++
    const unknown = frequency(index.byPassage, foldedId(index, token.folded)) === 0
    token.forms = [{ folded: token.folded, factor: unknown ? REPAIRED_ORIGINAL_FACTOR : 1 }, ...repairs]
  }
  const weights = askingWeights(
    tokens,
    tokens.map((token) => token.accented),
  )
  return { ...lattice(tokens, weights, readings, index, { text, marked }), restored: !marked }
}

const tokensOf = (text: string, marked: boolean): Token[] =>
  syllables(text).map(({ start, end, accented, folded }) => ({
    start,
    end,
    raw: text.slice(start, end),
    folded,
    accented: marked ? accented : null,
    forms: [{ folded, factor: 1 }],
  }))

/** Decodes Telex keystrokes in place; true if the question as a whole was typed that way. retrieval-study §7, step 1. */
const undoTelex = (tokens: readonly Token[], index: LexicalIndex): boolean => {
  // tw is trung ương rather than tư
  const decoded = tokens.map((token) => (readingsOf(token.folded).length > 0 ? null : decodeTelex(token.raw)))
  const isRare = (token: Token): boolean => frequency(index.byPassage, foldedId(index, token.folded)) < 2
  const sure = tokens.filter((token, i) => decoded[i] !== null && isRare(token)).length
  const whole = sure >= 2 || (sure > 0 && sure >= 0.3 * tokens.length)
  for (const [i, token] of tokens.entries()) {
    const word = decoded[i] ?? null
    if (word !== null && (whole || isRare(token))) {
      const original = token.folded
      const kept = isRare(token) ? [] : [{ folded: original, factor: UNDECODED_FACTOR }]
      Object.assign(token, syllableForms(word))
      token.forms = [{ folded: token.folded, factor: 1 }, ...kept]
    } else if (whole) {
      Object.assign(token, syllableForms(decodeStrokes(token.raw)))
      token.forms = [{ folded: token.folded, factor: 1 }]
    }
  }
  return whole
}

/** Readings of an abbreviation. A token that has vowel marks or the shape of a syllable is one only in capitals among small letters. */
const readingsFor = (token: Token, text: string): readonly string[] => {
  const readings = readingsOf(token.folded)
  if (readings.length === 0) return readings
  const plain = token.accented === null || token.accented.replace(/đ/g, 'd') === token.folded
  if (!plain) return []
  if (!isFoldedSyllable(token.folded)) return readings
  const standsOut = token.raw === token.raw.toUpperCase() && text !== text.toUpperCase()
  return standsOut ? readings : []
}

const lattice = (
  tokens: readonly Token[],
  weights: readonly number[],
  readings: readonly (readonly string[])[],
  index: LexicalIndex,
  about: { text: string; marked: boolean },
): Omit<Understood, 'restored'> => {
  const found: QuerySyllable[] = []
  const next: number[][] = []
  const slots: number[][][] = []
  let open: number[] = []
  const partWeight = partWeights(about.text)
  const add = (token: Token, accented: string | null, forms: Token['forms'], weight: number, before: number[]) => {
    const folded = forms[0]!.folded
    const df = frequency(index.byPassage, foldedId(index, folded))
    const idf = df === 0 ? Math.log(1 + index.passages) : inverseFrequency(index.passages, df)
    const number = found.push({ start: token.start, end: token.end, folded, accented, weight, idf, forms }) - 1
    next.push([])
    for (const previous of before) next[previous]!.push(number)
    return number
  }
  for (const [i, token] of tokens.entries()) {
    const known = frequency(index.byPassage, foldedId(index, token.folded)) > 0
    const part = partWeight(token.start)
    const factor = (READING_FACTOR / Math.sqrt(Math.max(1, readings[i]!.length))) * (known ? 0.5 : 1) * part
    const slot: number[][] = []
    const ends: number[] = []
    const asks = readings[i]!.length > 0 && readings[i]!.every((reading) => readingWeights(reading).every((w) => w < 1))
    if (known || readings[i]!.length === 0) {
      const own = add(
        token,
        token.accented,
        token.forms,
        asks ? readingWeights(readings[i]![0]!)[0]! : weights[i]! < 1 ? weights[i]! : part,
        open,
      )
      slot.push([own])
      ends.push(own)
    }
    for (const reading of readings[i]!) {
      const asking = readingWeights(reading)
      let before = open
      const run = syllables(reading).map(({ accented, folded }, j) => {
        const number = add(token, accented, [{ folded, factor: 1 }], factor * asking[j]!, before)
        before = [number]
        return number
      })
      slot.push(run)
      ends.push(run.at(-1)!)
    }
    slots.push(slot)
    open = ends
  }
  return { query: { text: about.text, marked: about.marked, syllables: found }, next, slots }
}

const readingWeights = (reading: string): number[] => {
  const words = syllables(reading)
  return askingWeights(
    words,
    words.map((word) => word.accented),
  )
}
