/** /toi: one's own role, and whether admins may see one's name. Names are looked up then and there, and kept only where agreed. */
import { Composer } from 'grammy'
import { peopleMessages as messages } from '../../../text/messages/people-messages.ts'
import { callbackData, onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { offeredName } from '../../offered-name.ts'
import type { Button } from '../../outgoing.ts'
import { queueMessage } from '../../queue-message.ts'
import { adminChats, roleInSettings } from '../../rights.ts'
import { lines, show } from '../../view.ts'
import { requestCode } from './decisions.ts'

export const ownRole = new Composer<BotContext>()

const giveName: Button = { label: messages.buttons.giveName, data: callbackData('ten', 'co') }
const hideName: Button = { label: messages.buttons.hideName, data: callbackData('ten', 'khong') }
export const nameButtons: readonly Button[] = [
  giveName,
  { label: messages.buttons.keepName, data: callbackData('ten', 'khong') },
]

ownRole.command('toi', (ctx) => {
  const { asker, deps } = ctx
  if (!asker.isPrivate) return show(ctx, { body: lines(messages.onlyInPrivate(ctx.me.username)), buttons: [] })
  const member = deps.records.members.get(asker.person)
  const isSet = asker.role !== null && roleInSettings(ctx.from!.id, deps) === asker.role
  const isWaiting = deps.records.invitations.waitingOf(asker.person) !== null
  show(ctx, {
    body: lines(
      messages.own(asker.role, isSet ? null : (member?.since ?? null)),
      member && messages.ownCode(member.code),
      member !== null && member.name !== null && messages.ownName(member.name),
      isWaiting && messages.waiting,
    ),
    buttons: member ? [member.name === null ? giveName : hideName] : [],
  })
})

onButton(ownRole, 'ten', async (ctx, word) => {
  const { asker, deps } = ctx
  const { records } = deps
  const known = records.members.get(asker.person) ?? records.invitations.waitingOf(asker.person)
  if (!asker.isPrivate || !known) return toast(ctx, messages.gone)
  const name = word === 'co' ? await offeredName(ctx) : null
  if (word === 'co' && name === null) return toast(ctx, messages.nameUnknown, true)
  ctx.job.queue(() => {
    const member = records.members.get(asker.person)
    if (member) records.members.put({ ...member, name })
    const waits = records.invitations.waitingOf(asker.person)
    if (!waits) return []
    records.invitations.update(waits.id, { name })
    const text = name === null ? null : messages.requestNamed(requestCode(waits), name)
    return text === null
      ? []
      : adminChats(deps).map((chat) => queueMessage(records, { kind: 'text', text, level: 'staff' }, { chat }))
  })
  const said = name === null ? messages.nameKept : messages.nameGiven(name)
  show(ctx, { body: lines(said), buttons: [] }, { inPlace: true })
  await toast(ctx)
})
