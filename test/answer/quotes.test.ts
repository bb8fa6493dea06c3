import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseUnits } from '../../src/answer/quotes/choose-units.ts'
import { verify } from '../../src/answer/citations.ts'
import type { Citation } from '../../src/answer/answer.ts'
import { composeExtract } from '../../src/answer/quotes/compose-extract.ts'
import { strengthOf } from '../../src/answer/decide/decide.ts'
import { quotesOf, shownQuote } from '../../src/answer/quotes/quotes.ts'
import { understand } from '../../src/answer/question/question.ts'
import { withoutRepeats } from '../../src/answer/quotes/repeated-facts.ts'
import { scoreUnits } from '../../src/answer/quotes/unit-features.ts'
import { listAt, listEnd } from '../../src/answer/quotes/whole-list.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import { allDocuments, documentOf, libraryOf, others } from './library.ts'

const { library, lexical } = libraryOf(allDocuments)
const find = (question: string) => retrieve(question, { library, lexical, top: 10 })
const textOf = (id: string): string => library.content(id)!.text
const choose = (question: string, budget = 800) => {
  const retrieval = find(question)
  const understood = understand(retrieval.query)
  return chooseUnits(scoreUnits(understood, retrieval.passages.slice(0, 5), textOf), { type: understood.type, budget })
}

const QUESTIONS = [
  'Bí thư Đảng ủy phường Hương Sen là ai?',
  'ho so xin mien sinh hoat gom nhung gi',
  'Mục tiêu chung của Đảng bộ phường là gì?',
  'Đảng viên nào được miễn, giảm đảng phí?',
  'Thư viện phường mở cửa khi nào?',
]

