/** What can go wrong with the records themselves. Messages are Vietnamese: they are the one line a start that fails shows. */

/** Why the records could not be opened. */
export type RecordsFault = 'in_use' | 'damaged' | 'newer' | 'not_kept' | 'not_writable' | 'key_missing' | 'key_damaged'

/** The records cannot be used; nothing on disk was changed. */
export class RecordsError extends Error {
  readonly fault: RecordsFault
  constructor(fault: RecordsFault, message: string) {
    super(message)
    this.name = 'RecordsError'
    this.fault = fault
  }
}

/** The disk is full: the call changed nothing, and everything written before can still be read. */
export class RecordsFullError extends Error {
  constructor(cause: unknown) {
    super('the disk is full: nothing can be written down', { cause })
    this.name = 'RecordsFullError'
  }
}
