/** Spellings near a folded syllable: what a hand, an ear or a dialect makes of one. */

export interface Spelling {
  readonly folded: string
  /** Soft edit cost, at most `MOST`. */
  readonly cost: number
}

const MOST = 1

// retrieval-study §7, step 3: sounds that are confused cost half an edit
const ONSETS = ['l n', 's x', 'ch tr', 'd gi', 'gi r', 'd r', 'g gh', 'ng ngh', 'c k', 'v d', 'v gi'].map((pair) =>
  pair.split(' '),
)
const ENDINGS = ['n ng', 't c', 'n nh', 'c ch', 'i y'].map((pair) => pair.split(' '))
const CONFUSION = 0.5
const TRANSPOSITION = 0.6
const NEIGHBOUR_KEY = 0.7
const INSERTION = 0.8

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const LETTERS = 'abcdeghiklmnopqrstuvxyfjwz'

/** Every string within soft edit cost 1 of the syllable, cheapest cost each, itself left out. Most are no words. */
export const spellingsNear = (syllable: string): readonly Spelling[] => {
  const found = new Map<string, number>()
  const add = (folded: string, cost: number): void => {
    if (folded === syllable || folded === '' || cost > MOST) return
    if ((found.get(folded) ?? Infinity) > cost) found.set(folded, cost)
  }
  for (const once of confusions(syllable)) {
    add(once, CONFUSION)
    for (const twice of confusions(once)) add(twice, 2 * CONFUSION)
  }
  for (let i = 0; i < syllable.length; i++) {
    const [before, letter, after] = [syllable.slice(0, i), syllable[i]!, syllable.slice(i + 1)]
    add(before + after, INSERTION)
    if (after) add(before + after[0]! + letter + after.slice(1), TRANSPOSITION)
    for (const other of LETTERS) {
      add(before + other + letter + after, INSERTION)
      add(before + other + after, isNeighbour(letter, other) ? NEIGHBOUR_KEY : 1)
    }
  }
  for (const other of LETTERS) add(syllable + other, INSERTION)
  return [...found].map(([folded, cost]) => ({ folded, cost }))
}

const confusions = (syllable: string): string[] => {
  const found: string[] = []
  for (const [a, b] of ONSETS as [string, string][]) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (syllable.startsWith(from)) found.push(to + syllable.slice(from.length))
    }
  }
  for (const [a, b] of ENDINGS as [string, string][]) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (syllable.endsWith(from)) found.push(syllable.slice(0, -from.length) + to)
    }
  }
  return found
}

const isNeighbour = (a: string, b: string): boolean => {
  const [rowA, rowB] = [ROWS.findIndex((row) => row.includes(a)), ROWS.findIndex((row) => row.includes(b))]
  if (rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false
  const [columnA, columnB] = [ROWS[rowA]!.indexOf(a), ROWS[rowB]!.indexOf(b)]
  if (rowA === rowB) return Math.abs(columnA - columnB) === 1
  // each lower row is shifted by half a key: the key below column c has columns c and c - 1
  const [upper, lower] = rowA < rowB ? [columnA, columnB] : [columnB, columnA]
  return lower === upper || lower === upper - 1
}
