/** The bot with the fetching process of tests: src/main.ts otherwise. */
import { fileURLToPath } from 'node:url'
import { createApp } from '../../src/app.ts'
import { runBot } from '../../src/bot/start-bot.ts'
import { loadConfig } from '../../src/config.ts'
import { createLogger } from '../../src/telemetry.ts'
import { runCommand } from '../../src/terminal/command-line.ts'
import { stopSignal } from '../../src/terminal/process-end.ts'

await runCommand(async () => {
  const config = loadConfig()
  const log = createLogger(config.logLevel)
  const app = createApp(config, log, fileURLToPath(new URL('gather-loopback-child.ts', import.meta.url)))
  try {
    const around = { stop: stopSignal(), say: () => {}, complain: () => {} }
    return (await runBot(app.openDesk(config.telegram!), around)).code
  } finally {
    app.close()
  }
})
process.exit()
