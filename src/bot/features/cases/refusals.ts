/** A refusal of an honest question goes to staff by itself; its asker is told so, and that no name went with it. */
import { handOverRefusal } from '../../../desk/cases.ts'
import type { GivenAnswer } from '../../../desk/records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import type { BotContext } from '../../context.ts'
import { queueMessage } from '../../queue-message.ts'
import { placeOf } from '../../place.ts'
import { tellStaff } from './opening.ts'
import { staffChat } from './staff-chat.ts'

/** Leaves in the job what a refused answer asks of staff. Call after the answer itself was said; without a staff chat nothing happens. */
export const passOnRefusal = (ctx: BotContext, given: GivenAnswer): void => {
  const { deps, job } = ctx
  const staff = staffChat(deps)
  // who asks in the staff chat has staff around them
  if (staff === null || staff === given.chat) return
  job.queue(() => {
    const handed = handOverRefusal(deps.records, given, deps.now())
    if (handed.kind === 'not_taken') return []
    if (handed.kind === 'opened') return [...tellStaff(ctx, handed.case), tell(ctx, caseMessages.refusalPassedOn)]
    return handed.isTheirs ? [] : [tell(ctx, caseMessages.refusalKnown)]
  })
}

const tell = (ctx: BotContext, text: string): ReturnType<typeof queueMessage> =>
  queueMessage(ctx.deps.records, { kind: 'text', text, ...placeOf(ctx) }, { chat: ctx.asker.chat })
