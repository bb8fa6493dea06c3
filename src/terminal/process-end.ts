/** How a program that runs until it is told to stop ends: politely when told, loudly when something unforeseen happens. */
import type { Logger } from '../telemetry.ts'

/** Aborted by SIGTERM or SIGINT; a second one ends the process at once. */
export const stopSignal = (): AbortSignal => {
  const controller = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT'] as const)
    process.on(name, () => (controller.signal.aborted ? process.exit(1) : controller.abort()))
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
