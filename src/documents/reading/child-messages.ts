/** What the parent and the reading process say to each other. */
import type { DocumentRequest, DocumentResult } from './read-document.ts'
import type { ReadLimits, ReadResult } from './read-result.ts'

export interface ChildRequest {
  readonly id: number
  readonly limits: Omit<ReadLimits, 'onSlowStep'>
  /** A file whose content is wanted, or one that is to become a document. */
  readonly job: { readonly kind: 'content'; readonly path: string } | ({ readonly kind: 'document' } & DocumentRequest)
}

export type ChildReply =
  | { readonly id: number; readonly outcome: ReadResult | DocumentResult }
  | { readonly id: number; readonly slowStep: number }
