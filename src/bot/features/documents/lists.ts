/** Lists of documents as pages: by kind, by year, the newest. Only what the given library holds, which is one reader level's. */
import { FormattedString } from '@grammyjs/parse-mode'
import { kindNames, nameOf } from '../../../answer/document-names.ts'
import { dayFirst, newestDate } from '../../../answer/source-line.ts'
import { DOCUMENT_KINDS, type DocumentKind } from '../../../documents/document.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { Button } from '../../outgoing.ts'
import { labelOf, lines, type View } from '../../view.ts'

/** What a list is narrowed to; null: not. The year of documents without a date is `none`. */
export interface Filter {
  readonly kind: DocumentKind | null
  readonly year: string | null
}

const PAGE = 8
const NEWEST = 10
/** A list of at most so many years fits under one message. */
const YEARS = 24
const ANY = '-'
const { buttons } = libraryMessages

/** The kinds that there are, with how many documents each has. */
export const overview = (library: Library): View => {
  const { cards } = library
  if (cards.length === 0) return { body: lines(libraryMessages.empty), buttons: [] }
  const counts = countBy(cards, ({ meta }) => meta.kind)
  const kinds = DOCUMENT_KINDS.filter((kind) => counts.has(kind))
  return {
    body: lines(
      FormattedString.b(libraryMessages.overview(cards.length, newestDate(cards))),
      '',
      libraryMessages.chooseKind,
      libraryMessages.orSearch,
    ),
    buttons: [
      ...(kinds.length > 1 ? [listButton(libraryMessages.all, cards.length, { kind: null, year: null })] : []),
      ...kinds.map((kind) => listButton(kindNames[kind], counts.get(kind)!, { kind, year: null })),
    ],
  }
}

/** `page` from 0; one that is no longer there is the last. */
export const listPage = (library: Library, filter: Filter, page: number): View => {
  const cards = library.cards.filter((card) => fits(card, filter)).sort(newestFirst)
  if (cards.length === 0) return overview(library)
  const pages = Math.ceil(cards.length / PAGE)
  const at = Math.min(page, pages - 1)
  const shown = cards.slice(at * PAGE, (at + 1) * PAGE)
  const manyYears = filter.year === null && cards.length > PAGE && yearsOf(cards).length > 1
  return {
    body: lines(
      FormattedString.b(libraryMessages.listed(filterName(filter), cards.length, at + 1, pages)),
      '',
      listed(shown, at * PAGE),
    ),
    buttons: [
      ...openButtons(shown, at * PAGE),
      ...(at > 0 ? [{ label: buttons.back, data: listData(filter, at - 1) }] : []),
      ...(at < pages - 1 ? [{ label: buttons.next, data: listData(filter, at + 1) }] : []),
      ...(manyYears ? [{ label: buttons.years, data: callbackData('vby', filter.kind ?? ANY) }] : []),
      { label: buttons.kinds, data: callbackData('vbk') },
    ],
  }
}

/** The years of a kind, newest first, with how many documents each has. */
export const yearMenu = (library: Library, kind: DocumentKind | null): View => {
  const cards = library.cards.filter((card) => fits(card, { kind, year: null }))
  if (cards.length === 0) return overview(library)
  return {
    body: lines(FormattedString.b(kind ? kindNames[kind] : libraryMessages.all), libraryMessages.chooseYear),
    buttons: [
      ...yearsOf(cards)
        .slice(0, YEARS)
        .map(([year, count]) => listButton(year === 'none' ? libraryMessages.noYear : year, count, { kind, year })),
      { label: buttons.kinds, data: callbackData('vbk') },
    ],
  }
}

export const newestPage = (library: Library): View => {
  const cards = [...library.cards].sort(newestFirst).slice(0, NEWEST)
  if (cards.length === 0) return overview(library)
  return {
    body: lines(FormattedString.b(libraryMessages.newest), '', listed(cards, 0)),
    buttons: openButtons(cards, 0),
  }
}

/** Numbered from `before` + 1: name and date, and below it the title where the name is a number. */
export const listed = (cards: readonly DocumentCard[], before: number): FormattedString =>
  lines(...cards.map((card, i) => `${before + i + 1}. ${listLine(card)}`))

export const openButtons = (cards: readonly DocumentCard[], before: number): Button[] =>
  cards.map(({ id, meta }, i) => ({
    label: labelOf(`${before + i + 1}. ${meta.number ?? meta.title}`),
    data: callbackData('vbd', id),
  }))

/** The filter and page that a button carries; null where it carries none. */
export const filterOf = (kind: string | undefined, year: string | undefined): Filter | null => {
  const known = DOCUMENT_KINDS.find((one) => one === kind) ?? null
  if ((known === null && kind !== ANY) || !/^(?:-|none|\d{4})$/.test(year ?? '')) return null
  return { kind: known, year: year === ANY ? null : year! }
}

const listLine = ({ meta }: DocumentCard): string => {
  const date = meta.date ? ` (${dayFirst(meta.date)})` : ''
  return meta.number
    ? `${nameOf(meta)}${date}\n${shortened(meta.title, TITLE)}`
    : `${shortened(nameOf(meta), TITLE)}${date}`
}

/** Ten titles must fit into one message. */
const TITLE = 160

const filterName = ({ kind, year }: Filter): string => {
  const name = kind ? kindNames[kind] : libraryMessages.all
  if (year === null) return name
  return year === 'none' ? libraryMessages.undated(name) : libraryMessages.inYear(name, year)
}

const yearOf = ({ meta }: DocumentCard): string => meta.date?.slice(0, 4) ?? 'none'
const yearsOf = (cards: readonly DocumentCard[]): [string, number][] =>
  [...countBy(cards, yearOf)].sort(([a], [b]) => (a === 'none' ? 1 : b === 'none' ? -1 : b.localeCompare(a)))

const fits = (card: DocumentCard, { kind, year }: Filter): boolean =>
  (kind === null || card.meta.kind === kind) && (year === null || yearOf(card) === year)

const newestFirst = ({ meta: a }: DocumentCard, { meta: b }: DocumentCard): number =>
  inOrder(b.date ?? '', a.date ?? '') || inOrder(a.title, b.title)
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const countBy = <K>(cards: readonly DocumentCard[], keyOf: (card: DocumentCard) => K): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const card of cards) counts.set(keyOf(card), (counts.get(keyOf(card)) ?? 0) + 1)
  return counts
}

const listData = ({ kind, year }: Filter, page: number): string =>
  callbackData('vbl', kind ?? ANY, year ?? ANY, Math.max(0, page))
const listButton = (name: string, count: number, filter: Filter): Button => ({
  label: `${name} (${count})`,
  data: listData(filter, 0),
})
