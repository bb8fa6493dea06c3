import { describe, expect, test } from 'vitest'
import { understandQuery } from '../../src/search/query/understand-query.ts'
import { smallLibrary } from '../support/small-library.ts'

const TEXTS = {
  a: 'Cơ quan chủ trì cung cấp thông tin cho nhân dân. Thông tin về kinh phí được công khai. Ai cần thì xin thông tin ở cơ quan chủ trì.',
  b: 'Đảng viên có nghĩa vụ học tập. Nghĩa vụ của đảng viên là gương mẫu. Cán bộ suy nghĩ kỹ trước khi làm. Cách nghĩ phải đổi mới.',
  c: 'Tinh thần trách nhiệm được nêu cao. Tinh thần đoàn kết là truyền thống. Gửi qua bưu điện, qua thư, qua người quen.',
  d: 'Trình độ của cán bộ được nâng lên. Trình độ học vấn ghi trong hồ sơ. Trong năm, trong tháng, trong tuần đều có báo cáo.',
  e: 'Người thợ tôi thép, tôi luyện ý chí. Kỳ thi mở vào mùa hè; thi viết, thi nói.',
  f: 'Ban quản lý mở cửa nhà văn hóa buổi tối. Thẻ thư viện cấp cho bạn đọc. Người theo dõi ghi sổ. Đạo đức nghề nghiệp. Theo đó mà làm.',
}
/** Said often, as in a real library: what stands once has not shown what it stands beside. */
const TIMES = 12
const small = (texts: Record<string, string>, once = 'Sổ ghi ngày.') =>
  smallLibrary([
    ...Object.entries(texts).map(([id, text]) => ({
      id,
      title: `Bài ${id}`,
      text: Array(TIMES).fill(text).join('\n'),
    })),
    { id: 'once', title: 'Sổ', text: once },
  ])
const library = small(TEXTS)
const syllable = (question: string, folded: string, { lexical } = library) =>
  understandQuery(question, lexical).query.syllables.find((one) => one.folded === folded)!
const forms = (question: string, folded: string, among = library) =>
  syllable(question, folded, among).forms.map((form) => form.folded)
const likeliest = (question: string, folded: string) =>
  [...syllable(question, folded).forms].sort((a, b) => b.factor - a.factor)[0]!.folded

describe('a slip that makes another word of the library', () => {
  test.each([
    ['cơ quan nào cung cấp thông tinh cho nhân dân', 'tinh', 'tin'],
    ['đảng viên có nghĩ vụ gì', 'nghi', 'nghia'],
    ['cơ qua chủ trì làm gì', 'qua', 'quan'],
  ])('%s: %s is read as %s', (question, typed, meant) => {
    expect(likeliest(question, typed)).toBe(meant)
    // what was typed may be meant all the same
    expect(forms(question, typed)).toContain(typed)
  })
  test('the text that was meant is found', () => {
    expect(library.ids('nghĩ vụ của đảng viên')[0]).toBe('b')
    expect(library.ids('cung cấp thông tinh')[0]).toBe('a')
  })
  test.each([
    ['tinh thần trách nhiệm', 'tinh'],
    ['gửi qua bưu điện', 'qua'],
    ['cán bộ suy nghĩ kỹ', 'nghi'],
    ['trong hồ sơ', 'trong'],
  ])('%s: what stands well is left alone', (question, typed) => {
    expect(forms(question, typed)).toEqual([typed])
  })
  test('words that hold any sentence together are usual, though a library of norms has them not so', () => {
    expect(forms('thẻ thư viện của tôi', 'toi')).toEqual(['toi'])
  })
  test('a tone that was typed on purpose is kept', () => {
    expect(understandQuery('người theo đạo', library.lexical).accents.at(-1)![0]!.accented).toBe('đạo')
  })
  test('words that ask are known of the language, whatever the library holds', () => {
    const g = 'Cách nào cũng được, nơi nào cũng có. Thế thì thôi. Thế là xong.'
    const asking = small({ ...TEXTS, g }, 'Tế bào chia đôi. Tế bào nuôi cây.')
    expect(forms('nhà văn hóa mở cửa thế bào', 'bao', asking)).toContain('nao')
    expect(syllable('nhà văn hóa mở cửa thế bào', 'bao', asking).weight).toBe(0.25)
    expect(forms('tế bào chia đôi thế nào', 'bao', asking)).toEqual(['bao'])
  })
  test('comes from what its reader may see alone', () => {
    const { a, ...others } = TEXTS
    expect(a).toContain('thông tin')
    expect(forms('cung cấp thông tinh', 'tinh', small(others))).toEqual(['tinh'])
  })
})

describe('a slip that makes no word of the library', () => {
  test('is what its neighbours and its tone say', () => {
    expect(likeliest('trìng độ của cán bộ', 'tring')).toBe('trinh')
    expect(likeliest('tròng năm có báo cáo', 'trong')).toBe('trong')
  })
  test('keeps the typed form beside what it may be', () => {
    expect(forms('trìng độ', 'tring')).toContain('tring')
  })
  test('is none without marks where it is a word that holds a sentence together', () => {
    const { a, ...others } = TEXTS
    expect(a).toContain('Ai')
    expect(forms('ai mo cua nha van hoa', 'ai', small(others))).toEqual(['ai'])
    expect(syllable('ai mo cua nha van hoa', 'ai', small(others)).weight).toBe(0.25)
  })
})
