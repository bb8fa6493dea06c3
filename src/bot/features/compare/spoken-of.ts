/** After a comparison the newer document is what was spoken of: "còn điều 5?" is asked of it. */
import { nameOf } from '../../../answer/document-names.ts'
import { LEVELS } from '../../../access.ts'
import type { DocumentCard } from '../../../search/search-index.ts'
import { comparisonMessages as messages } from '../../../text/messages/comparison-messages.ts'
import type { BotContext } from '../../context.ts'

export const spokenOf = (ctx: BotContext, older: DocumentCard, newer: DocumentCard): void => {
  const { asker, deps, job } = ctx
  const name = nameOf(newer.meta)
  // who may not read both any more does not lean on it
  const level = LEVELS.findLast((one) => one === older.level || one === newer.level)!
  job.also(() =>
    deps.records.conversations.add({
      conversation: asker.conversation,
      person: asker.person,
      at: deps.now(),
      messageId: ctx.msg?.message_id ?? 0,
      turn: {
        // what else is asked next may be asked of the whole library: no more than a leaning question is put to the document
        question: messages.page.title(name, nameOf(older.meta)),
        standalone: name,
        documentId: newer.id,
        ...(level !== 'public' && { level }),
      },
      keep: deps.desk.keepTurns,
    }),
  )
}
