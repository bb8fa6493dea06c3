import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellingsNear } from '../../src/text/typing/spelling.ts'

const costOf = (typed: string, meant: string): number | undefined =>
  spellingsNear(typed).find(({ folded }) => folded === meant)?.cost

test.each([
  ['xinh', 'sinh', 0.5], // s/x
  ['nam', 'lam', 0.5], // l/n
  ['truc', 'chuc', 0.5], // ch/tr
  ['hoac', 'hoat', 0.5], // t/c at the end
  ['nuon', 'nuong', 0.5], // n/ng at the end
  ['sihn', 'sinh', 0.6], // letters swapped
  ['sonh', 'sinh', 0.7], // the key beside
  ['snh', 'sinh', 0.8], // a letter lost
  ['sinhh', 'sinh', 0.8], // a letter too many
  ['sanh', 'sinh', 1], // any other letter
])('%s for %s costs %d', (typed, meant, cost) => {
  expect(costOf(typed, meant)).toBeCloseTo(cost)
})

test('two confusions at once are still near, two edits are not', () => {
  expect(costOf('xuac', 'suat')).toBe(1)
  expect(costOf('khong', 'kinh')).toBeUndefined()
})

test('never the syllable itself, never dearer than 1, each once', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,9}$/), (syllable) => {
      const found = spellingsNear(syllable)
      expect(found.every(({ folded, cost }) => folded !== syllable && folded !== '' && cost > 0 && cost <= 1)).toBe(
        true,
      )
      expect(new Set(found.map(({ folded }) => folded)).size).toBe(found.length)
    }),
  )
})
