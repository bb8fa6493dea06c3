/** A list of which a part is shown with its introduction would be read as the whole of it. */
import type { Candidate } from './unit-features.ts'

/** Most characters that may be missing to it; at 150 and at 400 regulations gain the same (virhe4qa +.003 to +.005 for 6 characters). */
const MISSING = 250

/** The items of such lists that are not among those taken, where they are short. */
export const restOfLists = (candidates: readonly Candidate[], taken: ReadonlySet<number>): readonly number[] => {
  const heads = [...taken].flatMap((at) => {
    const { kind, index, parent } = candidates[at]!
    const head = at - index + parent
    return kind === 'item' && parent >= 0 && taken.has(head) && candidates[head]!.text.endsWith(':') ? [head] : []
  })
  return [...new Set(heads)].flatMap((head) => {
    const missing: number[] = []
    for (let at = head + 1; candidates[at]?.passage === candidates[head]!.passage; at += 1)
      if (candidates[at]!.parent === candidates[head]!.index && !taken.has(at)) missing.push(at)
    const length = missing.reduce((sum, at) => sum + candidates[at]!.end - candidates[at]!.start, 0)
    return length <= MISSING ? missing : []
  })
}
