/** What waits for one chat, in order, and when it may go on. */
import type { Key, OutboxItem } from '../../desk/records.ts'
import type { ChatPace } from './pace.ts'

export interface Line {
  readonly chat: Key
  readonly items: OutboxItem[]
  /** Known when the first message leaves: groups have negative ids. */
  pace: ChatPace | null
  notBefore: number
  isBusy: boolean
  /** Times in a row that its first message did not reach Telegram. */
  failures: number
  /** Ends the pause that the line is in. */
  wakeUp: (() => void) | null
}
