import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { createIngestAside } from '../../src/ingest/ingest-aside.ts'
import { lockIndex } from '../../src/search/snapshot/index-lock.ts'
import { root } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const CHILD = `${root}src/ingest-aside-child.ts`

const home = (entry = CHILD) => {
  const dir = scratchFolder()
  const documents = join(dir, 'documents')
  mkdirSync(documents)
  const config = createConfig({ DATA_DIR: dir }, dir)
  const app = createApp(config)
  onTestFinished(() => app.close())
  const aside = createIngestAside({ entry, settings: config, base: dir })
  onTestFinished(() => aside.close())
  const write = (name: string, text: string): string => {
    writeFileSync(join(documents, name), text)
    return join(documents, name)
  }
  const sources = () => app.library('staff')?.cards.map(({ source }) => source) ?? []
  return { dir, documents, aside, write, sources }
}

it('ingests as the command does: files, then a folder from which one has gone', async () => {
  const { aside, documents, write, sources } = home()
  const one = write('a.txt', 'Quy định về đảng phí: nộp hằng tháng.')
  const first = await aside.ingest([one])
  expect(first).toMatchObject({ ok: true, report: { counts: { added: 1 } } })
  expect(sources()).toEqual(['documents/a.txt'])
  write('b.txt', 'Quy định về thẻ đảng.')
  expect(await aside.ingest([documents])).toMatchObject({ ok: true, report: { counts: { added: 1, unchanged: 1 } } })
  expect(sources()).toEqual(['documents/a.txt', 'documents/b.txt'])
})

it('takes one after the other, and gives up one that is no longer wanted', async () => {
  const { aside, dir, write, sources } = home()
  const files = ['a', 'b', 'c'].map((name) => write(`${name}.txt`, `Quy định về việc ${name}.`))
  const unlock = await lockIndex(join(dir, 'index'))
  const unwanted = new AbortController()
  const outcomes = files.map((file, i) => aside.ingest([file], i === 1 ? unwanted.signal : undefined))
  unwanted.abort()
  unlock()
  expect(await Promise.all(outcomes)).toMatchObject([{ ok: true }, { ok: false, reason: 'stopped' }, { ok: true }])
  expect(sources()).toEqual(['documents/a.txt', 'documents/c.txt'])
  const waiting = new AbortController()
  const again = await lockIndex(join(dir, 'index'))
  const stopped = aside.ingest([files[1]!], waiting.signal)
  setImmediate(() => waiting.abort())
  expect(await stopped).toEqual({ ok: false, reason: 'stopped' })
  again()
})

it('says so when its process dies', async () => {
  const { dir, write } = home()
  const file = write('a.txt', 'Quy định về đảng phí.')
  const dying = join(dir, 'dying.mjs')
  writeFileSync(dying, 'process.once("message", () => process.kill(process.pid, "SIGKILL"))')
  const aside = createIngestAside({ entry: dying, settings: {}, base: dir })
  expect(await aside.ingest([file])).toEqual({ ok: false, reason: 'internal' })
})
