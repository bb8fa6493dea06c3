/** What travels between Telegram and a bot, as far as the bench knows it (Bot API 10.3). Optional keys that are undefined vanish in JSON. */

export interface WireUser {
  readonly id: number
  readonly is_bot: boolean
  first_name: string
  last_name?: string | undefined
  username?: string | undefined
  language_code?: string | undefined
}

export interface WireChat {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string | undefined
  username?: string | undefined
  first_name?: string | undefined
  last_name?: string | undefined
  is_forum?: true | undefined
}

export interface WireEntity {
  readonly type: string
  /** UTF-16 code units. */
  readonly offset: number
  readonly length: number
  readonly url?: string | undefined
  readonly user?: WireUser | undefined
  readonly language?: string | undefined
  readonly custom_emoji_id?: string | undefined
}

export interface WireButton {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly copy_text?: { readonly text: string }
  readonly [other: string]: unknown
}

export interface InlineMarkup {
  readonly inline_keyboard: readonly (readonly WireButton[])[]
}

export interface KeyboardMarkup {
  readonly keyboard: readonly (readonly WireButton[])[]
  readonly [other: string]: unknown
}

export type Markup = InlineMarkup | KeyboardMarkup | { readonly remove_keyboard: true } | { readonly force_reply: true }

export interface WireDocument {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_name?: string | undefined
  readonly mime_type?: string | undefined
  readonly file_size: number
}

export interface WireMessage {
  readonly message_id: number
  readonly date: number
  readonly chat: WireChat
  from?: WireUser | undefined
  sender_chat?: WireChat | undefined
  message_thread_id?: number | undefined
  is_topic_message?: true | undefined
  text?: string | undefined
  entities?: readonly WireEntity[] | undefined
  caption?: string | undefined
  caption_entities?: readonly WireEntity[] | undefined
  document?: WireDocument | undefined
  reply_to_message?: WireMessage | undefined
  reply_markup?: InlineMarkup | undefined
  edit_date?: number | undefined
  has_protected_content?: true | undefined
  [other: string]: unknown
}

export interface WireUpdate {
  readonly update_id: number
  readonly [kind: string]: unknown
}

/** An update that has not been given its number yet. */
export type NewUpdate = Readonly<Record<string, unknown>>
