/** Reading a document: its outline in pages, and its parts one after the other, word for word. */
import { FormattedString } from '@grammyjs/parse-mode'
import { nameOf } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { Button } from '../../outgoing.ts'
import { labelOf, lines, type View } from '../../view.ts'
import { piecesOf } from './pieces.ts'
import { sectionsOf, type Section } from '../../../answer/digest/sections.ts'

const PAGE = 8
const { buttons } = libraryMessages

/** `page` from 0; one that is no longer there is the last. Null where this library does not hold the document. */
export const outlinePage = (library: Library, documentId: string, page: number): View | null => {
  const opened = open(library, documentId)
  if (!opened) return null
  const { card, sections } = opened
  const pages = Math.max(1, Math.ceil(sections.length / PAGE))
  const at = Math.min(page, pages - 1)
  const shown = sections.slice(at * PAGE, (at + 1) * PAGE)
  return {
    body: lines(
      FormattedString.b(libraryMessages.outline(shortened(nameOf(card.meta), NAME), at + 1, pages)),
      '',
      ...shown.flatMap(({ name, under }) => [
        ...under.map((one) => FormattedString.b(shortened(one, NAME))),
        shortened(name, NAME),
      ]),
    ),
    buttons: [
      ...shown.map((section, i) => ({
        label: labelOf(section.label),
        data: partData(documentId, at * PAGE + i, 0, section),
      })),
      ...(at > 0 ? [{ label: buttons.back, data: callbackData('vbo', documentId, at - 1) }] : []),
      ...(at < pages - 1 ? [{ label: buttons.next, data: callbackData('vbo', documentId, at + 1) }] : []),
      { label: buttons.document, data: callbackData('vbp', documentId) },
    ],
    protect: card.level !== 'public',
  }
}

export interface Place {
  /** Which part, from 0, and which piece of it. */
  readonly section: number
  readonly piece: number
  /** The part's mark when the button was made. */
  readonly mark: string
}

/** `moved`: the document has changed since, and this part is no longer in it. */
export const partPage = (library: Library, documentId: string, place: Place): View | 'moved' | null => {
  const opened = open(library, documentId)
  if (!opened) return null
  const { card, sections, text } = opened
  // the parts may have been renumbered; the one that bears the same name is meant
  const at = sections[place.section]?.mark === place.mark ? place.section : sections.findIndex(isMarked(place.mark))
  const section = sections[at]
  if (!section) return 'moved'
  const pieces = piecesOf(text.slice(section.start, section.end))
  const n = Math.min(place.piece, Math.max(0, pieces.length - 1))
  const { meta } = card
  return {
    body: lines(
      FormattedString.b(shortened(nameOf(meta), NAME) + (meta.date ? ` (${dayFirst(meta.date)})` : '')),
      pieces.length > 1 && FormattedString.i(libraryMessages.pageOf(n + 1, pieces.length)),
      '',
      pieces[n] ?? '…',
    ),
    buttons: [
      ...before(documentId, sections, at, n, text),
      ...after(documentId, sections, at, n, pieces.length),
      { label: buttons.outline, data: callbackData('vbo', documentId, Math.floor(at / PAGE)) },
    ],
    protect: card.level !== 'public',
  }
}

const open = (
  library: Library,
  documentId: string,
): { readonly card: DocumentCard; readonly sections: readonly Section[]; readonly text: string } | null => {
  const card = library.card(documentId)
  const content = library.content(documentId)
  return card && content ? { card, sections: sectionsOf(content), text: content.text } : null
}

const before = (id: string, sections: readonly Section[], at: number, piece: number, text: string): Button[] => {
  if (piece > 0) return [{ label: buttons.back, data: partData(id, at, piece - 1, sections[at]!) }]
  const former = sections[at - 1]
  if (!former) return []
  const last = piecesOf(text.slice(former.start, former.end)).length - 1
  return [{ label: buttons.back, data: partData(id, at - 1, Math.max(0, last), former) }]
}

const after = (id: string, sections: readonly Section[], at: number, piece: number, pieces: number): Button[] => {
  if (piece < pieces - 1) return [{ label: buttons.next, data: partData(id, at, piece + 1, sections[at]!) }]
  const next = sections[at + 1]
  return next ? [{ label: buttons.next, data: partData(id, at + 1, 0, next) }] : []
}

const partData = (id: string, section: number, piece: number, { mark }: Section): string =>
  callbackData('vba', id, section, piece, mark)

/** The same in a message of its own. */
export const partAsideData = (id: string, section: number, piece: number, { mark }: Section): string =>
  callbackData('vbr', id, section, piece, mark)

const isMarked =
  (mark: string) =>
  (section: Section): boolean =>
    section.mark === mark

/** Eight names must fit into one message. */
const NAME = 200
