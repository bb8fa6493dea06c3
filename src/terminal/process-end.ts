/** How a program that runs until it is told to stop ends: politely when told, loudly when something unforeseen happens. */
import type { Logger } from '../telemetry.ts'

/** One Ctrl-C comes twice below npm: from the terminal to all, and from npm to its program. */
const SAME_MS = 1_000

/** Aborted by SIGTERM or SIGINT; another one later ends the process at once. */
export const stopSignal = (): AbortSignal => {
  const controller = new AbortController()
  let toldAt = 0
  const tell = (): void => {
    if (!controller.signal.aborted) {
      toldAt = performance.now()
      controller.abort()
    } else if (performance.now() - toldAt > SAME_MS) process.exit(1)
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, tell)
  return controller.signal
}

/** Whoever is alive must be able to hear: what nobody has caught ends the process, so that its supervisor starts it anew. */
export const failLoudly = (log: Logger): void => {
  const fail = (error: unknown): void => {
    log.fatal({ err: error }, 'the program ends: an error that nobody has caught')
    process.exit(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
