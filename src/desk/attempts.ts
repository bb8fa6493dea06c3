/** How often something may be tried in vain: counted in memory, for each who tries and for all together. */

export interface Attempts {
  /** Whether another attempt may be made now. */
  mayTry(who: string, now: number): boolean
  /** One was in vain. */
  failed(who: string, now: number): void
}

export interface AttemptLimits {
  readonly each: number
  /** Accounts cost little: all of them together are held back too. */
  readonly all: number
  readonly withinMs: number
}

export const createAttempts = ({ each, all, withinMs }: AttemptLimits): Attempts => {
  let failures: { readonly who: string; readonly at: number }[] = []
  const recent = (now: number): typeof failures => (failures = failures.filter(({ at }) => at > now - withinMs))
  return {
    mayTry: (who, now) => {
      const counted = recent(now)
      return counted.length < all && counted.filter((one) => one.who === who).length < each
    },
    failed: (who, now) => void recent(now).push({ who, at: now }),
  }
}
