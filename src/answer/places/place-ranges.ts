/** What lies between the ends of "Điều 5 đến Điều 7", "điểm a đến điểm đ", "mục I đến mục III". */
import { arabic } from '../../text/numbers/numerals.ts'
import type { Step } from './place-path.ts'

const LETTERS = 'abcdđeghiklmnopqrstuvxy'
const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
/** Nobody asks for more at once. */
const LONGEST = 60

/** Without the ends; nothing where they cannot be counted between. */
export const rangeOf = (from: readonly Step[], to: readonly Step[]): readonly (readonly Step[])[] => {
  const [first, last] = [from.at(-1)!, to.at(-1)!]
  const above = from.slice(0, -1)
  return between(first.numeral, last.numeral).map((numeral) => [...above, { kind: first.kind, numeral }])
}

const between = (from: string, to: string): readonly string[] => {
  const decimal = /^((?:\d+\.)*)(\d+)$/.exec(from)
  const other = /^((?:\d+\.)*)(\d+)$/.exec(to)
  if (decimal && other && decimal[1] === other[1])
    return numbers(Number(decimal[2]), Number(other[2])).map((n) => `${decimal[1]}${n}`)
  const [a, b] = [LETTERS.indexOf(from), LETTERS.indexOf(to)]
  if (from.length === 1 && to.length === 1 && a >= 0 && b > a && !(ROMANS.includes(from) && ROMANS.includes(to)))
    return [...LETTERS.slice(a + 1, b)]
  const [one, two] = [arabic(from), arabic(to)]
  return one !== null && two !== null ? numbers(one, two).map((n) => ROMANS[n - 1] ?? String(n)) : []
}

const numbers = (from: number, to: number): readonly number[] =>
  to - from > 1 && to - from <= LONGEST ? Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i) : []
