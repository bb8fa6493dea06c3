import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRateLimit, type RateLimitOptions } from '../../src/desk/rate-limit.ts'
import { isoDay } from '../../src/text/numbers/clock.ts'
import type { Records } from '../../src/desk/records.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { limitMessages } from '../../src/text/messages/limit-messages.ts'
import { scratchFolder } from '../support/scratch.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
/** Midday in Hà Nội. */
const NOON = Date.UTC(2026, 10, 23, 5)
/** 0 giờ of the next day in Hà Nội. */
const MIDNIGHT = Date.UTC(2026, 10, 23, 17)

const opened = (): Records => {
  const records = createSqliteRecords(join(scratchFolder(), 'records'))
  onTestFinished(() => records.close())
  return records
}

interface Desk {
  now: number
  readonly records: Records
  /** Takes a question written `at`, now unless said. */
  ask(person: string, at?: number, chat?: string): ReturnType<ReturnType<typeof createRateLimit>['take']>
}

const desk = (change: Partial<RateLimitOptions> = {}, records = opened()): Desk => {
  const limit = createRateLimit({
    perMinute: 15,
    chatPerMinute: 20,
    perDay: 200,
    people: records.people,
    now: () => desk.now,
    ...change,
  })
  const desk: Desk = {
    now: NOON,
    records,
    ask: (person, at = desk.now, chat = person) =>
      limit.take({ person, chat, isPrivate: chat === person, askedAt: at }),
  }
  return desk
}

/** One question every `everyMs`, for `forMs`. */
const stream = (at: Desk, person: string, everyMs: number, forMs: number, chat = person) => {
  const from = at.now
  const verdicts = []
  for (; at.now < from + forMs; at.now += everyMs) verdicts.push({ at: at.now, ...at.ask(person, at.now, chat) })
  return verdicts
}

describe('how much one may ask', () => {
  it('lets through no more than the limit of a flood in any minute, and tells of it once a minute', () => {
    const verdicts = stream(desk(), 'an', 600, 5 * MINUTE)
    const taken = verdicts.filter(({ kind }) => kind === 'allowed').map(({ at }) => at)
    const inMinuteFrom = (from: number): number => taken.filter((at) => at >= from && at < from + MINUTE).length
    expect(Math.max(...taken.map(inMinuteFrom))).toBeLessThanOrEqual(15)
    expect(taken.length).toBeGreaterThan(45)
    const told = verdicts.filter((verdict) => verdict.kind === 'limited' && verdict.tell).map(({ at }) => at)
    expect(told).toHaveLength(5)
    expect(told.every((at, i) => i === 0 || at - told[i - 1]! >= MINUTE)).toBe(true)
  })

  it('never stops who asks at a person’s pace, and lets a few come at once', () => {
    const at = desk()
    expect(stream(at, 'an', 7 * SECOND, 10 * MINUTE).every(({ kind }) => kind === 'allowed')).toBe(true)
    at.now += MINUTE
    expect([1, 2, 3, 4, 5].map(() => at.ask('an').kind)).toEqual(Array(5).fill('allowed'))
  })

  it('says when the next question is taken, and takes it then', () => {
    const at = desk()
    stream(at, 'an', 1, 5)
    const limited = at.ask('an')
    expect(limited).toMatchObject({ kind: 'limited', which: 'person', tell: true })
    if (limited.kind !== 'limited') return
    expect(limited.retryAt).toBeGreaterThan(at.now)
    at.now = limited.retryAt - 1
    expect(at.ask('an').kind).toBe('limited')
    at.now = limited.retryAt
    expect(at.ask('an').kind).toBe('allowed')
  })

  it('lets a flood of one slow nobody else', () => {
    const at = desk()
    stream(at, 'an', 100, MINUTE)
    expect(['binh', 'chi', 'dung'].map((person) => at.ask(person).kind)).toEqual(['allowed', 'allowed', 'allowed'])
  })

  it('takes a heap after an outage for what it was when it was written', () => {
    const at = desk()
    const written = Array.from({ length: 60 }, (_, i) => NOON - 10 * MINUTE + i * 10 * SECOND)
    expect(written.every((time) => at.ask('an', time).kind === 'allowed')).toBe(true)
  })

  it('believes no time to come, and gains nothing by an older one', () => {
    const at = desk()
    const kinds = Array.from({ length: 8 }, (_, i) => at.ask('an', NOON + i * MINUTE).kind)
    expect(kinds.filter((kind) => kind === 'allowed')).toHaveLength(5)
    expect(Array.from({ length: 5 }, (_, i) => at.ask('an', NOON - DAY + i * MINUTE).kind)).toEqual(
      Array(5).fill('limited'),
    )
  })

  it('counts a group as one, whoever of it asks, and a private chat not at all', () => {
    const at = desk({ chatPerMinute: 6 })
    const members = ['an', 'binh', 'chi', 'dung']
    const verdicts = members.map((person) => at.ask(person, NOON, 'group'))
    expect(verdicts.map(({ kind }) => kind)).toEqual(['allowed', 'allowed', 'limited', 'limited'])
    expect(verdicts.slice(2)).toMatchObject([
      { which: 'chat', tell: true },
      { which: 'chat', tell: false },
    ])
    // what the group was refused is not held against its members
    expect([1, 2, 3, 4, 5].map(() => at.ask('chi').kind)).toEqual(Array(5).fill('allowed'))
    expect(at.ask('an', NOON, 'other group').kind).toBe('allowed')
  })
})

