/** A person of the list: their role raised, lowered or taken, each after a question back, by an admin who is one at that moment. */
import { Composer } from 'grammy'
import { giveRole, isBelow, takeRole } from '../../../desk/members.ts'
import { ROLES, type Member, type Role } from '../../../desk/member-records.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { peopleMessages as messages } from '../../../text/messages/people-messages.ts'
import { callbackData, onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import type { Button } from '../../outgoing.ts'
import { queueMessage } from '../../queue-message.ts'
import { plainWords } from '../../render/plain-words.ts'
import { isLastAdmin, roleInSettings, roleOf } from '../../rights.ts'
import { lines, show, type View } from '../../view.ts'

export const changes = new Composer<BotContext>()

const { buttons } = messages
type Reason = keyof typeof messages.reasons
const REASONS = Object.keys(messages.reasons) as Reason[]
const back: Button = { label: buttons.back, data: callbackData('nd', 0) }

/** Opens a person. */
onButton(changes, 'ng', (ctx, code) => inPlace(ctx, code, (member) => personPage(ctx, member)))
/** Asks back before a role is changed. */
onButton(changes, 'ngd', (ctx, code, word) =>
  inPlace(ctx, code, (member) => {
    const role = roleNamed(word)
    return role && role !== member.role ? surePage(ctx, member, role) : personPage(ctx, member)
  }),
)
/** Asks for the reason before a role is taken. */
onButton(changes, 'ngx', (ctx, code) => inPlace(ctx, code, (member) => removalPage(ctx, member)))

onButton(changes, 'ngs', (ctx, code, word) => {
  const role = roleNamed(word)
  return role === null ? toast(ctx, messages.gone, true) : act(ctx, code, role, null)
})
onButton(changes, 'ngt', (ctx, code, word) => {
  const reason = REASONS.find((one) => one === word)
  return reason === undefined ? toast(ctx, messages.gone, true) : act(ctx, code, null, messages.reasons[reason])
})

const roleNamed = (word: string | undefined): Role | null => ROLES.find((role) => role === word) ?? null

const inPlace = async (ctx: Pressed, code: string | undefined, view: (member: Member) => View): Promise<void> => {
  const member = ctx.asker.isAdmin ? ctx.deps.records.members.ofCode(code ?? '') : null
  if (!member) return toast(ctx, messages.gone, true)
  await toast(ctx)
  show(ctx, view(member), { inPlace: true })
}

const personPage = ({ asker }: BotContext, { person, code, role, since, name }: Member): View => ({
  body: lines(plainWords(messages.person(code, role, since, name)), person === asker.person && messages.itIsYou),
  buttons: [
    ...ROLES.filter((one) => one !== role).map((one) => ({
      label: buttons.to[one],
      data: callbackData('ngd', code, one),
    })),
    { label: buttons.remove, data: callbackData('ngx', code) },
    back,
  ],
  protect: name !== null,
})

const surePage = ({ asker }: BotContext, { person, code }: Member, role: Role): View => ({
  body: lines(messages.sureChange(code, role), person === asker.person && messages.itIsYou),
  buttons: [{ label: buttons.sure, data: callbackData('ngs', code, role) }, back],
})

const removalPage = ({ asker }: BotContext, { person, code }: Member): View => ({
  body: lines(messages.sureRemove(code), person === asker.person && messages.itIsYou),
  buttons: [...REASONS.map((one) => ({ label: messages.reasons[one], data: callbackData('ngt', code, one) })), back],
})

/** `role` null: it is taken. What is looked at here is changed here: two admins who remove each other leave one. */
const act = async (ctx: Pressed, code: string | undefined, role: Role | null, reason: string | null): Promise<void> => {
  const { deps, asker, job } = ctx
  const { records } = deps
  if (!asker.isAdmin) return toast(ctx, messages.gone, true)
  job.queue(() => {
    const member = records.members.ofCode(code ?? '')
    if (!member || roleOf(ctx.from.id, deps) !== 'admin') return [answered(ctx, messages.gone)]
    if (member.role === role) return []
    if (role !== 'admin' && isLastAdmin(member, deps)) return [answered(ctx, messages.lastAdmin)]
    const change = { person: member.person, actor: asker.person, at: deps.now(), reason }
    if (role === null) takeRole(records, change)
    else giveRole(records, { ...change, role })
    const set = setRole(ctx, member)
    if (set !== null && isBelow(role, set)) return [answered(ctx, messages.setOtherwise(member.code, set))]
    const said =
      role === null ? messages.taken(member.code, member.role !== 'member') : messages.changed(member.code, role)
    return [...told(ctx, member, role), answered(ctx, said)]
  })
  await toast(ctx)
}

/** What the settings give this person, which nobody takes here. */
const setRole = ({ deps }: Pressed, { person }: Member): Role | null => {
  const id = deps.records.addresses.idOf(person)
  return id === null ? null : roleInSettings(id, deps)
}

/** Courteously, and without the reason. */
const told = ({ deps }: Pressed, { person }: Member, role: Role | null): readonly OutboxItem[] => {
  if (deps.records.addresses.idOf(person) === null) return []
  const text = role === null ? messages.removed : messages.changedTo(role)
  return [
    queueMessage(deps.records, { kind: 'text', text }, { chat: person }),
    queueMessage(deps.records, { kind: 'commands' }, { chat: person }),
  ]
}

const answered = ({ deps, asker, callbackQuery }: Pressed, text: string): OutboxItem => {
  const edit = callbackQuery.message?.message_id
  return queueMessage(
    deps.records,
    { kind: 'text', text, buttons: [back], ...(edit !== undefined && { edit }) },
    { chat: asker.chat },
  )
}
