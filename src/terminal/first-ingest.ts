/** A newcomer's first command works: with no index yet, the documents folder is ingested before the question is asked. */
import { join } from 'node:path'
import type { App } from '../app.ts'
import { findFiles } from '../ingest/find-files.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { terminalMessages } from '../text/messages/terminal-messages.ts'
import { CouldNotError } from './command-line.ts'
import { ingestOnTerminal } from './ingest-progress.ts'
import { pageOf, wrap } from './wrap.ts'

/** After another model was chosen: the words find until the documents are ingested anew, and somebody should know. */
export const sayIfVectorsAreMissing = (app: App): void => {
  const model = app.missingVectors()
  const folder = join(app.config.dataDir, 'documents')
  if (model !== null)
    process.stderr.write(`${wrap(terminalMessages.missingVectors(model, folder), pageOf(process.stderr).width)}\n`)
}

/** Does nothing where an index already serves; throws a CouldNotError where one is there but damaged. Progress goes to stderr. */
export const ingestIfEmpty = async (app: App): Promise<void> => {
  if (app.library('public')) return
  // ingesting one folder over it would silently drop what came from others
  if (app.indexIsDamaged()) throw new CouldNotError(terminalMessages.damagedIndex(join(app.config.dataDir, 'index')))
  const folder = join(app.config.dataDir, 'documents')
  process.stderr.write(`${terminalMessages.firstIngest} ${folder}\n`)
  const { embedding } = await ingestOnTerminal(app, {
    found: findFiles([folder], process.cwd()),
    level: null,
    dryRun: false,
    prune: false,
    mayMissVectors: true,
  })
  if (embedding && embedding.missing > 0)
    process.stderr.write(`${wrap(ingestMessages.vectorsMissing(embedding.missing), pageOf(process.stderr).width)}\n`)
}
