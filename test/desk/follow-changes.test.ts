/** What of a library is news, where it changes all at once. */
import { expect, test } from 'vitest'
import { changesIn } from '../../src/desk/follow-changes.ts'
import type { DocumentFact } from '../../src/desk/follow-records.ts'

const ids = (count: number, folder = ''): string[] => Array.from({ length: count }, (_, n) => `${folder}d${n}`)
const textsOf = (documents: readonly string[], edition: string) =>
  new Map(documents.map((id) => [id, [`text ${id.slice(id.lastIndexOf('/') + 1)} ${edition}`]]))
const known = (now: ReadonlyMap<string, readonly string[]>): DocumentFact[] =>
  [...now].flatMap(([documentId, facts]) => facts.map((fact) => ({ documentId, fact })))
const newsIn = (now: ReadonlyMap<string, readonly string[]>, before: readonly DocumentFact[]) =>
  changesIn('public', now, before, 1)

test('A library of 3,000 documents that is read anew as a whole is told of to nobody, also after its files were moved thrice', () => {
  const before = ['', 'a/', 'b/', 'c/'].flatMap((folder) => known(textsOf(ids(3_000, folder), 'first')))
  const found = newsIn(textsOf(ids(3_000, 'c/'), 'second'), before)
  expect([found.items, found.passedOver]).toEqual([[], 3_000])
  expect(found.facts).toHaveLength(3_000)
})

test('Documents that a new version reads as no longer in force are not told of all at once; what is new beside them is', () => {
  const first = textsOf(ids(60), 'first')
  const read = new Map([...first].map(([id, facts], n) => [id, n < 40 ? [...facts, n % 2 ? 'replaced' : 'expired'] : facts])) // prettier-ignore
  read.set('moi', ['text moi'])
  const { items, passedOver } = newsIn(read, known(first))
  expect(items.map(({ documentId, news }) => [documentId, news])).toEqual([['moi', 'new']])
  expect(passedOver).toBe(40)
})

test('A few of many are told of, however many there were before', () => {
  const first = textsOf(ids(100), 'first')
  const now = new Map([...first, ...textsOf(ids(19), 'second')])
  expect(newsIn(now, known(first)).items).toHaveLength(19)
})
