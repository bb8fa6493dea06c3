/** Xem thêm nguồn: the passages around the quotes in a message of their own, turned page by page. */
import { Composer } from 'grammy'
import type { GivenAnswer } from '../../../desk/records.ts'
import { FormattedString } from '@grammyjs/parse-mode'
import { telegramAnswerMessages as messages } from '../../../text/messages/telegram-answer-messages.ts'
import { callbackData, onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import type { Button } from '../../outgoing.ts'
import { sourcePages, type SourcePage } from '../../render/more-sources.ts'
import { labelOf, lines } from '../../view.ts'
import { answerPlace, partOf, pressedAnswer } from './given-answer.ts'

export const sources = new Composer<BotContext>()

/** Without a page: under the answer. With one: in the message that shows it. */
onButton(sources, 'src', async (ctx, answerId, page) => {
  const given = await pressedAnswer(ctx, answerId)
  if (!given) return
  const { deps, asker } = ctx
  const library = deps.house.library(asker.level)
  const isThere = given.answer.citations.some(({ documentId }) => library?.card(documentId))
  const pages = library && isThere ? sourcePages(given.answer, library) : []
  if (pages.length === 0) return toast(ctx, messages.documentGone, true)
  const part = partOf(given, 'src')
  if (page === undefined && deps.records.outbox.holds(part)) return toast(ctx, messages.sentAbove)
  const at = Math.min(Number(page ?? 0) || 0, pages.length - 1)
  await toast(ctx)
  sayPage(ctx, given, pages, { at, inPlace: page !== undefined, part })
})

const sayPage = (
  ctx: Pressed,
  given: GivenAnswer,
  pages: readonly SourcePage[],
  { at, inPlace, part }: { readonly at: number; readonly inPlace: boolean; readonly part: string },
): void => {
  const page = pages[at]!
  const head = pages.length > 1 && FormattedString.b(messages.page(at + 1, pages.length))
  const { text, entities } = lines(head, page.body)
  const edit = inPlace ? ctx.callbackQuery.message?.message_id : undefined
  ctx.job.say(
    {
      kind: 'text',
      text,
      entities,
      buttons: pageButtons(given.id, page, at, pages.length),
      // pages are turned within the message, which is protected as it was sent
      ...(pages.some(({ isRestricted }) => isRestricted) && { protect: true }),
      ...(edit !== undefined ? { edit } : answerPlace(ctx)),
    },
    { answerId: part },
  )
}

const pageButtons = (id: string, page: SourcePage, at: number, count: number): readonly Button[] => [
  ...page.documents.map((document) => ({ label: labelOf(document.label), data: callbackData('vbd', document.id) })),
  ...(at > 0 ? [{ label: messages.previous, data: callbackData('src', id, at - 1) }] : []),
  ...(at < count - 1 ? [{ label: messages.next, data: callbackData('src', id, at + 1) }] : []),
]
