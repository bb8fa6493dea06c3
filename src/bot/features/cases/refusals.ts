/** A refusal of an honest question goes to staff by itself; the refusal says so in its last line, and that no name went with it. */
import { fateOfRefusal, handOverRefusal, type RefusalFate } from '../../../desk/cases.ts'
import type { GivenAnswer } from '../../../desk/records.ts'
import type { BotContext } from '../../context.ts'
import type { RenderOptions } from '../../render/render-options.ts'
import { tellStaff } from './opening.ts'
import { staffChat } from './staff-chat.ts'

/** What becomes of an answer that may be a refusal; without a staff chat nothing does. */
export const refusalFate = ({ deps, asker }: BotContext, given: GivenAnswer): RefusalFate => {
  const staff = staffChat(deps)
  // who asks in the staff chat has staff around them; and of an empty library every question would come
  const isTheirs = staff !== null && staff !== given.chat && (deps.house.library(asker.level)?.cards.length ?? 0) > 0
  return isTheirs ? fateOfRefusal(deps.records, given) : { kind: 'not_taken' }
}

/** Leaves in the job what was said to become of it. */
export const passOnRefusal = (ctx: BotContext, given: GivenAnswer, fate: RefusalFate): void => {
  if (fate.kind === 'not_taken') return
  ctx.job.queue(() => {
    const opened = handOverRefusal(ctx.deps.records, given, fate, ctx.deps.now())
    return opened === null ? [] : tellStaff(ctx, opened)
  })
}

/** As it is read. */
export const handedOver = (fate: RefusalFate): RenderOptions['handedOver'] => {
  if (fate.kind === 'waits') return fate.isTheirs ? 'waits' : 'others_waits'
  return fate.kind === 'opens' ? 'now' : 'no'
}
