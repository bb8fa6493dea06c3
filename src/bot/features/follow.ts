/** Keeping up with the library: /theodoi follows a kind, a body, a number or a subject, /botheodoi ends all of it. In private only. */
import { Composer } from 'grammy'
import { EVERYTHING, isSameTopic, type Topic } from '../../desk/follow-topic.ts'
import { readTopic } from '../../desk/follow-read.ts'
import { DOCUMENT_KINDS } from '../../documents/document.ts'
import { followMessages as messages } from '../../text/messages/follow-messages.ts'
import { privacyMessages } from '../../text/messages/privacy-messages.ts'
import { fold, hasMarks, oneLine } from '../../text/vietnamese.ts'
import { callbackData, onButton, toast, type Pressed } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { lines, show, type View } from '../view.ts'
import { bodyOfButton, bodyPage, followedPage, morePage } from './follow/menu.ts'
import { followAndShow } from './follow/follow-and-show.ts'
import { topicName } from './follow/topic-name.ts'

export const follow = new Composer<BotContext>()

/**
 * A group would be written to unasked because one of its members pressed a button, and only what is public; whoever leads it can
 * pass on what they are told themselves.
 */
const inPrivate = (ctx: BotContext): boolean => {
  if (ctx.asker.isPrivate) return true
  if (!ctx.callbackQuery) show(ctx, { body: lines(privacyMessages.onlyInPrivate(ctx.me.username)), buttons: [] })
  return false
}

follow.command('theodoi', async (ctx) => {
  if (!inPrivate(ctx)) return
  const typed = ctx.match.trim()
  if (typed === '') return show(ctx, followedPage(ctx))
  const read = readTopic(typed, ctx.deps.house.library(ctx.asker.level))
  if (read.ok) await followAndShow(ctx, inMarks(ctx, read.topic))
  else show(ctx, { body: lines(messages[read.reason]), buttons: [] })
})

/** Without marks `bi thu` would also be `bị thu hồi`. */
const inMarks = ({ deps, asker }: BotContext, topic: Topic): Topic => {
  const { words } = topic
  if (words === null || hasMarks(words)) return topic
  return { ...topic, words: deps.house.withMarks(words, asker.level) ?? words }
}

/** With words behind it it ends what they name; where that is not followed, nothing is ended unasked. */
follow.command('botheodoi', (ctx) => {
  if (!inPrivate(ctx)) return
  const typed = ctx.match.trim()
  if (typed === '') return removeAll(ctx)
  const read = readTopic(typed, ctx.deps.house.library(ctx.asker.level))
  const topic = read.ok ? inMarks(ctx, read.topic) : null
  const found = topic && ctx.deps.records.follows.of(ctx.asker.person).find((one) => isSameTopic(one.topic, topic))
  if (found) endOne(ctx, found.id)
  else show(ctx, followedPage(ctx))
})

/** Said without the stroke: what is followed is shown, with a button to end each. */
follow.on('message:text', async (ctx, next) => {
  if (ctx.asker.isPrivate && SAID.test(fold(oneLine(ctx.msg.text)).toLowerCase())) show(ctx, followedPage(ctx))
  else await next()
})
const SAID =
  /^(?:(?:toi|em|minh) muon |xin |cho toi )?(?:(?:bo|thoi|huy|dung|ngung|tat|khong) )?theo doi(?: nua)?(?: van ban(?: moi)?)?(?: a)?[.! ]*$/

const press = (action: string, handle: (ctx: Pressed, part: string) => Promise<void> | void): void =>
  onButton(follow, action, async (ctx, part = '') => {
    await toast(ctx)
    if (inPrivate(ctx)) await handle(ctx, part)
  })
const page = (action: string, view: (ctx: BotContext) => View): void =>
  press(action, (ctx) => show(ctx, view(ctx), { inPlace: true }))

// from the message of an announcement a page opens below it
press('tdm', (ctx) => show(ctx, followedPage(ctx)))
page('tdp', followedPage)
page('tda', morePage)
page('tdc', bodyPage)
press('tdt', (ctx) => followAndShow(ctx, EVERYTHING))
press('tdk', async (ctx, part) => {
  const kind = DOCUMENT_KINDS.find((one) => one === part)
  if (kind) await followAndShow(ctx, { ...EVERYTHING, kinds: [kind] })
})
press('tdb', async (ctx, part) => {
  const body = bodyOfButton(ctx, part)
  if (body === null) show(ctx, bodyPage(ctx), { inPlace: true })
  else await followAndShow(ctx, { ...EVERYTHING, body })
})
press('tdx', endOne)
function endOne(ctx: BotContext, id: string): void {
  const topic = remove(ctx, id)
  show(ctx, { body: lines(topic ? messages.removed(topicName(topic)) : messages.notFollowed), buttons: [{ label: messages.buttons.edit, data: callbackData('tdm') }] }) // prettier-ignore
}
press('tdr', (ctx, id) => {
  remove(ctx, id)
  show(ctx, followedPage(ctx, id), { inPlace: true })
})
press('tdn', removeAll)

/** The id of a button proves nothing: the follow must be this person's. */
const remove = ({ asker, deps, job }: BotContext, id: string): Topic | null => {
  const found = deps.records.follows.get(id)
  if (found?.person !== asker.person) return null
  job.also(() => deps.records.follows.remove(id))
  return found.topic
}

function removeAll(ctx: BotContext): void {
  const { asker, deps, job } = ctx
  const count = deps.records.follows.of(asker.person).length
  job.also(() => void deps.records.follows.removeAll(asker.person))
  const said = count === 0 ? messages.nothingToRemove : count === 1 ? messages.removedOne : messages.removedAll(count)
  show(ctx, { body: lines(said), buttons: [] })
}
