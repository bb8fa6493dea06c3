/** Quoted spans: what a statement puts in quotation marks stands in its source character for character. */
import { oneLine } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

// an opening mark that nothing closes quotes to the end
const QUOTED = /“([^”]*)(?:”|$)|"([^"]*)(?:"|$)|«([^»]*)(?:»|$)|‘([^’]*)’|„([^“”]*)(?:[“”]|$)/gu

export const checkQuotedSpans = ({ text }: Reading, { cited }: Evidence): Checked | null => {
  for (const match of text.matchAll(QUOTED)) {
    // the stop that ends the statement may stand before the closing mark
    const quote = oneLine(match.slice(1).find((part) => part !== undefined)!).replace(/[.,;:…]+$/u, '')
    const stands = cited.some(({ whole, above }) =>
      [whole, ...above.map((one) => oneLine(one.text))].some((source) => source.includes(quote)),
    )
    if (quote !== '' && !stands) return faulty('quote', quote)
  }
  return null
}
