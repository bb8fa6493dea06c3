/** Somebody in a chat, as a play moves them: says, taps, forwards, and reads what the bot answers. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { say, type Author, type Said, type SaidContent, type SayOptions } from './delivery.ts'
import { documentOf, storeFile } from './methods/files.ts'
import { originOf } from './methods/messages.ts'
import { createInbox, type BotReply, type Inbox } from './replies.ts'
import { tap, press, type TapOptions } from './tap.ts'
import { TEXT_LIMIT } from './text/parse-text.ts'
import type { WireUser } from './wire.ts'
import type { Chat, World } from './world.ts'

export interface SentFile {
  readonly name?: string
  readonly bytes?: Uint8Array | string
  /** A file to read instead of bytes. */
  readonly path?: string
  readonly mime?: string
  readonly caption?: string
  /** A size that Telegram reports without the bytes being there. */
  readonly size?: number
}

export interface Speaker extends Inbox {
  readonly name: string
  readonly chatId: number
  send(text: string, options?: SayOptions): Promise<Said>
  /** A command, with or without words after it. */
  command(text: string, options?: SayOptions): Promise<Said>
  reply(to: { readonly messageId: number }, text: string, options?: SayOptions): Promise<Said>
  /** Calls the bot by its @name before the text. */
  mention(text: string, options?: SayOptions): Promise<Said>
  startLink(payload: string): Promise<Said>
  /** Presses the button on the newest message that bears it; the text that Telegram shows for a moment, or ''. */
  tap(button: string | ((label: string) => boolean), options?: TapOptions): Promise<string>
  /** Presses with any callback data, on the newest message of the bot or the given one. */
  press(data: string, options?: TapOptions): Promise<string>
  /** Passes on a message, or words as if somebody else had written them. */
  forward(what: Said | BotReply | string, from?: string): Promise<Said>
  voice(seconds?: number): Promise<Said>
  sticker(emoji?: string): Promise<Said>
  photo(what?: { readonly caption?: string }): Promise<Said>
  video(what?: { readonly caption?: string }): Promise<Said>
  location(): Promise<Said>
  contact(): Promise<Said>
  poll(question?: string): Promise<Said>
  dice(): Promise<Said>
  document(file: SentFile, options?: SayOptions): Promise<Said>
  /** Any content Telegram may bring, e.g. `{ video_note: {…} }`. */
  content(content: SaidContent, options?: SayOptions): Promise<Said>
  /** Nothing came to this one although the condition held, or although another person asked later and was answered. */
  silence(after: Speaker | Promise<unknown> | (() => Promise<unknown>), words?: string): Promise<void>
}

export interface SpeakerParts {
  readonly world: World
  readonly chat: Chat
  readonly name: string
  readonly author: Author
  readonly thread: number | null
  /** Which of the bot's messages in this chat are to this speaker. */
  readonly hears: Parameters<typeof createInbox>[3]
  /** Keys that every message of this author has. */
  readonly extra?: Readonly<Record<string, unknown>>
  /** Before anything is said; throws where a real app would not let them. */
  readonly before?: () => void
}

/** Bot API: what may stand behind ?start= */
const START_PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/

export const createSpeaker = (parts: SpeakerParts): Speaker => {
  const { world, chat, name, author, thread, before = () => {} } = parts
  const inbox = createInbox(world, chat, name, parts.hears)

  const content = async (what: SaidContent, options: SayOptions = {}): Promise<Said> => {
    const text = what.text as string | undefined
    if (text !== undefined && (text.trim() === '' || text.length > TEXT_LIMIT))
      throw new Error(
        `Telegram's apps send no message of ${text.length} letters: use server.pushUpdate for what they cannot do`,
      )
    before()
    inbox.mark()
    return say(world, chat, author, thread, what, { ...options, extra: { ...parts.extra, ...options.extra } })
  }
  const send = (text: string, options?: SayOptions): Promise<Said> => content({ text }, options)
  const media = (kind: string, fields: SaidContent): SaidContent => {
    const { id, uniqueId, size } = storeFile(world, {
      name: kind,
      mime: 'application/octet-stream',
      bytes: new Uint8Array(64),
    })
    return { file_id: id, file_unique_id: uniqueId, file_size: size, ...fields }
  }
  const pressParts = { world, chat, name, from: author.from, inbox, send, before }

  return {
    ...inbox,
    name,
    chatId: chat.wire.id,
    send,
    command: send,
    content,
    reply: (to, text, options) => send(text, { ...options, replyTo: to }),
    mention: (text, options) => send(`@${world.bot.username} ${text}`, options),
    startLink: (payload) => {
      if (!START_PAYLOAD.test(payload)) throw new Error(`Telegram would not open a link with the payload "${payload}"`)
      return send(`/start ${payload}`)
    },
    tap: (button, options) => tap(pressParts, button, options),
    press: (data, options) => press(pressParts, data, options),
    forward: (what, from) => {
      if (typeof what === 'string')
        return content({ text: what }, { extra: { forward_origin: { type: 'hidden_user', sender_user_name: from ?? 'Một người', date: world.clock.seconds() } } }) // prettier-ignore
      const source = world.chats.get(what.chatId)!.messages.get(what.messageId)!.message
      const { text, caption, document, voice, photo } = source
      return content({ text, caption, document, voice, photo }, { extra: { forward_origin: originOf(source) } })
    },
    voice: (seconds = 5) => content({ voice: media('voice', { duration: seconds, mime_type: 'audio/ogg' }) }),
    sticker: (emoji = '👍') =>
      content({ sticker: media('sticker', { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false, emoji, set_name: 'mau' }) }), // prettier-ignore
    photo: ({ caption } = {}) =>
      content({ photo: [media('photo', { width: 90, height: 67 }), media('photo', { width: 1280, height: 960 })], caption }), // prettier-ignore
    video: ({ caption } = {}) => content({ video: media('video', { width: 640, height: 360, duration: 12 }), caption }),
    location: () => content({ location: { latitude: 21.0285, longitude: 105.8542 } }),
    contact: () => content({ contact: { phone_number: '+84900000000', first_name: name } }),
    poll: (question = 'Chọn ngày họp') =>
      content({ poll: { id: String(world.nextNumber()), question, options: [{ text: 'Thứ hai', voter_count: 0 }, { text: 'Thứ ba', voter_count: 0 }], total_voter_count: 0, is_closed: false, is_anonymous: true, type: 'regular', allows_multiple_answers: false } }), // prettier-ignore
    dice: () => content({ dice: { emoji: '🎲', value: 4 } }),
    document: ({ name: given, bytes, path, mime = 'application/octet-stream', caption, size }, options) => {
      const data = path === undefined ? Buffer.from(bytes ?? '') : readFileSync(path)
      const fileName = given ?? (path === undefined ? 'tệp' : basename(path))
      const file = storeFile(world, { name: fileName, mime, bytes: data }, size ?? data.length)
      return content({ document: documentOf(file), caption }, options)
    },
    silence: async (after, words = '/trogiup') => {
      if (typeof after === 'function') await after()
      else if (after instanceof Promise) await after
      else {
        await after.send(words)
        await after.nextReply()
      }
      const heard = inbox.unseen()
      if (heard.length > 0)
        throw new Error(`${name} was to hear nothing, but the bot wrote: ${heard.map(({ text }) => text).join(' | ')}`)
    },
  }
}

export const fullName = ({ first_name, last_name }: WireUser): string =>
  [first_name, last_name].filter(Boolean).join(' ')
