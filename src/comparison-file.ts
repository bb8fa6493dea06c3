/** A comparison as the bot hands it out: a page made when it is sent, from what this reader may read then. */
import { comparisonPage } from './answer/compare/page/comparison-page.ts'
import { compareDocuments } from './answer/compare/compare-documents.ts'
import type { ComparisonFile } from './bot/context.ts'
import type { Library } from './search/search-index.ts'
import { fileName } from './original-file.ts'
import { comparisonMessages } from './text/messages/comparison-messages.ts'
import { isoDay } from './text/numbers/clock.ts'

/** A page of changed parts only; what a telephone opens without trouble. */
const LARGEST = 10_000_000

export const comparisonFile = (
  library: Library | null,
  olderId: string,
  newerId: string,
  now: number,
): ComparisonFile => {
  const result = library ? compareDocuments(library, olderId, newerId) : ({ ok: false, reason: 'unknown' } as const)
  if (!result.ok) return result
  const { older, newer } = result.compared
  const bytes = Buffer.from(comparisonPage(result.compared, isoDay(now)))
  if (bytes.byteLength > LARGEST) return { ok: false, reason: 'too_long' }
  const names = [newer, older].map(({ meta }) => meta.number ?? meta.title.slice(0, 40))
  const name = fileName({ number: null, title: comparisonMessages.page.title(names[0]!, names[1]!) }, 'html', 'so-sanh')
  return { ok: true, bytes, name, isPublic: older.level === 'public' && newer.level === 'public' }
}
