/** A message as its chat may read it now: rights may have gone, or a document risen, while it waited in the outbox. */
import { mayRead, type Level } from '../../access.ts'
import { peopleMessages } from '../../text/messages/people-messages.ts'
import type { Key, OutboxItem } from '../../desk/records.ts'
import type { Outgoing } from '../outgoing.ts'

type Waiting = Pick<OutboxItem, 'body' | 'chat' | 'caseId' | 'answerId'>

export interface Standing {
  /** What may be read in a chat now; without it, everything. */
  readonly standing?: (chat: Key) => Level
  /** Whether a message speaks of a document that readers of this level do not have any more; without it, none does. */
  readonly speaksOfLost?: (item: Waiting, message: Outgoing, level: Level) => boolean
  /** A case for staff as it may be shown now; null for what is no such, and without it. */
  readonly caseAgain?: (item: Waiting, message: Outgoing) => Outgoing | null
}

/** What became of a message that is not sent at all. */
export const UNREADABLE = {
  kind: 'refused',
  method: 'none',
  description: 'its reader may not read it any more',
} as const

/** What waits in an item, as it may be sent now. Null: it is not sent at all. */
export const readable = (
  item: Waiting,
  { standing = () => 'staff', speaksOfLost = () => false, caseAgain = () => null }: Standing,
): Outgoing | null => {
  const message = JSON.parse(item.body!) as Outgoing
  if (message.kind !== 'text' && message.kind !== 'copy' && message.kind !== 'photo') return message
  const level = standing(item.chat)
  if (mayRead(level, message.level ?? 'public') && !speaksOfLost(item, message, level)) return message
  // of a reply of staff somebody waits to hear whether it arrived
  if (item.caseId !== null || message.kind === 'copy') return caseAgain(item, message)
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
