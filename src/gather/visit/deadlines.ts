/** Time for a request: one limit for each stage, one for all of it. */

export interface Deadlines {
  /** Aborted with a `slow` error when time is up, or when the caller's signal is. */
  readonly signal: AbortSignal
  /** The stage that begins now may last so long. */
  stage(milliseconds: number): void
  end(): void
}

export class TooSlow extends Error {}

export const createDeadlines = (totalMs: number, outer: AbortSignal): Deadlines => {
  const controller = new AbortController()
  const tooSlow = (): void => controller.abort(new TooSlow())
  const total = setTimeout(tooSlow, totalMs)
  let stage: NodeJS.Timeout | undefined
  const stop = (): void => controller.abort(outer.reason)
  if (outer.aborted) stop()
  outer.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    stage: (milliseconds) => {
      clearTimeout(stage)
      stage = setTimeout(tooSlow, milliseconds)
    },
    end: () => {
      clearTimeout(total)
      clearTimeout(stage)
      outer.removeEventListener('abort', stop)
    },
  }
}
