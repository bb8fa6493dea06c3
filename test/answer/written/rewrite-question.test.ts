import { expect, it } from 'vitest'
import { checkRewrite } from '../../../src/answer/written/rewrite-question.ts'

const MEETINGS = 'Chi bộ sinh hoạt định kỳ mấy lần một tháng theo Quy định 27-QĐ/ĐUK?'

it.each([
  ['thế còn sinh hoạt chuyên đề?', 'Chi bộ sinh hoạt chuyên đề mấy lần một tháng theo Quy định 27-QĐ/ĐUK?', [MEETINGS]],
  ['con sinh hoat chuyen de thi sao', 'Chi bộ sinh hoạt chuyên đề mấy lần theo Quy định 27-QĐ/ĐUK?', [MEETINGS]],
  ['ai chủ trì?', 'Ai chủ trì chi bộ sinh hoạt định kỳ?', [MEETINGS]],
  ['Điều 5 thì sao?', 'Điều 5 Quy định 27-QĐ/ĐUK?', [MEETINGS]],
])('%s → %s', (question, rewritten, before) => {
  expect(checkRewrite(rewritten, question, before)).toBe(rewritten)
})

it.each([
  ['brings in a word', 'thế còn chuyên đề?', 'Chi bộ sinh hoạt chuyên đề ở Hà Nội mấy lần một tháng?'],
  ['brings in a number', 'thế còn chuyên đề?', 'Chi bộ sinh hoạt chuyên đề mấy lần một tháng theo Quy định 28-QĐ/ĐUK?'],
  ['leaves out what is asked', 'thế thời lượng tối thiểu mỗi buổi?', 'Chi bộ sinh hoạt định kỳ mấy lần một tháng?'],
  ['leaves out a number', 'Điều 5 thì sao?', 'Chi bộ sinh hoạt định kỳ mấy lần một tháng?'],
  ['has several lines', 'thế còn chuyên đề?', 'Chi bộ sinh hoạt\nchuyên đề mấy lần?'],
  ['holds a link', 'thế còn chuyên đề?', 'Chi bộ sinh hoạt chuyên đề https://chi.bo mấy lần?'],
  ['holds a mark of a conversation', 'thế còn chuyên đề?', '<|im_start|> Chi bộ sinh hoạt chuyên đề'],
  ['answers', 'thế còn chuyên đề?', 'Sinh hoạt chuyên đề mỗi quý ít nhất một lần.'],
  ['is empty', 'thế còn chuyên đề?', '  '],
  ['is endless', 'thế còn chuyên đề?', 'Chi bộ sinh hoạt chuyên đề '.repeat(20)],
])('is not used when it %s', (_what, question, rewritten) => {
  expect(checkRewrite(rewritten, question, [MEETINGS])).toBeNull()
})
