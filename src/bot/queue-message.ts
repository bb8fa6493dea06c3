/** The one way into the outbox: for what a job says, and for a write of its own (see Job.queue). */
import type { Key, OutboxItem, Records } from '../desk/records.ts'
import type { Outgoing } from './outgoing.ts'

export const queueMessage = (
  records: Records,
  message: Outgoing,
  to: { readonly chat: Key; readonly answerId?: string; readonly caseId?: string; readonly round?: number },
): OutboxItem =>
  records.outbox.put({
    chat: to.chat,
    body: JSON.stringify(message),
    answerId: to.answerId ?? null,
    caseId: to.caseId ?? null,
    round: to.round ?? null,
  })