describe('who was told in a group', () => {
  it('is told in private too, once', () => {
    const at = desk({ perDay: 5 })
    stream(at, 'an', 1, 5, 'group')
    const told = ['group', 'group', 'an', 'an'].map((chat) => at.ask('an', at.now, chat))
    expect(told.map((limited) => limited.kind === 'limited' && limited.tell)).toEqual([true, false, true, false])
    at.now += MINUTE
    const inDay = ['group', 'group', 'an', 'an'].map((chat) => at.ask('an', at.now, chat))
    expect(inDay).toMatchObject([true, false, true, false].map((tell) => ({ which: 'day', tell })))
  })
})

describe('how much one may ask in a day', () => {
  it('is counted to midnight in Việt Nam, told once, and begins anew then', () => {
    const at = desk({ perDay: 3 })
    at.now = MIDNIGHT - 2 * MINUTE
    expect([1, 2, 3].map(() => at.ask('an').kind)).toEqual(['allowed', 'allowed', 'allowed'])
    expect(at.ask('an')).toEqual({ kind: 'limited', which: 'day', retryAt: MIDNIGHT, tell: true })
    expect(at.ask('an')).toEqual({ kind: 'limited', which: 'day', retryAt: MIDNIGHT, tell: false })
    at.now = MIDNIGHT
    expect(at.ask('an').kind).toBe('allowed')
    expect([isoDay(MIDNIGHT - 1), isoDay(MIDNIGHT)]).toEqual(['2026-11-23', '2026-11-24'])
  })

  it('is not begun anew by a restart', () => {
    const records = opened()
    const first = desk({ perDay: 2 }, records)
    expect([1, 2].map(() => first.ask('an').kind)).toEqual(['allowed', 'allowed'])
    expect(desk({ perDay: 2 }, records).ask('an')).toMatchObject({ kind: 'limited', which: 'day' })
  })

  it('is not begun anew by who has themselves erased, and neither is the minute', () => {
    const byDay = desk({ perDay: 2 })
    expect([1, 2].map(() => byDay.ask('an').kind)).toEqual(['allowed', 'allowed'])
    byDay.records.erase('an')
    expect(byDay.ask('an')).toMatchObject({ kind: 'limited', which: 'day' })
    const byMinute = desk()
    stream(byMinute, 'an', 1, 5)
    byMinute.records.erase('an')
    expect(byMinute.ask('an')).toMatchObject({ kind: 'limited', which: 'person' })
  })

  it('does not count what was not taken', () => {
    const at = desk()
    stream(at, 'an', 10, SECOND)
    expect(at.records.people.questionsOf('an', '2026-11-23')).toBe(5)
  })
})

it('remembers ten thousand persons and no more', () => {
  const counted = { questionsOf: () => 0, countQuestion: () => 1 }
  const at = desk({ people: counted })
  stream(at, 'an', 1, 5)
  for (let i = 1; i < 10_000; i++) at.ask(`person ${i}`)
  expect(at.ask('an').kind).toBe('limited')
  for (let i = 0; i < 10_000; i++) at.ask(`other ${i}`)
  expect(at.ask('an').kind).toBe('allowed')
})

describe('what is said to who asks too much', () => {
  it('names a time that is not too early', () => {
    expect(limitMessages.person(0)).toContain('sau khoảng 5 giây nữa')
    expect(limitMessages.person(17_001)).toContain('sau khoảng 20 giây nữa')
    expect(limitMessages.person(56_000)).toContain('sau khoảng 1 phút nữa')
    expect(limitMessages.chat(61_000)).toContain('sau khoảng 2 phút nữa')
    expect(limitMessages.day(200)).toContain('sau 0 giờ ngày mai')
    expect(limitMessages.overloaded).toContain('quá tải')
  })
})
