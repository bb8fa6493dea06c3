/** Stops asking an endpoint that keeps failing, so that nobody waits for it, and tries it again now and then. */
import { faultOf, ModelError, type ModelFault } from '../model-error.ts'

export interface CircuitBreaker {
  /** Runs `work`, or rejects at once with `resting`. */
  run<T>(work: () => Promise<T>): Promise<T>
  state(): 'closed' | 'open' | 'probing'
}

/** reliability.md F9. */
const FAILURES = 5
const WITHIN_MS = 30_000
const REST_MS = 30_000
/** Five in a row count however slowly they come: each that waits for a silent endpoint takes ten seconds to fail. */
const FORGOTTEN_MS = 600_000

/** Faults that say nothing about the health of the endpoint. */
const NOT_ITS_OWN: ReadonlySet<ModelFault> = new Set([
  'stopped',
  'filtered',
  'bad_request',
  'endless',
  'person_budget',
  'total_budget',
])
/** It has answered, if only that it will not do this. */
const IT_LIVES: ReadonlySet<ModelFault> = new Set(['filtered', 'bad_request', 'endless'])

/** `onChange` is told when it opens and when it closes. */
export const createCircuitBreaker = (
  now: () => number = Date.now,
  onChange: (state: 'open' | 'closed') => void = () => {},
): CircuitBreaker => {
  let failures: number[] = []
  let inARow = 0
  let openedAt: number | null = null
  let probing = false

  const failed = (): void => {
    const at = now()
    if (at - (failures.at(-1) ?? at) > FORGOTTEN_MS) inARow = 0
    inARow++
    failures = [...failures.filter((time) => time > at - WITHIN_MS), at]
    if (openedAt === null && failures.length < FAILURES && inARow < FAILURES) return
    if (openedAt === null) onChange('open')
    openedAt = at
  }
  const succeeded = (): void => {
    inARow = 0
    if (openedAt === null) return
    failures = []
    openedAt = null
    onChange('closed')
  }

  return {
    state: () => (openedAt === null ? 'closed' : probing ? 'probing' : 'open'),
    run: async (work) => {
      const isOpen = openedAt !== null
      if (isOpen && (probing || now() - openedAt! < REST_MS))
        throw new ModelError('resting', 'the endpoint has failed too often; it is tried again later')
      if (isOpen) probing = true
      try {
        const result = await work()
        succeeded()
        return result
      } catch (error) {
        const fault = faultOf(error)
        if (!NOT_ITS_OWN.has(fault)) failed()
        else if (isOpen && IT_LIVES.has(fault)) succeeded()
        // it was asked and said nothing: that was the probe of this half minute
        else if (isOpen && fault === 'stopped') openedAt = now()
        throw error
      } finally {
        if (isOpen) probing = false
      }
    },
  }
}
