/** The confirmed change: written, taken in again, told with what it came to, and logged with the end of the update. */
import { manageMessages as messages } from '../../../text/messages/manage-messages.ts'
import { callbackData, toast, type Pressed } from '../../callback-data.ts'
import { mayStillAct, noteAct } from '../../note-act.ts'
import type { Button } from '../../outgoing.ts'
import { plainWords } from '../../render/plain-words.ts'
import type { Changed } from '../../staff-house.ts'
import { show } from '../../view.ts'
import { changeOf, shownName, sidecarOf, stateOf, type DocumentChange } from './document-change.ts'

export const applyChange = async (
  ctx: Pressed,
  id: string,
  code: string,
  mark: string,
  byId: string,
): Promise<void> => {
  const { deps, job } = ctx
  const change = changeOf(code)
  const library = deps.house.library('staff')
  const by = library?.card(byId) ?? null
  if (!change || (change.of === 'state' && change.after === 'replaced' && !by?.meta.number))
    return toast(ctx, messages.failed.gone, true)
  await toast(ctx, messages.working)
  if (!mayStillAct(ctx)) return
  const before = deps.house.standing(id)
  const done: Changed =
    before && before.mark !== mark && standsAlready(before.card, change, by?.id)
      ? { ok: true, before: null, after: before.card }
      : await deps.house.changeDocument(id, mark, sidecarOf(change, by), job.signal)
  takeButtons(ctx)
  if (!done.ok) return say(ctx, failure(done), id)
  const { after } = done
  const name = shownName(after)
  const now = deps.house.library('staff')
  const [was, is] =
    change.of === 'level'
      ? [messages.levels[change.before], messages.levels[after.level]]
      : [done.before ? stateOf(done.before, library) : wordOf(change.before), stateOf(after, now)]
  const act =
    change.of === 'level'
      ? { action: 'document.level', before: done.before?.level ?? change.before, after: after.level }
      : {
          action: 'document.validity',
          before: done.before?.meta.validity ?? change.before,
          after: after.meta.validity,
        }
  noteAct(ctx, { ...act, target: id }, done.before === null)
  const text = change.of === 'level' ? messages.levelDone(name, was, is) : messages.stateDone(name, was, is)
  job.say({
    kind: 'text',
    ...plain(text),
    buttons: [toDocument(id)],
    ...(after.level !== 'public' && { protect: true }),
  })
}

export const applyRemoval = async (ctx: Pressed, id: string, mark: string): Promise<void> => {
  const { deps, job } = ctx
  await toast(ctx, messages.working)
  if (!mayStillAct(ctx)) return
  const done = await deps.house.removeDocument(id, mark, job.signal)
  takeButtons(ctx)
  if (!done.ok) return say(ctx, failure(done), id)
  const act = { action: 'document.remove', target: id, before: done.before?.level ?? null, after: null }
  noteAct(ctx, act, done.before === null)
  const text = done.before ? messages.removed(shownName(done.before)) : messages.removedAlready
  job.say({
    kind: 'text',
    ...plain(text),
    buttons: [{ label: messages.buttons.restore, data: callbackData('qvr', id) }],
    ...(done.before?.level !== 'public' && { protect: true }),
  })
}

export const applyRestoration = async (ctx: Pressed, id: string): Promise<void> => {
  const { deps, job } = ctx
  await toast(ctx, messages.working)
  if (!mayStillAct(ctx)) return
  const done = await deps.house.restoreDocument(id, job.signal)
  if (!done.ok) return say(ctx, failure(done))
  takeButtons(ctx)
  const level = messages.levels[done.after.level]
  const act = { action: 'document.restore', target: id, before: null, after: done.after.level }
  noteAct(ctx, act, done.before !== null)
  job.say({
    kind: 'text',
    ...plain(messages.restored(shownName(done.after), level)),
    buttons: [toDocument(id)],
    ...(done.after.level !== 'public' && { protect: true }),
  })
}

/** An attempt that was cut off had got as far as the library, or another admin wanted the same. */
const standsAlready = (
  { level, meta, replacedBy }: NonNullable<ReturnType<Pressed['deps']['house']['standing']>>['card'],
  change: DocumentChange,
  byId: string | undefined,
): boolean => {
  if (change.of === 'level') return level === change.after
  const isStated = meta.stated.includes('validity')
  if (change.after === 'text') return !isStated
  return isStated && meta.validity === change.after && (byId === undefined || replacedBy.includes(byId))
}

const failure = ({ reason, message }: Extract<Changed, { ok: false }>): string =>
  message === null ? messages.failed[reason] : `${messages.failed[reason]} ${message}`

const say = (ctx: Pressed, text: string, id?: string): void =>
  show(ctx, { body: plainWords(text), buttons: id === undefined ? [] : [toDocument(id)] })

const plain = (text: string) => {
  const { text: words, entities } = plainWords(text)
  return { text: words, ...(entities.length > 0 && { entities }) }
}

const wordOf = (validity: Parameters<typeof stateOf>[0]['meta']['validity']): string =>
  stateOf({ meta: { validity, replacedBy: [] }, replacedBy: [] } as never, null)

const toDocument = (id: string): Button => ({ label: messages.buttons.back, data: callbackData('vbp', id) })

const takeButtons = ({ job, callbackQuery }: Pressed): void => {
  const messageId = callbackQuery.message?.message_id
  if (messageId !== undefined) job.say({ kind: 'buttons', messageId, buttons: [] })
}
