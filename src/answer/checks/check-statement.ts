/** Whether a statement of a model may be shown: code decides, against the sentences that the statement itself cites. */
import { clean, oneLine } from '../../text/vietnamese.ts'
import { checkBounds } from './bounds.ts'
import { checkConjunctions } from './conjunctions.ts'
import { checkCoverage } from './coverage.ts'
import type { Checked, CitedUnit } from './fault.ts'
import { faulty } from './fault.ts'
import { checkForeignMatter } from './foreign-matter.ts'
import { checkHedges } from './hedges.ts'
import { checkNames } from './names.ts'
import { checkNegation } from './negation.ts'
import { checkBinding } from './number-binding.ts'
import { checkNumbers } from './numbers.ts'
import { checkOrder } from './order.ts'
import { checkQuotedSpans } from './quoted-spans.ts'
import type { Alignment } from './reading/alignment.ts'
import { align } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import { evidenceOf, markerIn } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'
import { read } from './reading/read.ts'
import { checkRoles } from './roles.ts'
import { withoutLead } from './source-lead.ts'
import { checkStrength } from './strength.ts'
import { checkSubstitution } from './substitution.ts'
import { checkVoice } from './voice.ts'

type Check = (statement: Reading, evidence: Evidence, alignment: Alignment) => Checked | null

// in the order in which a fault is named; each rejects alone
const CHECKS: readonly Check[] = [
  checkQuotedSpans,
  checkNumbers,
  checkNames,
  checkCoverage,
  checkBinding,
  checkBounds,
  checkStrength,
  checkHedges,
  checkConjunctions,
  checkNegation,
  checkSubstitution,
  checkOrder,
  checkRoles,
]

/** Accepts only what every check finds borne out by the units cited (1 to 6), read together; numbers and names by one of them alone. */
export const checkStatement = (statement: string, cited: readonly CitedUnit[]): Checked => {
  const trimmed = statement.trim()
  const foreign = checkForeignMatter(trimmed, cited)
  if (foreign) return foreign
  const even = oneLine(clean(trimmed))
  const whole = read(even.slice(markerIn(even).length))
  const evidence = evidenceOf(cited, whole)
  const voice = checkVoice(whole, evidence)
  if (voice) return voice
  const own = read(withoutLead(whole.text, evidence))
  const alignment = align(own.items, evidence.items)
  for (const check of CHECKS) {
    const found = check(own, evidence, alignment)
    if (found) return found
  }
  return cited.length > 0 ? { ok: true } : faulty('coverage', statement)
}
