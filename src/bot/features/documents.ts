/** The library as people look through it: /vanban, /moi, the search, a document and its parts. */
import { Composer } from 'grammy'
import { nameOf } from '../../answer/document-names.ts'
import type { Library } from '../../search/search-index.ts'
import { libraryMessages } from '../../text/messages/library-messages.ts'
import { onButton, toast, type Pressed } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { keyOfKeyboard } from '../keyboards.ts'
import { createRecent } from '../recent.ts'
import { lines, show, type View } from '../view.ts'
import { summaryPage, targetsPage } from './documents/digest-pages.ts'
import { filterOf, listPage, newestPage, overview, yearMenu } from './documents/lists.ts'
import { GONE, ofLibrary, pageOf } from './documents/open-document.ts'
import { outlinePage, partPage } from './documents/reading-pages.ts'
import { searchedFor } from './documents/search-documents.ts'
import { searchAndShow } from './documents/search-and-show.ts'
import { sendOriginal } from './documents/send-original.ts'

/** How long after "Tìm văn bản" the next words are taken for a search. */
const WORDS_AWAITED_MS = 10 * 60_000

export const createDocuments = (): Composer<BotContext> => {
  const composer = new Composer<BotContext>()
  const awaited = createRecent()

  composer.command('vanban', async (ctx) => {
    if (ctx.match.trim() === '') show(ctx, ofLibrary(ctx, overview))
    else await searchAndShow(ctx, ctx.match)
  })
  composer.command('moi', (ctx) => show(ctx, ofLibrary(ctx, newestPage)))

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text } = ctx.msg
    const wasAwaited = awaited.has(ctx.asker.conversation, ctx.deps.now())
    awaited.forget(ctx.asker.conversation)
    const words = text.includes('?') ? null : searchedFor(text)
    if (words === '' || keyOfKeyboard(text) === 'search') {
      awaited.note(ctx.asker.conversation, ctx.deps.now() + WORDS_AWAITED_MS)
      const view = ofLibrary(ctx, overview)
      return show(ctx, { ...view, body: lines(libraryMessages.typeWords, '', view.body) })
    }
    if (words !== null) return void (await searchAndShow(ctx, words))
    if (wasAwaited && looksLikeName(text) && (await searchAndShow(ctx, text, { onlyNamed: true }))) return
    await next()
  })

  const press = (
    action: string,
    view: (library: Library, ctx: Pressed, ...parts: string[]) => View | null,
    inPlace = true,
  ): void =>
    onButton(composer, action, async (ctx, ...parts) => {
      await toast(ctx)
      show(
        ctx,
        ofLibrary(ctx, (library) => view(library, ctx, ...parts) ?? GONE),
        { inPlace },
      )
    })
  press('vbk', (library) => overview(library))
  press('vby', (library, _ctx, kind) => {
    const filter = filterOf(kind, '-')
    return filter && yearMenu(library, filter.kind)
  })
  press('vbl', (library, _ctx, kind, year, page) => {
    const filter = filterOf(kind, year)
    return filter && listPage(library, filter, numberOf(page))
  })
  press('vbd', (library, ctx, id = '') => pageOf(ctx, library, id), false)
  press('vbp', (library, ctx, id = '') => pageOf(ctx, library, id))
  press('vbo', (library, _ctx, id = '', page) => outlinePage(library, id, numberOf(page)))
  press('vbt', (library, _ctx, id = '') => summaryPage(library, id))
  press('vbc', (library, _ctx, id = '', page) => targetsPage(library, id, numberOf(page)))
  const part = (library: Library, _ctx: Pressed, id = '', section?: string, piece?: string, mark = ''): View | null => {
    const page = partPage(library, id, { section: numberOf(section), piece: numberOf(piece), mark })
    if (page !== 'moved') return page
    const outline = outlinePage(library, id, 0)
    return outline && { ...outline, body: lines(libraryMessages.changed, '', outline.body) }
  }
  press('vba', part)
  // from an answer, which stays as it is
  press('vbr', part, false)
  onButton(composer, 'vbf', async (ctx, id = '') => {
    await toast(ctx)
    await sendOriginal(ctx, id)
  })
  onButton(composer, 'vbh', async (ctx, id = '') => {
    await toast(ctx)
    askAbout(ctx, id)
  })
  return composer
}

/** The next question of this person is put to the document: it becomes what was spoken of last. */
const askAbout = (ctx: Pressed, documentId: string): void => {
  const { asker, deps, job } = ctx
  const card = deps.house.library(asker.level)?.card(documentId)
  if (!card) return show(ctx, GONE)
  const name = nameOf(card.meta)
  job.also(() => {
    deps.records.conversations.forget(asker.conversation)
    deps.records.conversations.add({
      conversation: asker.conversation,
      person: asker.person,
      at: deps.now(),
      messageId: ctx.callbackQuery.message?.message_id ?? 0,
      // no question yet: the next one is about the document (answer/question/follow-up.ts)
      turn: { question: '', standalone: name, documentId, ...(card.level !== 'public' && { level: card.level }) },
      keep: deps.desk.keepTurns,
    })
  })
  show(ctx, { body: lines(libraryMessages.askAbout(name)), buttons: [] })
}

/** Words of a title or a number, rather than a question. */
const looksLikeName = (text: string): boolean => text.length <= 80 && !/[?\n]|^\//u.test(text)

const numberOf = (part: string | undefined): number => (/^\d{1,6}$/.test(part ?? '') ? Number(part) : 0)
