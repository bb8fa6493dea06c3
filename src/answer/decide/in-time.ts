/** Which documents are not looked at, because they do not hold at the time that is asked about. */
import { isOver } from '../../documents/document.ts'
import { takesEffect } from '../../documents/validity/succession.ts'
import { dayBefore } from '../../text/numbers/dates.ts'
import { oncePerLibrary, type DocumentCard, type Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import type { Citation } from '../answer.ts'
import { nameOf } from '../document-names.ts'
import { isPaper } from '../look-up/is-paper.ts'
import { dayFirst } from '../source-line.ts'
import { askedTime, type AskedTime } from '../question/asked-time.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Sets of documents to leave out, the first to be tried first: where nothing is found, the next. Documents that have neither
 * replaced nor been replaced are never left out for being old.
 */
export const outOfTime = (
  time: AskedTime,
  library: Library,
): readonly [ReadonlySet<string>, ...ReadonlySet<string>[]] => {
  const { over, notYet, heads, all, now } = chainsOf(library)
  if (time.kind === 'both' || all.size === 0) return [NONE]
  if (time.kind === 'now') return [now]
  if (time.kind === 'before') return [union(heads, notYet, olderOf(over, library)), union(heads, notYet), now]
  const held = [...all].filter((id) => holdsWithin(library.card(id)!, time, library))
  // nothing of that time is here: the year is not what the question hangs on
  return held.some((id) => over.has(id)) ? [without(all, new Set(held)), now] : [now]
}

/** The time that a question asks about, and what is left out for it: never a document of `wanted`, which was asked for by name. */
export const timesOf = (
  question: string,
  library: Library,
  wanted: readonly string[],
): {
  readonly time: AskedTime
  readonly outside: ReadonlySet<string>
  readonly next: readonly ReadonlySet<string>[]
} => {
  const time = askedTime(question, library.day)
  const [outside, ...next] = outOfTime(time, library)
  const named = new Set(wanted)
  return { time, outside: without(outside, named), next: next.map((ids) => without(ids, named)) }
}

const union = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => {
  const [only, ...others] = sets.filter(({ size }) => size > 0)
  return others.length === 0 ? (only ?? NONE) : new Set(sets.flatMap((set) => [...set]))
}
const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  others.size === 0 ? ids : new Set([...ids].filter((id) => !others.has(id)))

/** Asked of a time of which nothing here speaks, an answer from what came later says so. */
export const laterNotice = (time: AskedTime, citations: readonly Citation[], library: Library): readonly string[] => {
  if (time.kind === 'before') {
    const cards = citations.flatMap(({ documentId }) => library.card(documentId) ?? [])
    // press and reports tell of the past themselves
    return cards.every((card) => isPaper(card) && !isOver(card)) ? [answerMessages.nothingBefore] : []
  }
  if (time.kind !== 'then') return []
  const later = citations
    .flatMap(({ documentId }) => library.card(documentId) ?? [])
    .find(({ meta }) => {
      const from = meta.number === null ? null : takesEffect(meta)
      return from !== null && from > time.to
    })
  const from = later && takesEffect(later.meta)
  return later && from ? [answerMessages.laterThanAsked(nameOf(later.meta), dayFirst(from))] : []
}

interface Chains {
  /** Replaced or expired. */
  readonly over: ReadonlySet<string>
  /** What will replace another paper and has not taken effect. */
  readonly notYet: ReadonlySet<string>
  /** What holds and has replaced another paper. */
  readonly heads: ReadonlySet<string>
  readonly all: ReadonlySet<string>
  /** What does not hold now. */
  readonly now: ReadonlySet<string>
}

const chainsOf = oncePerLibrary((library): Chains => {
  const over = new Set(library.cards.filter(isOver).map(({ id }) => id))
  const notYet = new Set(library.cards.flatMap(({ comingBy }) => comingBy))
  const replacing = library.cards.flatMap(({ replacedBy }) => replacedBy)
  const heads = new Set(replacing.filter((id) => !over.has(id)))
  return { over, notYet, heads, all: union(over, notYet, heads), now: union(over, notYet) }
})

/** What had been replaced before, by papers that are themselves over: "quy định cũ" is the last one, not the first. */
const olderOf = (over: ReadonlySet<string>, library: Library): ReadonlySet<string> =>
  new Set(
    [...over].filter((id) => {
      const by = library.card(id)!.replacedBy
      return by.length > 0 && by.every((other) => over.has(other))
    }),
  )

const holdsWithin = (
  card: DocumentCard,
  { from, to }: { readonly from: string; readonly to: string },
  library: Library,
) => {
  const start = takesEffect(card.meta)
  if (start !== null && start > to) return false
  const ends = [...card.replacedBy, ...card.comingBy].flatMap((id) => {
    const by = library.card(id)
    const day = by && takesEffect(by.meta)
    return day ? [dayBefore(day)] : []
  })
  return [card.meta.validTo, ...ends].every((end) => end === null || end >= from)
}
