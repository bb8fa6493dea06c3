/** What is worked out for a spelling, remembered for each index: questions have the same ones again and again. */
import type { LexicalIndex } from '../lexical/lexical-index.ts'

/** Beyond `most` spellings it begins anew: of foreign words and slips there is no end. */
export const remembered = <T>(
  most: number,
  workOut: (index: LexicalIndex, spelling: string) => T,
): ((index: LexicalIndex, spelling: string) => T) => {
  const byIndex = new WeakMap<LexicalIndex, Map<string, { readonly value: T }>>()
  return (index, spelling) => {
    let known = byIndex.get(index)
    if (!known) byIndex.set(index, (known = new Map()))
    let found = known.get(spelling)
    if (!found) {
      found = { value: workOut(index, spelling) }
      if (known.size >= most) known.clear()
      known.set(spelling, found)
    }
    return found.value
  }
}
