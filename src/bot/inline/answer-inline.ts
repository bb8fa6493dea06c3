/**
 * Inline mode: whoever of the staff types @bot and some words in any chat gets snippets of public documents, whatever chat it is.
 * Beside the queue and without a trace: a query lives for seconds, and the next letter typed asks anew.
 */
import type { Api } from 'grammy'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { inlineMessages as messages } from '../../text/messages/inline-messages.ts'
import type { BotDeps } from '../context.ts'
import { inlineArticle } from './inline-article.ts'
import type { InlineQuery } from './inline-query.ts'

export interface InlineAnswerer {
  /** Never throws and waits for nothing. Of one person only the newest query is answered. */
  take(query: InlineQuery): void
}

export interface InlineDeps extends Pick<BotDeps, 'house' | 'log' | 'now'> {
  readonly api: Pick<Api, 'answerInlineQuery'>
  readonly username: string
  /** Whether this person is staff, by records and settings, now. */
  isStaff(telegramId: number): boolean
  /** People answered at once; a flood beyond it is let pass by. */
  readonly atOnce?: number
}

const RESULTS = 10
const AT_ONCE = 50
/** Queries of one person that are answered at once, and in how many milliseconds one more: faster than anybody types. */
const BURST = 20
const EVERY_MS = 500
/** Telegram forgets a query after seconds (telegram.md §1). */
const TIMEOUT_MS = 10_000

interface Typing {
  /** What waits to be answered; a newer one takes its place. */
  next: InlineQuery | null
  isBusy: boolean
  tokens: number
  at: number
}

export const createInlineAnswerer = (deps: InlineDeps): InlineAnswerer => {
  const { now, log, atOnce = AT_ONCE } = deps
  const people = new Map<number, Typing>()
  let busy = 0

  const run = async (typing: Typing): Promise<void> => {
    typing.isBusy = true
    busy++
    // what came in the same batch is taken in first: only the last of a person counts
    await othersTurn()
    while (typing.next) {
      const query = typing.next
      typing.next = null
      try {
        await answer(query, deps)
      } catch (error) {
        // too old, a flood, an outage: nobody waits for it any more
        log.debug({ error: (error as Error).message }, 'an inline query could not be answered')
      }
    }
    typing.isBusy = false
    busy--
  }

  return {
    take: (query) => {
      const typing = people.get(query.from) ?? { next: null, isBusy: false, tokens: BURST, at: now() }
      people.set(query.from, typing)
      typing.tokens = Math.min(BURST, typing.tokens + Math.max(0, now() - typing.at) / EVERY_MS)
      typing.at = now()
      if (typing.isBusy) typing.next = query
      else if (typing.tokens >= 1 && busy < atOnce) {
        typing.tokens--
        typing.next = query
        void run(typing)
      }
      if (people.size > REMEMBERED) for (const [id, { isBusy }] of people) if (!isBusy) people.delete(id)
    },
  }
}

const REMEMBERED = 5_000

const answer = async ({ id, from, query, offset }: InlineQuery, deps: InlineDeps): Promise<void> => {
  const { house, username, isStaff } = deps
  const isAllowed = isStaff(from)
  // where the result goes nobody knows: public papers only, whoever asks (reliability.md A7)
  const library = isAllowed ? house.library('public') : null
  const snippets = library && offset === '' ? house.snippets(query, RESULTS) : []
  const results = library
    ? snippets.flatMap((snippet, n) => inlineArticle(snippet, n + 1, { library, username }) ?? [])
    : []
  const text = !isAllowed ? messages.button.notStaff : results.length === 0 ? messages.button.nothing : messages.button.open // prettier-ignore
  await deps.api.answerInlineQuery(
    id,
    results,
    { is_personal: true, cache_time: 0, next_offset: '', button: { text, start_parameter: 'inline' } },
    AbortSignal.timeout(TIMEOUT_MS) as Parameters<Api['getMe']>[0],
  )
}
