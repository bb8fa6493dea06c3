/** Binding: of several numbers of one sort the statement must take the one whose surroundings are its own. */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Alignment, Word } from './reading/alignment.ts'
import { agreement } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

/**
 * "Tốt: từ 90 điểm; khá: từ 70 điểm" does not bear out "khá: từ 90 điểm"; nor do exchanged years. Without it .27 of 150
 * statements with two numbers exchanged are accepted, with it none, and of the faithful ones not one fewer.
 */
export const checkBinding = (statement: Reading, _evidence: Evidence, { said, known }: Alignment): Checked | null => {
  for (const [i, word] of said.entries()) {
    const sort = sortOf(word)
    if (sort === null || word.isLight) continue
    let own = 0
    let other = 0
    for (const [j, there] of known.entries()) {
      if (sortOf(there) !== sort) continue
      const score = agreement(said, i, known, j)
      if (there.key === word.key) own = Math.max(own, score)
      else other = Math.max(other, score)
    }
    if (other > own) return faulty('number', statement.text.slice(word.start, word.end))
  }
  return null
}

/** What numbers may be mistaken for one another: those with the same unit or label, and years. */
const sortOf = ({ quantity }: Word): string | null => {
  if (!quantity || quantity.kind === 'document') return null
  if (quantity.kind === 'date') return 'date'
  return /^(?:19|20)\d\d$/.test(quantity.value) ? 'year' : quantity.unit || quantity.label || 'bare'
}
