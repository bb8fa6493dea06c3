/** /phienban: which state of the library serves, what the other one kept would change, and going over to it. Admins only. */
import { FormattedString } from '@grammyjs/parse-mode'
import { Composer } from 'grammy'
import { LEVELS } from '../../access.ts'
import { nameOf } from '../../answer/document-names.ts'
import type { KeptSnapshots, SnapshotChange } from '../../search/search-index.ts'
import { snapshotMessages as messages } from '../../text/messages/snapshot-messages.ts'
import { shortened } from '../../text/shortened.ts'
import { callbackData, onButton, toast, type Pressed } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { mayStillAct, noteAct } from '../note-act.ts'
import type { Button } from '../outgoing.ts'
import { plainWords } from '../render/plain-words.ts'
import { lines, show, type View } from '../view.ts'

export const snapshots = new Composer<BotContext>()

/** Documents named in a list; more are counted. */
const NAMED = 12
const NAME = 110

snapshots.command('phienban', async (ctx, next) => {
  if (!ctx.asker.isAdmin) return next()
  const kept = ctx.deps.house.snapshots()
  show(ctx, kept ? overview(kept) : { body: lines(messages.none), buttons: [] })
})

onButton(snapshots, 'pbx', async (ctx, from = '', to = '') => {
  const kept = ctx.asker.isAdmin ? ctx.deps.house.snapshots() : null
  const other = kept?.other
  if (!kept || !other) return toast(ctx, messages.failed.gone, true)
  if (kept.serving.id !== from || other.id !== to) return toast(ctx, messages.failed.moved, true)
  await toast(ctx)
  show(ctx, {
    body: lines(FormattedString.b(messages.confirm(other)), '', ...changeLines(kept), '', messages.nextIngestion),
    protect: namesInternal(kept),
    buttons: [
      { label: messages.buttons.confirm, data: callbackData('pby', from, to) },
      { label: messages.buttons.cancel, data: callbackData('pbn') },
    ],
  })
})

onButton(snapshots, 'pbn', async (ctx) => {
  await toast(ctx)
  if (ctx.asker.isAdmin) show(ctx, { body: lines(messages.cancelled), buttons: [] }, { inPlace: true })
})

onButton(snapshots, 'pby', async (ctx, from = '', to = '') => {
  if (!ctx.asker.isAdmin) return toast(ctx, messages.failed.gone, true)
  await toast(ctx, messages.switching)
  if (!mayStillAct(ctx)) return
  const { deps } = ctx
  const done = await deps.house.switchSnapshot({ from, to })
  if (!done.ok) return show(ctx, { body: lines(messages.failed[done.reason]), buttons: [] })
  noteAct(ctx, { action: 'snapshot.serve', target: to, before: from, after: to }, done.wasServing)
  // the press is spent: pressed again, it must not undo what was done after it
  setButtons(ctx)
  const kept = deps.house.snapshots()
  if (!kept || kept.serving.id !== to) return show(ctx, { body: lines(messages.failed.moved), buttons: [] })
  show(ctx, { body: lines(messages.done(kept.serving), '', messages.nextIngestion), buttons: switchButton(kept) })
})

const setButtons = ({ job, callbackQuery }: Pressed): void => {
  const messageId = callbackQuery.message?.message_id
  if (messageId !== undefined) job.say({ kind: 'buttons', messageId, buttons: [] })
}

const overview = (kept: KeptSnapshots): View => {
  const { serving, other, isStandIn } = kept
  return {
    body: lines(
      FormattedString.b(messages.serving),
      messages.described(serving),
      isStandIn && messages.isStandIn,
      '',
      ...(other
        ? [
            FormattedString.b(other.isNewer ? messages.after : messages.before),
            messages.described(other),
            ...changeLines(kept),
          ]
        : [messages.noOther]),
    ),
    buttons: isStandIn ? [] : switchButton(kept),
    protect: namesInternal(kept),
  }
}

/** Whether one of the documents that differ is, or was, not for everybody. */
const namesInternal = ({ other }: KeptSnapshots): boolean =>
  (other?.changes ?? []).some(({ before, after }) =>
    [before, after].some((level) => level !== null && level !== 'public'),
  )

const switchButton = ({ serving, other }: KeptSnapshots): readonly Button[] =>
  other
    ? [
        {
          label: other.isNewer ? messages.buttons.goForward : messages.buttons.goBack,
          data: callbackData('pbx', serving.id, other.id),
        },
      ]
    : []

/** What is read by more people comes first: it cannot be taken back. */
const changeLines = ({ other }: KeptSnapshots): readonly (string | FormattedString)[] => {
  const changes = [...(other?.changes ?? [])].sort((a, b) => Number(isWider(b)) - Number(isWider(a)))
  if (changes.length === 0) return [messages.same]
  const wider = changes.filter(isWider).length
  return [
    messages.wouldChange(changes.length),
    ...changes.slice(0, NAMED).map((change) => plainWords(lineOf(change))),
    ...(changes.length > NAMED ? [messages.more(changes.length - NAMED)] : []),
    ...(wider > 0 ? [FormattedString.b(messages.wider(wider))] : []),
  ]
}

const isWider = ({ before, after }: SnapshotChange): boolean =>
  after !== null && (before === null || LEVELS.indexOf(after) < LEVELS.indexOf(before))

const lineOf = ({ meta, before, after }: SnapshotChange): string => {
  const name = shortened(meta.number ? `${nameOf(meta)} “${meta.title}”` : nameOf(meta), NAME)
  if (before === null) return messages.comes(name)
  if (after === null) return messages.goes(name)
  const { levels } = messages
  return before === after ? messages.changes(name) : messages.level(name, levels[before], levels[after])
}
