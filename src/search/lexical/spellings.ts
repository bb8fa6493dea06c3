/** The spellings met so far, each looked up by its characters where they stand: no string is made of a word that is known. */
import { syllableForms } from '../../text/terms.ts'
import { CAPITAL } from './lexical-index.ts'

export interface Spellings {
  /** Accented forms in the order in which they were learnt; the position is the id. */
  readonly accented: readonly string[]
  /** The folded form of each. */
  readonly folded: readonly string[]
  /** Id of the accented form of `text.slice(start, end)`, with `CAPITAL` where it starts with a capital letter. */
  token(text: string, start: number, end: number): number
  /** The ids of forms that were accented keys elsewhere. */
  learn(accented: readonly string[]): Uint32Array
}

export const createSpellings = (): Spellings => {
  const accented: string[] = []
  const folded: string[] = []
  const ids = new Map<string, number>()
  // open addressing; a place holds the number of a spelling + 1, 0 is empty, the length is a power of two
  let places = new Uint32Array(4096)
  const hashes: number[] = []
  const tokens: number[] = []
  const words: string[] = []

  const idOf = (form: string, base: string): number => {
    const known = ids.get(form)
    if (known !== undefined) return known
    const id = accented.push(form) - 1
    folded.push(base)
    ids.set(form, id)
    return id
  }
  const add = (word: string, hash: number, place: number): number => {
    const forms = syllableForms(word)
    const first = word[0]!
    const token = (idOf(forms.accented, forms.folded) | (first !== first.toLowerCase() ? CAPITAL : 0)) >>> 0
    hashes.push(hash)
    tokens.push(token)
    // a copy: a slice would keep the whole text in memory
    words.push(Buffer.from(word, 'utf16le').toString('utf16le'))
    places[place] = words.length
    if (words.length * 2 > places.length) grow()
    return token
  }
  const grow = (): void => {
    places = new Uint32Array(places.length * 2)
    const mask = places.length - 1
    for (const [n, hash] of hashes.entries()) {
      let place = hash & mask
      while (places[place] !== 0) place = (place + 1) & mask
      places[place] = n + 1
    }
  }

  return {
    accented,
    folded,
    token: (text, start, end) => {
      let hash = 0x811c9dc5
      for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
      hash = (hash ^ (hash >>> 15)) >>> 0
      const mask = places.length - 1
      for (let place = hash & mask; ; place = (place + 1) & mask) {
        const n = places[place]!
        if (n === 0) return add(text.slice(start, end), hash, place)
        if (hashes[n - 1] === hash && standsAt(words[n - 1]!, text, start, end)) return tokens[n - 1]!
      }
    },
    learn: (forms) => Uint32Array.from(forms, (form) => ids.get(form) ?? idOf(form, syllableForms(form).folded)),
  }
}

const standsAt = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}
