import { expect, test } from 'vitest'
import { foldedId, pairTerm } from '../../src/search/lexical/lexical-index.ts'
import { queryTerms } from '../../src/search/query/query-terms.ts'
import { understandQuery } from '../../src/search/query/understand-query.ts'
import { smallLibrary } from '../support/small-library.ts'

// Trảo Nha always stand together; kiểm and tra stand apart as often
const { lexical } = smallLibrary([
  { id: 'a', title: 'Làng Trảo Nha', text: 'Đoàn kiểm tra đến làng Trảo Nha. Cán bộ kiểm đếm hồ sơ.' },
  { id: 'b', title: 'Sổ sách', text: 'Cán bộ kiểm kê, tra sổ và kiểm tra.' },
  { id: 'c', title: 'Kho', text: 'Kiểm kho hằng tháng; tra cứu sổ kho.' },
  { id: 'd', title: 'Thư viện', text: 'Tra cứu sách, kiểm đầu sách.' },
])

const weightOf = (question: string, left: string, right: string): number => {
  const pair = pairTerm(lexical, foldedId(lexical, left), foldedId(lexical, right))
  return queryTerms(understandQuery(question, lexical), lexical).folded.find(({ term }) => term === pair)?.weight ?? 0
}

test('a pair weighs what it says beyond its syllables', () => {
  // in one passage of one, and in two of four
  expect(weightOf('làng Trảo Nha', 'trao', 'nha')).toBeCloseTo(0.7 * (1 - 1 / 1.5))
  expect(weightOf('đoàn kiểm tra', 'kiem', 'tra')).toBeCloseTo(0.7 * (1 - 2 / 4.5))
})
