/** Whether a document is a paper that some body issued: press, answers of staff and loose texts have no letterhead, and few have articles. */
import type { DocumentCard } from '../../search/search-index.ts'

export const isPaper = ({ meta }: DocumentCard): boolean =>
  meta.number !== null || !['other', 'article', 'staff_answer'].includes(meta.kind)
