/** The news of a round as one follower is told it: what fits their follows, from what they may read at this moment. */
import { FormattedString } from '@grammyjs/parse-mode'
import { nameOf, validityNames } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import { fitsTopic, readDocument, type ReadableDocument } from '../../../desk/follow-match.ts'
import type { Follow, News, Round } from '../../../desk/follow-records.ts'
import type { Key } from '../../../desk/records.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { followMessages as messages } from '../../../text/messages/follow-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotDeps } from '../../context.ts'
import { plainWords } from '../../render/plain-words.ts'
import { levelOfChat } from '../../rights.ts'
import type { Outgoing } from '../../outgoing.ts'
import { labelOf, lines } from '../../view.ts'
import { topicName } from './topic-name.ts'

type Deps = Pick<BotDeps, 'keyOf' | 'records' | 'telegram' | 'house'>

export interface Announcements {
  /** null: nothing of the round is for this person. */
  wordsFor(round: Round | null, person: Key): Outgoing | null
}

/** Documents listed; of more, how many. */
const LISTED = 8
const NAMED = 3
const TITLE = 160
const ISSUER = 100
/** Letters of them all: what would not fit in a message is counted with the others. */
const LETTERS = 3_000
/**
 * Documents whose words are kept in normal form while a round goes out. Of more that come at once subjects are looked for in titles
 * alone: to read thousands anew for every follower would hold up whoever asks.
 */
const KEPT = 64

interface Told {
  readonly card: DocumentCard
  readonly news: News
  readonly follows: readonly Follow[]
}

export const createAnnouncements = (deps: Deps): Announcements => {
  const read = createReader(deps)
  return {
    wordsFor: (round, person) => {
      const follows = deps.records.follows.of(person)
      const library = round && follows.length > 0 ? deps.house.library(levelOfChat(person, deps)) : null
      if (!round || !library) return null
      const items = round.items.filter((item) => item.level === library.level)
      const told = items.flatMap((item): Told[] => {
        const card = library.card(item.documentId)
        if (!card || !stillSo(card, item.news)) return []
        const fitting = follows.filter(({ at, topic }) => at <= item.at && fitsTopic(topic, card, () => (items.length > KEPT ? null : read(library, card.id)))) // prettier-ignore
        return fitting.length > 0 ? [{ card, news: item.news, follows: fitting }] : []
      })
      const isSaid = ({ card, news }: Told): boolean =>
        news === 'replaced' && told.some((other) => other.news === 'new' && card.replacedBy.includes(other.card.id))
      const left = told.filter((one) => !isSaid(one)).sort(newestFirst)
      return left.length === 0 ? null : worded(left, library)
    },
  }
}

/** The words of a document are the same for every level, and for every follower of a round. */
const createReader = ({ house }: Deps) => {
  const kept = new Map<string, ReadableDocument | null>()
  return (library: Library, id: string): ReadableDocument | null => {
    const place = `${house.snapshotId()} ${id}`
    const found = kept.has(place) ? kept.get(place)! : readDocument(library, id)
    kept.set(place, found)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return found
  }
}

const stillSo = ({ meta }: DocumentCard, news: News): boolean =>
  (news !== 'replaced' && news !== 'expired') || meta.validity === news

const newestFirst = ({ card: a }: Told, { card: b }: Told): number =>
  (b.meta.date ?? '').localeCompare(a.meta.date ?? '') || a.meta.title.localeCompare(b.meta.title)

const worded = (told: readonly Told[], library: Library): Outgoing => {
  const follows = [...new Map(told.flatMap((one) => one.follows).map((follow) => [follow.id, follow])).values()]
  const entries = told.slice(0, LISTED).map((one, i) => linesOf(one, i + 1, library).join('\n'))
  let letters = 0
  const fitting = entries.filter((entry, i) => (letters += entry.length) <= LETTERS || i === 0)
  const shown = told.slice(0, fitting.length)
  const others = told.length - shown.length
  const body = lines(
    FormattedString.b(headingOf(told, follows)),
    ...fitting.flatMap((entry) => ['', plainWords(entry)]),
    others > 0 && '',
    others > 0 && messages.andMore(others),
  )
  const [only, another] = follows
  return {
    kind: 'text',
    text: body.text,
    entities: body.entities,
    buttons: [
      ...shown.map(({ card: { id, meta } }) => ({
        label: labelOf(messages.buttons.open(meta.number ?? meta.title)),
        data: callbackData('vbd', id),
      })),
      another === undefined
        ? { label: messages.buttons.remove, data: callbackData('tdx', only!.id) }
        : { label: messages.buttons.edit, data: callbackData('tdm') },
    ],
    ...(shown.some(({ card }) => card.level !== 'public') && { protect: true }),
  }
}

const headingOf = (told: readonly Told[], follows: readonly Follow[]): string => {
  const names = follows.map(({ topic }) => topicName(topic))
  const named = names.slice(0, NAMED).join('; ') + (names.length > NAMED ? '; …' : '')
  const fresh = told.filter(({ news }) => news === 'new').length
  return (fresh === told.length ? messages.news : fresh === 0 ? messages.changes : messages.both)(named)
}

const linesOf = ({ card, news }: Told, n: number, library: Library): (string | false)[] => {
  const { meta } = card
  const date = meta.date && dayFirst(meta.date)
  return [
    messages.item(
      n,
      messages.dated(shortened(nameOf(meta), TITLE), date, meta.issuer && shortened(meta.issuer, ISSUER)),
    ),
    meta.number !== null && shortened(meta.title, TITLE),
    news === 'new' && meta.replaces.length > 0 && messages.replaces(replacedNames(card, library)),
    news === 'new' && meta.validity !== 'in_force' && meta.validity !== 'unknown' && messages.state(validityNames[meta.validity]), // prettier-ignore
    news === 'changed' && messages.changed,
    news === 'expired' && messages.expired,
    news === 'replaced' && replacement(card, library),
  ].filter((line) => line !== false)
}

/** By name where this library holds it, else by the number that the document itself gives. */
const replacedNames = ({ id, meta }: DocumentCard, library: Library): string => {
  const held = library.cards.filter(({ replacedBy }) => replacedBy.includes(id)).map((card) => nameOf(card.meta))
  const names = meta.replaces.map((number) =>
    shortened(held.find((name) => name.endsWith(` ${number}`)) ?? number, TITLE),
  )
  return names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '')
}

const replacement = ({ replacedBy }: DocumentCard, library: Library): string => {
  const by = library.card(replacedBy[0] ?? '')
  if (!by) return messages.replaced
  return messages.replacedBy(
    messages.dated(shortened(nameOf(by.meta), TITLE), by.meta.date && dayFirst(by.meta.date), null),
  )
}
