import { expect, test } from 'vitest'
import { grownDocuments, readSeed } from '../../scripts/benchmark/growth/grow-library.ts'
import { smallLibrary } from '../support/small-library.ts'

const seed = readSeed(null, 30)
const shelf = smallLibrary(
  [...grownDocuments(seed, 600)].map(({ id, meta, text }) => ({ id, title: meta.title, text })),
)
const ids = shelf.library.cards.map(({ id }) => id)

test.each([
  ['few', 15],
  ['many', 2],
])(
  'where %s documents are left out, the others are found as they would be, and it is told how those compare',
  (_many, each) => {
    const leaveOut = new Set(ids.filter((_id, n) => n % each === 0))
    let compared = 0
    for (const question of seed.questions) {
      const all = shelf.find(question, { top: 30 }).documents
      const kept = shelf.find(question, { leaveOut })
      const expected = all.filter(({ card }) => !leaveOut.has(card.id)).slice(0, 5)
      expect(kept.documents.slice(0, expected.length).map(({ card, score }) => [card.id, score])).toEqual(
        expected.map(({ card, score }) => [card.id, score]),
      )
      expect(kept.passages.some(({ card }) => leaveOut.has(card.id))).toBe(false)
      const best = all.find(({ card }) => leaveOut.has(card.id))
      if (kept.leftOut === undefined || !best) continue
      compared++
      expect(kept.leftOut).toBe(best.score)
      // looked at alone they come to the same
      const alone = shelf.find(question, { onlyDocuments: [...leaveOut], top: 1 }).documents[0]!
      expect(alone.card.id).toBe(best.card.id)
      expect(alone.score).toBeCloseTo(best.score, 5)
    }
    if (each > 10) expect(compared).toBeGreaterThan(10)
    else expect(compared).toBe(0)
  },
)
