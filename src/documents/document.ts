/** What a document is once it has been read: its text, its structure, and what is known about it. */
import type { Level } from '../access.ts'

export const DOCUMENT_KINDS = [
  'article', // press: never the norm
  'resolution', // nghị quyết
  'regulation', // quy định
  'decision', // quyết định
  'directive', // chỉ thị
  'conclusion', // kết luận
  'rules', // quy chế
  'guidance', // hướng dẫn
  'plan', // kế hoạch
  'programme', // chương trình
  'scheme', // đề án
  'notice', // thông báo, thông tri
  'report', // báo cáo
  'letter', // công văn, tờ trình
  'charter', // điều lệ
  'law', // luật, nghị định, thông tư and other State norms
  'staff_answer', // a question answered by a person of the office and approved into the library
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const VALIDITIES = ['in_force', 'replaced', 'expired', 'draft', 'unknown'] as const
export type Validity = (typeof VALIDITIES)[number]

/** What is known about a document apart from its text. `null` means that neither the text nor the sidecar says it. */
export interface DocumentMeta {
  readonly title: string
  readonly kind: DocumentKind
  /** Number and symbol as printed, without blanks: `05-NQ/ĐUK`, `30/2020/NĐ-CP`. */
  readonly number: string | null
  readonly issuer: string | null
  /** ISO 8601 date of issue or publication: `2020-07-30`. */
  readonly date: string | null
  /** Years of the term or period that the document is about. */
  readonly term: { readonly from: number; readonly to: number } | null
  /** Section of the newspaper or portal. */
  readonly section: string | null
  readonly author: string | null
  readonly url: string | null
  /** What the document or a person says outright. What holds on a given day follows from the dates and from other documents: succession.ts. */
  readonly validity: Validity
  /** ISO dates: the first and the last day on which it holds. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** The documents that this one says it replaces or abolishes: numbers, where a person wrote them perhaps with date and issuer behind. */
  readonly replaces: readonly string[]
  /** The documents that it changes in part. */
  readonly amends: readonly string[]
  /** What a person has written down of documents that need not be here: what replaced this one, what amended it. */
  readonly replacedBy: readonly string[]
  readonly amendedBy: readonly string[]
  /** The sentences that say so, in the order of the text. */
  readonly said: readonly ValiditySaid[]
  /** Which of the keys above a person has set: a person's word wins, and is told as one. */
  readonly stated: readonly ValidityKey[]
}

export const VALIDITY_KEYS = [
  'validity', 'validFrom', 'validTo', 'replaces', 'amends', 'replacedBy', 'amendedBy',
] as const // prettier-ignore
export type ValidityKey = (typeof VALIDITY_KEYS)[number]

/** A document as another one names it: the number alone is shared by many. `null`: not said. */
export interface DocumentReference {
  readonly kind: DocumentKind | null
  readonly number: string
  readonly date: string | null
  readonly issuer: string | null
}

/** What a document's own words say about validity, and where: offsets of the sentence in its text, end exclusive. */
export interface ValiditySaid {
  readonly of: 'from' | 'to' | 'state' | 'replaces' | 'abolishes' | 'amends'
  /** The other document that is spoken of; null where it speaks of itself. */
  readonly target: DocumentReference | null
  readonly start: number
  readonly end: number
}

/** Nothing known about validity. */
export const VALIDITY_UNKNOWN = {
  validity: 'unknown',
  validFrom: null,
  validTo: null,
  replaces: [],
  amends: [],
  replacedBy: [],
  amendedBy: [],
  said: [],
  stated: [],
} as const satisfies Partial<DocumentMeta>

/** Whether a document does not hold any more. */
export const isOver = ({ meta }: { readonly meta: Pick<DocumentMeta, 'validity'> }): boolean =>
  meta.validity === 'replaced' || meta.validity === 'expired'

export const FORMATS = ['text', 'markdown', 'html', 'docx', 'doc', 'rtf', 'odt', 'pdf'] as const
export type Format = (typeof FORMATS)[number]

/** One paragraph-like piece of a file, in reading order. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'table' | 'caption'
  /** Stored form (see text/vietnamese.ts). A table is one block: rows as lines, cells joined by ` | `. */
  readonly text: string
  /** Depth of a heading, 1 = highest, where the format itself says that this is a heading. */
  readonly depth?: number
  /** Page, from 1, where the format has pages. */
  readonly page?: number
}

/** What a reader makes of a file: form, no meaning yet. */
export interface FileContent {
  readonly format: Format
  readonly blocks: readonly Block[]
  /** Text outside the body (page headers and footers, text boxes, comments): scanned for secrecy marks, never quoted. */
  readonly margins: readonly string[]
  /** What the file says about itself (HTML meta tags, front matter, Word properties). */
  readonly hints: FileHints
  /** What its front matter states under the keys of a sidecar (number, issuer, date, kind, level, …), as written there. */
  readonly overrides?: Readonly<Record<string, string | readonly string[]>>
  /** Whether the text was recognised from an image. */
  readonly ocr: boolean
  readonly pages: number | null
  /** Things an admin should know, in Vietnamese, one sentence each. */
  readonly warnings: readonly string[]
}

export interface FileHints {
  readonly title?: string
  readonly author?: string
  /** ISO date of publication. */
  readonly published?: string
  readonly url?: string
  readonly section?: string
  readonly description?: string
}

/** A place in the structure of a document: where it starts and what it is called. It reaches to the next of its rank or above. */
export interface Heading {
  /** Offset in the document's text where the heading's line starts. */
  readonly start: number
  /** Lower is higher: Phần 0, Chương 1, Mục 1.5, Điều 2, khoản 3, điểm 4 (answering-study.md §1). */
  readonly rank: number
  /** `Điều 5`, `khoản 2`, `điểm a`, `Chương II`, `I`; null for a heading without a number. */
  readonly label: string | null
  /** The heading's own words without the label; may be empty. */
  readonly title: string
}

/** A part of a document's text that is found and cited as one. Passages cover the text: nothing but white space lies between. */
export interface Passage {
  readonly ordinal: number
  /** UTF-16 offsets into the document's text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Headings above it, highest first, as a person reads them: `Chương II. Đảng viên`, `Điều 5. Tuổi`. */
  readonly path: readonly string[]
  readonly page: number | null
  readonly kind: 'body' | 'caption' | 'table'
}

export interface Document {
  /** Stable across versions of the same file. */
  readonly id: string
  /** Where it came from, as an admin names it: a path below the ingested folder, with `/`, NFC. */
  readonly source: string
  /** SHA-256 of everything that went into it (the file, its sidecar, the level it was given): equal digest, nothing to do. */
  readonly digest: string
  readonly level: Level
  readonly format: Format
  readonly meta: DocumentMeta
  /** The body in stored form; every quote is a slice of it. */
  readonly text: string
  readonly headings: readonly Heading[]
  readonly passages: readonly Passage[]
  readonly warnings: readonly string[]
}
