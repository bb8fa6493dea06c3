import { describe, expect, it } from 'vitest'
import { readReply } from '../../../src/answer/written/read-reply.ts'

const one = (text: string, sources: readonly number[]) => ({ text, sources })
const json = (statements: unknown, completeness: unknown = 'complete'): string =>
  JSON.stringify({ completeness, statements })

describe('a reply in JSON', () => {
  it.each([
    ['plain', json([one('Chi bộ họp mỗi tháng.', [7])]), [one('Chi bộ họp mỗi tháng.', [7])]],
    ['in a fence', '```json\n' + json([one('A b.', [1])]) + '\n```', [one('A b.', [1])]],
    ['after thoughts', `<think>{"x": 1} có lẽ [3]</think>\n${json([one('A b.', [1])])}`, [one('A b.', [1])]],
    ['after chatter', `Đây là câu trả lời:\n${json([one('A b.', [1])])} Chúc đồng chí khỏe.`, [one('A b.', [1])]],
    ['with numbers as words', json([{ text: 'A b.', sources: ['7', '[8]'] }]), [one('A b.', [7, 8])]],
    ['with markers in the words', json([one('A b [7][8, 9].', [7])]), [one('A b.', [7, 8, 9])]],
    ['with a list sign', json([one('a) 100% chi bộ họp.', [4])]), [one('100% chi bộ họp.', [4])]],
    ['without sources', json([{ text: 'A b.' }]), [one('A b.', [])]],
    ['with sources that are none', json([{ text: 'A b.', sources: [null, 'x', 1.5, -2, {}] }]), [one('A b.', [])]],
    [
      'with entries that are none',
      json([null, 3, 'chữ', { text: 7 }, { text: '  ' }, one('A b.', [1])]),
      [one('A b.', [1])],
    ],
    ['on several lines', json([one('A\nb\u00a0c.', [1])]), [one('A b c.', [1])]],
  ])('%s', (_what, reply, statements) => {
    expect(readReply(reply)).toEqual({ completeness: 'complete', statements })
  })

  it('keeps what it says of being complete, and none of thirteen statements beyond the twelfth', () => {
    const many = Array.from({ length: 20 }, (_, i) => one(`Câu ${i}.`, [i]))
    expect(readReply(json(many, 'partial'))).toMatchObject({ completeness: 'partial', statements: { length: 12 } })
    expect(readReply(json([], 'none'))).toEqual({ completeness: 'none', statements: [] })
  })
})

describe('a reply in lines', () => {
  it.each([
    [
      'complete\nChi bộ họp mỗi tháng. [7][8]\n- Đảng phí nộp sau. [9]',
      'complete',
      [one('Chi bộ họp mỗi tháng.', [7, 8]), one('Đảng phí nộp sau.', [9])],
    ],
    ['**Partial**\nA b. [1]', 'partial', [one('A b.', [1])]],
    ['none', 'none', []],
    ['A b. [1]', 'partial', [one('A b.', [1])]],
  ])('%j', (reply, completeness, statements) => {
    expect(readReply(reply)).toEqual({ completeness, statements })
  })
})

it.each([
  ['a refusal', 'Xin lỗi, tôi không thể giúp việc này.'],
  ['half a reply', '{"completeness":"complete","statements":[{"text":"A b","sour'],
  ['another shape', '{"answer":"Chi bộ họp mỗi tháng."}'],
  ['a list', '[1, 2]'],
  ['a word', 'complete'],
  ['an unknown label', json([one('A b.', [1])], 'absolutely')],
  ['statements that are no list', json('A b.')],
  ['nothing', ''],
  ['a web page', '<html><body>502 Bad Gateway</body></html>'],
  ['null', 'null'],
])('%s is no reply', (_what, reply) => {
  expect(readReply(reply)?.statements ?? []).toEqual([])
})
