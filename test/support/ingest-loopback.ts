/** `npm run ingest` with the fetching process of tests: scripts/ingest.ts otherwise. */
import { fileURLToPath } from 'node:url'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { runCommand } from '../../src/terminal/command-line.ts'
import { ingestCommand } from '../../src/terminal/ingest-command.ts'

const child = fileURLToPath(new URL('gather-loopback-child.ts', import.meta.url))
await runCommand(() => ingestCommand(process.argv, () => createApp(loadConfig(), undefined, child)))
