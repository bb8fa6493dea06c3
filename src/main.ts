/** The program: a chat in the terminal over the documents that were ingested. */
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import { chat } from './terminal/chat.ts'
import { runCommand } from './terminal/command-line.ts'
import { ingestIfEmpty } from './terminal/first-ingest.ts'

await runCommand(async () => {
  const app = createApp(loadConfig())
  try {
    await ingestIfEmpty(app)
    await chat(app, process.stdin, process.stdout)
    return 0
  } finally {
    app.close()
  }
})
