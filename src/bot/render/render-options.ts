/** What the look of an answer depends on besides the answer. */
import type { Library } from '../../search/search-index.ts'

export interface RenderOptions {
  /** The first answer to this person. */
  readonly isFirst: boolean
  readonly isPrivate: boolean
  /** Whether there is a staff chat, and whether it is said how the office is reached. */
  readonly hasStaff: boolean
  readonly hasContact: boolean
  /** Whether this refusal goes to staff by itself: `waits` since the asker, `others_waits` since somebody else asked the same. */
  readonly handedOver: 'no' | 'now' | 'waits' | 'others_waits'
  /** What was masked in the question, as it is called: `số điện thoại`, … */
  readonly masked: readonly string[]
  /** What this asker may read now; null: nothing is there. */
  readonly library: Library | null
}
