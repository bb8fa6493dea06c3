import type { ReadFailureReason } from '../../text/messages/reading-messages.ts'

/** How a reader, however deep in a file, gives it up: caught in read-file.ts only, where it becomes a value. */
export class Refused extends Error {
  readonly reason: ReadFailureReason
  readonly detail: string
  constructor(reason: ReadFailureReason, detail: string) {
    super(`${reason} ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}

export const refuse = (reason: ReadFailureReason, detail = ''): never => {
  throw new Refused(reason, detail)
}
