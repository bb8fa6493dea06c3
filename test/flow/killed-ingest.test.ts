import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { seeded } from '../support/random.ts'
import { runJson, start } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const KILLS_OF_PUBLISHING = 40
const KILLS_OF_INGESTION = 10

it(`serves a whole snapshot, never older than the last one announced, after each of ${KILLS_OF_PUBLISHING} kills while publishing`, async () => {
  const folder = scratchFolder()
  const random = seeded(50)
  let announced = ''
  for (let kill = 0; kill < KILLS_OF_PUBLISHING; kill++) {
    const child = start('test/support/publish-forever.ts', [folder], { dataDir: folder })
    const lines = createInterface({ input: child.stdout! })
    const after = Math.floor(random() * 60)
    // counted from the first snapshot of this process, so that the kill falls anywhere in the next ones
    for await (const line of lines) {
      if (line.split(' ')[1] === '0') setTimeout(() => child.kill('SIGKILL'), after)
      announced = line.split(' ')[0]!
    }
    const warnings: string[] = []
    const index = createEmbeddedIndex(folder, null, (warning) => warnings.push(warning))
    const { info } = index.open()!
    expect(warnings).toEqual([])
    expect(info.id >= announced, `${info.id} is older than ${announced}`).toBe(true)
    expect(index.open()!.scope('public').library.content('n')!.text.length).toBeGreaterThan(10_000)
    index.close()
  }
})

it(`keeps the old index through ${KILLS_OF_INGESTION} kills of the ingest command, and the next run makes what a clean one makes`, async () => {
  const documents = scratchFolder()
  const [killed, clean] = [scratchFolder(), scratchFolder()]
  const write = (name: string, words: string): void => writeFileSync(join(documents, name), `${words}\n`.repeat(30))
  mkdirSync(documents, { recursive: true })
  write('cu.txt', 'Văn bản cũ nói về việc thu đảng phí của chi bộ.')
  await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir: killed })
  for (let n = 0; n < 12; n++) write(`moi-${n}.txt`, `Văn bản mới số ${n} nói về sinh hoạt chi bộ.`)

  const random = seeded(11)
  for (let kill = 0; kill < KILLS_OF_INGESTION; kill++) {
    const child = start('scripts/ingest.ts', ['--json', documents], { dataDir: killed })
    const timer = setTimeout(() => child.kill('SIGKILL'), 20 + Math.floor(random() * 700))
    await new Promise((resolve) => child.once('close', resolve))
    clearTimeout(timer)
    const index = createEmbeddedIndex(join(killed, 'index'), null)
    expect([1, 13]).toContain(index.open()!.info.documents)
    index.close()
  }
  await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir: killed })
  await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir: clean })
  const passages = (dataDir: string): unknown => {
    const { library } = createEmbeddedIndex(join(dataDir, 'index'), null).open()!.scope('staff')
    return library.cards.map((card) => {
      const { text, headings, passages } = library.content(card.id)!
      return { card, text, headings, passages }
    })
  }
  expect(passages(killed)).toEqual(passages(clean))
})
