/**
 * Signs of life while an answer is made: typing, and after a while a message with a stop button, which the answer then takes the
 * place of. Best-effort: nothing of it is waited for, nothing of it is tried again, and nothing of it stays behind, not even by a
 * crash: the message is noted with its update, and the next run goes on with it.
 */
import { telegramAnswerMessages as messages } from '../text/messages/telegram-answer-messages.ts'
import { callbackData } from './callback-data.ts'
import type { BotContext, ProgressTiming } from './context.ts'
import { placeOf } from './place.ts'

const TIMING: ProgressTiming = { typingAfter: 200, typingEvery: 4_000, messageAfter: 8_000, writingAfter: 1_500 }

export interface Worked<T> {
  readonly value: T
  /** The message of ours that the answer is to be put in place of. */
  readonly placeholder: number | null
}

/**
 * The result of `work`. Rejects with what `work` throws, or at once when the asker says stop. `quiet`: without a message, where
 * an answer stands already that will be changed.
 */
export const withProgress = async <T>(
  ctx: BotContext,
  work: (signs: Pick<ReturnType<typeof showSigns>, 'writing'>) => Promise<T>,
  quiet = false,
): Promise<Worked<T>> => {
  const { signal } = ctx.job
  const signs = showSigns(ctx, quiet)
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(new Error('stopped by the asker'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const value = await Promise.race([work(signs), stopped.promise])
    return { value, placeholder: signs.end() }
  } catch (error) {
    signs.takeBack(signal.aborted)
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** For what turns out not to be answered after all. */
export const removePlaceholder = (ctx: BotContext, messageId: number | null): void => {
  if (messageId !== null) lightly(ctx, ctx.api.deleteMessage(ctx.chat!.id, messageId))
}

const showSigns = (ctx: BotContext, quiet: boolean) => {
  const { typingAfter, typingEvery, messageAfter, writingAfter = messageAfter } = ctx.deps.progress ?? TIMING
  const chat = ctx.chat!.id
  const { threadId, replyTo } = placeOf(ctx)
  const thread = threadId === undefined ? {} : { message_thread_id: threadId }
  let typing: NodeJS.Timeout | undefined
  let sending: Promise<number | null> | null = null
  let shown = ctx.job.placeholder
  let text: string = messages.searching

  const type = (): void => {
    lightly(ctx, ctx.api.sendChatAction(chat, 'typing', thread))
    typing = setTimeout(type, typingEvery)
  }
  const say = async (): Promise<number | null> => {
    try {
      const { message_id } = await ctx.api.sendMessage(chat, text, {
        ...thread,
        ...(replyTo !== undefined && {
          reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
        }),
        reply_markup: stopButton(),
      })
      shown = message_id
      ctx.deps.records.inbox.showed(ctx.update.update_id, message_id)
      return message_id
    } catch (error) {
      ctx.deps.log.debug({ err: error }, 'a sign of life could not be given')
      return shown
    }
  }
  typing = setTimeout(type, typingAfter)
  const sayAfter = (ms: number): NodeJS.Timeout => setTimeout(() => (sending = say()), ms)
  let message = quiet || shown !== null ? undefined : sayAfter(messageAfter)
  // what was asked of a model may end after the asker has said stop
  let isOver = false
  const quieten = (): void => {
    isOver = true
    clearTimeout(typing)
    clearTimeout(message)
  }
  return {
    /** A model has begun to write from so many passages: what is being done is said, never what it has written so far. */
    writing: (passages: number): void => {
      // a message that stands already is left as it is: an edit of it might arrive after the answer that takes its place
      if (quiet || isOver || shown !== null || sending !== null) return
      text = messages.writing(passages)
      clearTimeout(message)
      message = sayAfter(writingAfter)
    },
    end: (): number | null => {
      quieten()
      // still underway: it comes too late to be of use
      if (shown === null) void sending?.then((id) => removePlaceholder(ctx, id))
      return shown
    },
    /** What stands in its place: that it was stopped, or nothing where an apology of its own follows. */
    takeBack: (wasStopped: boolean): void => {
      quieten()
      void (sending ?? Promise.resolve(shown)).then((id) => {
        if (id === null) return
        if (wasStopped) lightly(ctx, ctx.api.editMessageText(chat, id, messages.stopped))
        else removePlaceholder(ctx, id)
      })
    },
  }
}

const stopButton = () => ({
  inline_keyboard: [[{ text: messages.stop, callback_data: callbackData('stop') }]],
})

const lightly = (ctx: BotContext, call: Promise<unknown>): void =>
  void call.catch((error: unknown) => ctx.deps.log.debug({ err: error }, 'a sign of life could not be given'))
