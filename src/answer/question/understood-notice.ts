/** How a question that leans on another was understood, as a person would say it. */
import type { Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { nameOf } from '../document-names.ts'
import type { Standalone } from './follow-up.ts'

export const understoodNotice = (standalone: Standalone, library: Library): readonly string[] => {
  if (!standalone.dependent) return []
  if (standalone.joinedWith !== null) return [answerMessages.joinedWith(standalone.joinedWith)]
  const card = standalone.only && standalone.documentId ? library.card(standalone.documentId) : undefined
  const isNamed = card !== undefined && standalone.text.includes(nameOf(card.meta))
  return [card && !isNamed ? answerMessages.askedOf(nameOf(card.meta)) : answerMessages.understoodAs(standalone.text)]
}
