/** In a process of its own: grows a library and publishes it. `node build-grown.ts FOLDER|- PASSAGES INDEX_FOLDER` */
import { createEmbeddedIndex } from '../../../src/search/embedded-index.ts'
import { grownDocuments, readSeed } from './grow-library.ts'

const [folder, passages, indexFolder] = process.argv.slice(2)
const seed = readSeed(folder === '-' ? null : folder!, 0)
const index = createEmbeddedIndex(indexFolder!, null)
const writer = await index.write()
const put = [...grownDocuments(seed, Number(passages))]
const started = performance.now()
const info = await writer.publish({ put, removeSources: [] })
writer.close()
index.close()
process.stdout.write(JSON.stringify({ ...info, seconds: (performance.now() - started) / 1000 }))
