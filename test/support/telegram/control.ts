/** What another process may ask of the bench: everything in JSON, in bulk, for long runs. */
import type { FailWith, RandomFaults } from './faults.ts'
import type { FloodLimits } from './flood.ts'
import type { BenchPerson } from './person.ts'
import type { TelegramServer } from '../telegram-server.ts'

/** One thing the bot did that people see. */
export interface Delivered {
  readonly chatId: number
  readonly messageId: number
  readonly text: string
  readonly replyTo: number | null
  readonly edit: boolean
  /** Milliseconds since 1970, real time. */
  readonly at: number
}

export interface Counts {
  /** Calls by method, also refused ones. */
  readonly calls: Readonly<Record<string, number>>
  readonly polls: number
  readonly isPolling: boolean
  readonly pending: number
  readonly delivered: number
  readonly randomHits: Readonly<Record<string, number>>
  readonly violations: number
  readonly rssMb: number
}

export interface Line {
  readonly user: number
  readonly text: string
}

export interface Control {
  /** Makes people who have started the bot already; ids go up from `firstId`. */
  people(asked: { readonly count: number; readonly firstId?: number }): readonly number[]
  /** They write, in this order; what became of each line. */
  say(asked: {
    readonly lines: readonly Line[]
  }): Promise<readonly { messageId: number; updateId: number | null; at: number }[]>
  /** Presses the newest button with this label; whether there was one. */
  press(asked: { readonly user: number; readonly data: string }): Promise<boolean>
  push(asked: { readonly updates: readonly Record<string, unknown>[] }): readonly number[]
  /** What people saw since the given place, oldest first; the next place. `forget` frees what lies before. */
  delivered(asked: { readonly from?: number; readonly forget?: boolean }): {
    readonly next: number
    readonly items: readonly Delivered[]
  }
  counts(): Counts
  fail(asked: FailWith & { readonly method: string }): null
  drop(asked: { readonly method: string; readonly times?: number; readonly accepted?: boolean }): null
  random(asked: RandomFaults | { readonly rate: 0 }): null
  flood(asked: FloodLimits): null
  /** Refuses connections for so long, then answers again. */
  outage(asked: { readonly ms: number }): null
  transcript(asked: { readonly chat: number }): string
}

export const createControl = (server: TelegramServer): Control => {
  const people = new Map<number, BenchPerson>()
  let items: Delivered[] = []
  let forgotten = 0
  server.world.log.listen(({ method, chatId, result, at }) => {
    const isEdit = method.startsWith('editMessage')
    if (chatId === null || !(isEdit || /^(?:send(?!ChatAction)|copy|forward)/.test(method))) return
    const { message_id, text, caption, reply_to_message } = result as {
      message_id: number
      text?: string
      caption?: string
      reply_to_message?: { message_id: number }
    }
    items.push({ chatId, messageId: message_id, text: text ?? caption ?? '', replyTo: reply_to_message?.message_id ?? null, edit: isEdit, at }) // prettier-ignore
  })
  const personOf = (id: number): BenchPerson => {
    const person = people.get(id)
    if (person === undefined) throw new Error(`There is no person ${id}: make them with "people" first`)
    return person
  }

  return {
    people: ({ count, firstId = 5_200_000_001 }) =>
      Array.from({ length: count }, (_, at) => {
        const person = server.user({ id: firstId + at, name: `Người ${at + 1}`, started: true })
        people.set(person.id, person)
        return person.id
      }),
    say: async ({ lines }) => {
      const said = []
      for (const { user, text } of lines) {
        const { messageId, updateId } = await personOf(user).send(text)
        said.push({ messageId, updateId, at: Date.now() })
      }
      return said
    },
    press: async ({ user, data }) => {
      await personOf(user).press(data, { wait: false })
      return true
    },
    push: ({ updates }) => updates.map((update) => server.pushUpdate(update)),
    delivered: ({ from = 0, forget = false }) => {
      if (forget && from > forgotten) {
        items = items.slice(from - forgotten)
        forgotten = from
      }
      return { next: forgotten + items.length, items: items.slice(Math.max(from - forgotten, 0)) }
    },
    counts: () => ({
      calls: server.world.log.counts(),
      polls: server.polls(),
      isPolling: server.isPolling(),
      pending: server.pending().length,
      delivered: forgotten + items.length,
      randomHits: server.randomHits(),
      violations: server.violations().length,
      rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    }),
    fail: ({ method, ...how }) => (server.fail(method, how), null),
    drop: ({ method, ...how }) => (server.dropConnection(method, how), null),
    random: (how) => (server.randomFaults(how.rate === 0 ? null : (how as RandomFaults)), null),
    flood: (limits) => (server.floodLimit(limits), null),
    outage: ({ ms }) => {
      setTimeout(() => {
        void server.goDown().then(() => setTimeout(() => void server.comeBack(), ms))
      }, 20)
      return null
    },
    transcript: ({ chat }) => server.transcript(chat),
  }
}

/** Runs a verb by its name; throws for one that is none. */
export const runVerb = async (control: Control, verb: string, asked: unknown): Promise<unknown> => {
  if (!Object.hasOwn(control, verb)) throw new Error(`There is no verb "${verb}": ${Object.keys(control).join(', ')}`)
  return (control[verb as keyof Control] as (asked: unknown) => unknown)(asked)
}
