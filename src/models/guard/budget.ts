/** How much of the models may be used a day, by one person and by all: reserved before a call, settled after it. */
import { ModelError } from '../model-error.ts'
import type { TokenUse } from '../model.ts'

export interface Spent {
  readonly tokens: number
  /** In the unit of the prices. */
  readonly cost: number
}

/** Where use is written down; `person` null: of all together. Days are ISO, in Việt Nam's time. */
export interface SpendingBook {
  spent(day: string, person: string | null): Spent
  add(day: string, person: string | null, spent: Spent): void
}

export interface Limits {
  readonly tokens: number | null
  readonly personTokens: number | null
  readonly cost: number | null
  readonly personCost: number | null
}

export interface Budget {
  /** Throws a ModelError (`person_budget`, `total_budget`) where the call might go beyond what is left. */
  reserve(person: string | null, most: Spent): Reservation
}

export interface Reservation {
  /** What it really came to; call once, also where it failed. */
  settle(spent: Spent): void
}

/** Persons remembered beside the book; who has not asked for longest is forgotten. */
const REMEMBERED = 10_000

/** Calls underway count as if they cost the most they may: fifty at once never go beyond the limit together (reliability.md L4). */
export const createBudget = (limits: Limits, book: SpendingBook, day: () => string): Budget => {
  const underway = new Map<string | null, { tokens: number; cost: number }>()
  const held = (person: string | null) => underway.get(person) ?? { tokens: 0, cost: 0 }
  const hold = (person: string | null, { tokens, cost }: Spent, sign: 1 | -1): void => {
    const now = held(person)
    const next = { tokens: now.tokens + sign * tokens, cost: now.cost + sign * cost }
    if (next.tokens <= 0 && next.cost <= 1e-12) underway.delete(person)
    else underway.set(person, next)
  }
  // kept here too: erasing the records gives nobody a new day, and a book that cannot be written in is none the less kept
  const seen = new Map<string | null, Spent & { readonly day: string }>()
  const seenToday = (person: string | null): Spent => {
    const last = seen.get(person)
    return last?.day === day() ? last : { tokens: 0, cost: 0 }
  }
  const spentToday = (person: string | null): Spent => {
    const [written, known] = [book.spent(day(), person), seenToday(person)]
    return { tokens: Math.max(written.tokens, known.tokens), cost: Math.max(written.cost, known.cost) }
  }
  const write = (person: string | null, spent: Spent): void => {
    if (spent.tokens <= 0 && spent.cost <= 0) return
    const { tokens, cost } = seenToday(person)
    seen.delete(person)
    seen.set(person, { tokens: tokens + spent.tokens, cost: cost + spent.cost, day: day() })
    if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value!)
    try {
      book.add(day(), person, spent)
    } catch {
      // a full disk: whoever asks is answered all the same
    }
  }
  const fits = (person: string | null, most: Spent, tokens: number | null, cost: number | null): boolean => {
    if (tokens === null && cost === null) return true
    const spent = spentToday(person)
    const { tokens: tokensHeld, cost: costHeld } = held(person)
    return (
      (tokens === null || spent.tokens + tokensHeld + most.tokens <= tokens) &&
      (cost === null || spent.cost + costHeld + most.cost <= cost + 1e-12)
    )
  }
  return {
    reserve: (person, most) => {
      if (!fits(null, most, limits.tokens, limits.cost))
        throw new ModelError('total_budget', 'what all may use of the models today is used up')
      if (person !== null && !fits(person, most, limits.personTokens, limits.personCost))
        throw new ModelError('person_budget', 'what one person may use of the models today is used up')
      const holders = person === null ? [null] : [null, person]
      for (const holder of holders) hold(holder, most, 1)
      return {
        settle: (spent) => {
          for (const holder of holders) {
            hold(holder, most, -1)
            write(holder, spent)
          }
        },
      }
    },
  }
}

/** A book that is kept in memory, for the terminal. */
export const createMemoryBook = (): SpendingBook => {
  const pages = new Map<string, { tokens: number; cost: number }>()
  const page = (day: string, person: string | null) => `${day} ${person ?? ''}`
  return {
    spent: (day, person) => pages.get(page(day, person)) ?? { tokens: 0, cost: 0 },
    add: (day, person, { tokens, cost }) => {
      const { tokens: before, cost: costBefore } = pages.get(page(day, person)) ?? { tokens: 0, cost: 0 }
      pages.set(page(day, person), { tokens: before + tokens, cost: costBefore + cost })
    },
  }
}

export interface Prices {
  /** For a million tokens. */
  readonly in: number
  readonly out: number
}

export const costOf = ({ tokensIn, tokensOut }: TokenUse, prices: Prices): number =>
  (tokensIn * prices.in + tokensOut * prices.out) / 1e6
