/** Follows a topic and says plainly what will be told, with a document or two that are of it already. */
import { FormattedString } from '@grammyjs/parse-mode'
import { fitsTopic, readDocument } from '../../../desk/follow-match.ts'
import { isSameTopic, MOST_FOLLOWS, type Topic } from '../../../desk/follow-topic.ts'
import { newId } from '../../../desk/new-id.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { followMessages as messages } from '../../../text/messages/follow-messages.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { labelOf, lines, show } from '../../view.ts'
import { listed } from '../documents/lists.ts'
import { topicName } from './topic-name.ts'

const SHOWN = 2

export const followAndShow = async (ctx: BotContext, topic: Topic): Promise<void> => {
  const { asker, deps, job } = ctx
  const follows = deps.records.follows.of(asker.person)
  const known = follows.find((other) => isSameTopic(other.topic, topic))
  if (!known && follows.length >= MOST_FOLLOWS)
    return show(ctx, { body: lines(messages.full(MOST_FOLLOWS)), buttons: [EDIT] })
  const id = known?.id ?? newId()
  if (!known) job.also(() => deps.records.follows.put({ id, person: asker.person, topic, at: deps.now() }))
  const library = deps.house.library(asker.level)
  const held = library ? await heldOf(ctx, topic, library) : { cards: [], isAll: true }
  const cards = [...held.cards].sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))
  const shown = cards.slice(0, SHOWN)
  const { quietHours: quiet } = deps.telegram
  show(ctx, {
    body: lines(
      FormattedString.b((known ? messages.already : messages.done)(topicName(topic))),
      topic.number === null ? messages.willTell : messages.willTellOfOne,
      quiet && messages.notAtNight(quiet.from, quiet.to),
      '',
      saidOf(cards.length, held.isAll),
      shown.length > 0 && listed(shown, 0),
      topic.number !== null && topic.body === null && cards.length > 1 && messages.several(cards.length),
    ),
    buttons: [
      ...shown.map((card) => ({
        label: labelOf(messages.buttons.open(card.meta.number ?? card.meta.title)),
        data: callbackData('vbd', card.id),
      })),
      { label: messages.buttons.remove, data: callbackData('tdx', id) },
      EDIT,
    ],
    protect: shown.some(({ level }) => level !== 'public'),
  })
}

const saidOf = (count: number, isAll: boolean): string => {
  if (count === 0) return isAll ? messages.hasNone : messages.sawNone
  return isAll ? messages.has(count) : messages.hasSome
}

const EDIT = { label: messages.buttons.edit, data: callbackData('tdm') }

/**
 * `isAll`: whether these are all that fit. To read through every text for words would hold up whoever asks meanwhile; the search
 * knows where they stand, and what it finds is held to the same rule.
 */
const heldOf = async (
  ctx: BotContext,
  topic: Topic,
  library: Library,
): Promise<{ readonly cards: readonly DocumentCard[]; readonly isAll: boolean }> => {
  const cards = library.cards.filter((card) => fitsTopic(topic, card, () => null))
  if (topic.words === null) return { cards, isAll: true }
  const { asker, deps, job } = ctx
  const mayLook = cards.length < SHOWN && deps.limit.take({ ...asker, askedAt: job.askedAt }).kind !== 'limited'
  if (!mayLook) return { cards, isAll: false }
  const { hits } = await deps.house.ask(topic.words, { level: asker.level, turns: [], quotesOnly: true })
  const found = [...new Set(hits.map(({ documentId }) => documentId))]
    .flatMap((id) => library.card(id) ?? [])
    .filter((card) => !cards.includes(card) && fitsTopic(topic, card, () => readDocument(library, card.id)))
  return { cards: [...cards, ...found], isAll: false }
}
