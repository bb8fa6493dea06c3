/** Pages over what this asker may read. */
import type { Library } from '../../../search/search-index.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { manageMessages } from '../../../text/messages/manage-messages.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { lines, show, type View } from '../../view.ts'
import { documentPage } from './document-page.ts'

/** The same words for a document that is not there and for one that this asker may not read. */
export const GONE: View = { body: lines(libraryMessages.gone), buttons: [] }

/** A word instead where there is no library yet. */
export const ofLibrary = (ctx: BotContext, view: (library: Library) => View): View => {
  const library = ctx.deps.house.library(ctx.asker.level)
  if (!library) return { body: lines(libraryMessages.empty), buttons: [] }
  // lists turn their pages within one message, which stays protected or not as it was sent
  return { protect: library.cards.some(({ level }) => level !== 'public'), ...view(library) }
}

export const pageOf = (ctx: BotContext, library: Library, documentId: string): View => {
  const { username } = ctx.me
  const page = documentPage(library, documentId, { username, canAsk: ctx.deps.desk.keepTurns > 0 })
  if (!page || !ctx.asker.isAdmin) return page ?? GONE
  const manage = { label: manageMessages.buttons.manage, data: callbackData('qvp', documentId) }
  return { ...page, buttons: [...page.buttons, manage] }
}

export const showDocument = (ctx: BotContext, documentId: string): void =>
  show(
    ctx,
    ofLibrary(ctx, (library) => pageOf(ctx, library, documentId)),
  )
