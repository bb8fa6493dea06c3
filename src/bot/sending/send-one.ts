/** One message to Telegram: the call for each kind, and what to try when Telegram does not want it so. */
import { InputFile, type Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import { statisticsMessages } from '../../text/messages/statistics-messages.ts'
import type { Outgoing } from '../outgoing.ts'
import type { Chart } from '../picture/chart.ts'
import { fileOf, type FileDeps } from './file-of.ts'
import { apiFaultOf, type ApiFault } from '../telegram-client.ts'
import { inline, markupOf } from './markup.ts'
import { tellCommands } from './tell-commands.ts'

export type SendOutcome =
  /** `eased`: what had to be left out, for the log. */
  | { readonly kind: 'sent'; readonly messageId: number | null; readonly eased: readonly Ease[] }
  | Exclude<ApiFault, { kind: 'refused' }>
  /** The chat is now another one. */
  | { readonly kind: 'moved'; readonly to: number }
  /** The chat does not want us: nothing queued for it can be sent. */
  | { readonly kind: 'gone'; readonly method: string; readonly description: string }
  /** This message can never be sent. */
  | { readonly kind: 'refused'; readonly method: string; readonly description: string }

export interface SendDeps extends FileDeps {
  readonly api: Api
  /** The same with more patience, for files: `api` where there is none. */
  readonly uploads?: Api
  /** News in words for this chat; null: nothing of it is for it any more. */
  readonly announcement?: (round: number) => Outgoing | null
  /** A picture's bytes, PNG; rejects where it cannot be drawn. */
  readonly draw?: (chart: Chart) => Promise<Uint8Array>
  /** The menu that a chat is to have now, null for the one that everybody has. */
  readonly commands?: (chatId: number) => readonly BotCommand[] | null
  /** Where another chat is, null if that has been forgotten. */
  readonly idOf: (chat: string) => number | null
  /** Longest wait for Telegram's reply, milliseconds. */
  readonly timeoutMs: number
}

/** What is left out, one after the other, when Telegram refuses a message with it. */
export type Ease = 'entities' | 'thread' | 'reply' | 'edit' | 'buttons'

/** Never rejects for what Telegram says; a fault of our own is thrown. */
export const sendOne = async (chatId: number, given: Outgoing, deps: SendDeps): Promise<SendOutcome> => {
  const eased: Ease[] = []
  const message = given.kind === 'announcement' ? (deps.announcement?.(given.round) ?? null) : given
  if (message === null) return { kind: 'sent', messageId: null, eased }
  for (;;) {
    try {
      return { kind: 'sent', messageId: await call(chatId, message, eased, deps), eased }
    } catch (error) {
      const fault = apiFaultOf(error)
      if (!fault) throw error
      if (fault.kind !== 'refused') return fault
      const method = (error as { method?: string }).method ?? message.kind
      const { code, description, movedTo } = fault
      if (movedTo !== null) return { kind: 'moved', to: movedTo }
      // a chat that takes no pictures takes words
      if (message.kind === 'photo' && NO_PICTURE.test(description)) return sendOne(chatId, inWords(message), deps)
      if (code === 403 || GONE.test(description)) return { kind: 'gone', method, description }
      if (isDone(message, description)) return { kind: 'sent', messageId: targetOf(message), eased }
      const next = easeFor(message, description, eased)
      if (next.length === 0) return { kind: 'refused', method, description }
      eased.push(...next)
    }
  }
}

// Telegram's own words: telegram.md §2, tdlib/telegram-bot-api
const GONE =
  /chat not found|user not found|user is deactivated|not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN|group chat was (?:deactivated|deleted)|PEER_ID_INVALID/i
const NO_PICTURE = /rights to send photos|SEND_(?:PHOTOS|MEDIA)_FORBIDDEN|PHOTO_|IMAGE_PROCESS_FAILED/i
const UNTOUCHABLE = /message to (?:edit|delete) not found|message can't be (?:edited|deleted)|MESSAGE_ID_INVALID/i
const HINTS: readonly (readonly [Ease, RegExp])[] = [
  ['thread', /thread not found|TOPIC_(?:DELETED|CLOSED|ID_INVALID)|topic/i],
  ['reply', /repl(?:y|ied)/i],
  ['entities', /entit/i],
  ['buttons', /BUTTON|reply.?markup|keyboard/i],
]

const inWords = ({ chart, caption, ...rest }: Extract<Outgoing, { kind: 'photo' }>): Outgoing => ({
  ...rest,
  kind: 'text',
  text: statisticsMessages.chart.undrawn,
})

/** Nothing is to be done any more: it stands there as it should, or is gone as it should. */
const isDone = (message: Outgoing, description: string): boolean =>
  /message is not modified/i.test(description) ||
  ((message.kind === 'delete' || message.kind === 'buttons') && UNTOUCHABLE.test(description))

const targetOf = (message: Outgoing): number | null =>
  message.kind === 'text' ? (message.edit ?? null) : message.kind === 'buttons' ? message.messageId : null

const easeFor = (message: Outgoing, description: string, eased: readonly Ease[]): readonly Ease[] => {
  const may = (ease: Ease): boolean => !eased.includes(ease) && has[ease](message)
  if (UNTOUCHABLE.test(description)) return may('edit') ? ['edit'] : []
  const hinted = HINTS.find(([ease, words]) => words.test(description) && may(ease))
  if (hinted) return [hinted[0]]
  // for a reason we do not know: once more with nothing but the words
  return (['entities', 'buttons'] as const).filter(may)
}

const has: Readonly<Record<Ease, (message: Outgoing) => boolean>> = {
  entities: (message) => message.kind === 'text' && (message.entities?.length ?? 0) > 0,
  thread: (message) => 'threadId' in message && message.threadId !== undefined,
  reply: (message) => 'replyTo' in message && message.replyTo !== undefined,
  edit: (message) => message.kind === 'text' && message.edit !== undefined,
  buttons: (message) => message.kind === 'text' && (message.buttons !== undefined || message.keyboard !== undefined),
}

const call = async (
  chatId: number,
  message: Outgoing,
  eased: readonly Ease[],
  deps: SendDeps,
): Promise<number | null> => {
  const { api } = deps
  const signal = AbortSignal.timeout(deps.timeoutMs) as Parameters<Api['getMe']>[0]
  switch (message.kind) {
    case 'text': {
      const { text, entities, edit, protect } = message
      const written = {
        link_preview_options: { is_disabled: true },
        ...(entities && !eased.includes('entities') && { entities: [...entities] }),
      }
      if (edit !== undefined && !eased.includes('edit')) {
        const markup = message.buttons && !eased.includes('buttons') ? { reply_markup: inline(message.buttons) } : {}
        await api.editMessageText(chatId, edit, text, { ...written, ...markup }, signal)
        return edit
      }
      const markup = eased.includes('buttons') ? undefined : markupOf(message)
      const options = { ...written, ...place(message, eased), ...(protect && { protect_content: true }) }
      return (await api.sendMessage(chatId, text, { ...options, ...(markup && { reply_markup: markup }) }, signal))
        .message_id
    }
    case 'file':
    case 'comparison': {
      const file = await fileOf(message, deps)
      if (!file.ok) return call(chatId, { ...message, kind: 'text', text: file.words }, eased, deps)
      const options = {
        ...place(message, eased),
        ...(message.caption !== undefined && { caption: message.caption }),
        ...(!file.isPublic && { protect_content: true }),
      }
      return (await (deps.uploads ?? api).sendDocument(chatId, file.content, options)).message_id
    }
    case 'photo': {
      const { chart, caption } = message
      const png = await deps.draw?.(chart).catch(() => null)
      if (!png) return call(chatId, inWords(message), eased, deps)
      const options = { ...place(message, eased), caption }
      return (await (deps.uploads ?? api).sendPhoto(chatId, new InputFile(png, 'thong-ke.png'), options)).message_id
    }
    case 'copy': {
      const from = deps.idOf(message.from)
      if (from === null) return null
      return (await api.copyMessage(chatId, from, message.messageId, place(message, eased), signal)).message_id
    }
    case 'announcement':
      // worded before (sendOne)
      return null
    case 'buttons':
      await api.editMessageReplyMarkup(chatId, message.messageId, { reply_markup: inline(message.buttons) }, signal)
      return message.messageId
    case 'delete':
      await api.deleteMessage(chatId, message.messageId, signal)
      return null
    case 'commands':
      await tellCommands(api, chatId, deps.commands?.(chatId) ?? null, signal)
      return null
    case 'leave':
      await api.leaveChat(chatId, signal)
      return null
  }
}

const place = (message: { readonly threadId?: number; readonly replyTo?: number }, eased: readonly Ease[]) => ({
  ...(message.threadId !== undefined && !eased.includes('thread') && { message_thread_id: message.threadId }),
  ...(message.replyTo !== undefined &&
    !eased.includes('reply') && {
      reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true },
    }),
})
