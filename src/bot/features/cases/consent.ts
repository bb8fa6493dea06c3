/**
 * Whether staff may see who asks. Names never reach the records with an update (stored-update.ts), so an asker who agrees is
 * looked up then and there; only this name is kept, with its case.
 */
import { Composer } from 'grammy'
import type { Case } from '../../../desk/case-records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { callbackData, onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { offeredName } from '../../offered-name.ts'
import type { Button } from '../../outgoing.ts'
import { queueMessage } from '../../queue-message.ts'
import { caseItemIn, staffChat } from './staff-chat.ts'

export const consent = new Composer<BotContext>()

export const consentButtons = (caseId: string): readonly Button[] => [
  { label: caseMessages.buttons.giveName, data: callbackData('name', caseId, 'yes') },
  { label: caseMessages.buttons.keepName, data: callbackData('name', caseId, 'no') },
]

onButton(consent, 'name', async (ctx, caseId = '', word) => {
  const found = ctx.deps.records.cases.get(caseId)
  const isTheirs = found?.person === ctx.asker.person && ctx.asker.isPrivate
  if (!found || !isTheirs || !['yes', 'no'].includes(word ?? '')) return toast(ctx, caseMessages.gone, true)
  if (found.name !== null) return toast(ctx)
  if (word !== 'yes') {
    settle(ctx, found, caseMessages.nameKept)
    return toast(ctx, caseMessages.nameKept)
  }
  const name = await offeredName(ctx)
  if (name === null) return toast(ctx, caseMessages.nameUnknown, true)
  settle(ctx, found, caseMessages.nameGiven(name))
  giveName(ctx, found, name)
  await toast(ctx)
})

const giveName = ({ deps, job }: Pressed, found: Case, name: string): void => {
  const { records } = deps
  job.also(() => records.cases.update(found.id, { name }))
  const staff = staffChat(deps)
  if (staff === null) return
  job.queue(() => {
    const replyTo = caseItemIn(records, found.id, staff)
    const told = {
      kind: 'text',
      text: caseMessages.hasName(found.n, name),
      ...(replyTo === null ? {} : { replyTo }),
    } as const
    return [queueMessage(records, told, { chat: staff, caseId: found.id })]
  })
}

/** The question for the name is answered: its buttons go. */
const settle = (ctx: Pressed, found: Case, line: string): void => {
  const edit = ctx.callbackQuery.message?.message_id
  ctx.job.say({
    kind: 'text',
    text: `${caseMessages.passedOn(found.n)}\n\n${line}`,
    ...(edit === undefined ? {} : { edit }),
  })
}
