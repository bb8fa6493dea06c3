/** An admin says yes or no to somebody who used an invitation. */
import { Composer } from 'grammy'
import { decideInvitation } from '../../../desk/invitations.ts'
import type { Invitation } from '../../../desk/member-records.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { peopleMessages as messages } from '../../../text/messages/people-messages.ts'
import { callbackData, onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import type { Button } from '../../outgoing.ts'
import { queueMessage } from '../../queue-message.ts'
import { roleOf } from '../../rights.ts'
import { show } from '../../view.ts'
import { lines } from '../../view.ts'

export const decisions = new Composer<BotContext>()

/** What a request is called by where no name is known: the beginning of its opaque id. */
export const requestCode = ({ id }: Pick<Invitation, 'id'>): string =>
  id.replace(/[^\w]/g, '').slice(0, 4).toUpperCase()

export const decisionButtons = (id: string): readonly Button[] => [
  { label: messages.buttons.yes, data: callbackData('duyet', id, 'co') },
  { label: messages.buttons.no, data: callbackData('duyet', id, 'khong') },
]

onButton(decisions, 'duyet', async (ctx, id = '', word) => {
  const { deps, asker, job } = ctx
  const { records } = deps
  const isWord = word === 'co' || word === 'khong'
  if (!asker.isAdmin || !isWord) return toast(ctx, messages.gone, true)
  if (records.invitations.get(id)?.state !== 'waiting') {
    removeButtons(ctx)
    return toast(ctx, messages.decidedAlready)
  }
  job.queue(() => {
    // the right may have gone, and another admin may have been quicker, since the button was pressed: what is said is what was done
    if (roleOf(ctx.from.id, deps) !== 'admin') return [inPlace(ctx, messages.gone)]
    const decided = decideInvitation(records, id, { yes: word === 'co', by: asker.person, at: deps.now() })
    if (!decided) return [inPlace(ctx, messages.decidedAlready)]
    const { person, has, state } = decided
    const text = state === 'used' && has !== null ? messages.joined(has) : messages.declined
    return [
      inPlace(ctx, messages.decided(requestCode({ id }), word === 'co')),
      queueMessage(records, { kind: 'text', text }, { chat: person }),
      queueMessage(records, { kind: 'commands' }, { chat: person }),
    ]
  })
  removeButtons(ctx)
  await toast(ctx)
})

const inPlace = ({ deps, asker, callbackQuery }: Pressed, text: string): OutboxItem => {
  const edit = callbackQuery.message?.message_id
  return queueMessage(deps.records, { kind: 'text', text, ...(edit !== undefined && { edit }) }, { chat: asker.chat })
}

/** The requests that wait, each with its buttons. */
onButton(decisions, 'cho', async (ctx) => {
  await toast(ctx)
  if (!ctx.asker.isAdmin) return
  for (const invitation of ctx.deps.records.invitations.waiting().slice(0, SHOWN)) {
    const { name, role } = invitation
    const code = requestCode(invitation)
    const said = lines(messages.request(code, role), name !== null && messages.requestNamed(code, name))
    show(ctx, { body: said, buttons: decisionButtons(invitation.id) })
  }
})

const SHOWN = 10

const removeButtons = ({ job, callbackQuery }: Pick<BotContext, 'job' | 'callbackQuery'>): void => {
  const messageId = callbackQuery?.message?.message_id
  if (messageId !== undefined) job.say({ kind: 'buttons', messageId, buttons: [] })
}
