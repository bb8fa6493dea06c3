/** How much more likely than its words tell a sentence is because it stands beside the best one and goes on with what that says. */
import type { Candidate } from './unit-features.ts'

/**
 * Where the best unit does not hold the answer, a sentence beside it whose chance is .07 does in .27-.30 of prose and in .27 of
 * regulations, one that stands elsewhere in .06-.09. At 1.5 prose gains .005 at equal length; items of a list are each another case,
 * and virhe4qa is 12 characters longer with them for .001.
 */
const BESIDE = 1.5
/** "Ông cũng mô tả …", "Bộ này dùng …": of two such sentences neither says whole what both say. Prose and web +.001-.003 for 1 to 6 characters. */
const REFERRING = 3

const REFERS =
  /^(?:Nó|Ông|Bà|Họ|Chúng|Anh ấy|Cô ấy|Điều này|Việc này|Đây|Đó|Tại đây|Tại đó|Ở đây|Ở đó|Khi đó|Lúc đó|Sau đó|Trước đó|Từ đó|Do đó|Vì vậy|Vì thế|Do vậy|Theo đó)(?![\p{L}\p{M}])|^(?:[\p{L}\p{M}]+\s+){1,4}(?:này|đó|ấy)(?![\p{L}\p{M}])/u

/** 1 for a unit that does not stand beside it. */
export const besideFactor = (best: Candidate, unit: Candidate): number => {
  const isBeside = unit.passage === best.passage && Math.abs(unit.index - best.index) === 1
  if (!isBeside || unit.kind !== 'sentence') return 1
  return REFERS.test((unit.index > best.index ? unit : best).text) ? REFERRING : BESIDE
}
