import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { IngestReport } from '../../src/ingest/report.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { lockIndex } from '../../src/search/snapshot/index-lock.ts'
import { runJson, start } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const ROUNDS = 8

it(`ends with both folders in the index in each of ${ROUNDS} races of two ingest commands`, async () => {
  const documents = scratchFolder()
  const dataDir = scratchFolder()
  for (const name of ['a', 'b']) mkdirSync(join(documents, name))
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['a', 'b'])
      writeFileSync(join(documents, name, 'van-ban.txt'), `Văn bản ${name}, lượt ${round}.`)
    await Promise.all(
      ['a', 'b'].map((name) =>
        runJson<IngestReport>('scripts/ingest.ts', ['--json', join(documents, name)], { dataDir }),
      ),
    )
    const index = createEmbeddedIndex(join(dataDir, 'index'), null)
    const { library } = index.open()!.scope('staff')
    const texts = library.cards.map((card) => library.content(card.id)!.text).sort()
    index.close()
    expect(texts).toEqual([`Văn bản a, lượt ${round}.`, `Văn bản b, lượt ${round}.`])
  }
})

it('tells the second command who holds the index, and lets it go on when that one ends', async () => {
  const documents = scratchFolder()
  const dataDir = scratchFolder()
  writeFileSync(join(documents, 'a.txt'), 'Chi bộ họp mỗi tháng một lần.')
  const unlock = await lockIndex(join(dataDir, 'index'))
  const child = start('scripts/ingest.ts', [documents], { dataDir })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdout!.resume()
  const said = await new Promise<string>((resolve) => child.stderr!.on('data', (piece) => resolve(String(piece))))
  expect(said).toContain(`Đang có một lượt nạp khác (process ${process.pid}`)
  unlock()
  expect(await ended).toBe(0)
  expect(createEmbeddedIndex(join(dataDir, 'index'), null).open()!.info.documents).toBe(1)
})

it('is not held up by the lock of a process that was killed', async () => {
  const documents = scratchFolder()
  const dataDir = scratchFolder()
  writeFileSync(join(documents, 'a.txt'), 'Chi bộ họp mỗi tháng một lần.')
  const holder = start('test/support/publish-forever.ts', [join(dataDir, 'index')], { dataDir })
  await new Promise((resolve) => holder.stdout!.once('data', resolve))
  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('close', resolve))
  const report = await runJson<IngestReport>('scripts/ingest.ts', ['--json', '--prune', documents], { dataDir })
  expect(report.counts).toMatchObject({ added: 1, removed: 1 })
})
