/** What leaves for Telegram, as it waits in the outbox: plain values, so that a message survives a crash of the program. */
import type { MessageEntity } from 'grammy/types'
import type { Chart } from './picture/chart.ts'
import type { Level } from '../access.ts'

export interface Button {
  /** At most 24 letters (telegram.md §5). */
  readonly label: string
  /** Opaque, at most 64 bytes; or a link. */
  readonly data?: string
  readonly url?: string
}

interface Place {
  readonly threadId?: number
  /** Quoted as a reply; sent all the same if that message is gone. */
  readonly replyTo?: number
}

export type Outgoing =
  | (Place & {
      readonly kind: 'text'
      /** At most 4096 UTF-16 units; parts are split before (render/). */
      readonly text: string
      readonly entities?: readonly MessageEntity[]
      /** One a row. */
      readonly buttons?: readonly Button[]
      /** The permanent keyboard of private chats: one label a row; null takes it away. */
      readonly keyboard?: readonly string[] | null
      readonly placeholder?: string
      /** Shown in place of this earlier message of ours; sent anew if that is gone. */
      readonly edit?: number
      readonly protect?: boolean
      /** For a reader of this level (left out: for everybody): looked at again when it is sent. */
      readonly level?: Level
    })
  /** The file of a document; the right to read it is checked again when it is sent. */
  | (Place & {
      readonly kind: 'file'
      readonly documentId: string
      readonly level: Level
      readonly caption?: string
    })
  /** Two documents compared, as a page made when it is sent; the right to read both is checked again then. */
  | (Place & {
      readonly kind: 'comparison'
      readonly olderId: string
      readonly newerId: string
      readonly level: Level
      readonly caption?: string
    })
  /** A picture, drawn when it is sent; its words in its place where it cannot be. */
  | (Place & {
      readonly kind: 'photo'
      readonly chart: Chart
      readonly caption: string
      /** As with a text. */
      readonly level?: Level
    })
  /** Another message's words without its sender: staff's reply to an asker. */
  | (Place & { readonly kind: 'copy'; readonly from: string; readonly messageId: number; readonly level?: Level })
  /** News of the library: worded when it is sent, from what its follower may read and follows then. */
  | { readonly kind: 'announcement'; readonly round: number }
  /** New buttons under an earlier message of ours (none: they go). */
  | { readonly kind: 'buttons'; readonly messageId: number; readonly buttons: readonly Button[] }
  | { readonly kind: 'delete'; readonly messageId: number }
  /** The menu of commands in this chat, as the rights of whoever it is with are when it is sent. */
  | { readonly kind: 'commands' }
  /** Out of the group that this is said to. */
  | { readonly kind: 'leave' }
