/** Takes a folder in as the app does, but with one reading process for all the tests of a file: to start one takes most of the time. */
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { createDocumentReader, type DocumentReader } from '../../src/documents/reading/read-in-child.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { ingestFiles } from '../../src/ingest/ingest-files.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'

let reader: DocumentReader | null = null
afterAll(async () => {
  await reader?.close()
  reader = null
})

export const ingestHere = async (dataDir: string, folder: string, { prune = false } = {}): Promise<void> => {
  const index = createEmbeddedIndex(join(dataDir, 'index'), null)
  const writer = await index.write()
  reader ??= createDocumentReader({ ...createConfig({}, '/').ingest, workers: 1 })
  try {
    await ingestFiles({ found: findFiles([folder], process.cwd()), level: null, dryRun: false, prune }, { writer, reader }) // prettier-ignore
  } finally {
    writer.close()
    index.close()
  }
}
