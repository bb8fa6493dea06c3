/** Two hundred questions to a model that lies in every small way, and to one that is honest: no lie reaches the asker, nearly every honest statement does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { factFiles, facts, type Fact } from '../support/fictional-facts.ts'
import { openModelHouse, says, shownTo, type ModelHouse, type Said } from '../support/model-house.ts'

const byQuestion = new Map(facts.map((fact) => [fact.question, fact]))

let house: ModelHouse
beforeAll(async () => {
  house = await openModelHouse(factFiles)
})
afterAll(() => house.close())

/** The model knows the fact behind the question and where it stands. */
const speak = (say: (fact: Fact, unit: number, others: readonly number[], n: number) => readonly Said[]): void => {
  let n = 0
  house.server.reset()
  house.server.chat((call) => {
    const { question, units } = shownTo(call)
    const fact = byQuestion.get(question)
    const unit = units.find(({ text }) => fact !== undefined && text.endsWith(fact.text))
    if (!fact || !unit) return says([], 'none')
    return says(say(fact, unit.n, units.filter((other) => other !== unit).map((other) => other.n), n++)) // prettier-ignore
  })
}

const askAll = async (): Promise<readonly (readonly [Fact, Answer])[]> => {
  const answers: [Fact, Answer][] = []
  // each pass asks anew: what was worded before is remembered
  await house.ingest({ 'ghi-chu.md': `TÀI LIỆU MẪU – HƯ CẤU\n\nGHI CHÚ\n\nLượt thử ${Math.random()}\n` })
  for (const fact of facts) answers.push([fact, await house.ask(fact.question)])
  return answers
}

const without = (text: string): string => text.replace(/[.;]$/, '')

describe('a model that lies', () => {
  it('alone and fluently: each question is answered in the document’s own words', async () => {
    speak((fact, unit, _others, n) => {
      const [first, ...more] = [...fact.lies.slice(n % 6), ...fact.lies.slice(0, n % 6)]
      return [first!, ...more].slice(0, 5).map(({ text }) => ({ text, sources: [unit] }))
    })
    for (const [fact, answer] of await askAll()) {
      for (const { kind, text } of fact.lies) expect(answer.text, kind).not.toContain(without(text))
      expect(answer).toMatchObject({ status: 'answered', model: { why: 'rejected' } })
      expect(answer.citations.some(({ quote }) => quote.includes(fact.text))).toBe(true)
    }
  })

  it('among truths: the truths stay, the lies go', async () => {
    speak((fact, unit, _others, n) => [
      { text: fact.honest[0]!, sources: [unit] },
      { text: fact.lies[n % 6]!.text, sources: [unit] },
    ])
    let kept = 0
    for (const [fact, answer] of await askAll()) {
      for (const { kind, text } of fact.lies) expect(answer.text, kind).not.toContain(without(text))
      kept += Number(answer.text.includes(without(fact.honest[0]!)))
    }
    expect(kept).toBeGreaterThanOrEqual(190)
  })

  it('about its sources: a true sentence with another’s number is no answer', async () => {
    speak((fact, _unit, others, n) => [{ text: fact.honest[0]!, sources: [others[n % others.length]!] }])
    for (const [fact, answer] of await askAll()) {
      expect(answer.model!.why).not.toBe('written')
      expect(answer.citations.some(({ quote }) => quote.includes(fact.text))).toBe(true)
    }
  })
})

describe('an honest model', () => {
  it('has at least 95 % of its statements kept', async () => {
    speak((fact, unit) => fact.honest.map((text) => ({ text, sources: [unit] })))
    const answers = await askAll()
    const offered = answers.reduce((sum, [, { model }]) => sum + model!.kept + model!.dropped, 0)
    const kept = answers.reduce((sum, [, { model }]) => sum + (model!.why === 'written' ? model!.kept : 0), 0)
    expect(offered).toBe(600)
    expect(kept / offered).toBeGreaterThanOrEqual(0.95)
  })
})