describe('choosing units', () => {
  test.each(QUESTIONS)(
    '%s: the best comes first in probability, the choice keeps the order of the text',
    (question) => {
      const chosen = choose(question)!
      expect(chosen.p).toBeGreaterThan(0)
      expect(chosen.units).toContain(chosen.best)
      const first = chosen.units.filter((unit) => unit.passage === chosen.best.passage).map(({ start }) => start)
      expect(first).toEqual([...first].sort((a, b) => a - b))
    },
  )

  test('a smaller budget never chooses more, and always the best', () => {
    for (const question of QUESTIONS) {
      const [small, large] = [choose(question, 60)!, choose(question, 800)!]
      expect(small.best).toEqual(large.best)
      expect(small.units.length).toBeLessThanOrEqual(large.units.length)
    }
  })

  test('the question of an interview is not its own answer', () => {
    const chosen = choose('Nhiệm kỳ qua Đảng bộ phường đã đạt được những kết quả nổi bật nào?')!
    expect(chosen.best.text).not.toContain('thưa đồng chí?')
  })

  const saidOf = (documents: Parameters<typeof libraryOf>[0], question: string): readonly string[] => {
    const own = libraryOf(documents)
    const retrieval = retrieve(question, { ...own, top: 10 })
    const understood = understand(retrieval.query)
    const text = (id: string): string => own.library.content(id)!.text
    const units = scoreUnits(understood, retrieval.passages.slice(0, 5), text)
    return chooseUnits(units, { type: understood.type, budget: 800 })!.units.map((unit) => unit.text)
  }

  const unitsFor = (documents: Parameters<typeof libraryOf>[0], question: string) => {
    const own = libraryOf(documents)
    const retrieval = retrieve(question, { ...own, top: 10 })
    const text = (id: string): string => own.library.content(id)!.text
    return scoreUnits(understand(retrieval.query), retrieval.passages.slice(0, 5), text)
  }

  test('papers that say the same do not take the chance from each other', () => {
    const paper = (id: string) =>
      documentOf(id, 'Tổ công tác kiểm kê hiện vật vào tuần cuối tháng sáu hằng năm.', { title: `Kế hoạch ${id}` })
    const chance = (...ids: readonly string[]): number =>
      chooseUnits(unitsFor([...ids.map(paper), ...others], 'Khi nào tổ công tác kiểm kê hiện vật?'), {
        type: 'when',
        budget: 800,
      })!.p
    expect(chance('mot', 'hai', 'ba')).toBeGreaterThan(0.95 * chance('mot'))
  })

  test('of two sentences that are as likely the one beside the best is shown', () => {
    const text =
      'Vườn ươm mở cửa mỗi sáng. Cây giống được tưới đều. Xe chở đất đến tuần sau. Chậu gốm xếp dưới mái hiên.'
    const units = unitsFor([documentOf('vuon', text, { title: 'Vườn ươm' }), ...others], 'Vườn ươm mở cửa khi nào?')
    const inGarden = units.filter(({ passage }) => passage.card.id === 'vuon')
    expect(inGarden).toHaveLength(4)
    const weighed = inGarden.map((unit, index) => ({ ...unit, z: index === 0 ? 0 : -2.6 }))
    const shown = chooseUnits(weighed, { type: 'when', budget: 800, lambda: 0.0007 })!.units.map(({ index }) => index)
    expect(shown).toEqual([0, 1])
  })

  test('the sentence before “Ông …” comes along sooner than others beside the best', () => {
    const text =
      'Cụ Bảy trồng hàng cau ở đình. Ông chăm vườn ươm suốt mười năm. Đình làng lợp ngói đỏ. Vườn ươm có giếng nước.'
    const units = unitsFor([documentOf('dinh', text, { title: 'Đình làng' }), ...others], 'Ai chăm vườn ươm?')
    const here = units.filter(({ passage }) => passage.card.id === 'dinh')
    const shownWith = (best: number): readonly number[] => {
      const weighed = here.map((unit, index) => ({ ...unit, z: index === best ? 0 : -3.2 }))
      return chooseUnits(weighed, { type: 'who', budget: 800, lambda: 0.0007 })!.units.map(({ index }) => index)
    }
    expect(shownWith(1)).toEqual([0, 1])
    expect(shownWith(3)).toEqual([3])
  })

  test('beside a name that is certain, what names nobody is left out, and what introduces it stays', () => {
    const text =
      'Những người giữ vườn ươm:\na) ông Lê Văn Cổn, giữ ban ngày;\nb) các cháu học sinh, giữ buổi chiều.\n\nVườn ươm có giếng nước trong.'
    const question = 'Ai giữ vườn ươm ban ngày?'
    const own = libraryOf([documentOf('giu-vuon', text, { title: 'Vườn ươm' }), ...others])
    const understood = understand(retrieve(question, { ...own, top: 10 }).query)
    const here = unitsFor([documentOf('giu-vuon', text, { title: 'Vườn ươm' }), ...others], question).filter(
      ({ passage }) => passage.card.id === 'giu-vuon',
    )
    const shownAt = (z: number): readonly string[] => {
      const weighed = here.map((unit) => ({ ...unit, z: unit.text.startsWith('a)') ? z : 0 }))
      const chosen = chooseUnits(weighed, { type: 'who', budget: 800, lambda: 0.0001 })!
      expect(chosen.units.map((unit) => unit.text)).toContain('Vườn ươm có giếng nước trong.')
      return withoutRepeats(chosen, understood).units.map((unit) => unit.text.slice(0, 5))
    }
    expect(shownAt(2.5)).toEqual(['Những', 'a) ôn'])
    expect(shownAt(0.5)).toContain('Vườn ')
  })

  test('a short sentence between two that are shown is shown', () => {
    const text = 'Vườn ươm mở cửa mỗi sáng. Cây giống được tưới đều. Vườn ươm đóng cửa lúc năm giờ chiều.'
    const units = unitsFor([documentOf('gio-vuon', text, { title: 'Vườn ươm' }), ...others], 'Vườn ươm mở khi nào?')
    const here = units.filter(({ passage }) => passage.card.id === 'gio-vuon')
    const weighed = here.map((unit, index) => ({ ...unit, z: index === 1 ? -9 : 0 }))
    expect(chooseUnits(weighed, { type: 'when', budget: 800 })!.units.map(({ index }) => index)).toEqual([0, 1, 2])
  })

  test('a list that is shown in part comes whole where little is missing', () => {
    const list = (last: string) =>
      documentOf(
        'tro-giang',
        `Lớp được xếp thêm người hỗ trợ khi thỏa một trong các điều kiện sau đây:\na) dạy bằng tiếng nước ngoài;\nb) có từ tám mươi người học;\nc) ${last}.`,
        { title: 'Quy định lớp học', kind: 'regulation' },
      )
    const ask = 'Lớp dạy bằng tiếng nước ngoài có được xếp thêm người hỗ trợ không?'
    const short = saidOf([list('do hiệu trưởng quyết định'), ...others], ask)
    expect(short.map((said) => said.slice(0, 2))).toEqual(['Lớ', 'a)', 'b)', 'c)'])
    const long = saidOf([list(`do hiệu trưởng quyết định ${'sau khi hỏi ý kiến các khoa '.repeat(9)}`), ...others], ask)
    expect(long.some((said) => said.startsWith('c)'))).toBe(false)
  })

  test('an item comes with the line that introduces it', () => {
    const rules = documentOf(
      'khen',
      'Điều 7. Khen thưởng\nChi bộ đề nghị khen thưởng đảng viên thuộc một trong các trường hợp sau đây:\na) có sáng kiến được công nhận ở cấp cơ sở;\nb) vận động được ba quần chúng ưu tú vào Đảng;\nc) cứu người trong thiên tai.',
      { title: 'Quy chế khen thưởng', kind: 'regulation' },
    )
    const said = saidOf([rules, ...others], 'Cứu người trong thiên tai có được khen thưởng không?')
    expect(said).toContain('c) cứu người trong thiên tai.')
    expect(said).toContain('Chi bộ đề nghị khen thưởng đảng viên thuộc một trong các trường hợp sau đây:')
  })

  test('a sentence that two papers share is shown once', () => {
    const sentence = 'Tổ công tác kiểm kê hiện vật của nhà truyền thống vào tuần cuối tháng sáu hằng năm.'
    const papers = ['mot', 'hai'].map((id) =>
      documentOf(id, sentence, { title: `Kế hoạch kiểm kê ${id}`, kind: 'plan' }),
    )
    const said = saidOf([...papers, ...others], 'Tổ công tác kiểm kê hiện vật nhà truyền thống khi nào?')
    expect(said.filter((text) => text === sentence)).toHaveLength(1)
  })

  test('nothing to choose from is undefined', () =>
    expect(chooseUnits([], { type: 'what', budget: 800 })).toBeUndefined())
})

