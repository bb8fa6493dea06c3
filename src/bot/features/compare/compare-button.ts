/** Under a document that replaces another one, or is replaced: what changed between the two. */
import { predecessorsOf } from '../../../answer/compare/which-pair.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { comparisonMessages } from '../../../text/messages/comparison-messages.ts'
import { callbackData } from '../../callback-data.ts'
import type { Button } from '../../outgoing.ts'

export const compareButton = (card: DocumentCard, library: Library): readonly Button[] => {
  const older = predecessorsOf(card, library)[0]
  const { withOlder, withNewer } = comparisonMessages.buttons
  if (older) return [{ label: withOlder, data: callbackData('sso', older.id, card.id) }]
  return card.replacedBy.slice(0, 1).map((id) => ({ label: withNewer, data: callbackData('sso', card.id, id) }))
}
