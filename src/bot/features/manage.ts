/** What admins change about a document from its page: its level, whether it is in force, and whether it is in the library at all. */
import { Composer } from 'grammy'
import { mayRead } from '../../access.ts'
import type { Library } from '../../search/search-index.ts'
import { manageMessages as messages } from '../../text/messages/manage-messages.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { callbackData, onButton, toast, type Pressed } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { keyOfKeyboard } from '../keyboards.ts'
import type { Standing } from '../staff-house.ts'
import { plainWords } from '../render/plain-words.ts'
import { labelOf, lines, show, type View } from '../view.ts'
import { listed } from './documents/lists.ts'
import { LONGEST_SEARCH, searchDocuments } from './documents/search-documents.ts'
import { applyChange, applyRemoval, applyRestoration } from './manage/apply-change.ts'
import { changeOf, codeOf, shownName } from './manage/document-change.ts'
import { confirmPage, levelPage, managePage, removalPage, statePage } from './manage/manage-pages.ts'

/** How long the next words are taken for the name of the document that replaces another. */
const WORDS_AWAITED_MS = 10 * 60_000
const SHOWN = 8

export const createManage = (): Composer<BotContext> => {
  const composer = new Composer<BotContext>()
  /** By conversation; in memory only: after a restart the words are a search like any other. */
  const awaited = new Map<string, { readonly id: string; readonly until: number }>()

  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { asker, deps, msg } = ctx
    const waits = awaited.get(asker.conversation)
    awaited.delete(asker.conversation)
    const isName = !/^\/|[?\n]/.test(msg.text) && keyOfKeyboard(msg.text) === null
    if (!waits || waits.until < deps.now() || !asker.isAdmin || !isName) return next()
    const standing = deps.house.standing(waits.id)
    const library = deps.house.library('staff')
    if (!standing || !library) return show(ctx, { body: lines(messages.failed.gone), buttons: [] })
    const page = await replacementPage(standing, library, msg.text)
    if (page.buttons.length === 0) awaited.set(asker.conversation, waits)
    show(ctx, page)
  })

  /** A page in place of the one whose button was pressed, for admins in private alone. */
  const press = (action: string, view: (standing: Standing, library: Library | null, ...parts: string[]) => View | null, inPlace = true): void =>
    onButton(composer, action, async (ctx, id = '', ...parts) => {
      const standing = standingOf(ctx, id)
      const page = standing && view(standing, ctx.deps.house.library('staff'), ...parts)
      if (!page) return toast(ctx, messages.failed.gone, true)
      await toast(ctx)
      show(ctx, page, { inPlace })
    }) // prettier-ignore
  press('qvp', managePage)
  press('qvl', levelPage)
  press('qvs', statePage)
  press('qvx', removalPage, false)
  press(
    'qvc',
    ({ card }, library, code, mark = '', byId = '') => {
      const change = changeOf(code)
      const by = library?.card(byId) ?? null
      return change && (byId === '' || by) ? confirmPage(card, mark, change, by) : null
    },
    false,
  )
  onButton(composer, 'qvw', async (ctx, id = '') => {
    const standing = standingOf(ctx, id)
    if (!standing) return toast(ctx, messages.failed.gone, true)
    awaited.set(ctx.asker.conversation, { id, until: ctx.deps.now() + WORDS_AWAITED_MS })
    await toast(ctx)
    const { card } = standing
    show(ctx, {
      body: plainWords(messages.askReplacement(shownName(card))),
      buttons: [],
      protect: card.level !== 'public',
    })
  })
  onButton(composer, 'qvn', async (ctx) => {
    await toast(ctx)
    if (ctx.asker.isAdmin) show(ctx, { body: lines(messages.cancelled), buttons: [] }, { inPlace: true })
  })
  onButton(composer, 'qvd', async (ctx, id = '', code = '', mark = '', byId = '') => {
    if (!ctx.asker.isAdmin) return toast(ctx, messages.failed.gone, true)
    await applyChange(ctx, id, code, mark, byId)
  })
  onButton(composer, 'qvy', async (ctx, id = '', mark = '') => {
    if (!ctx.asker.isAdmin) return toast(ctx, messages.failed.gone, true)
    await applyRemoval(ctx, id, mark)
  })
  onButton(composer, 'qvr', async (ctx, id = '') => {
    if (!ctx.asker.isAdmin) return toast(ctx, messages.failed.gone, true)
    await applyRestoration(ctx, id)
  })
  return composer
}

/** The data of a button prove nothing: who presses it is looked at each time. */
const standingOf = ({ asker, deps }: Pressed, id: string): Standing | null =>
  asker.isAdmin ? deps.house.standing(id) : null

/** Without buttons where nothing fits. Only what bears a number can be named, and only what all readers of the one that is replaced may read: they are told its number. */
const replacementPage = async ({ card, mark }: Standing, library: Library, said: string): Promise<View> => {
  const words = oneLine(said).slice(0, LONGEST_SEARCH)
  const found = await searchDocuments(words, library, async () => [])
  const cards = (found?.cards ?? [])
    .filter(({ id, level, meta }) => id !== card.id && meta.number !== null && mayRead(card.level, level))
    .slice(0, SHOWN)
  if (cards.length === 0) return { body: plainWords(messages.noReplacement(words)), buttons: [] }
  const code = codeOf({ of: 'state', before: card.meta.validity, after: 'replaced' })
  return {
    body: lines(messages.pickReplacement, '', listed(cards, 0)),
    buttons: [
      ...cards.map(({ id, meta }, n) => ({
        label: labelOf(`${n + 1}. ${meta.number}`),
        data: callbackData('qvc', card.id, code, mark, id),
      })),
      { label: messages.buttons.cancel, data: callbackData('qvn') },
    ],
    protect: true,
  }
}
