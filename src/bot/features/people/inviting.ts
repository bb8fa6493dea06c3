/** /moi_thanhvien: staff issue invitations to be passed on, one for each person. */
import { Composer } from 'grammy'
import {
  issueInvitations,
  MOST_AT_ONCE,
  MOST_OPEN_INVITATIONS,
  type IssuedInvitation,
} from '../../../desk/invitations.ts'
import type { Invitation } from '../../../desk/member-records.ts'
import { peopleMessages as messages } from '../../../text/messages/people-messages.ts'
import { fold } from '../../../text/vietnamese.ts'
import { spokenWords } from '../../addressed.ts'
import type { BotContext } from '../../context.ts'
import { deepLink } from '../../deep-links.ts'
import { placeOf } from '../../place.ts'
import { queueMessage } from '../../queue-message.ts'
import { lines, show } from '../../view.ts'

export const inviting = new Composer<BotContext>()

const DAY_MS = 86_400_000

inviting.command('moi_thanhvien', (ctx, next) => {
  if (!mayInvite(ctx)) return next()
  const order = orderOf(spokenWords(ctx.msg as never, ctx.me).text)
  if (!order) return usage(ctx)
  if (order.role === 'staff' && !ctx.asker.isAdmin)
    return show(ctx, { body: lines(messages.onlyAdminInvitesStaff), buttons: [] })
  issue(ctx, order)
})

/** Staff by role in private, and whoever is in the staff chat under their own account. */
const mayInvite = ({ asker }: BotContext): boolean => asker.isStaff || asker.role === 'staff' || asker.isAdmin

interface Order {
  readonly role: Invitation['role']
  readonly count: number
}

/** `5`, `cán bộ`, `can bo 2`; null for what is none. */
const orderOf = (words: string): Order | null => {
  const said = fold(words).toLowerCase().replace(/\s+/g, ' ').trim()
  const found = /^(?:(can bo|dang vien))?\s*(\d{1,3})?(?:\s*(?:can bo|dang vien|nguoi|loi moi))?$/.exec(said)
  if (!found) return null
  const count = Number(found[2] ?? 1)
  return count >= 1 && count <= MOST_AT_ONCE ? { role: said.includes('can bo') ? 'staff' : 'member', count } : null
}

const usage = (ctx: BotContext): void =>
  show(ctx, { body: lines(messages.inviteUsage, ctx.asker.isAdmin && messages.inviteUsageAdmin), buttons: [] })

const issue = (ctx: BotContext, { role, count }: Order): void => {
  const { deps, asker, job } = ctx
  const { records, seal, telegram, now } = deps
  job.queue(() => {
    const at = now()
    const order = { role, count, by: asker.person, at, expiresAt: at + telegram.invitationDays * DAY_MS }
    const issued = issueInvitations(records, (text) => seal('invitation', text), order)
    const said =
      issued === null
        ? [messages.tooManyOpen(MOST_OPEN_INVITATIONS)]
        : [messages.issued(count, role, order.expiresAt, !asker.isPrivate), ...letters(ctx, role, issued)]
    // an invitation lets somebody in: whoever may give none any more does not get it
    const level = asker.isPrivate ? { level: asker.level } : {}
    return said.map((text) => queueMessage(records, { kind: 'text', text, ...level, ...placeOf(ctx) }, { chat: asker.chat })) // prettier-ignore
  })
}

/** One is written so that it can be passed on as it is; several stand below each other. */
const letters = (ctx: BotContext, role: Invitation['role'], issued: readonly IssuedInvitation[]): readonly string[] => {
  const linkOf = ({ secret }: IssuedInvitation): string => deepLink(ctx.me.username, 'moi', secret)
  const [one, another] = issued
  return one && !another
    ? [messages.letter(role, linkOf(one), one.code, one.expiresAt)]
    : [issued.map((each, i) => messages.listed(i + 1, linkOf(each), each.code)).join('\n\n')]
}
