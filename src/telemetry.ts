/** The technical log: one JSON line an event on stderr, in English, never with the words of a question or a document. */
import pino, { type Logger } from 'pino'

export type { Logger }

export const createLogger = (level: 'error' | 'warn' | 'info' | 'debug'): Logger => {
  const stderr = pino.destination({ fd: 2, sync: true })
  return pino(
    {
      level,
      base: null,
      redact: ['token', 'apiKey', '*.token', '*.apiKey'],
      serializers: { err: safeError, error: safeError },
    },
    // the last gate: whatever was logged, and however deep it lies, no line carries a token
    { write: (line) => void stderr.write(withoutSecrets(line)) },
  )
}

/** A bot's token, alone or in an address; what follows it in the address of a file goes too (telegram.md trap 5). */
const TOKEN = /(?:\/file)?(?:\/?bot)?\d{3,20}:[\w-]{20,}(?:\/[\w./-]+)?/g
/** Name and password in an address, as of a proxy. */
const PASSWORD = /(:\/\/)[^\s/"]+@/g

export const withoutSecrets = (text: string): string => text.replace(TOKEN, '[token]').replace(PASSWORD, '$1[secret]@')

/**
 * An error as it may stand in a log: what happened and where. Never its other fields: an error of the Bot API carries the
 * message that could not be sent, one of the network the address with the token.
 */
export const safeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutSecrets(error) : typeof error
  const { name, message, stack, cause, ...rest } = error as Error & Record<string, unknown>
  const inner = cause ?? rest.error
  return {
    name,
    message: withoutSecrets(message),
    ...(stack && { stack: withoutSecrets(stack) }),
    ...pick(rest, ['code', 'error_code', 'method', 'description', 'errcode']),
    ...(inner instanceof Error && { cause: safeError(inner) }),
  }
}

const pick = (from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => ['string', 'number'].includes(typeof from[name])).map((n) => [n, from[n]]))
