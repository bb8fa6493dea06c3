import { evidenceOf, markerIn } from './evidence.ts'
import { checkQuantities } from './check-quantities.ts'
import { checkNegation } from './polarity.ts'
import { checkNames } from './names.ts'
import { checkRoles } from './roles.ts'
import { checkStrength } from './strength.ts'
import { checkCoverage, checkOrder } from './words.ts'
import type { Checked, CitedUnit } from './fault.ts'
import { read } from './reading.ts'
import { clean } from '../../text/vietnamese.ts'

export const checkStatement = (statement: string, cited: readonly CitedUnit[]): Checked => {
  const evidence = evidenceOf(cited)
  const even = clean(statement).trim()
  const own = read(even.slice(markerIn(even).length))
  for (const check of [
    checkQuantities,
    checkNames,
    checkCoverage,
    checkStrength,
    checkNegation,
    checkOrder,
    checkRoles,
  ]) {
    const found = check(own, evidence)
    if (found) return found
  }
  return { ok: true }
}
