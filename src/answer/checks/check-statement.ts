import { checkBinding } from './number-binding.ts'
import type { Reading } from './reading/read.ts'
import type { Alignment } from './reading/alignment.ts'
import { align } from './reading/alignment.ts'
import { evidenceOf, markerIn } from './reading/evidence.ts'
import { checkQuantities } from './check-quantities.ts'
import { checkNegation } from './polarity.ts'
import { checkNames } from './names.ts'
import { checkSubstitution } from './substitution.ts'
import { checkRoles } from './roles.ts'
import { checkStrength } from './strength.ts'
import { checkCoverage, checkOrder } from './words.ts'
import type { Checked, CitedUnit } from './fault.ts'
import { read } from './reading/read.ts'
import { clean } from '../../text/vietnamese.ts'

export const checkStatement = (statement: string, cited: readonly CitedUnit[]): Checked => {
  const even = clean(statement).trim()
  const own = read(even.slice(markerIn(even).length))
  const evidence = evidenceOf(cited, new Set(own.items.map(({ key }) => key)))
  const alignment = align(own.items, evidence.items)
  for (const check of [
    checkQuantities,
    checkNames,
    checkCoverage,
    (own: Reading, _: unknown, alignment: Alignment) => checkBinding(own, alignment),
    checkSubstitution,
    checkStrength,
    checkNegation,
    checkOrder,
    checkRoles,
  ]) {
    const found = check(own, evidence, alignment)
    if (found) return found
  }
  return { ok: true }
}
