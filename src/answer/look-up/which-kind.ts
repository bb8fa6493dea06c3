/** Questions that ask for a document rather than for its words: "nghị quyết nào nói về sinh hoạt chi bộ?" */
import type { DocumentKind } from '../../documents/document.ts'
import { NAMES } from '../../text/numbers/document-types.ts'
import { foldAligned } from '../../text/aligned.ts'
import { clean, fold } from '../../text/vietnamese.ts'

const KIND = NAMES.map(([name]) => fold(name)).join('|')
const SAYS = 'noi|quy dinh|de cap|ban hanh|ban|huong dan|neu|lien quan|dieu chinh|viet|ve'
/** What is read in the library but nobody calls a văn bản. */
const NO_NORM: ReadonlySet<DocumentKind> = new Set(['article', 'staff_answer', 'other'])
const WHICH = new RegExp(
  `^(?:(?:co|hien co|cho biet|cho hoi|tim|thu vien|nhung|cac|trong)\\s+)*(?<kind>${KIND}|van ban|bai bao|bai viet)\\s+nao\\s+(?:(?:da|co|dang)\\s+)?(?:${SAYS})(?:\\s+(?:den|toi|ve|ro|cu the))*\\s+(?<topic>\\S.*)$`,
  'iu',
)

/** Its topic as it was typed, and whether a kind of document is one of those meant; null for any other question. */
export const asksWhich = (
  question: string,
): { readonly topic: string; readonly isMeant: (kind: DocumentKind) => boolean } | null => {
  const text = clean(question).replace(/[?!.\s]+$/u, '')
  const found = WHICH.exec(foldAligned(text))?.groups
  if (!found) return null
  const topic = text.slice(text.length - found['topic']!.length)
  const name = found['kind']!.toLowerCase()
  if (name === 'van ban') return { topic, isMeant: (kind) => !NO_NORM.has(kind) }
  if (name.startsWith('bai')) return { topic, isMeant: (kind) => kind === 'article' }
  const kinds: readonly DocumentKind[] = NAMES.find(([full]) => fold(full) === name)![1]
  return { topic, isMeant: (kind) => kinds.includes(kind) }
}
