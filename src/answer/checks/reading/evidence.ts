/** What a statement rests on: the units it cites, each with what it stands under, in the order cited. */
import { markerOf } from '../../../text/units/list-marker.ts'
import { clean, oneLine } from '../../../text/vietnamese.ts'
import type { CitedUnit } from '../fault.ts'
import { read } from './read.ts'
import type { Item, Reading } from './read.ts'

export interface Cited {
  /** Without its list marker, which numbers the unit and nothing in it. */
  readonly unit: Reading
  readonly above: readonly Reading[]
  /** The list marker that was cut: `3.`, `a)`; empty for none. */
  readonly marker: string
  /** The whole unit in one line, for what is compared character by character. */
  readonly whole: string
}

export interface Evidence {
  readonly cited: readonly Cited[]
  /** All items in order, each unit behind what it stands under; what two units share stands once before each. */
  readonly items: readonly Item[]
  /** Keys of the syllables of all units and of everything above them. */
  readonly words: ReadonlySet<string>
}

/** A bracket in a unit that the statement, `said`, leaves out is left out here too. */
export const evidenceOf = (units: readonly CitedUnit[], said: Reading): Evidence => {
  const cited = units.map(({ text, above }) => {
    const marker = markerIn(text)
    return {
      unit: read(withoutBrackets(clean(text).slice(marker.length), said)),
      above: above.map(read),
      marker,
      whole: oneLine(text),
    }
  })
  const items: Item[] = []
  let clause = 0
  let sentence = 0
  for (const { unit, above } of cited)
    for (const reading of [...above, unit]) {
      const { items: own, text } = reading
      for (const item of own)
        items.push({
          ...item,
          clause: item.clause + clause,
          sentence: item.sentence + sentence,
          isAbove: reading !== unit,
        })
      clause = (items.at(-1)?.clause ?? 0) + 1
      // what an introduction says goes on in its items
      sentence = (items.at(-1)?.sentence ?? 0) + (/:\s*$/.test(text) ? 1 : 2)
    }
  return {
    cited,
    items,
    words: new Set(cited.flatMap(({ unit, above }) => [unit, ...above].flatMap(({ words }) => words))),
  }
}

const BRACKET = /\s*\([^()]*\)/gu

/** Brackets stay that the statement takes up: a word of them, or two in a row, that stands nowhere else. */
const withoutBrackets = (text: string, said: Reading): string => {
  if (!text.includes('(')) return text
  const outside = traces(read(text.replace(BRACKET, ' ')))
  const own = traces(said)
  const brackets = (said.text.match(BRACKET) ?? []).map((bracket) => traces(read(bracket)))
  return text.replace(BRACKET, (bracket) => {
    const inside = [...traces(read(bracket))]
    const isTakenUp = inside.some((trace) => own.has(trace) && !outside.has(trace))
    const isRepeated = brackets.some((one) => inside.filter((trace) => one.has(trace)).length >= inside.length / 2)
    return isTakenUp || isRepeated ? bracket : ''
  })
}

/** Words and pairs of neighbours, marks included. */
const traces = ({ items }: Reading): ReadonlySet<string> => {
  const keys = items.filter(({ kind }) => kind !== 'function').map((item) => item.key)
  return new Set([...keys, ...keys.slice(1).map((next, i) => `${keys[i]} ${next}`)])
}

/** A list marker at the head of a text; `Điều 5.` and its like are words of the text. */
export const markerIn = (text: string): string => {
  const even = clean(text)
  const marker = markerOf(even.slice(0, 60))
  return marker && !/^\p{L}{3}/u.test(even) ? even.slice(0, marker.length) : ''
}
