/** What waits for one chat, in the order in which it leaves. */
import type { Key, OutboxItem } from '../../desk/records.ts'
import type { ChatPace } from './pace.ts'

export interface Line {
  readonly chat: Key
  readonly items: OutboxItem[]
  /** Known when the first message leaves: groups have negative ids. */
  pace: ChatPace | null
  notBefore: number
  isBusy: boolean
  /** Whether its first message is on its way. */
  isSending: boolean
  /** Times in a row that its first message did not reach Telegram. */
  failures: number
  /** Ends the pause that the line is in. */
  wakeUp: (() => void) | null
}

export const createLine = (chat: Key): Line => ({
  chat,
  items: [],
  pace: null,
  notBefore: 0,
  isBusy: false,
  isSending: false,
  failures: 0,
  wakeUp: null,
})

/** News of the library, which nobody waits for. */
export const isAnnouncement = ({ round }: OutboxItem): boolean => round !== null && round !== undefined

/** Last, but before news that has not left yet. */
export const putIn = (line: Line, item: OutboxItem): void => {
  const isLater = (other: OutboxItem, i: number): boolean => isAnnouncement(other) && !(line.isSending && i === 0)
  const before = isAnnouncement(item) ? -1 : line.items.findIndex(isLater)
  line.items.splice(before < 0 ? line.items.length : before, 0, item)
  line.notBefore = Math.max(line.notBefore, item.notBefore)
}

/** Resolves after the time, or when the line is woken. */
export const pauseOf = (line: Line, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const wakeUp = (): void => {
      clearTimeout(timer)
      line.wakeUp = null
      resolve()
    }
    // longer than a timer can wait is looked at again
    const timer = setTimeout(wakeUp, Math.min(ms, 2 ** 31 - 1))
    line.wakeUp = wakeUp
  })
