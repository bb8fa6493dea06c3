/** The gate for abbreviations: 165 questions as people type them, beside the same in full, asked of documents that are alike. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rankingMeasures } from '../../scripts/evaluate/measure-retrieval.ts'
import { readSet } from '../../scripts/evaluate/read-set.ts'
import { openTrialIndex, type TrialIndex } from '../../scripts/evaluate/trial-index.ts'
import { root } from '../support/run.ts'

const folder = join(root, 'data/eval/abbreviations')
const full = readSet(folder, 'queries.jsonl', Infinity)
const typed = readSet(folder, 'queries.typed.jsonl', Infinity)
let index: TrialIndex

beforeAll(async () => {
  index = await openTrialIndex(full.corpus)
})
afterAll(() => index.close())

test('each question stands in both files', () => {
  expect(full.questions.length).toBeGreaterThanOrEqual(150)
  const keys = (set: typeof full) => set.questions.map(({ id, relevant }) => [id, ...relevant].join())
  expect(keys(typed)).toEqual(keys(full))
})

test('what is typed short is found as what is typed in full', () => {
  const share = ({ questions }: typeof full) => {
    const rankings = questions.map(({ question, relevant }) => ({
      found: index.retrieve(question, { top: 10 }).documents.map(({ card }) => card.id),
      relevant: new Set(relevant),
    }))
    const { recall1, recall5 } = rankingMeasures(rankings)
    return { first: recall1 ?? 0, inFive: recall5 ?? 0 }
  }
  const [inFull, inShort] = [share(full), share(typed)]
  expect(inFull.inFive).toBeGreaterThanOrEqual(0.98)
  expect(inShort.inFive / inFull.inFive).toBeGreaterThanOrEqual(0.97)
  expect(inShort.first / inFull.first).toBeGreaterThanOrEqual(0.97)
})
