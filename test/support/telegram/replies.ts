/** What the bot wrote to somebody: seen live, counted by a mark that moves on with every look. */
import type { Markup, WireDocument, WireEntity } from './wire.ts'
import type { Chat, Stored, World } from './world.ts'

export interface Button {
  readonly text: string
  readonly data: string | null
  readonly url: string | null
  readonly copyText: string | null
}

/** A message of the bot. It follows later edits: read `text` again after `edited()`. */
export interface BotReply {
  readonly messageId: number
  readonly chatId: number
  /** Text, or the caption of a file. */
  readonly text: string
  readonly entities: readonly WireEntity[]
  /** Texts of its quotations, expandable or not. */
  readonly quotes: readonly string[]
  /** Buttons under the message, row by row in one list. */
  readonly buttons: readonly Button[]
  /** Their rows' labels. */
  readonly rows: readonly (readonly string[])[]
  /** As sent, with a keyboard below the input line too. */
  readonly markup: Markup | null
  readonly document: (WireDocument & { readonly bytes: Uint8Array }) | null
  /** A picture's bytes. */
  readonly photo: Uint8Array | null
  /** Message that it replies to. */
  readonly replyTo: number | null
  readonly threadId: number | null
  /** What it said before each edit, oldest first. */
  readonly edits: readonly string[]
  readonly deleted: boolean
  readonly protectContent: boolean
  /** Link preview off, as answers want it. */
  readonly previewOff: boolean
  readonly method: string
  /** Waits until the bot has edited it once more than at the last look. */
  edited(): Promise<BotReply>
}

export interface Inbox {
  /** Waits for `n` messages that were not handed out yet. */
  replies(n?: number): Promise<BotReply[]>
  nextReply(): Promise<BotReply>
  /** Waits for a message written or edited since this person's last action; whatever came before it counts as seen. */
  waitFor(fits: (reply: BotReply) => boolean, what?: string): Promise<BotReply>
  /** Messages that came and were not handed out yet; does not wait. */
  unseen(): BotReply[]
  /** Everything the bot has here, oldest first; does not wait. */
  all(): BotReply[]
  /** Starts counting anew from here. */
  mark(): void
}

export const createInbox = (world: World, chat: Chat, whose: string, fits: (stored: Stored) => boolean): Inbox => {
  let seen = chat.botDropped + chat.botMessages.length
  let since = world.nextChange()

  const fresh = (): { stored: Stored; index: number }[] =>
    chat.botMessages
      .slice(Math.max(seen - chat.botDropped, 0))
      .map((stored, at) => ({ stored, index: Math.max(seen, chat.botDropped) + at }))
      .filter(({ stored }) => fits(stored))

  const replies = async (n = 1): Promise<BotReply[]> => {
    const what = `${n} ${n === 1 ? 'message' : 'messages'} of the bot to ${whose}`
    return world.waiting.until(
      () => {
        const found = fresh()
        if (found.length < n) return null
        seen = found[n - 1]!.index + 1
        return found.slice(0, n).map(({ stored }) => replyOf(world, stored))
      },
      { what, chat: chat.wire.id },
    )
  }

  return {
    replies,
    nextReply: async () => (await replies(1))[0]!,
    waitFor: (wanted, what = String(wanted)) => {
      // each look takes up only what changed since the one before
      let looked = since
      return world.waiting.until(
        () => {
          const from = looked
          looked = chat.changes.at(-1)?.changed ?? looked
          for (let at = chat.changes.length - 1; at >= 0 && chat.changes[at]!.changed > from; at--) {
            const { stored } = chat.changes[at]!
            if (stored.deleted || !fits(stored)) continue
            const reply = replyOf(world, stored)
            if (!wanted(reply)) continue
            const index = chat.botMessages.lastIndexOf(stored)
            seen = Math.max(seen, chat.botDropped + index + 1)
            return reply
          }
          return null
        },
        { what: `a message to ${whose} with ${what}`, chat: chat.wire.id },
      )
    },
    unseen: () => fresh().map(({ stored }) => replyOf(world, stored)),
    all: () => chat.botMessages.filter(fits).map((stored) => replyOf(world, stored)),
    mark: () => {
      since = world.nextChange()
    },
  }
}

export const replyOf = (world: World, stored: Stored): BotReply => {
  const { message } = stored
  const textNow = (): string => message.text ?? message.caption ?? ''
  const entitiesNow = (): readonly WireEntity[] => message.entities ?? message.caption_entities ?? []
  let editsSeen = stored.edits.length
  const reply: BotReply = {
    messageId: message.message_id,
    chatId: message.chat.id,
    get text() {
      return textNow()
    },
    get entities() {
      return entitiesNow()
    },
    get quotes() {
      return entitiesNow()
        .filter(({ type }) => type.endsWith('blockquote'))
        .map(({ offset, length }) => textNow().slice(offset, offset + length))
    },
    get buttons() {
      return (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => ({
        text: button.text,
        data: button.callback_data ?? null,
        url: button.url ?? null,
        copyText: button.copy_text?.text ?? null,
      }))
    },
    get rows() {
      return (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text))
    },
    get markup() {
      return stored.markup
    },
    get document() {
      const { document } = message
      const file = document === undefined ? undefined : world.files.get(document.file_id)
      return document === undefined || file === undefined ? null : { ...document, bytes: file.bytes }
    },
    get photo() {
      const [photo] = (message.photo ?? []) as readonly { readonly file_id: string }[]
      return photo === undefined ? null : (world.files.get(photo.file_id)?.bytes ?? null)
    },
    replyTo: message.reply_to_message?.message_id ?? null,
    threadId: message.message_thread_id ?? null,
    get edits() {
      return stored.edits.map(({ text }) => text)
    },
    get deleted() {
      return stored.deleted
    },
    protectContent: message.has_protected_content === true,
    get previewOff() {
      return (message.link_preview_options as { is_disabled?: boolean } | undefined)?.is_disabled === true
    },
    method: stored.method,
    edited: async () => {
      await world.waiting.until(() => stored.edits.length > editsSeen, {
        what: `an edit of "${textNow().slice(0, 60)}"`,
        chat: message.chat.id,
      })
      editsSeen = stored.edits.length
      return reply
    },
  }
  return reply
}
