/** A search as the asker sees it: the one document that was meant, or a list to choose from. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Limited } from '../../../desk/rate-limit.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { limitMessages } from '../../../text/messages/limit-messages.ts'
import { oneLine } from '../../../text/vietnamese.ts'
import type { BotContext } from '../../context.ts'
import { lines, show, type View } from '../../view.ts'
import { listed, openButtons } from './lists.ts'
import { GONE, ofLibrary, showDocument } from './open-document.ts'
import { LONGEST_SEARCH, searchDocuments, type Search } from './search-documents.ts'

/** What is shown at once: whoever finds more types another word. */
const SHOWN = 8

/** `onlyNamed`: says nothing, and returns false, where neither a number nor a title fits. */
export const searchAndShow = async (ctx: BotContext, words: string, { onlyNamed = false } = {}): Promise<boolean> => {
  const { asker, deps, job } = ctx
  const library = deps.house.library(asker.level)
  if (!library) {
    show(
      ctx,
      ofLibrary(ctx, () => GONE),
    )
    return true
  }
  let limited: Limited | null = null
  const found = await searchDocuments(words, library, async (query) => {
    if (onlyNamed) return []
    // looking into the texts costs what a question costs
    const allowed = deps.limit.take({ ...asker, askedAt: job.askedAt })
    if (allowed.kind === 'limited') {
      limited = allowed
      return null
    }
    const { hits } = await deps.house.ask(query, { level: asker.level, turns: [], quotesOnly: true })
    return hits.map(({ documentId }) => documentId)
  })
  if (found === null) {
    tellLimit(ctx, limited)
    return true
  }
  if (onlyNamed && found.by === 'content') return false
  const [first, second] = found.cards
  if (first && !second && found.by !== 'content' && found.missing.length === 0) showDocument(ctx, first.id)
  else
    show(
      ctx,
      ofLibrary(ctx, () => foundPage(oneLine(words).slice(0, LONGEST_SEARCH), found)),
    )
  return true
}

const tellLimit = (ctx: BotContext, limited: Limited | null): void => {
  if (limited?.tell) show(ctx, { body: lines(limitMessages.person(limited.retryAt - ctx.deps.now())), buttons: [] })
}

const foundPage = (query: string, { by, cards, missing }: Search): View => {
  const shown = cards.slice(0, SHOWN)
  const absent = missing.map((number) => libraryMessages.numberNotHeld(number))
  if (shown.length === 0)
    return { body: lines(...(absent.length > 0 ? absent : [libraryMessages.nothing(query)])), buttons: [] }
  const head = by === 'content' ? libraryMessages.nearest(query) : libraryMessages.found(query, cards.length)
  return {
    body: lines(
      ...absent,
      FormattedString.b(head),
      '',
      listed(shown, 0),
      cards.length > SHOWN && '',
      cards.length > SHOWN && libraryMessages.firstOf(SHOWN),
    ),
    buttons: openButtons(shown, 0),
  }
}
