/** What holds of a document today, with the sentences that say so, from whichever document they stand in. */
import { nameOf, validityNames } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import type { ValidityKey } from '../../../documents/document.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { libraryMessages as messages } from '../../../text/messages/library-messages.ts'
import { shortened } from '../../../text/shortened.ts'

/** A sentence is one, whatever a file runs together. */
const QUOTE = 300
const LISTED = 5
const QUOTES = 3

export const validityLines = (card: DocumentCard, library: Library): (string | null)[] => {
  const { meta } = card
  const cards = (ids: readonly string[]): readonly DocumentCard[] => ids.flatMap((id) => library.card(id) ?? [])
  const [newer, coming, amending] = [cards(card.replacedBy), cards(card.comingBy), cards(card.amendedBy)]
  const names = (list: readonly DocumentCard[]): string => list.map((one) => dated(one)).join(', ')
  const by = (key: ValidityKey, line: string): string =>
    meta.stated.includes(key) ? `${line} ${messages.byPerson}` : line
  const isAhead = meta.validFrom !== null && meta.validFrom > library.day
  const stated = meta.replacedBy.slice(0, LISTED).join(', ')
  const quotes = [...own(card, library), ...others(card, [...newer, ...coming, ...amending], library)]
  return [
    newer.length > 0
      ? messages.replacedBy(names(newer))
      : stated !== ''
        ? by('replacedBy', messages.replacedBy(stated))
        : meta.validity === 'unknown'
          ? null
          : by('validity', messages.validity(validityNames[meta.validity])),
    meta.validFrom && by('validFrom', (isAhead ? messages.notYet : messages.holdsFrom)(dayFirst(meta.validFrom))),
    meta.validTo && by('validTo', messages.holdsTo(dayFirst(meta.validTo))),
    coming.length > 0 ? messages.willBeReplaced(names(coming)) : null,
    amending.length > 0
      ? messages.amendedBy(names(amending))
      : meta.amendedBy.length > 0
        ? by('amendedBy', messages.amendedBy(meta.amendedBy.slice(0, LISTED).join(', ')))
        : null,
    meta.replaces.length > 0 ? by('replaces', messages.replaces(meta.replaces.slice(0, LISTED).join(', '))) : null,
    meta.amends.length > 0 ? by('amends', messages.amends(meta.amends.slice(0, LISTED).join(', '))) : null,
    ...quotes.slice(0, QUOTES),
  ]
}

const dated = ({ meta }: DocumentCard): string => `${nameOf(meta)}${meta.date ? ` ngày ${dayFirst(meta.date)}` : ''}`

/** Its own sentences, each once. */
const own = (card: DocumentCard, library: Library): readonly string[] =>
  [...new Set(card.meta.said.map(({ start, end }) => sentence(card, start, end, library)))].map((quote) =>
    messages.saidSo(quote, null),
  )

/** The sentences in which others replace or amend it. */
const others = (card: DocumentCard, by: readonly DocumentCard[], library: Library): readonly string[] =>
  by.flatMap((other) => {
    const said = other.meta.said.find(({ target }) => target !== null && target.number === card.meta.number)
    return said ? [messages.saidSo(sentence(other, said.start, said.end, library), nameOf(other.meta))] : []
  })

const sentence = (card: DocumentCard, start: number, end: number, library: Library): string =>
  shortened((library.content(card.id)?.text.slice(start, end) ?? '').replace(/\s+/g, ' ').trim(), QUOTE)
