/** Numbers as people write them in groups: `0912 345 678`, `079.203.012345`, `(024) 3825-1234`. */

export interface Run {
  /** Whether a plus sign stands before it. */
  readonly isPlus: boolean
  readonly groups: readonly Group[]
}

export interface Group {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** What stands between the group before and this one. */
  readonly gap: string
}

const GAP = /^(?: ?[.\-–—‑·_] ?|,|[ \t]{1,2}| ?\(| ?\) ?[.-]? ?)$/
const LONGEST_GAP = 4

// dates, terms and the numbers of documents: (?<![\d][.-]) so that the middle of a longer number is none
const DATE = /(?<!\d|\d[.\-/])(?:\d{1,2}([.\-/])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([.\-/])\d{1,2}\2\d{1,2})(?!\d)/g
const TERM = /(?<!\d|\d[.\-])(?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d(?![.\-]?\d)/g
const DOCUMENT_NUMBER =
  /(?<!\d)\d{1,12}(?=(?: ?[-/] ?(?:19|20)\d\d)? ?[-/] ?(?:qđ|qd|nq|ct|kl|hd|tb|kh|bc|cv|tt|nđ|nd|qh\d|ub|tw|tu|đu|đl|gm|qc|ttr|ttlt|btc|bnv|lct|pl|l\/)(?![a-zà-ỹ]{3}))/gi

const ASSEMBLY = /(?<![a-z])QH\d{1,2}(?!\d)/gi

/** Digits in their groups, in the order of the text; nothing of a date, a term or a document's number. Linear in the length. */
export const numberRuns = (text: string): readonly Run[] => {
  // as long as the text itself, so that places stay
  const plain = [DATE, TERM, DOCUMENT_NUMBER, ASSEMBLY].reduce(
    (left, shape) => left.replace(shape, (found) => 'x'.repeat(found.length)),
    text,
  )
  const runs: { isPlus: boolean; groups: Group[] }[] = []
  let end = -1
  for (const { 0: digits, index: start } of plain.matchAll(/\d+/g)) {
    const gap = end < 0 || start - end > LONGEST_GAP ? '' : plain.slice(end, start)
    const group = { start, end: start + digits.length, digits, gap }
    if (gap && GAP.test(gap)) runs.at(-1)!.groups.push(group)
    else runs.push({ isPlus: text[start - 1] === '+', groups: [group] })
    end = group.end
  }
  return runs
}
