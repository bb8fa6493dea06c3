/** An inline query as it comes in: what is looked at of it. It lives for seconds and is never written down. */
import { z } from 'zod'

const shape = z.object({
  inline_query: z.object({
    id: z.string().min(1).max(128),
    from: z.object({ id: z.int().positive(), is_bot: z.boolean().default(false) }),
    // Telegram's own limit is 256 letters
    query: z.string().max(1_024),
    offset: z.string().max(64).default(''),
  }),
})

export interface InlineQuery {
  readonly id: string
  /** Telegram id of who types. */
  readonly from: number
  readonly query: string
  /** Not empty: further results are asked for, and there are none. */
  readonly offset: string
}

/** Whether it is an update of this kind, whatever is in it. */
export const isInlineQuery = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'inline_query')

/** Null for any other update and for what is malformed. */
export const inlineQueryOf = (raw: unknown): InlineQuery | null => {
  const parsed = shape.safeParse(raw)
  if (!parsed.success || parsed.data.inline_query.from.is_bot) return null
  const { id, from, query, offset } = parsed.data.inline_query
  return { id, from: from.id, query, offset }
}
