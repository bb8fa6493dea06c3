/** Ids of answers, cases and uploads: random, so that nobody guesses another's, and short enough for a button. */
import { randomBytes } from 'node:crypto'

/** `[A-Za-z0-9_-]{12}` */
export const newId = (): string => randomBytes(9).toString('base64url')
