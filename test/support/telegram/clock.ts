/** The bench's time: real, unless a play sets it. Only dates and ages follow it; waiting is always real. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Seconds since 1970, as Telegram writes dates. */
  seconds(): number
  /** Time goes on from here. */
  set(to: Date | number): void
  advance(ms: number): void
  reset(): void
}

export const createClock = (): Clock => {
  let shift = 0
  const now = (): number => Date.now() + shift
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    set: (to) => {
      shift = Number(to) - Date.now()
    },
    advance: (ms) => {
      shift += ms
    },
    reset: () => {
      shift = 0
    },
  }
}
