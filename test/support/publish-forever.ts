/** Publishes one snapshot after another until it is killed. Arguments: index folder. Says each id once it is published. */
import { documentFromText } from '../../src/documents/create-document.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'

const index = createEmbeddedIndex(process.argv[2]!, null)
for (let n = 0; ; n++) {
  const writer = await index.write()
  const text = `Bản thứ ${n}. `.repeat(2_000)
  const { id } = await writer.publish({
    put: [documentFromText({ id: 'n', source: 'n.txt', title: `Bản ${n}`, text })],
    removeSources: [],
  })
  writer.close()
  process.stdout.write(`${id} ${n}\n`)
}
