/** Questions about a document as a whole: what they lean on is the document spoken of, not the words asked for before. */
import { asksComparison } from '../compare/asks-comparison.ts'
import { asksDigestAlone } from '../digest/asks-digest.ts'

export const asksOfWhole = (question: string): boolean => asksComparison(question) || asksDigestAlone(question)
