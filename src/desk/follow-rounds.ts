/** Rounds of news: what is found soon after each other is told together, and what no longer holds is not told. */
import type { Level } from '../access.ts'
import type { FollowRecords, Round, RoundItem } from './follow-records.ts'
import { isQuiet, type QuietHours } from './quiet-hours.ts'
import { changesIn, type Changes } from './follow-changes.ts'

/**
 * Call in a transaction with what is true now of the documents of a level. The first look at a level is what all later ones are
 * held against, and tells nothing.
 */
export const noteChanges = (
  follows: FollowRecords,
  level: Level,
  now: ReadonlyMap<string, readonly string[]>,
  at: number,
): Changes => {
  const open = takeBack(follows, level, now)
  const known = follows.facts(level)
  const changes = changesIn(level, now, known ?? [], at)
  const items = known === null ? [] : changes.items
  if (known === null || changes.facts.length > 0) follows.note(level, changes.facts)
  const waiting = open.find(({ cursor }) => cursor === '')
  if (items.length > 0 && waiting) follows.change({ ...waiting, items: merged(waiting.items, items), lastAt: at })
  else if (items.length > 0) follows.begin({ items, firstAt: at, lastAt: at })
  return { ...changes, items }
}

/** What the library lost again before anybody was told is as if it had never been seen: the next time it is news. */
const takeBack = (
  follows: FollowRecords,
  level: Level,
  now: ReadonlyMap<string, readonly string[]>,
): readonly Round[] =>
  follows.openRounds().map((round) => {
    if (round.cursor !== '') return round
    const holds = (item: RoundItem): boolean =>
      item.level !== level || item.facts.every((fact) => now.get(item.documentId)?.includes(fact))
    const gone = round.items.filter((item) => !holds(item))
    if (gone.length === 0) return round
    follows.forget(
      level,
      gone.flatMap(({ documentId, facts }) => facts.map((fact) => ({ documentId, fact }))),
    )
    const left = { ...round, items: round.items.filter(holds) }
    follows.change(left)
    return left
  })

/** One line a document: that it is new says it all; else the latest. */
const merged = (before: readonly RoundItem[], items: readonly RoundItem[]): readonly RoundItem[] => {
  const all = new Map<string, RoundItem>()
  for (const item of [...before, ...items]) {
    const id = `${item.level} ${item.documentId}`
    const known = all.get(id)
    all.set(id, known ? { ...item, news: known.news === 'new' ? 'new' : item.news, facts: [...new Set([...known.facts, ...item.facts])] } : item) // prettier-ignore
  }
  return [...all.values()]
}

/** Not waited longer than so many times the usual, however much comes in. */
const PATIENCE = 6

/** Whether it is time: nothing has come for a while, and nobody is woken. */
export const isDue = (round: Round, now: number, waitMs: number, quiet: QuietHours | null): boolean =>
  !isQuiet(now, quiet) && (round.cursor !== '' || now >= Math.min(round.lastAt + waitMs, round.firstAt + waitMs * PATIENCE)) // prettier-ignore
