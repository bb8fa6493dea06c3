/** Where a document says what it is about, and that in a sentence. */
import type { DocumentMeta } from '../../documents/document.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import { foldAligned } from '../../text/aligned.ts'
import { fold } from '../../text/vietnamese.ts'
import type { QuotedPlace } from '../citations.ts'
import { kindNames, nameOf } from '../document-names.ts'
import { dayFirst } from '../source-line.ts'

/** The title stands below the letterhead. */
const REACH = 3000

/** The title as the document itself prints it, its first sentence where it does not; `undefined` for a text that is gone. */
export const titlePlace = (card: DocumentCard, library: Library): QuotedPlace | undefined => {
  const head = library.content(card.id)?.text.slice(0, REACH)
  if (!head) return undefined
  const flat = foldAligned(head)
  for (const title of [card.meta.title, withoutKind(card.meta)]) {
    const words = foldAligned(title).split(/\s+/).filter(Boolean).map(escaped)
    const found = words.length > 1 ? new RegExp(words.join('\\s+'), 'u').exec(flat) : null
    if (found) return { card, start: found.index, end: found.index + found[0].length }
  }
  const units = unitsOf(head)
  const unit = units.find(({ kind }) => kind !== 'heading') ?? units[0]
  return unit && { card, start: unit.start, end: unit.end }
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `Nghị quyết 05-NQ/ĐUK ngày 12/03/2024 về nâng cao chất lượng …` */
export const describedAs = (meta: DocumentMeta): string => {
  const name = datedName(meta)
  if (!meta.number) return name
  const about = withoutKind(meta)
  return /^(?:về|ban hành|v\/v)\s/iu.test(about) ? `${name} ${about}` : `${name}: “${meta.title}”`
}

/** `Nghị quyết 05-NQ/ĐUK ngày 12/03/2024` */
export const datedName = (meta: DocumentMeta): string =>
  [nameOf(meta), ...(meta.date ? [`ngày ${dayFirst(meta.date)}`] : [])].join(' ')

const withoutKind = ({ kind, title }: DocumentMeta): string => {
  const name = kindNames[kind]
  return fold(title).toLowerCase().startsWith(fold(name).toLowerCase()) ? title.slice(name.length).trim() : title
}
