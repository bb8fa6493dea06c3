/** The process dies while thousands of passages are being embedded, again and again: what has been paid for is hardly paid for twice. */
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { IngestReport } from '../../src/ingest/report.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { normalise } from '../../src/search/snapshot/vectors.ts'
import { createOpenAiServer, vectorOf } from '../support/openai-server.ts'
import { seeded } from '../support/random.ts'
import { runJson, start } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const DOCUMENTS = 11
/** Labels have three digits at most. */
const ARTICLES = 910
const KILLS = 10
/** Texts of a batch. */
const BATCH = 32
const DIMENSIONS = 64
/** Calls between two kills at least, so that every life gets to embed. */
const APART = 5

const writeDocuments = (folder: string): void => {
  for (let d = 0; d < DOCUMENTS; d++) {
    const articles = Array.from(
      { length: ARTICLES },
      (_, n) => `Điều ${n + 1}. Việc ${n + 1}\nTổ ${d} bàn việc ${n + 1} mỗi tháng một lần.\n`,
    )
    writeFileSync(join(folder, `${d}.txt`), articles.join(''))
  }
}

/** Numbers of the calls at which the process is killed, ascending and apart. */
const momentsWithin = (calls: number): readonly number[] => {
  const random = seeded(2024)
  const free = calls - KILLS * APART
  return Array.from({ length: KILLS }, () => Math.floor(random() * free))
    .toSorted((a, b) => a - b)
    .map((at, kill) => at + kill * APART + 1)
}

it(`embeds ten thousand passages through ${KILLS} kills and asks for one batch more for each at most`, async () => {
  const [documents, dataDir] = [scratchFolder(), scratchFolder()]
  const indexDir = join(dataDir, 'index')
  writeDocuments(documents)
  const server = await createOpenAiServer()
  onTestFinished(() => server.close())
  server.embeddings({ dimensions: DIMENSIONS })
  const env = { OPENAI_BASE_URL: server.url, OPENAI_EMBEDDING_MODEL: 'bench' }
  const batches = (): readonly (readonly string[])[] =>
    server.calls.flatMap(({ kind, body }) => (kind === 'embeddings' ? [(body as { input: string[] }).input] : []))

  const dry = await runJson<IngestReport>('scripts/ingest.ts', ['--json', '--dry-run', documents], { dataDir, env })
  const texts = dry.embedding!.asked
  expect(texts).toBeGreaterThanOrEqual(10_000)
  const ideal = Math.ceil(texts / BATCH)

  const moments = momentsWithin(ideal)
  // every other time that call is never answered: its batch is lost for sure; else it is answered, and may be kept by then
  const never = new Promise(() => {})
  server.always('embeddings', (n) => (moments.indexOf(n) % 2 === 0 ? { kind: 'silence', until: never } : null))
  const hasCome = (moment: number): boolean => {
    const call = server.calls.filter(({ kind }) => kind === 'embeddings')[moment - 1]
    return call !== undefined && (moments.indexOf(moment) % 2 === 0 || call.done)
  }
  const underway: number[] = []
  for (const moment of moments) {
    const child = start('scripts/ingest.ts', ['--json', documents], { dataDir, env })
    child.stdout!.resume()
    child.stderr!.resume()
    const ended = once(child, 'close')
    await server.until(() => hasCome(moment), `call ${moment}`)
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    // what the process had still sent is read before this
    await fetch(`${server.url}/models`)
    underway.push(server.count('embeddings') - 1)
    expect(createEmbeddedIndex(indexDir, null).open()).toBeNull()
  }
  const report = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
  expect(report.counts).toMatchObject({ added: DOCUMENTS, refused: 0 })
  expect(report.embedding).toMatchObject({ passages: texts, missing: 0 })

  const calls = server.count('embeddings')
  expect(calls).toBeLessThanOrEqual(ideal + KILLS)
  // half of the kills took a batch with them for sure: the measure measures
  expect(calls).toBeGreaterThanOrEqual(ideal + KILLS / 2)
  const lost = new Set(underway.flatMap((call) => batches()[call]!))
  const times = new Map<string, number>()
  for (const text of batches().flat()) times.set(text, (times.get(text) ?? 0) + 1)
  const twice = [...times].filter(([, count]) => count > 1)
  expect(times.size).toBe(texts)
  expect(twice.filter(([text, count]) => !lost.has(text) || count > 2)).toEqual([])

  const index = createEmbeddedIndex(indexDir, null)
  const { info, scope } = index.open()!
  expect(info).toMatchObject({ documents: DOCUMENTS, passages: texts, embedder: { dimensions: DIMENSIONS } })
  const { cards, content } = scope('public').library
  const words = cards.flatMap(({ id, meta }) => {
    const { text, passages } = content(id)!
    return passages.map(({ path, start, end }) => [meta.title, ...path, text.slice(start, end)].join('\n'))
  })
  index.close()
  // every passage has a vector, and it is its own
  const file = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(indexDir, info.id, name))).buffer
  const [rows, of] = [new Float32Array(file('vectors.f32')), new Int32Array(file('vectors.of'))]
  expect([...of]).toEqual(words.map((_, passage) => passage))
  const wrong = words.filter((text, passage) => {
    const right = normalise(vectorOf(text, DIMENSIONS))
    return !right.every((x, i) => rows[passage * DIMENSIONS + i] === x)
  })
  expect(wrong).toEqual([])
  console.info(
    `${texts} passages: ${ideal} calls at best, ${calls} made, ${twice.length} texts asked for twice, kills at calls ${moments.join(', ')}`,
  )
})
