/** A conversation as a person reads it, for documents and for the error of a wait that failed. */
import type { WireEntity, WireMessage } from './wire.ts'
import type { Chat, Note, Stored, World } from './world.ts'

export interface TranscriptOptions {
  /** Letters a line may have (default 80). */
  readonly width?: number
  /** Message numbers in brackets after the speaker. */
  readonly ids?: boolean
  /** Date and hour after the speaker, Asia/Ho_Chi_Minh. */
  readonly dates?: boolean
  /** What a message said before it was edited. */
  readonly edits?: boolean
  /** Name shown for the bot. */
  readonly bot?: string
  /** Only messages of this topic. */
  readonly thread?: number
}

const HOUR = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

export const transcriptOf = (world: World, chat: Chat, options: TranscriptOptions = {}): string => {
  const { thread } = options
  const messages = [...chat.messages.values()].filter(
    ({ message }) => thread === undefined || message.message_thread_id === thread,
  )
  const first = (stored: Stored | Note): number => ('message' in stored ? stored.order : stored.changed)
  const entries = [...messages, ...chat.notes].toSorted((a, b) => first(a) - first(b))
  return entries
    .map((entry) => ('message' in entry ? spoken(world, entry, options) : `    · ${entry.text}`))
    .join('\n\n')
}

const spoken = (world: World, stored: Stored, options: TranscriptOptions): string => {
  const { message, chat, byBot, deleted, edits } = stored
  const service = serviceWords(message)
  if (service !== null) return `    · ${service}`
  const { width = 80, ids = false, dates = false } = options
  const marks = [
    ids ? `#${message.message_id}` : '',
    dates ? HOUR.format(new Date(message.date * 1000)) : '',
    message.is_topic_message ? `chủ đề: ${chat.topics.get(message.message_thread_id!) ?? ''}` : '',
    message.forward_origin === undefined ? '' : 'chuyển tiếp',
    deleted ? 'đã xóa' : edits.length > 0 ? 'đã sửa' : '',
  ].filter(Boolean)
  const head = `${byBot ? `🤖 ${options.bot ?? world.bot.first_name}` : `👤 ${speakerName(message)}`}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`
  const before = options.edits === true ? edits.flatMap(({ text }) => wrapped(`⟲ ${text}`, width - 4)) : []
  const lines = [...replyLine(stored, width), ...before, ...fileLines(message), ...textLines(message, width - 4)]
  const buttons = (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text }) => `[ ${text} ]`).join(' '),
  )
  const keys = stored.markup !== null && 'keyboard' in stored.markup ? stored.markup.keyboard : []
  const keyboard = keys.map((row) => `⌨ ${row.map(({ text }) => `[ ${text} ]`).join(' ')}`)
  const reactions = stored.reactions.length === 0 ? [] : [`↳ ${stored.reactions.join(' ')}`]
  return [head, ...[...lines, ...buttons, ...keyboard, ...reactions].map((line) => `    ${line}`.trimEnd())].join('\n')
}

const speakerName = ({ from, sender_chat }: WireMessage): string =>
  sender_chat?.title ?? [from?.first_name, from?.last_name].filter(Boolean).join(' ')

/** Only a reply to something else than the message just before needs saying. */
const replyLine = ({ message, chat, byBot }: Stored, width: number): string[] => {
  const replied = message.reply_to_message
  if (replied === undefined || replied.forum_topic_created !== undefined) return []
  if (byBot && replied.message_id === message.message_id - 1 && chat.wire.type === 'private') return []
  const words = (replied.text ?? replied.caption ?? fileLines(replied)[0] ?? '').replaceAll('\n', ' ')
  const room = width - 8
  return [`↩ ${words.length > room ? `${words.slice(0, room - 1)}…` : words}`]
}

const textLines = (message: WireMessage, width: number): string[] => {
  const text = message.text ?? message.caption ?? ''
  if (text === '') return []
  const quotes = (message.entities ?? message.caption_entities ?? []).filter(({ type }) => type.endsWith('blockquote'))
  const lines: string[] = []
  let at = 0
  const plain = (to: number): void => {
    const piece = text.slice(at, to).replace(/^\n/, '').replace(/\n$/, '')
    if (piece !== '') lines.push(...wrapped(piece, width))
  }
  for (const quote of quotes) {
    plain(quote.offset)
    lines.push(...quoteLines(text, quote, width))
    at = quote.offset + quote.length
  }
  plain(text.length)
  return lines
}

const quoteLines = (text: string, { offset, length, type }: WireEntity, width: number): string[] => {
  const lines = wrapped(text.slice(offset, offset + length).trim(), width - 2).map((line) => `▎ ${line}`.trimEnd())
  return type === 'expandable_blockquote' && lines.length > 3 ? [...lines, '▎ ⌄'] : lines
}

const fileLines = (message: WireMessage): string[] => {
  if (message.document !== undefined) return [`📎 ${message.document.file_name ?? 'tệp'}`]
  if (message.photo !== undefined) return ['🖼 Ảnh']
  if (message.voice !== undefined) return ['🎤 Tin nhắn thoại']
  if (message.sticker !== undefined) return [`Nhãn dán ${(message.sticker as { emoji?: string }).emoji ?? ''}`]
  if (message.video !== undefined) return ['🎬 Video']
  if (message.location !== undefined) return ['📍 Vị trí']
  if (message.contact !== undefined) return ['👤 Danh bạ']
  if (message.poll !== undefined) return ['📊 Bình chọn']
  return []
}

const serviceWords = (message: WireMessage): string | null => {
  const joined = message.new_chat_members as readonly { first_name: string }[] | undefined
  if (joined !== undefined) return `${joined.map(({ first_name }) => first_name).join(', ')} vào nhóm`
  const left = message.left_chat_member as { first_name: string } | undefined
  if (left !== undefined) return `${left.first_name} rời nhóm`
  const topic = message.forum_topic_created as { name: string } | undefined
  if (topic !== undefined) return `Mở chủ đề “${topic.name}”`
  return message.pinned_message === undefined ? null : 'Ghim một tin nhắn'
}

/** Breaks between words; letters are counted as a terminal shows them, so Vietnamese marks written apart count for nothing. */
export const wrapped = (text: string, width: number): string[] =>
  text.split('\n').flatMap((line) => {
    const indent = /^\s*(?:[-•–]\s+|\d+[.)]\s+)?/.exec(line)![0].replaceAll(/\S/g, ' ')
    const lines: string[] = []
    let current = ''
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`
      if (columns(longer) > width && current.trim() !== '') {
        lines.push(current)
        current = indent + word
      } else current = longer
    }
    return [...lines, current]
  })

const columns = (text: string): number => [...text.normalize('NFC')].filter((letter) => !/\p{Mn}/u.test(letter)).length
