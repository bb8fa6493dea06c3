/** What one follows, and what the library offers to follow: kinds and bodies that this reader may know of. */
import { createHash } from 'node:crypto'
import { FormattedString } from '@grammyjs/parse-mode'
import { kindNames } from '../../../answer/document-names.ts'
import { DOCUMENT_KINDS } from '../../../documents/document.ts'
import type { DocumentCard } from '../../../search/search-index.ts'
import { followMessages as messages } from '../../../text/messages/follow-messages.ts'
import { key } from '../../../text/vietnamese.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import type { Button } from '../../outgoing.ts'
import { labelOf, lines, type View } from '../../view.ts'
import { topicName } from './topic-name.ts'

const { buttons } = messages
/** Bodies offered, those of the most documents. */
const BODIES = 20

/** `without`: one that is being removed. */
export const followedPage = (ctx: BotContext, without?: string): View => {
  const follows = ctx.deps.records.follows.of(ctx.asker.person).filter(({ id }) => id !== without)
  if (follows.length === 0) return { body: lines(heading, messages.none, '', messages.how), buttons: offers(ctx) }
  return {
    body: lines(
      heading,
      messages.followed,
      ...follows.map(({ topic }, i) => messages.item(i + 1, topicName(topic))),
      '',
      messages.more,
    ),
    buttons: [
      { label: buttons.more, data: callbackData('tda') },
      ...follows.map(({ id, topic }, i) => ({
        label: labelOf(buttons.removeItem(i + 1, topicName(topic))),
        data: callbackData('tdr', id),
      })),
      ...(follows.length > 1 ? [{ label: buttons.removeAll, data: callbackData('tdn') }] : []),
    ],
  }
}

const heading = FormattedString.b(messages.heading)

export const morePage = (ctx: BotContext): View => ({
  body: lines(heading, '', messages.how),
  buttons: [...offers(ctx), { label: buttons.back, data: callbackData('tdp') }],
})

export const bodyPage = (ctx: BotContext): View => {
  const bodies = bodiesOf(ctx)
  return {
    body: lines(heading, '', bodies.length > 0 ? messages.chooseBody : messages.noBodies),
    buttons: [
      ...bodies.slice(0, BODIES).map(([name, count]) => ({
        label: labelOf(buttons.counted(name, count)),
        data: callbackData('tdb', idOf(name)),
      })),
      { label: buttons.back, data: callbackData('tdp') },
    ],
  }
}

/** The body that a button means; null where this reader's library has none such any more. */
export const bodyOfButton = (ctx: BotContext, id: string): string | null =>
  bodiesOf(ctx).find(([name]) => idOf(name) === id)?.[0] ?? null

const offers = (ctx: BotContext): Button[] => {
  const cards = cardsOf(ctx)
  return [
    { label: buttons.follow(buttons.everything), data: callbackData('tdt') },
    ...DOCUMENT_KINDS.map((kind) => ({ kind, count: cards.filter(({ meta }) => meta.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => ({
        label: labelOf(buttons.follow(buttons.counted(kindNames[kind], count))),
        data: callbackData('tdk', kind),
      })),
    ...(bodiesOf(ctx).length > 0 ? [{ label: buttons.byBody, data: callbackData('tdc') }] : []),
  ]
}

const cardsOf = ({ deps, asker }: BotContext): readonly DocumentCard[] => deps.house.library(asker.level)?.cards ?? []

/** By how many documents each has issued; spellings of one name are one. */
const bodiesOf = (ctx: BotContext): readonly (readonly [name: string, count: number])[] => {
  const found = new Map<string, { readonly name: string; count: number }>()
  for (const { meta } of cardsOf(ctx)) {
    if (meta.issuer === null) continue
    const id = key(meta.issuer)
    found.set(id, { name: found.get(id)?.name ?? meta.issuer, count: (found.get(id)?.count ?? 0) + 1 })
  }
  return [...found.values()].map(({ name, count }) => [name, count] as const).sort(([, a], [, b]) => b - a)
}

/** A name is too long for a button. */
const idOf = (name: string): string => createHash('sha256').update(key(name)).digest('base64url').slice(0, 12)
