/** A page that a feature shows: sent as a message of its own, or put in place of the one whose button was pressed. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Part } from '../text/messages/start-messages.ts'
import type { BotContext } from './context.ts'
import type { Button } from './outgoing.ts'
import { placeOf } from './place.ts'

export interface View {
  readonly body: FormattedString
  readonly buttons: readonly Button[]
  /** Not to be forwarded or copied: words that not everybody may read. */
  readonly protect?: boolean
}

export const show = (ctx: BotContext, view: View, { inPlace = false } = {}): void => {
  const edit = inPlace ? ctx.callbackQuery?.message?.message_id : undefined
  ctx.job.say({
    kind: 'text',
    text: view.body.text,
    ...(view.body.entities.length > 0 && { entities: view.body.entities }),
    ...(view.buttons.length > 0 && { buttons: view.buttons }),
    ...(view.protect && { protect: true }),
    ...(edit !== undefined && { edit }),
    ...placeOf(ctx),
  })
}

/** Lines, some of them missing, as one text. */
export const lines = (...all: readonly (string | FormattedString | null | false)[]): FormattedString =>
  FormattedString.join(
    all.filter((line) => line !== null && line !== false),
    '\n',
  )

/** Lines under headings in bold, a blank line between the parts. */
export const parts = (all: readonly Part[]): FormattedString =>
  FormattedString.join(
    all.map((part) => lines(FormattedString.b(part.heading), ...part.lines)),
    '\n\n',
  )

/** Telegram shows about 24 letters of a button on a small telephone (telegram.md §5). */
const LABEL = 24

/** At most 24 letters, ended at a word where that is possible. */
export const labelOf = (text: string): string => {
  if (text.length <= LABEL) return text
  const cut = text.slice(0, LABEL - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > LABEL / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/u, '')}…`
}
