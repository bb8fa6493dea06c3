/** How far a match stands from being answered: the rule itself is asked, with a better and a worse match. */
import { strengthOf } from '../../../src/answer/decide/decide.ts'
import type { Retrieval } from '../../../src/search/retrieval.ts'
import { number } from './causes.ts'

const PERFECT = 1
const STEPS = 12

export const matchAgainstBar = (found: Retrieval): { readonly isEnough: boolean; readonly said: string } => {
  const isEnough = strengthOf(found) !== 'none'
  const match = `Độ khớp ${number(found.strength, 3)}`
  if (strengthOf({ ...found, strength: PERFECT }) === 'none')
    return { isEnough, said: `${match}; khớp hoàn toàn cũng chưa đủ.` }
  let [low, high] = [0, PERFECT]
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (strengthOf({ ...found, strength: middle }) === 'none') low = middle
    else high = middle
  }
  return { isEnough, said: `${match}, ngưỡng ở câu này ${number(high, 3)}.` }
}
