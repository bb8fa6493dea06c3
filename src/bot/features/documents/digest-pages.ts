/** A document in short: its summary by structure, and its targets page by page, each word for word with its place. */
import { FormattedString } from '@grammyjs/parse-mode'
import { composeSummary } from '../../../answer/digest/compose-digest.ts'
import { targetsIn, type Content, type Target } from '../../../answer/digest/find-targets.ts'
import { placeNameAt } from '../../../answer/digest/place-name.ts'
import { nameOf } from '../../../answer/document-names.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { answerMessages } from '../../../text/messages/answer-messages.ts'
import { digestMessages } from '../../../text/messages/digest-messages.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { Button } from '../../outgoing.ts'
import { lines, type View } from '../../view.ts'

const { buttons } = digestMessages
/** Characters of targets on a page: what is read without much scrolling. */
const PAGE = 1800
const NAME = 200
/** A message takes 4096 UTF-16 units (telegram.md §1). */
const SUMMARY = 3500

/** The buttons that open a document's digest; targets only where it has any. */
export const digestButtons = (card: DocumentCard, content: Content): readonly Button[] => {
  const { listed, onlyCounted } = targetsIn(content, card.meta)
  return [
    { label: buttons.summary, data: callbackData('vbt', card.id) },
    ...(listed.length > 0 || onlyCounted ? [targetsButton(card.id, 0)] : []),
  ]
}

/** Null where this library does not hold the document. */
export const summaryPage = (library: Library, documentId: string): View | null => {
  const card = library.card(documentId)
  const content = library.content(documentId)
  if (!card || !content) return null
  const summary = composeSummary(library, card)
  const places = new Map(summary?.draft.citations.map(({ n, section }) => [n, section]))
  const text = (summary?.draft.text ?? card.meta.title)
    .replace(/(?<=[”"]) \[(\d+)\]/g, (_all, n: string) => (places.get(Number(n)) ? ` (${places.get(Number(n))})` : ''))
    .replace(/ \[\d+\]/g, '')
  return {
    body: lines(
      FormattedString.b(digestMessages.summaryPage(shortened(nameOf(card.meta), NAME))),
      '',
      shortened(text, SUMMARY),
      '',
      FormattedString.i(digestMessages.byStructure),
    ),
    buttons: [
      ...digestButtons(card, content).filter(({ label }) => label !== buttons.summary),
      { label: libraryMessages.buttons.outline, data: callbackData('vbo', documentId, 0) },
      toDocument(documentId),
    ],
    protect: card.level !== 'public',
  }
}

/** `page` from 0; one that is no longer there is the last. */
export const targetsPage = (library: Library, documentId: string, page: number): View | null => {
  const card = library.card(documentId)
  const content = library.content(documentId)
  if (!card || !content) return null
  const { listed, onlyCounted } = targetsIn(content, card.meta)
  const pages = pagesOf(content, listed)
  const at = Math.min(page, pages.length - 1)
  const name = shortened(nameOf(card.meta), NAME)
  return {
    body: lines(
      FormattedString.b(digestMessages.targetsPage(name, at + 1, pages.length)),
      '',
      ...(listed.length > 0
        ? [digestMessages.counted(listed.length), '', ...pages[at]!, '', FormattedString.i(digestMessages.onlyFigures)]
        : onlyCounted
          ? [answerMessages.onlyCounted(onlyCounted.words), quoteAt(content, onlyCounted)]
          : [digestMessages.noTargets]),
    ),
    buttons: [
      ...(at > 0 ? [targetsButton(documentId, at - 1, libraryMessages.buttons.back)] : []),
      ...(at < pages.length - 1 ? [targetsButton(documentId, at + 1, libraryMessages.buttons.next)] : []),
      { label: buttons.summary, data: callbackData('vbt', documentId) },
      toDocument(documentId),
    ],
    protect: card.level !== 'public',
  }
}

/** Targets in pages, each under the line that says until when; one page at least. */
const pagesOf = (content: Content, targets: readonly Target[]): readonly (readonly (string | FormattedString)[])[] => {
  const pages: (string | FormattedString)[][] = [[]]
  let room = PAGE
  let under = -1
  targets.forEach((target, i) => {
    const entry = `${i + 1}. ${quoteAt(content, target)}`
    if (entry.length > room && pages.at(-1)!.length > 0) {
      pages.push([])
      room = PAGE
      under = -1
    }
    if (target.under && target.under.start !== under) {
      under = target.under.start
      pages.at(-1)!.push(FormattedString.b(content.text.slice(target.under.start, target.under.end)))
    }
    pages.at(-1)!.push(entry)
    room -= entry.length
  })
  return pages
}

const quoteAt = (content: Content, place: { readonly start: number; readonly end: number }): string =>
  libraryMessages.point({
    quote: content.text.slice(place.start, place.end).replace(/\s+/g, ' '),
    place: placeNameAt(content, place),
  })

const targetsButton = (documentId: string, page: number, label: string = buttons.targets): Button => ({
  label,
  data: callbackData('vbc', documentId, page),
})
const toDocument = (documentId: string): Button => ({
  label: libraryMessages.buttons.document,
  data: callbackData('vbp', documentId),
})
