/** The technical log: one JSON line an event on stderr, in English, never with the words of a question or a document. */
import pino, { type Logger } from 'pino'

export type { Logger }

export const createLogger = (level: 'error' | 'warn' | 'info' | 'debug'): Logger =>
  pino(
    { level, base: null, redact: ['token', 'apiKey', '*.token', '*.apiKey'] },
    pino.destination({ fd: 2, sync: true }),
  )
