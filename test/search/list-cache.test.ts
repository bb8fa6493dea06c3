import { expect, test } from 'vitest'
import { bytesOfList, createListCache, listIn, type ListCache } from '../../src/search/lexical/list-cache.ts'
import type { PostingList, Postings } from '../../src/search/lexical/postings.ts'

const postings: Postings = {
  units: 100,
  offsets: new Uint32Array(),
  list: () => ({ ids: new Uint32Array(), impacts: new Uint8Array() }),
}

const put = (cache: ListCache, term: number, length: number): PostingList =>
  cache.keep(postings, term, bytesOfList(length), (memory, from) => {
    const list = listIn(memory, from, length)
    list.ids.fill(term)
    list.impacts.fill(term % 256)
    return list
  })
const holds = (list: PostingList, term: number): boolean =>
  list.ids.every((id) => id === term) && list.impacts.every((impact) => impact === term % 256)

test('a list stays as it was handed out for as long as its search lasts, however much is read meanwhile', () => {
  const cache = createListCache(16_000)
  for (let search = 0; search < 20; search++) {
    cache.newSearch()
    // three times as much as is kept, of lengths that end anywhere in a block
    const handed = Array.from(
      { length: 300 },
      (_, n) => [search * 300 + n, put(cache, search * 300 + n, 1 + ((7 * n) % 61))] as const,
    )
    for (const [term, list] of handed) expect(holds(list, term)).toBe(true)
    for (const [term] of handed) {
      const known = cache.get(postings, term)
      expect(known === undefined || holds(known as PostingList, term)).toBe(true)
    }
  }
})

test('what every search asks for is kept, whatever else comes and goes', () => {
  const cache = createListCache(16_000)
  put(cache, 1, 50)
  cache.keep(postings, 2, 100, (memory, from) => new Uint8Array(memory, from, 100).fill(9))
  for (let search = 0; search < 400; search++) {
    cache.newSearch()
    expect(holds(cache.get(postings, 1) as PostingList, 1)).toBe(true)
    expect(cache.get(postings, 2)).toEqual(new Uint8Array(100).fill(9))
    put(cache, 10 + search, 40)
  }
  expect(cache.get(postings, 10)).toBeUndefined()
})

test('what is larger than a block is read anew each time', () => {
  const cache = createListCache(1_600)
  expect(holds(put(cache, 3, 400), 3)).toBe(true)
  expect(cache.get(postings, 3)).toBeUndefined()
})
