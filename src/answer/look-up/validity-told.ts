/** What is told of a document's validity, and the places that say it. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { validityMessages as messages } from '../../text/messages/validity-messages.ts'
import type { QuotedPlace } from '../citations.ts'
import { lastSuccessor } from '../decide/successor.ts'
import { nameOf } from '../document-names.ts'
import type { ValidityAsked } from '../question/validity-question.ts'
import { dayFirst } from '../source-line.ts'
import { datedName } from './title-place.ts'
import { abolishes, relationPlace, replacedFrom, saidOf, targetsOf } from './validity-facts.ts'

export interface Told {
  readonly sentence: string
  /** Empty: only the document itself can be cited. */
  readonly places: readonly QuotedPlace[]
}

export const toldOf = (asked: ValidityAsked, card: DocumentCard, library: Library): Told =>
  TELL[asked](card, library) ?? state(card, library)

type Tell = (card: DocumentCard, library: Library) => Told | undefined

const told = (
  sentences: readonly (string | false | undefined)[],
  places: readonly (QuotedPlace | undefined)[],
): Told => ({
  sentence: sentences.filter((one) => typeof one === 'string').join(' '),
  places: places.filter((place) => place !== undefined),
})

/** What it is now, with what is about to change and what has changed in part. */
const state = (card: DocumentCard, library: Library): Told => {
  const { meta } = card
  const name = nameOf(meta)
  const { validity, validFrom, validTo } = meta
  if (meta.stated.includes('validity') && validity !== 'unknown' && validity !== 'replaced')
    return told([messages.statedByPerson(name, validity)], [saidOf(card, ['from', 'to', 'state'])])
  if (validity === 'draft') return told([messages.draft(name)], [])
  if (validity === 'replaced') return replaced(card, library)
  if (validity === 'expired')
    return told([messages.expired(name, validTo && dayFirst(validTo))], [saidOf(card, ['to', 'state'])])
  if (validFrom !== null && validFrom > library.day)
    return told([messages.notYet(name, dayFirst(validFrom))], [saidOf(card, ['from'])])
  const [coming] = cardsOf(card.comingBy, library)
  const comingFrom = coming && replacedFrom(coming)
  const amending = cardsOf(card.amendedBy, library)
  return told(
    [
      validFrom === null
        ? coming
          ? messages.holdsStill(name)
          : messages.noSuccessor(name)
        : coming
          ? messages.holdsFrom(name, dayFirst(validFrom), false)
          : messages.inForce(name, dayFirst(validFrom)),
      validTo !== null && messages.until(dayFirst(validTo)),
      coming && comingFrom !== null && messages.willBeReplaced(datedName(coming.meta), dayFirst(comingFrom!)),
      amending.length > 0 && messages.changedBy(listOf(amending)),
    ],
    [
      saidOf(card, ['from', 'state']),
      coming && relationPlace(coming, card, 'replaces', library),
      ...amending.map((by) => relationPlace(by, card, 'amends', library)),
    ],
  )
}

const replaced = (card: DocumentCard, library: Library): Told => {
  const name = nameOf(card.meta)
  const [by] = cardsOf(card.replacedBy, library)
  if (!by) {
    const stated = card.meta.replacedBy[0]
    return told(
      [stated === undefined ? messages.replacedUnknown(name) : messages.statedSuccessor(name, stated)],
      [saidOf(card, ['state'])],
    )
  }
  const last = lastSuccessor(card, library)
  const inTurn = last && last.id !== by.id ? last : undefined
  const before = inTurn && library.cards.find(({ replacedBy }) => replacedBy[0] === inTurn.id)
  return told(
    [
      (abolishes(by, card) ? messages.abolishedBy : messages.replacedBy)(name, datedName(by.meta)),
      inTurn && messages.inTurn(datedName(inTurn.meta)),
    ],
    [
      relationPlace(by, card, 'replaces', library),
      inTurn && before && relationPlace(inTurn, before, 'replaces', library),
    ],
  )
}

const from: Tell = (card, library) => {
  const { meta } = card
  const name = nameOf(meta)
  if (meta.validFrom === null) return told([messages.noDate(name)], [saidOf(card, ['state'])])
  const [by] = cardsOf(card.replacedBy, library)
  return told(
    [
      messages.holdsFrom(name, dayFirst(meta.validFrom), meta.stated.includes('validFrom')),
      by && messages.replacedBy(messages.thisOne, datedName(by.meta)),
    ],
    [saidOf(card, ['from']), by && relationPlace(by, card, 'replaces', library)],
  )
}

const to: Tell = (card, library) => {
  const { meta } = card
  const [by] = cardsOf(card.replacedBy, library)
  const day = by && replacedFrom(by)
  if (by && day) {
    const base = replaced(card, library)
    return told([base.sentence, messages.since(dayFirst(day))], [...base.places, saidOf(by, ['from'])])
  }
  return meta.validTo === null || meta.validity === 'replaced'
    ? undefined
    : told([messages.holdsTo(nameOf(meta), dayFirst(meta.validTo))], [saidOf(card, ['to'])])
}

const amendedBy: Tell = (card, library) => {
  const name = nameOf(card.meta)
  const by = cardsOf(card.amendedBy, library)
  if (by.length > 0)
    return told(
      [messages.amendedBy(name, listOf(by))],
      by.map((one) => relationPlace(one, card, 'amends', library)),
    )
  if (card.meta.amendedBy.length > 0) return told([messages.statedAmendment(name, card.meta.amendedBy.join('; '))], [])
  return card.meta.validity === 'replaced' ? replaced(card, library) : told([messages.notAmended(name)], [])
}

const relates =
  (relation: 'replaces' | 'amends'): Tell =>
  (card, library) => {
    const { meta } = card
    const held = targetsOf(card, relation, library)
    const names = meta[relation].map((number) => {
      const known = held.find((other) => other.meta.number === number)
      return known ? nameOf(known.meta) : number
    })
    const places = meta.said
      .filter(({ of }) => of === relation || (relation === 'replaces' && of === 'abolishes'))
      .map(({ start, end }) => ({ card, start, end }))
    const name = nameOf(meta)
    if (names.length === 0) return told([messages[relation === 'replaces' ? 'replacesNone' : 'amendsNone'](name)], [])
    return told([messages[relation](name, names.join('; '))], places)
  }

const TELL: Readonly<Record<ValidityAsked, Tell>> = {
  holds: state,
  from,
  to,
  replacedBy: state,
  replaces: relates('replaces'),
  amendedBy,
  amends: relates('amends'),
}

const cardsOf = (ids: readonly string[], library: Library): readonly DocumentCard[] =>
  ids.flatMap((id) => library.card(id) ?? [])

const listOf = (cards: readonly DocumentCard[]): string => cards.map(({ meta }) => datedName(meta)).join('; ')
