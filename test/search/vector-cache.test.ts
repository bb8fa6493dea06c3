import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { digestOfText, openVectorCache } from '../../src/search/snapshot/vector-cache.ts'
import { scratchFolder } from '../support/scratch.ts'

const DIMENSIONS = 256

/** Numbers that stand nowhere else, so that their bytes can be looked for. */
const vectorOf = (seed: number): Float32Array =>
  Float32Array.from({ length: DIMENSIONS }, (_, i) => Math.fround(Math.sin(seed * 1_000 + i)))

const bytes = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)

const file = (): string => join(scratchFolder(), 'vectors', 'cache.db')

/** Whether any file beside the cache, and the cache itself, still holds most of a vector. */
const holdsBytes = (cache: string, vector: Float32Array): boolean =>
  readdirSync(dirname(cache)).some((name) =>
    readFileSync(join(dirname(cache), name)).includes(bytes(vector).subarray(64, 192)),
  )

it('gives back what was put, bit by bit, to whoever opens the file next', () => {
  const place = file()
  const first = openVectorCache(place)
  const odd = Float32Array.from([0, -0, 1e-38, 3.4e38, -1.5])
  first.put('a', new Map([['one', vectorOf(1)]]))
  first.put('b', new Map([['one', odd]]))
  first.close()
  const again = openVectorCache(place)
  expect(again.get('a', ['one', 'two'])).toEqual(new Map([['one', vectorOf(1)]]))
  expect(again.get('b', ['one'])).toEqual(new Map([['one', odd]]))
  expect(again.get('c', ['one'])).toEqual(new Map())
  expect(again.holds('a', ['one', 'two'])).toEqual(new Set(['one']))
  again.close()
})

it('has on disk what was put before anything is closed, and takes a second opener', () => {
  const place = file()
  const [writer, reader] = [openVectorCache(place), openVectorCache(place)]
  writer.put('a', new Map([['one', vectorOf(1)]]))
  expect(reader.get('a', ['one']).get('one')).toEqual(vectorOf(1))
  reader.close()
  writer.close()
})

it('takes a batch whole or not at all', () => {
  const cache = openVectorCache(file())
  const broken = new Map<string, Float32Array>([['one', vectorOf(1)]])
  broken.set('two', null as unknown as Float32Array)
  expect(() => cache.put('a', broken)).toThrow()
  expect(cache.holds('a', ['one', 'two']).size).toBe(0)
  cache.put('a', new Map([['one', vectorOf(1)]]))
  expect(cache.holds('a', ['one']).size).toBe(1)
  cache.close()
})

it('puts a vector in place of an older one of the same text and model', () => {
  const cache = openVectorCache(file())
  cache.put('a', new Map([['one', vectorOf(1)]]))
  cache.put('a', new Map([['one', vectorOf(2)]]))
  expect(cache.get('a', ['one']).get('one')).toEqual(vectorOf(2))
  cache.close()
})

it('drops texts that no document has any more, whoever made their vectors, and not a byte of them stays in the file', () => {
  const place = file()
  const cache = openVectorCache(place)
  const digests = Array.from({ length: 40 }, (_, n) => digestOfText(`đoạn ${n}`))
  for (const [model, at] of [
    ['a', 0],
    ['b', 100],
  ] as const)
    // prettier-ignore
    cache.put(model, new Map(digests.map((digest, n) => [digest, vectorOf(at + n)])))
  expect(readdirSync(dirname(place)).length).toBeGreaterThan(0)
  cache.keepOnly(new Set(digests.filter((_, n) => n % 4 !== 0)))
  cache.close()
  for (const at of [0, 100])
    for (let n = 0; n < 40; n++) expect(holdsBytes(place, vectorOf(at + n)), `${at} ${n}`).toBe(n % 4 !== 0)
  expect(existsSync(`${place}-wal`)).toBe(false)
})

it('drops what one model gave in another size, and that alone', () => {
  const cache = openVectorCache(file())
  cache.put('a', new Map([['one', vectorOf(1)], ['two', vectorOf(2).subarray(0, 64)]])) // prettier-ignore
  cache.put('b', new Map([['two', vectorOf(3).subarray(0, 64)]]))
  cache.keepSize('a', DIMENSIONS)
  expect(cache.holds('a', ['one', 'two'])).toEqual(new Set(['one']))
  expect(cache.holds('b', ['two']).size).toBe(1)
  cache.close()
})
