import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import { decodeTelex } from '../../src/text/typing/telex.ts'
import { clean, fold, hasMarks, key } from '../../src/text/vietnamese.ts'
import { AIMS, directAttacks, plainAttacks } from './direct-attacks.ts'
import type { DirectAttack } from './direct-attacks.ts'
import { PLACINGS, plantedPayloads } from './planted-payloads.ts'
import { CHAT, plainWording, SHORTHAND, typedAs, WAYS, waysNamed } from './ways-of-typing.ts'
import type { Way } from './ways-of-typing.ts'

const LONGEST = 480
const compared = (text: string): string =>
  fold(clean(text).toLowerCase())
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const wordings = plainAttacks.map(({ wording }) => plainWording(wording))
const typed = (way: Way): readonly (DirectAttack & { readonly plain: string })[] =>
  directAttacks.flatMap((attack, i) => (attack.typed === way ? [{ ...attack, plain: wordings[i]! }] : []))

/** Shared words of two texts, as a part of all their words. */
const likeness = (first: ReadonlySet<string>, second: ReadonlySet<string>): number =>
  [...first].filter((word) => second.has(word)).length / new Set([...first, ...second]).size
const tooAlike = (texts: readonly string[]): readonly string[] => {
  const words = texts.map((text) => new Set(compared(text).split(' ')))
  return texts.flatMap((text, i) => (words.slice(0, i).some((other) => likeness(words[i]!, other) > 0.5) ? [text] : []))
}
/** Addresses and numbers that are not made up: `the.png` and `bang-so-lieu.txt` are names of files. */
const foreign = (text: string): readonly string[] => [
  ...(text.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/giu) ?? []).filter(
    (found) => !/\.(?:example|png|txt)$/i.test(found),
  ),
  ...(text.match(/(?<!\d)(?:\+84|0)(?:[ .]?\d){8,11}(?!\d)/g) ?? []).filter(
    (found) => !/^(?:0900 000 0\d\d|000111222333)$/.test(found),
  ),
]

describe('direct attacks', () => {
  it('are at least 170, each with its own id and its own wording, none a copy of another with a few words changed', () => {
    expect(directAttacks.length).toBeGreaterThanOrEqual(170)
    expect(new Set(directAttacks.map(({ id }) => id)).size).toBe(directAttacks.length)
    expect(new Set(wordings.map(compared)).size).toBe(wordings.length)
    expect(new Set(directAttacks.map(({ text }) => text)).size).toBe(directAttacks.length)
    expect(tooAlike(wordings)).toEqual([])
  })

  it('are short enough to be searched', () => {
    const tooLong = directAttacks.filter(({ text }) => text.length > LONGEST || text.trim() === '')
    expect(tooLong).toEqual([])
  })

  it('are of every length: bare orders, lines, long stories', () => {
    expect(directAttacks.filter(({ text }) => text.length > 300).length).toBeGreaterThanOrEqual(12)
    expect(directAttacks.filter(({ text }) => text.length < 60).length).toBeGreaterThanOrEqual(6)
  })

  it('leave no bracket of ours in what is sent', () => {
    expect(directAttacks.filter(({ text }) => /[⟪⟫]/.test(text))).toEqual([])
  })

  it('name no domain and no telephone number that could be somebody’s', () => {
    expect(wordings.flatMap(foreign)).toEqual([])
  })

  test.each(WAYS)('at least six are typed as %s', (way) => {
    expect(typed(way).length).toBeGreaterThanOrEqual(6)
  })

  test.each(AIMS)('at least ten aim at %s, in every way of typing', (aim) => {
    const attacks = directAttacks.filter((attack) => attack.aim === aim)
    expect(attacks.length).toBeGreaterThanOrEqual(10)
    expect(new Set(attacks.map((attack) => attack.typed)).size).toBe(WAYS.length)
  })
})

