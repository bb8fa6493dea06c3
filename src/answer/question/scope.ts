/** Which documents a question is put to, and what it asks of them once their names are taken out. */
import type { LookedUp } from '../../search/look-up.ts'
import { oncePerLibrary, type DocumentCard, type Library } from '../../search/search-index.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { NAMES } from '../../text/numbers/document-types.ts'
import { foldAligned } from '../../text/aligned.ts'
import { clean, fold, oneLine } from '../../text/vietnamese.ts'
import { withoutPointing } from './follow-up.ts'
import type { Standalone } from './follow-up.ts'
import { withoutPlaceSought } from './place-sought.ts'
import { isAside } from './named-documents.ts'
import { asksWhich } from '../look-up/which-kind.ts'

export interface Scope {
  /** What is searched for. */
  readonly text: string
  /** The only documents to be searched; null: all of them. */
  readonly only: readonly DocumentCard[] | null
  /** Whether the question asks for documents themselves: "nghị quyết nào nói về …?" */
  readonly wants: 'words' | 'documents'
}

export const scopeOf = (standalone: Standalone, named: LookedUp, library: Library): Scope => {
  const all: Scope = { text: standalone.text, only: null, wants: 'words' }
  const pointed = standalone.only && standalone.documentId ? library.card(standalone.documentId) : undefined
  if (pointed) return { text: oneLine(withoutPointing(standalone.text)), only: [pointed], wants: 'words' }
  if (named.cards.length > 0) {
    const text = withoutNames(standalone.text, named)
    return text === null ? all : { text, only: named.cards, wants: 'words' }
  }
  // "chương trình nào …" asks for a document only where documents are known by kind and number
  const which = named.named || !hasNumbers(library) ? null : asksWhich(standalone.text)
  return which
    ? {
        text: which.topic,
        only: [...ofKinds(library)].flatMap(([kind, cards]) => (which.isMeant(kind) ? cards : [])),
        wants: 'documents',
      }
    : all
}

const ofKinds = oncePerLibrary(({ cards }) => Map.groupBy(cards, ({ meta }) => meta.kind))
const hasNumbers = oncePerLibrary(({ cards }) => cards.some(({ meta }) => meta.number !== null))

const KIND = NAMES.map(([name]) => fold(name).replaceAll(' ', '\\s+')).join('|')
const KIND_BEFORE = new RegExp(`(?<!\\p{L})(?:${KIND})\\s+(?:so\\s*:?\\s*)?$`, 'u')
const DATE_BEHIND = /^\s*,?\s*(?:ngay\s+\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}|nam\s+\d{4})(?!\d)/u
// "hướng dẫn thực hiện Nghị quyết 57": what others do with a document is said in theirs; "thực hiện theo Quy định 27" in its own
const RELATION =
  /(?<!\p{L})(?:thay the|sua doi|bo sung|bai bo|huong dan|trien khai|thuc hien|thi hanh|cu the hoa|so voi)(?:\s+(?!theo|tai|trong|o(?!\p{L}))\p{L}+){0,2}\s*$/u

/** The question without the documents that it names; null where it does not ask what they say. */
const withoutNames = (asked: string, named: LookedUp): string | null => {
  const text = clean(asked)
  const flat = foldAligned(text)
  const issuers = named.cards.flatMap(({ meta }) => (meta.issuer ? [foldAligned(clean(meta.issuer))] : []))
  let out = ''
  let at = 0
  for (const mention of mentionsIn(text)) {
    if (mention.number === null || named.missing.includes(text.slice(mention.start, mention.end))) continue
    if (isAside(text, mention)) return null
    const kind = KIND_BEFORE.exec(flat.slice(0, mention.start))
    const start = kind?.index ?? mention.start
    if (RELATION.test(flat.slice(0, start))) return null
    out += `${text.slice(at, start)} `
    at = mention.end + (DATE_BEHIND.exec(flat.slice(mention.end))?.[0].length ?? 0)
    const behind = /^\s*,?\s*(?:cua|do)\s+/u.exec(flat.slice(at))?.[0].length ?? 0
    const issuer = behind > 0 ? issuerBehind(flat.slice(at + behind), issuers) : 0
    if (issuer > 0) at += behind + issuer
  }
  return oneLine(withoutPlaceSought(out + text.slice(at)))
}

/** How far the words go on naming the body, be it in short: "của đảng ủy khối". */
const issuerBehind = (rest: string, issuers: readonly string[]): number => {
  const whole = issuers.find((name) => rest.startsWith(name))
  if (whole) return whole.length
  const known = new Set(issuers.flatMap((name) => name.split(/\s+/)))
  const words = [...rest.matchAll(/\S+/gu)]
  const other = words.findIndex(([word]) => !known.has(word))
  const last = words[(other < 0 ? words.length : other) - 1]
  return last ? last.index + last[0].length : 0
}
