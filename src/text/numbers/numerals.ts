/** Numerals as Vietnamese documents write them: Arabic, Roman, and in words up to fifty. */
import { fold } from '../vietnamese.ts'

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const UNITS: Readonly<Record<string, number>> = {
  nhat: 1,
  mot: 1,
  gieng: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  chap: 12,
}

/** `XII` → 12, `7` → 7, `tư` → 4, `mười hai` → 12, `hai mươi mốt` → 21; null if it is none. */
export const arabic = (numeral: string): number | null => {
  const plain = fold(numeral).toLowerCase().trim()
  if (/^\d+$/.test(plain)) return Number(plain)
  if (/^[ivxlc]+$/.test(plain)) return fromRoman(plain)
  const [tens, ...rest] = plain.split(/\s+/)
  if (tens === 'muoi') return 10 + (rest.length ? (UNITS[rest[0]!] ?? 0) : 0)
  if (rest[0] === 'muoi') return (UNITS[tens!] ?? 0) * 10 + (rest[1] ? (UNITS[rest[1]] ?? 0) : 0)
  return rest.length ? null : (UNITS[plain] ?? null)
}

const fromRoman = (roman: string): number | null => {
  let sum = 0
  for (let i = 0; i < roman.length; i++) {
    const here = ROMAN[roman[i]!]!
    sum += here < (ROMAN[roman[i + 1] ?? ''] ?? 0) ? -here : here
  }
  return toRoman(sum) === roman ? sum : null
}

const toRoman = (n: number): string => {
  let left = n
  let roman = ''
  for (const [sign, value] of [
    ['c', 100],
    ['xc', 90],
    ['l', 50],
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const) {
    while (left >= value) {
      roman += sign
      left -= value
    }
  }
  return roman
}
