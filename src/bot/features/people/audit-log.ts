/** /nhatky: the newest acts, and whether the log is whole. For admins, in private. */
import { Composer } from 'grammy'
import { nameOf as nameOfDocument } from '../../../answer/document-names.ts'
import type { AuditRow } from '../../../desk/audit-records.ts'
import { auditMessages as messages } from '../../../text/messages/audit-messages.ts'
import { timeOfDay } from '../../../text/numbers/clock.ts'
import { shortened } from '../../../text/shortened.ts'
import type { BotContext, BotDeps } from '../../context.ts'
import { plainWords } from '../../render/plain-words.ts'
import { lines, show } from '../../view.ts'

export const auditLog = new Composer<BotContext>()

const SHOWN = 20
/** Of a document without a number its title stands here: twenty of them are one message. */
const NAME = 80
/** Enough of the last seal to compare it with one that was noted down. */
const SEAL = 10

auditLog.command('nhatky', (ctx, next) => (ctx.asker.isAdmin ? showLog(ctx) : next()))

const showLog = (ctx: BotContext): void => {
  const { audit } = ctx.deps.records
  const state = audit.check()
  const rows = audit.last(SHOWN)
  show(ctx, {
    body: lines(
      state.isWhole
        ? state.seal === null
          ? messages.empty
          : messages.whole(state.rows, state.seal.slice(0, SEAL))
        : messages.broken(state.at, state.rows),
      rows.length > 0 && '',
      rows.length > 0 && messages.last(rows.length),
      ...rows.map((row) => plainWords(lineOf(row, ctx.deps))),
    ),
    buttons: [],
    // names of documents above the public level stand in it
    protect: true,
  })
}

const lineOf = (row: AuditRow, deps: BotDeps): string => {
  const { n, at, actor, action, target, before, after, reason } = row
  const isOfPerson = action.startsWith('role.') || /approve|decline/.test(action)
  const what = [
    messages.actions[action] ?? action,
    ...(isOfPerson && target !== actor ? [` ${nameOf(target, deps)}`] : []),
    ...(isOfPerson || action.startsWith('invitation.') || target === '-' ? [] : [` ${documentName(target, deps)}`]),
    action === 'snapshot.serve'
      ? ''
      : before !== null && after !== null
        ? messages.change(valueOf(before), valueOf(after))
        : (after ?? before) === null
          ? ''
          : messages.set(valueOf((after ?? before)!)),
    reason === null || reason.startsWith('invitation ') ? '' : messages.reason(valueOf(reason)),
  ]
  return messages.line(n, at, nameOf(actor, deps), what.join(''))
}

/** What the library calls a document; what is none goes by its id. */
const documentName = (target: string, { house }: BotDeps): string => {
  const card = house.library('staff')?.card(target)
  return card ? shortened(nameOfDocument(card.meta), NAME) : (madeAt(target) ?? target)
}

/** When a snapshot was made, which is what its id begins with and what /phienban calls it by; null for any other target. */
const madeAt = (target: string): string | null => {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d+Z-/.exec(target) ?? []
  return year === undefined ? null : timeOfDay(Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`))
}

const valueOf = (value: string): string => messages.values[value] ?? value

/** By code, for who has a role; never by a name, which the log does not know. */
const nameOf = (key: string, { records, telegram, keyOf }: BotDeps): string => {
  const word = messages.actors[key]
  if (word !== undefined) return word
  if (telegram.adminIds.some((id) => keyOf(id) === key)) return messages.adminOfSettings
  if (telegram.staffIds.some((id) => keyOf(id) === key)) return messages.staffOfSettings
  return records.members.get(key)?.code ?? messages.somebody(key)
}