describe('quotes', () => {
  test('are exact slices, in order, without overlap within a document', () => {
    for (const question of QUESTIONS) {
      const places = quotesOf(library, choose(question)!, [])
      const draft = composeExtract(library, places, null)
      draft.citations.forEach((citation, index) => {
        const { card, start, end } = places[index]!
        expect(citation.quote).toBe(textOf(card.id).slice(start, end))
        const before = places[index - 1]
        if (before?.card === card) expect(before.end).toBeLessThanOrEqual(start)
        expect(draft.text).toContain(`[${citation.n}]`)
        expect(draft.text).toContain(shownQuote(citation.quote))
      })
    }
  })

  test('a cell brings its whole row', () => {
    const table = documentOf(
      'bang',
      'Tiến độ kiểm tra của Ủy ban Kiểm tra\n\nSTT | Nội dung | Thời gian\n1 | Kiểm tra thu nộp đảng phí | Quý III\n2 | Kiểm tra kết nạp | Quý IV',
      { title: 'Tiến độ kiểm tra', kind: 'plan' },
    )
    const own = libraryOf([table, ...others])
    const retrieval = retrieve('Kiểm tra thu nộp đảng phí vào quý mấy?', { ...own, top: 5 })
    const question = understand(retrieval.query)
    const text = (id: string): string => own.library.content(id)!.text
    const chosen = chooseUnits(scoreUnits(question, retrieval.passages, text), { type: question.type, budget: 800 })!
    const [first] = quotesOf(own.library, chosen, [])
    expect(text('bang').slice(first!.start, first!.end)).toContain('1 | Kiểm tra thu nộp đảng phí | Quý III')
  })

  test('a quote is shown with the lines of its author and without those of the page', () => {
    expect(shownQuote('Đảng bộ phường đã\ngiảm được 17 tổ')).toBe('Đảng bộ phường đã giảm được 17 tổ')
    expect(shownQuote('Gồm:\na) đơn;\nb) lý lịch.')).toBe('Gồm:\na) đơn;\nb) lý lịch.')
  })
})

