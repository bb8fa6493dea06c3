/** /chuaduoc: what waits for staff, each to be shown again or closed. */
import { FormattedString } from '@grammyjs/parse-mode'
import { Composer } from 'grammy'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData, onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { placeOf } from '../../place.ts'
import { queueMessage } from '../../queue-message.ts'
import { show, type View } from '../../view.ts'
import { caseMessage, caseOf } from './case-message.ts'
import { placeOfCase } from './delivery.ts'
import { mayHandleCases } from './staff-chat.ts'

export const listing = new Composer<BotContext>()

const PAGE = 5
const QUESTION = 160

listing.command('chuaduoc', async (ctx, next) => {
  if (!mayHandleCases(ctx)) return next()
  show(ctx, listOf(ctx, 0))
})

onButton(listing, 'cases', async (ctx, page) => {
  if (!mayHandleCases(ctx)) return toast(ctx, caseMessages.gone)
  show(ctx, listOf(ctx, Number(page)), { inPlace: true })
  await toast(ctx)
})

onButton(listing, 'case', async (ctx, caseId = '') => {
  const found = mayHandleCases(ctx) ? ctx.deps.records.cases.get(caseId) : null
  if (!found) return toast(ctx, caseMessages.gone)
  ctx.job.say(caseMessage(found, ctx.deps, placeOf(ctx)), caseOf(found))
  await toast(ctx)
})

onButton(listing, 'close', async (ctx, caseId = '') => {
  const { records } = ctx.deps
  const found = mayHandleCases(ctx) ? records.cases.get(caseId) : null
  if (!found) return toast(ctx, caseMessages.gone)
  const own = ctx.callbackQuery.message?.message_id
  if (own !== undefined) ctx.job.say({ kind: 'buttons', messageId: own, buttons: [] })
  if (found.state !== 'open') return toast(ctx, caseMessages.notOpen)
  ctx.job.queue(() => {
    records.cases.update(found.id, { state: 'closed' })
    const text = caseMessages.closedForAsker(shortened(found.question, QUESTION))
    return [queueMessage(records, { kind: 'text', text, ...placeOfCase(found) }, { chat: found.chat })]
  })
  await toast(ctx, caseMessages.closed(found.n))
})

const listOf = ({ deps }: BotContext, page: number): View => {
  const { cases } = deps.records
  const count = cases.countOpen()
  if (count === 0) return { body: new FormattedString(caseMessages.noneOpen), buttons: [] }
  const pages = Math.ceil(count / PAGE)
  const at = Math.min(Math.max(0, page), pages - 1)
  const listed = cases.listOpen(PAGE, at * PAGE)
  const entries = listed.map(({ n, openedAt, reason, question, asked }) =>
    FormattedString.join(
      [
        FormattedString.b(caseMessages.line(n, caseMessages.age(deps.now() - openedAt), caseMessages.reasons[reason])),
        shortened(question, QUESTION),
        ...(asked > 1 ? [caseMessages.askedTimes(asked)] : []),
      ],
      '\n',
    ),
  )
  const turn = (label: string, to: number): View['buttons'] =>
    to < 0 || to >= pages ? [] : [{ label, data: callbackData('cases', to) }]
  return {
    body: FormattedString.join(
      [caseMessages.open(count), ...entries, ...(pages > 1 ? [caseMessages.page(at + 1, pages)] : [])],
      '\n\n',
    ),
    buttons: [
      ...listed.map(({ id, n }) => ({ label: caseMessages.buttons.show(n), data: callbackData('case', id) })),
      ...turn(caseMessages.buttons.older, at - 1),
      ...turn(caseMessages.buttons.newer, at + 1),
    ],
  }
}
