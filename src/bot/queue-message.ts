/** A message put into the outbox by a write of its own (see Job.queue). */
import type { Key, OutboxItem, Records } from '../desk/records.ts'
import type { Outgoing } from './outgoing.ts'

export const queueMessage = (
  records: Records,
  message: Outgoing,
  to: { readonly chat: Key; readonly caseId?: string },
): OutboxItem => records.outbox.put({ chat: to.chat, body: JSON.stringify(message), caseId: to.caseId ?? null })
