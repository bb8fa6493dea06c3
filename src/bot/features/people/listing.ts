/** /nguoidung: who has a role, by code and by the name they agreed to show. For admins, in private. */
import { Composer } from 'grammy'
import type { Member } from '../../../desk/member-records.ts'
import { peopleMessages as messages } from '../../../text/messages/people-messages.ts'
import { callbackData, onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { plainWords } from '../../render/plain-words.ts'
import { labelOf, lines, show, type View } from '../../view.ts'

export const listing = new Composer<BotContext>()

const PAGE = 10

listing.command('nguoidung', (ctx, next) => (ctx.asker.isAdmin ? show(ctx, peoplePage(ctx, 0)) : next()))

onButton(listing, 'nd', async (ctx, page) => {
  if (!ctx.asker.isAdmin) return toast(ctx, messages.gone, true)
  await toast(ctx)
  show(ctx, peoplePage(ctx, /^\d{1,4}$/.test(page ?? '') ? Number(page) : 0), { inPlace: true })
})

const peoplePage = ({ deps }: BotContext, page: number): View => {
  const { members, invitations } = deps.records
  const { adminIds, staffIds } = deps.telegram
  const count = members.count()
  const pages = Math.max(1, Math.ceil(count / PAGE))
  const at = Math.min(page, pages - 1)
  const listed = members.list(PAGE, at * PAGE)
  const waiting = invitations.waiting().length
  const counts = { admin: members.count('admin'), staff: members.count('staff'), member: members.count('member') }
  return {
    body: lines(
      messages.people(counts, { admin: adminIds.length, staff: staffIds.length }),
      waiting > 0 && messages.waitingCount(waiting),
      '',
      count === 0 && messages.nobody,
      ...listed.map(({ code, role, since, name }) => plainWords(messages.line(code, role, since, name))),
      pages > 1 && messages.page(at + 1, pages),
    ),
    buttons: [
      ...listed.map(personButton),
      ...(at > 0 ? [{ label: messages.buttons.previous, data: callbackData('nd', at - 1) }] : []),
      ...(at < pages - 1 ? [{ label: messages.buttons.next, data: callbackData('nd', at + 1) }] : []),
      ...(waiting > 0 ? [{ label: messages.buttons.waiting, data: callbackData('cho') }] : []),
    ],
    // names were given to be seen by admins
    protect: true,
  }
}

const personButton = ({ code, name }: Member) => ({
  label: labelOf(name === null ? code : `${code} – ${name}`),
  data: callbackData('ng', code),
})
