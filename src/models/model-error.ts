/** What may go wrong with a model, as a value with a name: it is counted, recorded, and answered by going on without. */

export const MODEL_FAULTS = [
  /** It did not end in time. */
  'timeout',
  /** It fell silent for too long. */
  'stalled',
  'rate_limited',
  'server_error',
  /** Nobody answers at its address. */
  'unreachable',
  /** It does not take our key. */
  'unauthorised',
  /** It does not understand what it is asked. */
  'bad_request',
  /** What came back is no reply: a web page, broken JSON, an error inside, the wrong count. */
  'bad_reply',
  'empty',
  /** The connection ended, or the length was reached, before the reply did. */
  'cut',
  'filtered',
  /** It does not stop writing. */
  'endless',
  /** The breaker is open: the endpoint has failed too often and is left in peace. */
  'resting',
  'person_budget',
  'total_budget',
  /** The asker, or the end of the program, wanted no more of it. */
  'stopped',
] as const

export type ModelFault = (typeof MODEL_FAULTS)[number]

export class ModelError extends Error {
  readonly fault: ModelFault
  /** After how many milliseconds the server wants to be asked again, where it said so. */
  readonly retryAfterMs: number | null
  /** `message` is logged: never with what was sent or received. For the same reason there is no cause. */
  constructor(fault: ModelFault, message: string, retryAfterMs: number | null = null) {
    super(`[models] ${fault}: ${message}`)
    this.name = 'ModelError'
    this.fault = fault
    this.retryAfterMs = retryAfterMs
  }
}

export const faultOf = (error: unknown): ModelFault => (error instanceof ModelError ? error.fault : 'server_error')
