/** A comparison in Telegram: first what it comes to with the most telling changes, then page by page every change. */
import { FormattedString } from '@grammyjs/parse-mode'
import { changesOf, type Change } from '../../../answer/compare/changes-of.ts'
import { compareDocuments, type ComparedDocuments } from '../../../answer/compare/compare-documents.ts'
import { isUnchanged } from '../../../answer/compare/comparison.ts'
import { haveNothingInCommon, sumOf } from '../../../answer/compare/sum-of.ts'
import { nameOf, validityNames } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { comparisonMessages as messages } from '../../../text/messages/comparison-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { Button } from '../../outgoing.ts'
import { labelOf, lines, type View } from '../../view.ts'
import { changeEntry } from './change-entry.ts'

/** Changes on the first page, and letters of theirs: what is read at a glance. */
const TELLING = 3
const GLANCE = 1_500
/** Letters and marks of a further page; Telegram passes over the marks behind the hundredth (telegram.md §1). */
const PAGE = 1_800
const MARKS = 70
const NAME = 160

/** `page` from 0; one that is no longer there is the last. Null where this library does not hold both. */
export const comparisonView = (library: Library, olderId: string, newerId: string, page: number): View | null => {
  const result = compareDocuments(library, olderId, newerId)
  if (!result.ok) return result.reason === 'unknown' ? null : { body: lines(messages.tooLong), buttons: [] }
  const { compared } = result
  const { older, newer } = compared
  const { changes, pages } = readOf(compared)
  const at = Math.min(page, pages.length)
  return {
    body: at === 0 ? firstPage(compared, changes) : furtherPage(compared, pages[at - 1]!, at, pages.length),
    buttons: [
      ...(at > 0 ? [{ label: messages.buttons.back, data: pageData(compared, at - 1) }] : []),
      ...(at < pages.length ? [{ label: at === 0 ? messages.buttons.all : messages.buttons.next, data: pageData(compared, at + 1) }] : []), // prettier-ignore
      ...(isUnchanged(compared)
        ? []
        : [{ label: messages.buttons.file, data: callbackData('ssf', older.id, newer.id) }]),
      ...(at === 0 ? [newer, older].map(openButton) : []),
    ],
    protect: older.level !== 'public' || newer.level !== 'public',
  }
}

interface Read {
  readonly changes: readonly Change[]
  readonly pages: readonly (readonly FormattedString[])[]
}
/** Of a long comparison they take a third of a second: read once, however often its pages are turned. */
const read = new WeakMap<ComparedDocuments, Read>()

const readOf = (compared: ComparedDocuments): Read => {
  const known = read.get(compared)
  if (known) return known
  const changes = haveNothingInCommon(compared) ? [] : changesOf(compared)
  const made = { changes, pages: pagesOf(changes, compared) }
  read.set(compared, made)
  return made
}

const pageData = ({ older, newer }: ComparedDocuments, page: number): string =>
  callbackData('ssp', older.id, newer.id, page)

const openButton = ({ id, meta }: DocumentCard): Button => ({
  label: labelOf(messages.buttons.open(meta.number ?? meta.title)),
  data: callbackData('vbd', id),
})

const title = ({ older, newer }: ComparedDocuments): FormattedString =>
  FormattedString.b(messages.page.title(shortened(nameOf(newer.meta), NAME), shortened(nameOf(older.meta), NAME)))

const firstPage = (compared: ComparedDocuments, changes: readonly Change[]): FormattedString => {
  const { older, newer } = compared
  const best = new Set([...changes].sort((a, b) => b.worth - a.worth).slice(0, TELLING))
  let letters = 0
  const entries = changes.flatMap((change) => {
    if (!best.has(change)) return []
    const entry = changeEntry(change, compared)
    letters += entry.text.length
    return letters <= GLANCE || letters === entry.text.length ? ['', entry] : []
  })
  return lines(
    title(compared),
    side(messages.sides.newer, newer),
    side(messages.sides.older, older),
    '',
    sumOf(compared),
    entries.length > 0 && '',
    entries.length > 0 && messages.telling,
    entries.length > 0 && legend(),
    ...entries,
  )
}

/** The marks explain themselves. */
const legend = (): FormattedString =>
  FormattedString.join([FormattedString.s(messages.marks.old), '; ', FormattedString.b(FormattedString.u(messages.marks.new)), '.']) // prettier-ignore

const side = (name: string, { meta }: DocumentCard): string => {
  const state = meta.validity === 'unknown' ? null : validityNames[meta.validity]
  return `${name}: ${[meta.number ?? shortened(meta.title, NAME), meta.date && dayFirst(meta.date), state].filter(Boolean).join(', ')}`
}

const furtherPage = (
  compared: ComparedDocuments,
  entries: readonly FormattedString[],
  page: number,
  pages: number,
): FormattedString =>
  lines(title(compared), FormattedString.i(messages.howMarked(page, pages)), ...entries.flatMap((entry) => ['', entry]))

/** Every change once, in its order; none is parted. */
const pagesOf = (changes: readonly Change[], compared: ComparedDocuments): readonly (readonly FormattedString[])[] => {
  const pages: FormattedString[][] = []
  let letters = PAGE
  let marks = 0
  for (const change of changes) {
    const entry = changeEntry(change, compared)
    if (letters + entry.text.length > PAGE || marks + entry.entities.length > MARKS) {
      pages.push([])
      letters = marks = 0
    }
    pages.at(-1)!.push(entry)
    letters += entry.text.length + 2
    marks += entry.entities.length
  }
  return pages
}
