/** The message that hands out the file behind a document; the right to read it is checked again when it is sent. */
import type { Level } from '../access.ts'
import { nameOf } from '../answer/document-names.ts'
import type { DocumentCard } from '../search/search-index.ts'
import type { Outgoing } from './outgoing.ts'

/** A caption takes 1024 UTF-16 units (telegram.md §1). */
const CAPTION = 1000

export const fileMessage = ({ id, meta }: Pick<DocumentCard, 'id' | 'meta'>, level: Level) =>
  ({
    kind: 'file',
    documentId: id,
    level,
    caption: nameOf(meta).slice(0, CAPTION).toWellFormed(),
  }) satisfies Outgoing
