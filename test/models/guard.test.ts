/** What stands between a question and a model: the breaker, the budget, tries, time, and the memory of questions. */
import { getEventListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { costOf, createBudget, createMemoryBook, type Limits, type Spent, type SpendingBook } from '../../src/models/guard/budget.ts' // prettier-ignore
import { createCircuitBreaker } from '../../src/models/guard/circuit-breaker.ts'
import { rememberQueries } from '../../src/models/guard/remember-queries.ts'
import { PASSING, withRetries, type RetryPolicy } from '../../src/models/guard/retry.ts'
import { withinTime, type TimeLimit } from '../../src/models/guard/time-limit.ts'
import { createHashingEmbedder } from '../../src/models/hashing.ts'
import { faultOf, MODEL_FAULTS, ModelError, type ModelFault } from '../../src/models/model-error.ts'
import { seeded } from '../support/random.ts'

const failing = (fault: ModelFault) => (): Promise<never> => Promise.reject(new ModelError(fault, 'test'))
const faultIn = (call: Promise<unknown>): Promise<ModelFault | 'well'> => call.then(() => 'well' as const, faultOf)

describe('the circuit breaker', () => {
  const SECOND = 1_000
  /** With a clock that stands still until it is set forward. */
  const breakerAt = () => {
    let time = 1_750_000_000_000
    const changes: string[] = []
    const breaker = createCircuitBreaker(
      () => time,
      (state) => changes.push(state),
    )
    let calls = 0
    const call = (fault?: ModelFault): Promise<ModelFault | 'well'> =>
      faultIn(
        breaker.run(() => {
          calls++
          return fault === undefined ? Promise.resolve('a') : failing(fault)()
        }),
      )
    const later = (ms: number): void => void (time += ms)
    const fail = async (times: number, everyMs = 0, fault: ModelFault = 'server_error'): Promise<void> => {
      for (let n = 0; n < times; n++) {
        if (n > 0) later(everyMs)
        await call(fault)
      }
    }
    return { breaker, call, fail, later, changes, calls: () => calls }
  }

  it('lets through what is well, and what fails now and then', async () => {
    const { breaker, call, later, changes } = breakerAt()
    for (let n = 0; n < 100; n++) {
      expect(await call()).toBe('well')
      expect(await call('server_error')).toBe('server_error')
      later(8 * SECOND)
    }
    expect([breaker.state(), changes]).toEqual(['closed', []])
  })

  it('opens at the fifth failure within half a minute, also with good calls between', async () => {
    const { breaker, call, fail, later, changes, calls } = breakerAt()
    await fail(4, 7 * SECOND)
    expect(await call()).toBe('well')
    expect(breaker.state()).toBe('closed')
    later(7 * SECOND)
    await fail(1)
    expect([breaker.state(), changes]).toEqual(['open', ['open']])
    const before = calls()
    for (let n = 0; n < 50; n++) expect(await call()).toBe('resting')
    expect(calls()).toBe(before)
  })

  it('does not open at the fifth failure when the first is half a minute old and one call was well', async () => {
    const { breaker, call, fail, later } = breakerAt()
    await fail(4, 7 * SECOND)
    await call()
    later(9 * SECOND)
    await fail(1)
    expect(breaker.state()).toBe('closed')
  })

  it('opens at five in a row however slow, but not over days', async () => {
    const slow = breakerAt()
    await slow.fail(4, 599 * SECOND)
    expect(slow.breaker.state()).toBe('closed')
    slow.later(599 * SECOND)
    await slow.fail(1)
    expect(slow.breaker.state()).toBe('open')
    const rare = breakerAt()
    await rare.fail(50, 601 * SECOND)
    expect(rare.breaker.state()).toBe('closed')
    const broken = breakerAt()
    await broken.fail(4, 60 * SECOND)
    await broken.call()
    broken.later(60 * SECOND)
    await broken.fail(4, 60 * SECOND)
    expect(broken.breaker.state()).toBe('closed')
  })

  it('lets one probe through in half a minute, as long as it fails', async () => {
    const { breaker, fail, call, later, changes, calls } = breakerAt()
    await fail(5)
    const before = calls()
    // ten minutes of questions, one a second
    for (let second = 1; second <= 600; second++) {
      later(SECOND)
      expect(await call('unreachable')).toBe(second % 30 === 0 ? 'unreachable' : 'resting')
    }
    expect(calls() - before).toBe(20)
    expect([breaker.state(), changes]).toEqual(['open', ['open']])
  })

  it('closes after a good probe, and then bears four failures again', async () => {
    const { breaker, call, fail, later, changes } = breakerAt()
    await fail(5)
    later(30 * SECOND - 1)
    expect(await call()).toBe('resting')
    later(1)
    expect(await call()).toBe('well')
    expect([breaker.state(), changes]).toEqual(['closed', ['open', 'closed']])
    await fail(4)
    expect(breaker.state()).toBe('closed')
    await fail(1)
    expect([breaker.state(), changes]).toEqual(['open', ['open', 'closed', 'open']])
  })

  it('rejects calls while a probe is under way', async () => {
    const { breaker, fail, call, later } = breakerAt()
    await fail(5)
    later(30 * SECOND)
    const probe = Promise.withResolvers<string>()
    const probing = breaker.run(() => probe.promise)
    expect(breaker.state()).toBe('probing')
    const others = Promise.all(Array.from({ length: 20 }, () => call()))
    later(300 * SECOND)
    expect(await call()).toBe('resting')
    expect(await others).toEqual(Array(20).fill('resting'))
    probe.resolve('gut')
    expect(await probing).toBe('gut')
    expect([breaker.state(), await call()]).toEqual(['closed', 'well'])
  })

  const NOT_ITS_OWN: readonly ModelFault[] = ['stopped', 'filtered', 'bad_request', 'endless', 'person_budget', 'total_budget'] // prettier-ignore
  const ITS_OWN = MODEL_FAULTS.filter((fault) => !NOT_ITS_OWN.includes(fault) && fault !== 'resting')

  it.each(ITS_OWN)('counts %s', async (fault) => {
    const { breaker, fail } = breakerAt()
    await fail(4, 0, fault)
    expect(breaker.state()).toBe('closed')
    await fail(1, 0, fault)
    expect(breaker.state()).toBe('open')
  })

  it.each(NOT_ITS_OWN)('does not count %s', async (fault) => {
    const { breaker, fail, changes } = breakerAt()
    await fail(20, 0, fault)
    expect([breaker.state(), changes]).toEqual(['closed', []])
    // nor does it make good what failed
    await fail(2, 0, 'timeout')
    await fail(1, 0, fault)
    await fail(3, 0, 'timeout')
    expect(breaker.state()).toBe('open')
  })

  it('counts what is no ModelError', async () => {
    const { breaker, fail } = breakerAt()
    await fail(4)
    await breaker.run(() => Promise.reject(new TypeError('x'))).catch(() => {})
    expect(breaker.state()).toBe('open')
  })

  it.each<[ModelFault, 'open' | 'closed', ModelFault | 'well']>([
    // it has answered
    ['filtered', 'closed', 'well'],
    ['bad_request', 'closed', 'well'],
    ['endless', 'closed', 'well'],
    // it was asked and nobody knows: the next half minute
    ['stopped', 'open', 'resting'],
    // it was not asked
    ['total_budget', 'open', 'well'],
    ['person_budget', 'open', 'well'],
  ])('after a probe that ends with %s is %s, and the next call is %s', async (fault, state, next) => {
    const { breaker, fail, call, later } = breakerAt()
    await fail(5)
    later(31 * SECOND)
    expect(await call(fault)).toBe(fault)
    expect(breaker.state()).toBe(state)
    expect(await call()).toBe(next)
    later(30 * SECOND)
    expect([await call(), breaker.state()]).toEqual(['well', 'closed'])
  })

  it('goes on resting when a call of before fails late, and closes when one ends well', async () => {
    const { breaker, fail, call, later, changes } = breakerAt()
    const [bad, good] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
    const [badCall, goodCall] = [faultIn(breaker.run(() => bad.promise)), breaker.run(() => good.promise)]
    await fail(5)
    later(20 * SECOND)
    bad.reject(new ModelError('timeout', 'late'))
    await badCall
    later(20 * SECOND)
    expect(await call()).toBe('resting')
    good.resolve('a')
    await goodCall
    expect([breaker.state(), changes]).toEqual(['closed', ['open', 'closed']])
  })
})

const NO_LIMITS: Limits = { tokens: null, personTokens: null, cost: null, personCost: null }
const tokens = (count: number): Spent => ({ tokens: count, cost: 0 })
const cost = (amount: number): Spent => ({ tokens: 0, cost: amount })

describe('the budget', () => {
  const budgetOf = (limits: Partial<Limits>, book: SpendingBook = createMemoryBook()) => {
    let day = '2026-03-01'
    const budget = createBudget({ ...NO_LIMITS, ...limits }, book, () => day)
    const reserve = (person: string | null, most: Spent) => {
      try {
        return budget.reserve(person, most)
      } catch (error) {
        return faultOf(error)
      }
    }
    return { budget, reserve, book, setDay: (to: string) => void (day = to), spent: (person: string | null) => book.spent(day, person) } // prettier-ignore
  }

  it('gives nobody a new day whose page was torn out, and goes on where the book takes nothing', () => {
    let pages = new Map<string | null, number>()
    const book: SpendingBook = {
      spent: (_day, person) => ({ tokens: pages.get(person) ?? 0, cost: 0 }),
      add: (_day, person, { tokens: more }) => void pages.set(person, (pages.get(person) ?? 0) + more),
    }
    const erased = budgetOf({ personTokens: 100 }, book)
    erased.budget.reserve('an', tokens(80)).settle(tokens(80))
    pages = new Map()
    expect(erased.reserve('an', tokens(80))).toBe('person_budget')
    erased.setDay('2026-03-02')
    expect(erased.reserve('an', tokens(80))).not.toBe('person_budget')
    const full = budgetOf({ tokens: 100 }, { ...book, add: () => expect.fail('the disk is full') })
    full.budget.reserve('an', tokens(80)).settle(tokens(80))
    expect(full.reserve('an', tokens(80))).toBe('total_budget')
  })

  it('without limits writes down and refuses nothing', () => {
    const { budget, spent } = budgetOf({})
    for (let n = 0; n < 100; n++) budget.reserve('an', { tokens: 1e9, cost: 1e6 }).settle({ tokens: 10, cost: 0.5 })
    expect([spent('an'), spent(null), spent('bình')]).toEqual([{ tokens: 1000, cost: 50 }, { tokens: 1000, cost: 50 }, { tokens: 0, cost: 0 }]) // prettier-ignore
  })

  it.each<[string, Partial<Limits>, Spent, ModelFault, number]>([
    ['tokens of all', { tokens: 1_000 }, tokens(100), 'total_budget', 10],
    ['tokens of one', { personTokens: 450 }, tokens(100), 'person_budget', 4],
    ['cost of all', { cost: 1 }, cost(0.1), 'total_budget', 10],
    ['cost of one', { personCost: 0.35 }, cost(0.1), 'person_budget', 3],
    ['all before one', { tokens: 200, personTokens: 100 }, tokens(150), 'total_budget', 1],
    ['nothing at all', { tokens: 0 }, tokens(1), 'total_budget', 0],
  ])('L4: fifty at once do not go beyond it together: %s', (what, limits, most, fault, fit) => {
    const { reserve } = budgetOf(limits)
    const person = what === 'all before one' ? null : 'an'
    const all = Array.from({ length: 50 }, () => reserve(person, most))
    expect(all.slice(0, fit).every((one) => typeof one === 'object')).toBe(true)
    expect(all.slice(fit)).toEqual(Array(50 - fit).fill(fault))
  })

  it('one person does not use up what is another one’s', () => {
    const { reserve } = budgetOf({ tokens: 1_000, personTokens: 300 })
    const all = ['an', 'bình', 'chi', 'dung'].map((who) => Array.from({ length: 10 }, () => reserve(who, tokens(100))))
    const fits = (ones: readonly unknown[]): number => ones.filter((one) => typeof one === 'object').length
    expect(all.map(fits)).toEqual([3, 3, 3, 1])
    expect(all[0]!.at(-1)).toBe('person_budget')
    expect(all[3]!.at(-1)).toBe('total_budget')
    // nobody known: what all may use
    expect(reserve(null, tokens(1))).toBe('total_budget')
  })

  it('has what was not used given back when a call is settled', () => {
    const { budget, reserve, spent } = budgetOf({ tokens: 1_000, personTokens: 1_000 })
    const first = budget.reserve('an', tokens(900))
    expect(reserve('an', tokens(200))).toBe('total_budget')
    first.settle(tokens(300))
    expect(spent('an')).toEqual(tokens(300))
    const second = budget.reserve('an', tokens(700))
    expect(reserve('an', tokens(1))).toBe('total_budget')
    // it failed, and cost nothing
    second.settle(tokens(0))
    budget.reserve('an', tokens(700)).settle(tokens(700))
    expect([reserve('an', tokens(1)), spent(null)]).toEqual(['total_budget', tokens(1_000)])
  })

  it('is used up by what came to more than was reserved', () => {
    const { budget, reserve, spent } = budgetOf({ tokens: 100 })
    budget.reserve(null, tokens(50)).settle(tokens(130))
    expect([spent(null).tokens, reserve(null, tokens(0)), reserve(null, tokens(1))]).toEqual([130, 'total_budget', 'total_budget']) // prettier-ignore
  })

  it('starts anew with the day; what is under way still counts', () => {
    const { budget, reserve, spent, setDay, book } = budgetOf({ tokens: 100, personTokens: 100 })
    const [early, late] = [budget.reserve('an', tokens(60)), budget.reserve('an', tokens(40))]
    early.settle(tokens(60))
    expect(reserve('an', tokens(1))).toBe('total_budget')
    setDay('2026-03-02')
    expect(spent('an')).toEqual(tokens(0))
    expect(reserve('bình', tokens(61))).toBe('total_budget')
    budget.reserve('bình', tokens(60)).settle(tokens(60))
    // of yesterday's calls, written down today
    late.settle(tokens(40))
    expect([book.spent('2026-03-01', null), book.spent('2026-03-02', null)]).toEqual([tokens(60), tokens(100)])
    setDay('2026-03-03')
    expect(reserve('an', tokens(100))).not.toBe('total_budget')
  })

  it('L4: never goes beyond its limits, whatever comes in whatever order', () => {
    const random = seeded(4)
    const limits = { tokens: 20_000, personTokens: 6_000, cost: 2, personCost: 0.7 }
    const { reserve, spent } = budgetOf(limits)
    const open: { settle(spent: Spent): void; most: Spent }[] = []
    let refused = 0
    for (let step = 0; step < 5_000; step++) {
      if (open.length > 0 && random() < 0.5) {
        const [{ settle, most }] = open.splice(Math.floor(random() * open.length), 1) as [(typeof open)[number]]
        const share = random() < 0.3 ? 0 : random()
        settle({ tokens: Math.floor(most.tokens * share), cost: most.cost * share })
      } else if (open.length < 50) {
        const most = { tokens: Math.floor(random() * 400), cost: random() * 0.04 }
        const found = reserve(random() < 0.1 ? null : `p${Math.floor(random() * 8)}`, most)
        if (typeof found === 'string') refused++
        else open.push({ ...found, most })
      }
      const people = Array.from({ length: 8 }, (_, n) => spent(`p${n}`))
      expect(spent(null).tokens).toBeLessThanOrEqual(limits.tokens)
      expect(spent(null).cost).toBeLessThanOrEqual(limits.cost + 1e-9)
      expect(Math.max(...people.map((one) => one.tokens))).toBeLessThanOrEqual(limits.personTokens)
      expect(Math.max(...people.map((one) => one.cost))).toBeLessThanOrEqual(limits.personCost + 1e-9)
    }
    expect(refused).toBeGreaterThan(100)
    // and all of it may be used
    for (const { settle } of open) settle(tokens(0))
    expect(Math.max(spent(null).tokens / limits.tokens, spent(null).cost / limits.cost)).toBeGreaterThan(0.9)
  })

  it('keeps no trace of calls that have ended, however the amounts add up', () => {
    const { budget, reserve } = budgetOf({ cost: 1 })
    for (let n = 0; n < 1_000; n++) {
      const three = [0.1, 0.2, 0.3].map((amount) => budget.reserve('an', cost(amount)))
      for (const one of three) one.settle(cost(0))
    }
    expect(reserve('an', cost(1))).not.toBe('total_budget')
  })

  it('has a book in memory that knows days and people apart', () => {
    const book = createMemoryBook()
    book.add('2026-03-01', 'an', { tokens: 1, cost: 0.25 })
    book.add('2026-03-01', 'an', { tokens: 2, cost: 0.5 })
    book.add('2026-03-02', 'an', { tokens: 4, cost: 1 })
    book.add('2026-03-01', null, { tokens: 8, cost: 2 })
    expect([book.spent('2026-03-01', 'an'), book.spent('2026-03-02', 'an'), book.spent('2026-03-01', null), book.spent('2026-03-02', null)]).toEqual([
      { tokens: 3, cost: 0.75 },
      { tokens: 4, cost: 1 },
      { tokens: 8, cost: 2 },
      { tokens: 0, cost: 0 },
    ]) // prettier-ignore
  })

  it('counts money by the million tokens', () => {
    expect(costOf({ tokensIn: 2_000_000, tokensOut: 500_000 }, { in: 3, out: 10 })).toBe(11)
  })
})

describe('trying again', () => {
  const policy: RetryPolicy = { tries: 3, pauseMs: 1, longestPauseMs: 500, faults: PASSING }
  /** Fails as listed, then is well. */
  const work = (...faults: readonly (ModelFault | ModelError)[]) => {
    const tries: number[] = []
    const run = (): Promise<string> => {
      const fault = faults[tries.push(performance.now()) - 1]
      if (fault === undefined) return Promise.resolve('well')
      return Promise.reject(typeof fault === 'string' ? new ModelError(fault, 'test') : fault)
    }
    return { run, tries }
  }

  it.each<[readonly ModelFault[], ModelFault | 'well', number]>([
    [[], 'well', 1],
    [['server_error'], 'well', 2],
    [['rate_limited', 'unreachable'], 'well', 3],
    [['rate_limited', 'unreachable', 'server_error'], 'server_error', 3],
    [['bad_request'], 'bad_request', 1],
    [['server_error', 'timeout'], 'timeout', 2],
  ])('%j: %s after %i', async (faults, expected, count) => {
    const { run, tries } = work(...faults)
    expect(await faultIn(withRetries(policy, run))).toBe(expected)
    expect(tries).toHaveLength(count)
  })

  it.each(MODEL_FAULTS.filter((fault) => !PASSING.has(fault)))('is of no use after %s', async (fault) => {
    const { run, tries } = work(fault)
    expect(await faultIn(withRetries(policy, run))).toBe(fault)
    expect(tries).toHaveLength(1)
  })

  it('waits longer each time, and as long as it is asked to', async () => {
    const growing = work('server_error', 'server_error', 'server_error')
    await withRetries({ ...policy, tries: 4, pauseMs: 40 }, growing.run)
    const pauses = growing.tries.slice(1).map((at, n) => at - growing.tries[n]!)
    // a timer may be a millisecond early
    for (const [n, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(40 * 2 ** n * 0.75 - 2)
    const asked = work(new ModelError('rate_limited', 'test', 300))
    await withRetries(policy, asked.run)
    expect(asked.tries[1]! - asked.tries[0]!).toBeGreaterThanOrEqual(298)
  })

  it.each<[string, Partial<RetryPolicy>, number]>([
    ['it is asked to wait too long', {}, 501],
    ['its own pause is too long', { pauseMs: 1_000 }, 0],
    ['the time would be up', { until: 0 }, 0],
  ])('gives up at once when %s', async (_what, more, retryAfterMs) => {
    const { run, tries } = work(new ModelError('rate_limited', 'test', retryAfterMs))
    expect(await faultIn(withRetries({ ...policy, ...more }, run))).toBe('rate_limited')
    expect(tries).toHaveLength(1)
  })

  it('ends with the asker’s patience, in the midst of a pause', async () => {
    const { run, tries } = work('server_error')
    const controller = new AbortController()
    const call = faultIn(withRetries({ ...policy, pauseMs: 30_000, longestPauseMs: 60_000, signal: controller.signal }, run)) // prettier-ignore
    await sleep(20)
    controller.abort()
    expect(await call).toBe('stopped')
    expect(tries).toHaveLength(1)
    const again = work('server_error')
    expect(await faultIn(withRetries({ ...policy, signal: controller.signal }, again.run))).toBe('server_error')
    expect(again.tries).toHaveLength(1)
  })
})

describe('the time limit', () => {
  const FAR = { totalMs: 30_000, idleMs: 30_000 }
  const never = (): Promise<never> => new Promise(() => {})
  const withFakeTimers = (): void => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
  }

  it.each<[string, object, ModelFault]>([
    ['silence', { totalMs: 30_000, idleMs: 20 }, 'stalled'],
    ['length', { totalMs: 20, idleMs: 30_000 }, 'timeout'],
  ])('ends work that does not heed it: %s', async (_what, limits, expected) => {
    let signal: AbortSignal | undefined
    const call = withinTime({ ...FAR, ...limits }, (limit) => {
      signal = limit.signal
      return never()
    })
    expect(await faultIn(call)).toBe(expected)
    expect(signal!.aborted).toBe(true)
  })

  it('begins the silence anew with everything heard, but not the whole time', async () => {
    withFakeTimers()
    let limit: TimeLimit | undefined
    const call = faultIn(
      withinTime({ totalMs: 1_000, idleMs: 100 }, (given) => {
        limit = given
        return never()
      }),
    )
    for (let at = 99; at < 1_000; at += 99) {
      vi.advanceTimersByTime(99)
      expect(limit!.fault()).toBeNull()
      limit!.heard()
    }
    vi.advanceTimersByTime(10)
    expect(await call).toBe('timeout')
    // heard after the end: it stays ended
    limit!.heard()
    vi.advanceTimersByTime(1_000)
    expect([limit!.fault(), vi.getTimerCount()]).toEqual(['timeout', 0])
  })

  it('gives back what came in time, and throws what was thrown', async () => {
    expect(await withinTime(FAR, () => Promise.resolve(5))).toBe(5)
    const error = new ModelError('filtered', 'test')
    expect(await withinTime(FAR, () => Promise.reject(error)).catch((thrown: unknown) => thrown)).toBe(error)
    const other = new TypeError('x')
    const thrower = (): never => {
      throw other
    }
    expect(await withinTime(FAR, thrower).catch((thrown: unknown) => thrown)).toBe(other)
  })

  it('says why it ended, not what broke by it', async () => {
    const call = withinTime({ ...FAR, idleMs: 20 }, ({ signal }) => {
      const { promise, reject } = Promise.withResolvers<never>()
      signal.addEventListener('abort', () => reject(new TypeError('terminated')))
      return promise
    })
    expect(await faultIn(call)).toBe('stalled')
  })

  it('is stopped by the asker, before and during, and leaves nothing behind', async () => {
    let begun = 0
    const work = (): Promise<never> => {
      begun++
      return never()
    }
    expect(await faultIn(withinTime({ ...FAR, signal: AbortSignal.abort() }, work))).toBe('stopped')
    expect(begun).toBe(0)
    const controller = new AbortController()
    const { signal } = controller
    for (let n = 0; n < 20; n++) await withinTime({ ...FAR, signal }, () => Promise.resolve(n))
    expect(getEventListeners(signal, 'abort')).toEqual([])
    const call = faultIn(withinTime({ ...FAR, signal }, work))
    controller.abort()
    expect(await call).toBe('stopped')
    expect(begun).toBe(1)
  })

  it('leaves no timer behind', async () => {
    withFakeTimers()
    await withinTime(FAR, () => Promise.resolve(1))
    await withinTime(FAR, ({ heard }) => Promise.resolve(heard()))
    await faultIn(withinTime(FAR, failing('cut')))
    await faultIn(withinTime({ ...FAR, signal: AbortSignal.abort() }, never))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the memory of questions', () => {
  const remembering = () => {
    const asked: string[] = []
    let fault: ModelFault | null = null
    const own = createHashingEmbedder(8)
    const embedder = rememberQueries({
      ...own,
      embedQuery: (text: string) => {
        asked.push(text)
        return fault ? failing(fault)() : own.embedQuery(text)
      },
    })
    return { embedder, asked, own, fail: (as: ModelFault | null) => void (fault = as) }
  }

  it('asks once for the same text, and for each other one', async () => {
    const { embedder, asked, own } = remembering()
    for (const text of ['a', 'b', 'a', 'a ', 'b']) expect(await embedder.embedQuery(text)).toEqual(await own.embedQuery(text)) // prettier-ignore
    expect(asked).toEqual(['a', 'b', 'a '])
    expect([embedder.remembered('a'), embedder.remembered('c')]).toEqual([await own.embedQuery('a'), null])
  })

  it('does not remember a failure', async () => {
    const { embedder, asked, fail } = remembering()
    fail('timeout')
    expect(await faultIn(embedder.embedQuery('a'))).toBe('timeout')
    expect(embedder.remembered('a')).toBeNull()
    fail(null)
    expect(await faultIn(embedder.embedQuery('a'))).toBe('well')
    expect(asked).toEqual(['a', 'a'])
  })

  it('keeps the five hundred that were asked last', async () => {
    const { embedder, asked } = remembering()
    for (let n = 0; n < 500; n++) await embedder.embedQuery(`${n}`)
    await embedder.embedQuery('0')
    embedder.remembered('1')
    await embedder.embedQuery('500')
    expect(asked).toHaveLength(501)
    expect(['0', '1', '2', '3', '500'].map((text) => embedder.remembered(text) !== null)).toEqual([true, true, false, true, true]) // prettier-ignore
  })

  it('is the same embedder in all else', async () => {
    const { embedder, own } = remembering()
    const { id, dimensions, maySee, weight, keepsLength, batch } = own
    expect(embedder).toMatchObject({ id, dimensions, maySee, weight, keepsLength, batch })
    expect(await embedder.embedDocuments(['a'])).toEqual(await own.embedDocuments(['a']))
  })
})
