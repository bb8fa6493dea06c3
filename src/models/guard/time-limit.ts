/** Time for one call: an end by which it must be over, and the longest silence on the way. */
import { ModelError, type ModelFault } from '../model-error.ts'

export interface TimeLimit {
  /** Aborted when the time is up, the silence too long, or the caller wants no more. */
  readonly signal: AbortSignal
  /** Something came: the silence begins anew. */
  heard(): void
  /** Why it was aborted; null where it was not. */
  fault(): Extract<ModelFault, 'timeout' | 'stalled' | 'stopped'> | null
  end(): void
}

/**
 * openai's own `timeout` ends at the response headers (reliability.md §0.6): these two timers run until the reply is whole.
 * `idleMs` counts from the start, so that a slow first byte is a silence too.
 */
export const startTimeLimit = (totalMs: number, idleMs: number, outer?: AbortSignal): TimeLimit => {
  const controller = new AbortController()
  let fault: ReturnType<TimeLimit['fault']> = null
  const give = (why: NonNullable<typeof fault>): void => {
    fault ??= why
    controller.abort()
  }
  const stop = (): void => give('stopped')
  const total = setTimeout(() => give('timeout'), totalMs)
  let idle = setTimeout(() => give('stalled'), idleMs)
  if (outer?.aborted) stop()
  else outer?.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(idle)
      if (fault === null) idle = setTimeout(() => give('stalled'), idleMs)
    },
    fault: () => fault,
    end: () => {
      clearTimeout(total)
      clearTimeout(idle)
      outer?.removeEventListener('abort', stop)
    },
  }
}

/** `work` under a limit; what it throws once the time is up is the limit's own fault. The work need not heed the signal. */
export const withinTime = async <T>(
  { totalMs, idleMs, signal }: { readonly totalMs: number; readonly idleMs: number; readonly signal?: AbortSignal },
  work: (limit: TimeLimit) => Promise<T>,
): Promise<T> => {
  const limit = startTimeLimit(totalMs, idleMs, signal)
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(new Error('aborted'))
  limit.signal.addEventListener('abort', abort, { once: true })
  try {
    if (limit.signal.aborted) throw new Error('aborted')
    return await Promise.race([work(limit), aborted.promise])
  } catch (error) {
    const fault = limit.fault()
    if (fault === 'stopped') throw new ModelError(fault, 'the call was given up')
    if (fault) throw new ModelError(fault, `gave up after ${Math.round(fault === 'stalled' ? idleMs : totalMs)} ms`)
    throw error
  } finally {
    limit.signal.removeEventListener('abort', abort)
    limit.end()
  }
}
