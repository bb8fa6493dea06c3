/** A message as its chat may read it now: rights may have gone, or a document risen, while it waited in the outbox. */
import { mayRead, type Level } from '../../access.ts'
import { peopleMessages } from '../../text/messages/people-messages.ts'
import type { Key, OutboxItem } from '../../desk/records.ts'
import type { Outgoing } from '../outgoing.ts'

export interface Standing {
  /** What may be read in a chat now; without it, everything. */
  readonly standing?: (chat: Key) => Level
  /** Whether a message speaks of a document that readers of this level do not have any more; without it, none does. */
  readonly speaksOfLost?: (item: Pick<OutboxItem, 'answerId'>, message: Outgoing, level: Level) => boolean
}

/** What became of a message that is not sent at all. */
export const UNREADABLE = {
  kind: 'refused',
  method: 'none',
  description: 'its reader may not read it any more',
} as const

/** What waits in an item, as it may be sent now. Null: it is not sent at all. */
export const readable = (
  item: Pick<OutboxItem, 'body' | 'chat' | 'caseId' | 'answerId'>,
  { standing = () => 'staff', speaksOfLost = () => false }: Standing,
): Outgoing | null => {
  const message = JSON.parse(item.body!) as Outgoing
  if (message.kind !== 'text' && message.kind !== 'copy' && message.kind !== 'photo') return message
  const level = standing(item.chat)
  if (mayRead(level, message.level ?? 'public') && !speaksOfLost(item, message, level)) return message
  // a reply of staff, of whom somebody waits to hear whether it arrived
  if (item.caseId !== null || message.kind === 'copy') return null
  const { threadId, replyTo } = message
  const edit = message.kind === 'text' ? message.edit : undefined
  return {
    kind: 'text',
    text: peopleMessages.changedMeanwhile,
    ...(threadId !== undefined && { threadId }),
    ...(replyTo !== undefined && { replyTo }),
    ...(edit !== undefined && { edit, buttons: [] }),
  }
}
