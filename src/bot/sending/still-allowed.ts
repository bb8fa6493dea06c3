/** A message as its chat may read it now: rights may have gone while it waited in the outbox. */
import { mayRead, type Level } from '../../access.ts'
import { peopleMessages } from '../../text/messages/people-messages.ts'
import type { Key, OutboxItem } from '../../desk/records.ts'
import type { Outgoing } from '../outgoing.ts'

export interface Standing {
  /** What may be read in a chat now; without it, everything. */
  readonly standing?: (chat: Key) => Level
}

/** What became of a message that is not sent at all. */
export const UNREADABLE = {
  kind: 'refused',
  method: 'none',
  description: 'its reader may not read it any more',
} as const

/** What waits in an item, as it may be sent now. `standing`: what may be read in a chat; without it, everything. */
export const readable = (
  { body, chat, caseId }: OutboxItem,
  standing: (chat: Key) => Level = () => 'staff',
): Outgoing | null => stillAllowed(JSON.parse(body!) as Outgoing, standing(chat), caseId !== null)

/** `isCase`: a reply of staff, of whom somebody waits to hear whether it arrived. Null: it is not sent at all. */
const stillAllowed = (message: Outgoing, standing: Level, isCase: boolean): Outgoing | null => {
  if (message.kind !== 'text' && message.kind !== 'copy') return message
  if (mayRead(standing, message.level ?? 'public')) return message
  if (isCase || message.kind === 'copy') return null
  const { threadId, replyTo, edit } = message
  return {
    kind: 'text',
    text: peopleMessages.changedMeanwhile,
    ...(threadId !== undefined && { threadId }),
    ...(replyTo !== undefined && { replyTo }),
    ...(edit !== undefined && { edit, buttons: [] }),
  }
}
