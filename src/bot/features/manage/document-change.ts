/** A change to a document as a button carries it: what it was and what it is to be, in a few letters. */
import { nameOf, validityNames, kindNames } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import type { Level } from '../../../access.ts'
import type { DocumentMeta, Validity } from '../../../documents/document.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { manageMessages as messages } from '../../../text/messages/manage-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import type { DocumentChanges } from '../../staff-house.ts'

export type State = 'in_force' | 'expired' | 'draft' | 'replaced' | 'text'

export type DocumentChange =
  | { readonly of: 'level'; readonly before: Level; readonly after: Level }
  | { readonly of: 'state'; readonly before: Validity; readonly after: State }

const LEVEL_CODES = { p: 'public', m: 'member', s: 'staff' } as const
const VALIDITY_CODES = { i: 'in_force', r: 'replaced', e: 'expired', d: 'draft', u: 'unknown' } as const
const STATE_CODES = { i: 'in_force', e: 'expired', d: 'draft', r: 'replaced', t: 'text' } as const

/** `l-pm`: from public to member. */
export const codeOf = (change: DocumentChange): string =>
  change.of === 'level'
    ? `l-${letter(LEVEL_CODES, change.before)}${letter(LEVEL_CODES, change.after)}`
    : `v-${letter(VALIDITY_CODES, change.before)}${letter(STATE_CODES, change.after)}`

export const changeOf = (code: string | undefined): DocumentChange | null => {
  const [, of, from = '', to = ''] = /^([lv])-([a-z])([a-z])$/.exec(code ?? '') ?? []
  if (of === 'l' && from in LEVEL_CODES && to in LEVEL_CODES)
    return { of: 'level', before: LEVEL_CODES[from as 'p'], after: LEVEL_CODES[to as 'p'] }
  if (of === 'v' && from in VALIDITY_CODES && to in STATE_CODES)
    return { of: 'state', before: VALIDITY_CODES[from as 'i'], after: STATE_CODES[to as 'i'] }
  return null
}

const letter = (codes: Readonly<Record<string, string>>, value: string): string =>
  Object.keys(codes).find((code) => codes[code] === value)!

/** The keys of the sidecar; `by`: the document that replaces it. */
export const sidecarOf = (change: DocumentChange, by: DocumentCard | null): DocumentChanges => {
  if (change.of === 'level') return { level: change.after }
  if (change.after === 'text') return { validity: undefined, replacedBy: undefined }
  return { validity: change.after, replacedBy: by ? [writtenReference(by.meta)] : undefined }
}

/** As one document names another, so that several with one number are told apart. */
const writtenReference = ({ kind, number, date, issuer }: DocumentMeta): string =>
  [`${kindNames[kind]} số ${number}`, date && `ngày ${dayFirst(date)}`, issuer && `của ${issuer}`].filter(Boolean).join(' ') // prettier-ignore

/** `còn hiệu lực`, or `được thay thế bởi Quy định 27-QĐ/ĐUK`. */
export const stateOf = ({ meta, replacedBy }: DocumentCard, library: Library | null): string => {
  if (meta.validity !== 'replaced') return validityNames[meta.validity]
  const names = replacedBy.flatMap((id) => library?.card(id) ?? []).map((card) => nameOf(card.meta))
  const said = names.length > 0 ? names : meta.replacedBy
  return said.length > 0 ? messages.page.replacedBy(said.join(', ')) : validityNames.replaced
}

const NAME = 160

export const shownName = ({ meta }: DocumentCard): string =>
  shortened(meta.number ? `${nameOf(meta)} “${meta.title}”` : nameOf(meta), NAME)
