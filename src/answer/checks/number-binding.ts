/** Binding: of several numbers of one kind the statement must take the one whose surroundings are its own. */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import { agreement } from './reading/alignment.ts'
import type { Alignment, Word } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

/** "Tốt: từ 90 điểm; khá: từ 70 điểm" does not bear out "khá: từ 90 điểm"; nor do exchanged years. */
export const checkBinding = (statement: Reading, _evidence: Evidence, { said, known }: Alignment): Checked | null => {
  for (const [i, word] of said.entries()) {
    const kind = kindOf(word)
    if (kind === null || word.isLight) continue
    let own = 0
    let other = 0
    for (const [j, there] of known.entries()) {
      if (kindOf(there) !== kind) continue
      const score = agreement(said, i, known, j)
      if (there.key === word.key) own = Math.max(own, score)
      else other = Math.max(other, score)
    }
    if (other > own + MARGIN) return faulty('number', statement.text.slice(word.start, word.end))
  }
  return null
}
const MARGIN = Number(process.env.MARGIN ?? 0)

/** What numbers may be mistaken for one another: those with the same label or unit, and years. */
const kindOf = ({ quantity }: Word): string | null => {
  if (!quantity || quantity.kind === 'document') return null
  if (quantity.kind === 'date') return 'date'
  if (/^(?:19|20)\d\d$/.test(quantity.value)) return 'year'
  return quantity.unit || quantity.label || 'bare'
}
