/** Staff are told what became of a reply: that it reached the asker, or that it never will. */
import type { OutboxItem } from '../../../desk/records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotDeps } from '../../context.ts'
import { queueMessage } from '../../queue-message.ts'
import { restsOnPublic } from './rests-on-public.ts'

/** Call when a message has been sent or closed, in the transaction that writes it down; returns what is to be sent now. */
export const tellWhatBecame = (
  deps: Pick<BotDeps, 'records' | 'house'>,
  item: Pick<OutboxItem, 'id' | 'caseId'>,
  became: 'sent' | 'closed',
): readonly OutboxItem[] => {
  const { records } = deps
  const found = item.caseId === null ? null : records.cases.get(item.caseId)
  const reply = found && records.cases.replies.of(found.id).find(({ itemId }) => itemId === item.id)
  if (!found || !reply) return []
  const isAnswer = became === 'sent' && reply.text !== null && found.approvedAs === null
  const isApprovable = isAnswer && restsOnPublic(found, deps)
  const said = became === 'sent' ? caseMessages.delivered(found.n) : caseMessages.undelivered(found.n)
  return [
    queueMessage(
      records,
      {
        kind: 'text',
        text: isAnswer && !isApprovable ? `${said}\n${caseMessages.notForLibrary}` : said,
        replyTo: reply.messageId,
        ...(reply.threadId === null ? {} : { threadId: reply.threadId }),
        ...(isApprovable
          ? { buttons: [{ label: caseMessages.buttons.approve, data: callbackData('lib', found.id) }] }
          : {}),
      },
      { chat: reply.chat, caseId: found.id },
    ),
  ]
}
