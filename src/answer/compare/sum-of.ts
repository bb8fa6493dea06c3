/** What is said of a comparison in a sentence: how many parts are the same, changed, new and gone. */
import { comparisonMessages as messages } from '../../text/messages/comparison-messages.ts'
import { isUnchanged, type Comparison } from './comparison.ts'

export const sumOf = (comparison: Comparison): string => {
  if (isUnchanged(comparison)) return messages.unchanged
  if (haveNothingInCommon(comparison)) return messages.strangers
  const { counts, by, parts } = comparison
  const isFrameOnly = parts.every((part) => part.kind === 'same' || (part.new ?? part.old)!.isFrame)
  return isFrameOnly && counts.renumbered === 0 ? messages.onlyFrame : messages.summary(by, counts)
}

/** No part of one became a part of the other. */
export const haveNothingInCommon = ({ counts: { same, changed, split, merged } }: Comparison): boolean =>
  same + changed + split + merged === 0
