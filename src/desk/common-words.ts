/** Words that several persons use: runs of two to four content syllables, without names, so that no question can be read off them. */
import { syllables, type Syllable } from '../text/terms.ts'
import { isFunctionWord } from '../text/typing/function-words.ts'
import { hasMarks } from '../text/vietnamese.ts'

export interface CommonWords {
  add(text: string, person: string): void
  /** Those of at least `fewest` persons, most first; the longer of two that say the same. */
  most(): readonly { readonly words: string; readonly count: number }[]
}

const SHORTEST = 2
const LONGEST = 4
const SHOWN = 5
/** A longer run stands for a shorter one within it while it was used by nearly as many. */
const NEARLY = 0.7
/** Runs that are remembered at once; beyond it, those of one person are forgotten. */
const REMEMBERED = 50_000
/** Surnames that are no words of their own. */
const SURNAMES = new Set(['nguyễn', 'trần', 'huỳnh', 'phan', 'bùi', 'ngô', 'nguyen', 'huynh'])

export const commonWords = (fewest: number): CommonWords => {
  const runs = new Map<string, { readonly persons: Set<string>; readonly forms: Map<string, number> }>()
  return {
    add: (text, person) => {
      for (const { folded, shown } of runsIn(text)) {
        const run = runs.get(folded) ?? { persons: new Set<string>(), forms: new Map<string, number>() }
        run.persons.add(person)
        run.forms.set(shown, (run.forms.get(shown) ?? 0) + 1)
        runs.set(folded, run)
      }
      if (runs.size > REMEMBERED) for (const [key, { persons }] of runs) if (persons.size === 1) runs.delete(key)
    },
    most: () => {
      const common = [...runs]
        .map(([folded, { persons, forms }]) => ({ folded, count: persons.size, words: bestForm(forms) }))
        .filter(({ count }) => count >= fewest)
        .sort((a, b) => b.count - a.count || b.folded.length - a.folded.length || (a.folded < b.folded ? -1 : 1))
      const chosen: typeof common = []
      for (const run of common) {
        if (chosen.length === SHOWN) break
        const longer = common.filter((other) => isWithin(run.folded, other.folded) && other.count >= NEARLY * run.count)
        const best = longer.reduce((most, other) => (other.folded.length > most.folded.length ? other : most), run)
        if (!chosen.some(({ folded }) => overlaps(folded, best.folded))) chosen.push(best)
      }
      return chosen.map(({ words, count }) => ({ words, count }))
    },
  }
}

const runsIn = (text: string): readonly { readonly folded: string; readonly shown: string }[] => {
  const marked = hasMarks(text)
  const all = syllables(text)
  const found = new Map<string, string>()
  all.forEach((_, from) => {
    for (let to = from; to < all.length && to - from < LONGEST; to++) {
      if (!counts(all[to]!, text, marked) || (to > from && text.slice(all[to - 1]!.end, all[to]!.start).trim() !== '')) break // prettier-ignore
      if (to - from + 1 < SHORTEST) continue
      const run = all.slice(from, to + 1)
      found.set(run.map(({ folded }) => folded).join(' '), text.slice(run[0]!.start, run.at(-1)!.end).replace(/\s+/g, ' ').toLowerCase()) // prettier-ignore
    }
  })
  return [...found].map(([folded, shown]) => ({ folded, shown }))
}

/** Of content, no number, and no name: those are written with a capital where no sentence begins. */
const counts = ({ start, end, folded, accented }: Syllable, text: string, marked: boolean): boolean =>
  /\p{L}/u.test(folded) &&
  !/\d/.test(folded) &&
  !isFunctionWord(folded, marked ? accented : null) &&
  !SURNAMES.has(accented) &&
  !(start > 0 && /^\p{Lu}\p{Ll}/u.test(text.slice(start, end)) && folded !== 'dang')

const bestForm = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, form) => (worth(form) > worth(best) ? form : best))[0]

/** As most wrote it; with marks before without. */
const worth = ([form, count]: readonly [string, number]): number => count + (hasMarks(form) ? 1_000 : 0)

const isWithin = (short: string, long: string): boolean => ` ${long} `.includes(` ${short} `)

/** Two words in a row that both have. */
const overlaps = (one: string, other: string): boolean => {
  const words = one.split(' ')
  return words.some((_, n) => n > 0 && isWithin(words.slice(n - 1, n + 1).join(' '), other))
}
