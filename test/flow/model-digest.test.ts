/** A summary in a model's words: each statement borne out, else the digest by structure stands. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { leveled, openModelHouse, says, shownTo, type ModelHouse } from '../support/model-house.ts'

const RESOLUTION = readFileSync(new URL('../../data/documents/nghi-quyet-05-nq-duk.md', import.meta.url), 'utf8')
const RESTRICTED = leveled('staff', RESOLUTION.replace('05-NQ/ĐUK', '06-NQ/ĐUK').replaceAll('chi bộ', 'tổ Kim Tước'))

let house: ModelHouse
beforeAll(async () => {
  house = await openModelHouse({ 'nq-05.md': RESOLUTION, 'nq-06.md': RESTRICTED })
})
afterAll(() => house.close())
beforeEach(() => house.server.reset())

const WHOLE = 'Gồm 4 phần'

describe('a summary by a model', () => {
  it('is shown where all that it says is borne out, from one call over the whole paper', async () => {
    let calls = 0
    house.server.chat((call) => {
      calls += 1
      const { units } = shownTo(call)
      const of = (words: string) => units.find(({ text }) => text.includes(words))!
      expect(of('86,5% chi bộ')).toBeDefined()
      const [target, duty] = [of('100% chi bộ sinh hoạt định kỳ'), of('Ủy ban Kiểm tra đưa nội dung')]
      return says([
        { text: '100% chi bộ sinh hoạt định kỳ mỗi tháng một lần.', sources: [target.n] },
        { text: 'Ủy ban Kiểm tra đưa nội dung này vào chương trình kiểm tra hằng năm.', sources: [duty.n] },
      ])
    })
    const answer = await house.ask('tóm tắt nghị quyết 05')
    expect(answer.model).toMatchObject({ why: 'written', kept: 2 })
    expect(answer.text).toMatch(/^100% chi bộ sinh hoạt định kỳ mỗi tháng một lần\. \[1\]/)
    expect(answer.citations.every(({ quote }) => RESOLUTION.includes(quote))).toBe(true)
    expect(calls).toBe(1)
  })

  it.each([
    ['a false figure', '98% chi bộ sinh hoạt định kỳ mỗi tháng một lần.'],
    ['a report made a target', 'Phấn đấu 86,5% chi bộ sinh hoạt định kỳ.'],
  ])('gives way to the digest by structure: %s', async (_name, text) => {
    house.server.chat((call) => {
      const unit = shownTo(call).units.find((one) => one.text.includes('100% chi bộ sinh hoạt định kỳ'))!
      return says([{ text, sources: [unit.n] }])
    })
    const answer = await house.ask('tom tat nghi quyet 05')
    expect(answer.model).toMatchObject({ why: 'rejected' })
    expect(answer.text).toContain(WHOLE)
  })

  it('is not asked for targets and parts, nor for a paper that the model may not see', async () => {
    house.server.chat(() => {
      throw new Error('no model may be asked')
    })
    expect((await house.ask('các chỉ tiêu của nghị quyết 05')).model?.calls).toBe(0)
    expect((await house.ask('nghị quyết 05 gồm những phần nào')).model?.calls).toBe(0)
    const restricted = await house.ask('tóm tắt nghị quyết 06', { level: 'staff' })
    expect(restricted.model).toMatchObject({ why: 'level', calls: 0 })
    expect(restricted.text).toContain(WHOLE)
  })
})