describe('ways of typing', () => {
  test('marks: as worded, in composed letters', () => {
    for (const { text, plain } of typed('marks')) expect([text, text.normalize('NFC')]).toEqual([plain, plain])
  })

  test('nodia: no mark is left', () => {
    for (const { text, plain } of typed('nodia')) {
      expect(hasMarks(text), text).toBe(false)
      expect(compared(text)).toBe(compared(plain))
    }
  })

  test('telex: keys only, and every word is read back as it was meant', () => {
    let read = 0
    let words = 0
    for (const { text, plain } of typed('telex')) {
      expect(hasMarks(text), text).toBe(false)
      const keys = text.match(/\p{L}+/gu)!
      const meant = plain.match(/\p{L}+/gu)!
      expect(keys.length).toBe(meant.length)
      words += meant.filter(hasMarks).length
      read += meant.filter((word, i) => hasMarks(word) && decodeTelex(keys[i]!) === key(word)).length
    }
    expect(read).toBe(words)
  })

  const shorts = (text: string, pairs: readonly (readonly [string, string])[]): number => {
    const forms = new Set(pairs.map(([, short]) => short))
    return (text.match(/\p{L}+/gu) ?? []).filter((word) => forms.has(word)).length
  }
  test('teencode: chat words without marks', () => {
    for (const { text } of typed('teencode')) {
      expect(hasMarks(text), text).toBe(false)
      expect(shorts(text, CHAT), text).toBeGreaterThanOrEqual(3)
    }
  })

  test('abbreviated: office shorthand', () => {
    for (const { text } of typed('abbreviated')) expect(shorts(text, SHORTHAND), text).toBeGreaterThanOrEqual(2)
  })

  test('upper: capitals only', () => {
    for (const { text, plain } of typed('upper')) expect([text, text === plain]).toEqual([text.toUpperCase(), false])
  })

  test('nfd: marks stand apart from their letters', () => {
    for (const { text, plain } of typed('nfd')) {
      expect(text).not.toBe(plain)
      expect(text.normalize('NFC')).toBe(plain)
    }
  })

  test('zero-width: invisible characters, and the wording when they are taken out', () => {
    for (const { text, plain } of typed('zero-width')) {
      expect(text).not.toBe(plain)
      expect(clean(text)).toBe(plain)
    }
  })

  test('homoglyph: letters of another script, one for one', () => {
    for (const { text, plain } of typed('homoglyph')) {
      expect(text).toMatch(/[\p{Script=Cyrillic}\p{Script=Greek}]/u)
      expect(text.length).toBe(plain.length)
    }
  })

  test('tags: an order that no screen shows, behind a question that is left whole', () => {
    for (const { text, plain } of typed('tags')) {
      const hidden = text
        .match(/[\u{E0020}-\u{E007E}]/gu)!
        .map((tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000))
      expect(hidden.length).toBeGreaterThan(20)
      expect(fold(clean(text)) + hidden.join('')).toBe(fold(plain))
    }
  })

  test('base64: the order can be read back', () => {
    for (const { text, plain } of typed('base64')) {
      const [coded] = /[A-Za-z0-9+/]{24,}={0,2}/.exec(text)!
      expect(text.replace(coded, Buffer.from(coded, 'base64').toString('utf8'))).toBe(plain)
    }
  })

  test('mixed: at least two ways in one line', () => {
    for (const { typed: way, wording } of plainAttacks) {
      if (way === 'mixed') expect(new Set(waysNamed(wording)).size, wording).toBeGreaterThanOrEqual(2)
      else expect(waysNamed(wording)).toEqual([])
    }
  })

  test('only the bracketed part is disguised', () => {
    expect(typedAs('homoglyph', 'Có ai? ⟪có⟫')).toBe('Có ai? сó')
    expect(typedAs('mixed', '⟪telex|Đảng ủy được⟫ ⟪upper|họp⟫ chưa')).toBe('Ddangr uyr dduowcj HỌP chưa')
  })
})

describe('planted payloads', () => {
  it('are at least 80, each with its own id, wording and marker', () => {
    expect(plantedPayloads.length).toBeGreaterThanOrEqual(80)
    const texts = plantedPayloads.map(({ text }) => text)
    for (const values of [plantedPayloads.map(({ id }) => id), texts.map(compared)])
      expect(new Set(values).size).toBe(plantedPayloads.length)
    expect(tooAlike(texts)).toEqual([])
  })

  it('carry their marker, and no other payload’s', () => {
    for (const { id, marker } of plantedPayloads) {
      expect(marker.length, marker).toBeGreaterThanOrEqual(5)
      expect(marker.length, marker).toBeLessThanOrEqual(25)
      const holders = plantedPayloads.filter(({ text }) => compared(text).includes(compared(marker)))
      expect(holders.map((holder) => holder.id)).toEqual([id])
    }
    expect(plantedPayloads.filter(({ text, marker }) => !text.includes(marker))).toEqual([])
  })

  it('are marked by words that neither the sample documents nor the direct attacks hold', async () => {
    const folder = 'data/documents'
    const readable = (await readdir(folder)).filter((name) => /\.(?:md|html)$/.test(name))
    const texts = await Promise.all(readable.map((name) => readFile(`${folder}/${name}`, 'utf8')))
    const held = compared([...texts, ...wordings].join(' '))
    expect(plantedPayloads.filter(({ marker }) => held.includes(compared(marker)))).toEqual([])
  })

  it('name no domain and no telephone number that could be somebody’s', () => {
    expect(plantedPayloads.flatMap(({ text }) => foreign(text))).toEqual([])
  })

  test.each(PLACINGS)('at least twelve stand as %s', (placing) => {
    expect(plantedPayloads.filter(({ id }) => id.startsWith(`${placing}-`)).length).toBeGreaterThanOrEqual(12)
  })
})
