/** A document opened: what it is, whether it is in force, what it holds, a few of its own lines, and what can be done with it. */
import { FormattedString } from '@grammyjs/parse-mode'
import { kindNames, nameOf, validityNames } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import { deepLink } from '../../deep-links.ts'
import { lines, type View } from '../../view.ts'
import { mainPoints } from './main-points.ts'
import { countsOf, sectionsOf } from './sections.ts'

const { buttons } = libraryMessages
/** Headings shown on the page itself; the rest stands in the outline. */
const HEADINGS = 5

export interface PageOptions {
  readonly username: string
  /** Whether the next question can be put to the document: turns are kept. */
  readonly canAsk: boolean
}

/** Null where this library does not hold the document. */
export const documentPage = (library: Library, documentId: string, options: PageOptions): View | null => {
  const card = library.card(documentId)
  const content = library.content(documentId)
  if (!card || !content) return null
  const { meta, level } = card
  const sections = sectionsOf(content)
  const named = sections.filter(({ name }) => name !== libraryMessages.opening && name !== libraryMessages.wholeText)
  const points = mainPoints(content)
  const counts = countsOf(content.headings)
  const isPublic = level === 'public'
  return {
    body: lines(
      FormattedString.b(meta.number ? nameOf(meta) : kindNames[meta.kind]),
      shortened(meta.title, TITLE),
      '',
      ...facts(card, library),
      counts !== '' && libraryMessages.contains(counts),
      ...named.slice(0, HEADINGS).map(({ name }) => `– ${shortened(name, HEADING)}`),
      named.length > HEADINGS && '– …',
      points.length > 0 && '',
      points.length > 0 && libraryMessages.mainPoints,
      points.length > 0 && FormattedString.expandableBlockquote(points.map(libraryMessages.point).join('\n')),
      isPublic && '',
      isPublic && libraryMessages.share(deepLink(options.username, 'vb', documentId)),
    ),
    buttons: [
      { label: buttons.outline, data: callbackData('vbo', documentId, 0) },
      { label: buttons.file, data: callbackData('vbf', documentId) },
      ...(options.canAsk ? [{ label: buttons.askAbout, data: callbackData('vbh', documentId) }] : []),
      ...card.replacedBy.slice(0, 1).map((id) => ({ label: buttons.replacement, data: callbackData('vbd', id) })),
    ],
    protect: !isPublic,
  }
}

const facts = ({ meta, level, replacedBy }: DocumentCard, library: Library): (string | null)[] => {
  const newer = replacedBy.flatMap((id) => library.card(id) ?? []).map((card) => nameOf(card.meta))
  return [
    meta.date && libraryMessages.date(dayFirst(meta.date), meta.kind === 'article'),
    meta.issuer && libraryMessages.issuer(meta.issuer),
    meta.section && libraryMessages.newspaper(meta.section),
    libraryMessages.level[level],
    newer.length > 0
      ? libraryMessages.replacedBy(newer.join(', '))
      : meta.validity === 'unknown'
        ? null
        : libraryMessages.validity(validityNames[meta.validity]),
    meta.replaces.length > 0 ? libraryMessages.replaces(meta.replaces.slice(0, 5).join(', ')) : null,
  ]
}

/** A title is a line or three, whatever a file claims. */
const TITLE = 400
/** A heading is one. */
const HEADING = 90
