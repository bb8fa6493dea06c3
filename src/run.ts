/** The program: the bot, if there is a token for one, else a chat in the terminal; both over the documents that were ingested. */
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import { createLogger } from './telemetry.ts'
import { chat } from './terminal/chat.ts'
import { runCommand } from './terminal/command-line.ts'
import { ingestIfEmpty, sayIfVectorsAreMissing } from './terminal/first-ingest.ts'
import { failLoudly, stopSignal } from './terminal/process-end.ts'

await runCommand(async () => {
  const config = loadConfig()
  const log = createLogger(config.logLevel)
  const app = createApp(config, log)
  try {
    await ingestIfEmpty(app)
    sayIfVectorsAreMissing(app)
    if (config.telegram === null) {
      await chat(app, process.stdin, process.stdout)
      return 0
    }
    failLoudly(log)
    // the terminal's first answer does not wait for it
    const { runBot } = await import('./bot/start-bot.ts')
    const deps = app.openDesk(config.telegram)
    const { code, line } = await runBot(deps, {
      stop: stopSignal(),
      say: (text) => void process.stdout.write(`${text}\n`),
      complain: (text) => void process.stderr.write(`${text}\n`),
    })
    if (line !== null) process.stderr.write(`${line}\n`)
    return code
  } finally {
    app.close()
  }
})
// what may still be on its way (a call that is about to be repeated) is not waited for
process.exit()
