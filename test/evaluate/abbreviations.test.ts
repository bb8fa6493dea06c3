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
  const [inFull, inShort] = [full, typed].map(({ questions }) =>
    rankingMeasures(
      questions.map(({ question, relevant }) => ({
        found: index.retrieve(question, { top: 10 }).documents.map(({ card }) => card.id),
        relevant: new Set(relevant),
      })),
    ),
  )
  expect(inFull!.recall5).toBeGreaterThanOrEqual(0.98)
  expect(inShort!.recall5! / inFull!.recall5!).toBeGreaterThanOrEqual(0.97)
  expect(inShort!.recall1! / inFull!.recall1!).toBeGreaterThanOrEqual(0.97)
})
