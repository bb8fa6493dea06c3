/** From counted answers to figures that can be shown: no person, no question, and nothing that fewer than three persons asked about. */
import { setImmediate as othersTurn } from 'node:timers/promises'
import { mayRead, type Level } from '../access.ts'
import { isoDay } from '../text/numbers/clock.ts'
import { commonWords } from './common-words.ts'
import type { Records } from './records.ts'
import { OUTCOMES, type Outcome } from './statistics-records.ts'

export type Counts = Readonly<Record<Outcome, number>>

export interface Figures {
  /** One of each day, oldest first; the last is today. */
  readonly days: readonly { readonly day: string; readonly counts: Counts }[]
  readonly total: Counts
  /** Half of the answers took no longer, milliseconds; null where none is kept. */
  readonly medianMs: number | null
  /** How many questions rested on a document, and whether at least three persons asked them; most first. */
  readonly documents: readonly { readonly id: string; readonly count: number; readonly isCommon: boolean }[]
  /** The same for groups of documents. */
  readonly topics: readonly { readonly label: string; readonly count: number }[]
  /** Words that stand in what was not found, of at least three persons; most first. */
  readonly notFound: readonly { readonly words: string; readonly count: number }[]
}

export interface Asked {
  readonly days: number
  readonly now: number
  /** Who looks: what was asked by others above this level is counted, and nothing else said of it. */
  readonly level: Level
  /** Under which name a document is counted; null: none of what this level may read. */
  topicOf(documentId: string): string | null
  /** The name for those. */
  readonly otherTopic: string
}

/** Counts of fewer persons would say who asked (issue 5: "protects the asker"). */
export const FEWEST = 3
const DAY_MS = 86_400_000
/** Read between others' turns, so that nobody waits for it. */
const PAGE = 500

export const figuresOf = async (records: Pick<Records, 'statistics'>, asked: Asked): Promise<Figures> => {
  const days = Array.from({ length: asked.days }, (_, n) => isoDay(asked.now - (asked.days - 1 - n) * DAY_MS))
  const first = days[0]!
  const byDay = new Map(days.map((day) => [day, zeros()]))
  for (const { day, outcome, count } of records.statistics.past(first)) {
    const counts = byDay.get(day)
    if (counts) counts[outcome] += count
  }
  const times: number[] = []
  const documents = createTally()
  const topics = createTally()
  const words = commonWords(FEWEST)
  const since = asked.now - asked.days * DAY_MS
  for (let after = 0; ;) {
    const page = records.statistics.answers(since, after, PAGE)
    for (const answer of page) {
      const counts = byDay.get(isoDay(answer.at))
      if (!counts) continue
      counts[answer.outcome]++
      if (answer.outcome === 'answered') times.push(answer.ms)
      for (const id of answer.documents) documents.add(id, answer.person)
      const named = new Set(answer.documents.map((id) => asked.topicOf(id) ?? asked.otherTopic))
      for (const topic of named) topics.add(topic, answer.person)
      if (answer.notFound !== null && mayRead(asked.level, answer.level)) words.add(answer.notFound, answer.person)
    }
    if (page.length < PAGE) break
    after = page.at(-1)!.n
    await othersTurn()
  }
  times.sort((a, b) => a - b)
  const total = zeros()
  for (const counts of byDay.values()) for (const outcome of OUTCOMES) total[outcome] += counts[outcome]
  return {
    days: days.map((day) => ({ day, counts: byDay.get(day)! })),
    total,
    medianMs: times.length === 0 ? null : times[Math.floor((times.length - 1) / 2)]!,
    documents: documents.most().map(({ key, count, persons }) => ({ id: key, count, isCommon: persons >= FEWEST })),
    topics: topics.most().flatMap(({ key, count, persons }) => (persons >= FEWEST ? [{ label: key, count }] : [])),
    notFound: words.most(),
  }
}

export const sumOf = (counts: Counts): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)

const zeros = (): Record<Outcome, number> => ({ answered: 0, askedBack: 0, refused: 0, failed: 0 })

/** How often each key was met, and by how many. */
const createTally = () => {
  const met = new Map<string, { count: number; readonly persons: Set<string> }>()
  return {
    add: (key: string, person: string): void => {
      const one = met.get(key) ?? { count: 0, persons: new Set<string>() }
      one.count++
      one.persons.add(person)
      met.set(key, one)
    },
    most: () =>
      [...met]
        .map(([key, { count, persons }]) => ({ key, count, persons: persons.size }))
        .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
  }
}
