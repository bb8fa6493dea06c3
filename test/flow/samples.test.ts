/** The regression gate: the questions of data/eval, asked of the sample documents through the whole program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { fold } from '../../src/text/vietnamese.ts'
import { answerValues } from '../../scripts/evaluate/measure-answers.ts'
import { rankingValues } from '../../scripts/evaluate/measure-retrieval.ts'
import { isBetterHigh, mean, valuesOf, type Measure, type Values } from '../../scripts/evaluate/measures.ts'
import type { SetQuestion } from '../../scripts/evaluate/read-set.ts'
import { openSampleHouse, readJson, sampleQuestions, type SampleHouse } from '../support/sample-house.ts'

const musts = sampleQuestions('questions.jsonl')
const others = sampleQuestions('regression.jsonl')

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house.close())

describe('must be right, each of them', () => {
  const check = (answer: Answer, { relevant, answers }: SetQuestion): void => {
    if (relevant.length === 0) {
      expect(answer.status, answer.text).toBe('refused')
      return
    }
    expect(answer.status, answer.text).toBe('answered')
    for (const words of answers) expect(answer.text).toContain(words)
    const sources = answer.citations.map(({ documentId }) => house.fileOf(documentId))
    expect(
      sources.some((source) => relevant.includes(source)),
      sources.join(),
    ).toBe(true)
    for (const { documentId, quote } of answer.citations) expect(house.textOf(documentId)).toContain(quote)
  }

  it.each(musts)('$id $question', async (expected) => {
    check(await house.ask(expected.question), expected)
  })

  it.each(musts.filter(({ relevant }) => relevant.length > 0))('$id without diacritics', async (expected) => {
    check(await house.ask(fold(expected.question).toLowerCase()), expected)
  })
})

describe('right often enough, all together', () => {
  interface Floors {
    readonly floors: Readonly<Record<string, { readonly least?: number; readonly most?: number }>>
    /** Questions that were wrong when the floors were set. */
    readonly missed: Readonly<Record<string, readonly string[]>>
  }
  interface Asked {
    readonly question: SetQuestion
    readonly values: Values
    readonly verbatim: boolean
    readonly told: string
  }
  const { floors, missed } = readJson<Floors>('data/eval/floors.json')
  let asked: readonly Asked[]

  beforeAll(async () => {
    const all: Asked[] = []
    for (const question of [...musts, ...others]) {
      const answer = await house.ask(question.question)
      const found = answer.hits.map(({ documentId }) => house.fileOf(documentId))
      const values = {
        ...rankingValues({ found, relevant: new Set(question.relevant) }),
        ...answerValues(question, answer),
      }
      const verbatim = answer.citations.every(({ documentId, quote }) => house.textOf(documentId).includes(quote))
      all.push({ question, values, verbatim, told: `${found[0] ?? '–'}; ${answer.text.slice(0, 160)}` })
    }
    asked = all
  })

  /** What is wrong now and was right before, by name: what a change has cost. */
  const lost = (measure: Measure): string => {
    const worst = isBetterHigh(measure) ? 0 : 1
    const now = asked.filter(({ values }) => values[measure] === worst)
    const fresh = now.filter(({ question }) => !missed[measure]?.includes(question.id))
    return fresh.map(({ question, told }) => `${question.id} ${question.question}\n    ${told}`).join('\n')
  }

  it.each(Object.entries(floors))('%s', (name, { least, most }) => {
    const measure = name as Measure
    const value = mean(valuesOf(measure, asked))!
    const said = `lost since the floor was set:\n${lost(measure)}\n`
    if (least !== undefined) expect(value, said).toBeGreaterThanOrEqual(least)
    if (most !== undefined) expect(value, said).toBeLessThanOrEqual(most)
  })

  it('quotes exactly', () => {
    expect(asked.filter(({ verbatim }) => !verbatim).map(({ question }) => question.id)).toEqual([])
  })

  it('has questions of every way of typing and asking', () => {
    const tags = new Map<string, number>()
    for (const { tags: some } of others) for (const tag of some ?? []) tags.set(tag, (tags.get(tag) ?? 0) + 1)
    expect(Object.fromEntries(tags)).toMatchObject({ nodia: 14, telex: 8, typo: 8, abbreviation: 10, near: 14 })
    const ids = new Set([...musts, ...others].map(({ id }) => id))
    expect(Object.values(missed).flatMap((some) => some.filter((id) => !ids.has(id)))).toEqual([])
  })
})