describe('whole lists', () => {
  const text =
    'Hồ sơ gồm:\na) Đơn;\nb) Lý lịch, trong đó ghi:\n- họ tên;\n- quê quán;\nc) Giấy giới thiệu.\nChi bộ xem xét.'
  test('end with their last item, nested items included', () => {
    const list = listAt(text, 0)!
    expect(list.itemEnds).toHaveLength(3)
    expect(text.slice(0, list.itemEnds.at(-1))).toMatch(/Giấy giới thiệu\.$/)
    expect(text.slice(0, listEnd(list, 30))).toMatch(/a\) Đơn;$/)
  })

  test('a sentence that introduces nothing is no list', () =>
    expect(listAt('Chi bộ họp.\nĐảng ủy họp.', 0)).toBeUndefined())
})

describe('verifying', () => {
  const base: Citation = {
    n: 1,
    documentId: 'quy-dinh-21',
    passageId: 'quy-dinh-21#0',
    title: 'Quy định',
    number: '21-QĐ/ĐUP',
    issuer: null,
    date: '2024-03-04',
    section: null,
    kind: 'regulation',
    validity: 'unknown',
    url: null,
    quote: 'trong thời hạn 15 ngày làm việc',
  }
  const said = (text: string, citation: Partial<Citation> = {}) =>
    verify({ text, citations: [{ ...base, ...citation }] }, library)

  test('passes what stands in the document or is known of it', () => {
    expect(said('“trong thời hạn 15 ngày làm việc” [1]')).not.toBeNull()
    expect(said('Quy định 21-QĐ/ĐUP ban hành ngày 04/03/2024. [1]')).not.toBeNull()
  })
  test.each([
    ['a word changed', { quote: 'trong thời hạn 15 tháng làm việc' }],
    ['a document that is not here', { documentId: 'khong-co' }],
    ['an empty quote', { quote: ' ' }],
  ])('stops %s', (_name, citation) => expect(said('“…” [1]', citation)).toBeNull())
  test('stops a number of ours that nothing supports', () => {
    expect(said('Thời hạn là 16 ngày. [1]')).toBeNull()
    expect(verify({ text: 'Không có nguồn.', citations: [] }, library)).toBeNull()
  })
  test('any altered slice of a document is stopped', () => {
    const text = textOf('quy-dinh-21')
    fc.assert(
      fc.property(fc.nat(text.length - 12), fc.integer({ min: 2, max: 10 }), (start, length) => {
        const quote = `${text.slice(start, start + length)}§`
        expect(said('“…” [1]', { quote })).toBeNull()
      }),
    )
  })
})

describe('strength', () => {
  test('questions of the library are let through, foreign ones are refused or called doubtful', () => {
    for (const question of QUESTIONS) expect(strengthOf(find(question)), question).not.toBe('none')
    for (const question of [
      'Cách nấu phở bò ngon tại nhà?',
      'Ai vô địch giải bóng rổ năm ngoái?',
      'gia ve may bay di Da Lat',
    ])
      expect(strengthOf(find(question)), question).not.toBe('enough')
  })

  test('a question with a word that stands nowhere is at best weak', () => {
    expect(strengthOf(find('Bí thư Đảng ủy phường Hương Sen có bằng thạc sĩ không?'))).not.toBe('enough')
  })
})
