/** How much one person, one chat and one day may ask, so that a flood from one never slows the others. */
import { isoDay } from '../text/numbers/clock.ts'
import type { Key, People } from './records.ts'

/** What a question is counted by. */
export interface CountedQuestion {
  readonly person: Key
  readonly chat: Key
  readonly isPrivate: boolean
  /** When it was written (milliseconds): what comes in a heap after an outage was no flood when it was asked. */
  readonly askedAt: number
}

export interface Limited {
  readonly kind: 'limited'
  readonly which: 'person' | 'chat' | 'day'
  /** When the next question will be taken: milliseconds, never in the past. */
  readonly retryAt: number
  /** Whether to say so: true once a minute (`day`: once a day) to a person in a chat, or to a group, or a flood would be answered with a flood. */
  readonly tell: boolean
}

export interface RateLimit {
  /** Counts a question, unless it is one too many. */
  take(question: CountedQuestion): { readonly kind: 'allowed' } | Limited
}

export interface RateLimitOptions {
  readonly perMinute: number
  /** Of a group, all its members together. */
  readonly chatPerMinute: number
  readonly perDay: number
  readonly people: Pick<People, 'questionsOf' | 'countQuestion'>
  readonly now: () => number
}

const MINUTE_MS = 60_000
/** Persons and chats remembered at once; who has not asked for longest is forgotten, as are their full buckets. */
const REMEMBERED = 10_000

/**
 * A bucket holds a third of a minute's questions and is refilled evenly, at two thirds of the rate: in no minute are more than
 * `perMinute` taken, and some may still come at once.
 */
interface Bucket {
  tokens: number
  at: number
}

interface Person extends Bucket {
  day: string
  /** Questions of that day; kept here too, so that erasing the records gives nobody a new day. */
  questions: number
}

export const createRateLimit = ({ perMinute, chatPerMinute, perDay, people, now }: RateLimitOptions): RateLimit => {
  const persons = new Map<Key, Person>()
  const chats = new Map<Key, Bucket>()
  /** Until when nothing is said: who was told in a group would else meet silence in private. */
  const told = new Map<string, { until: number }>()
  const tells = (notice: string, at: number, until: number): boolean => {
    const last = remembered(told, notice, () => ({ until: 0 }))
    if (at < last.until) return false
    last.until = until
    return true
  }
  const byPerson = measure(perMinute)
  const byChat = measure(chatPerMinute)
  return {
    take: ({ person, chat, isPrivate, askedAt }) => {
      const present = now()
      const at = Math.min(askedAt, present)
      const someone = remembered(persons, person, () => ({
        ...byPerson.fresh(at),
        day: '',
        questions: 0,
      }))
      const group = isPrivate ? null : remembered(chats, chat, () => byChat.fresh(at))
      const limited = (which: Limited['which'], retryAt: number): Limited => ({
        kind: 'limited',
        which,
        retryAt: Math.max(retryAt, present),
        tell: tells(
          `${which} ${which === 'chat' ? '' : person} ${chat}`,
          at,
          which === 'day' ? retryAt : at + MINUTE_MS,
        ),
      })

      byPerson.fill(someone, at)
      if (someone.tokens < 1) return limited('person', byPerson.readyAt(someone))
      if (group) {
        byChat.fill(group, at)
        if (group.tokens < 1) return limited('chat', byChat.readyAt(group))
      }
      const day = isoDay(at)
      if (someone.day !== day) Object.assign(someone, { day, questions: 0 })
      if (Math.max(someone.questions, people.questionsOf(person, day)) >= perDay) {
        return limited('day', nextMidnight(at))
      }
      someone.tokens--
      if (group) group.tokens--
      someone.questions = Math.max(someone.questions + 1, people.countQuestion(person, day))
      return { kind: 'allowed' }
    },
  }
}

const measure = (perMinute: number) => {
  const capacity = Math.max(1, Math.floor(perMinute / 3))
  const perMs = Math.max(1, perMinute - capacity) / MINUTE_MS
  return {
    fresh: (at: number): Bucket => ({ tokens: capacity, at }),
    /** A question that was written before the one counted last brings no time with it. */
    fill: (bucket: Bucket, at: number): void => {
      bucket.tokens = Math.min(capacity, bucket.tokens + Math.max(0, at - bucket.at) * perMs)
      bucket.at = Math.max(bucket.at, at)
    },
    readyAt: (bucket: Bucket): number => bucket.at + Math.ceil((1 - bucket.tokens) / perMs),
  }
}

const remembered = <T>(all: Map<string, T>, key: string, make: () => T): T => {
  const one = all.get(key) ?? make()
  all.delete(key)
  all.set(key, one)
  if (all.size > REMEMBERED) all.delete(all.keys().next().value!)
  return one
}

const DAY_MS = 86_400_000
/** Việt Nam is seven hours ahead of UTC the whole year. */
const VIETNAM_MS = 7 * 3_600_000

const nextMidnight = (at: number): number => (Math.floor((at + VIETNAM_MS) / DAY_MS) + 1) * DAY_MS - VIETNAM_MS
