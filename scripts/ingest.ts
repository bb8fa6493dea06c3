/** Files and web pages into the index: `npm run ingest -- [--json] [--level L] [--dry-run] [--prune] PATH|URL…`, `--sources`, `--drop URL`. */
import { createApp } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { runCommand } from '../src/terminal/command-line.ts'
import { ingestCommand } from '../src/terminal/ingest-command.ts'

await runCommand(() => ingestCommand(process.argv, () => createApp(loadConfig())))
