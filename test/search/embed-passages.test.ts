/** Which texts a served embedder is asked for, when, and what becomes of the vectors: real client, real server, real files. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Level } from '../../src/access.ts'
import { documentFromText } from '../../src/documents/create-document.ts'
import type { Document } from '../../src/documents/document.ts'
import { estimateTokens } from '../../src/models/estimate-tokens.ts'
import type { Embedder } from '../../src/models/model.ts'
import { createOpenAiEmbedder, type EmbedderOptions } from '../../src/models/openai/embedder.ts'
import { createEmbeddedIndex, type EmbeddedIndex } from '../../src/search/embedded-index.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import type { PublishOptions, SnapshotInfo } from '../../src/search/search-index.ts'
import type { Manifest } from '../../src/search/snapshot/snapshot-files.ts'
import { createOpenAiServer, vectorOf, type Fault, type OpenAiServer } from '../support/openai-server.ts'
import { seeded } from '../support/random.ts'
import { scratchFolder } from '../support/scratch.ts'

const serve = async (): Promise<OpenAiServer> => {
  const server = await createOpenAiServer()
  onTestFinished(() => server.close())
  return server
}

const embedderAt = (server: OpenAiServer, options: Partial<EmbedderOptions> = {}): Embedder =>
  createOpenAiEmbedder({
    baseUrl: server.url,
    apiKey: 'a-key',
    model: 'bench',
    dimensions: null,
    queryPrefix: '',
    passagePrefix: '',
    normalise: true,
    weight: 0.3,
    maySee: 'public',
    queryMs: 3_000,
    pauseMs: 1,
    ...options,
  })

const document = (name: string, text: string, level: Level = 'public', title = `Tài liệu ${name}`): Document =>
  documentFromText({ id: name, source: `${name}.txt`, title, text, level })

/** One passage each. */
const many = (count: number): Document[] =>
  Array.from({ length: count }, (_, n) => document(`d${n}`, `Việc thứ ${n} của chi bộ.`))

const wordsOf = (name: string, text: string): string => `Tài liệu ${name}\n${text}`

/** Texts of each call of embeddings, in order. */
const batches = (server: OpenAiServer): readonly (readonly string[])[] =>
  server.calls.flatMap(({ kind, body }) => (kind === 'embeddings' ? [(body as { input: string[] }).input] : []))

const asked = (server: OpenAiServer): readonly string[] => batches(server).flat()

const publish = async (
  index: EmbeddedIndex,
  put: Document[],
  removeSources: string[] = [],
  options: PublishOptions & { readonly signal?: AbortSignal } = {},
): Promise<SnapshotInfo> => {
  const { signal, ...rest } = options
  const writer = await index.write(() => {}, signal)
  try {
    return await writer.publish({ put, removeSources }, rest)
  } finally {
    writer.close()
  }
}

const isStale = async (index: EmbeddedIndex): Promise<boolean> => {
  const writer = index.read()
  try {
    return writer.isStale()
  } finally {
    writer.close()
  }
}

const titlesNear = (index: EmbeddedIndex, level: Level, vector: readonly number[], k = 5): string[] => {
  const { library, nearest } = index.open()!.scope(level)
  const titles = library.cards.flatMap((card) => Array<string>(card.passageCount).fill(card.id))
  return nearest!(vector, k).map(({ passage }) => titles[passage]!)
}

const byWords = (index: EmbeddedIndex, question: string, level: Level): string | undefined => {
  const { library, lexical } = index.open()!.scope(level)
  return retrieve(question, { library, lexical, top: 3 }).documents[0]?.card.id
}

const manifestOf = (folder: string): { readonly path: string; readonly manifest: Manifest } => {
  const id = readFileSync(join(folder, 'CURRENT'), 'utf8').trim()
  const path = join(folder, id, 'manifest.json')
  return { path, manifest: JSON.parse(readFileSync(path, 'utf8')) as Manifest }
}

const house = async (options: Partial<EmbedderOptions> = {}) => {
  const server = await serve()
  const folder = join(scratchFolder(), 'index')
  const warnings: string[] = []
  const opened: EmbeddedIndex[] = []
  onTestFinished(() => opened.forEach((index) => index.close()))
  const open = (embedder: Embedder | null): EmbeddedIndex => {
    const index = createEmbeddedIndex(folder, embedder, (warning) => warnings.push(warning))
    opened.push(index)
    return index
  }
  const embedder = embedderAt(server, options)
  return { server, folder, warnings, open, embedder, index: open(embedder), cacheFolder: join(folder, '../vectors') }
}

/** Whether a vector's bytes stand in any file of the cache, in the size in which the bench gives it. */
const isCached = (cacheFolder: string, text: string): boolean => {
  const bytes = Buffer.from(Float32Array.from(vectorOf(text, 64)).buffer)
  return readdirSync(cacheFolder).some((name) => readFileSync(join(cacheFolder, name)).includes(bytes))
}

describe('batches', () => {
  it('hold so many texts at most, and every text once, however many passages have it', async () => {
    const { server, index } = await house()
    const twins = ['x', 'y', 'z'].map((name) => document(name, 'Một câu mà nhiều văn bản có.', 'public', 'Cùng tên'))
    const { embedding, embedder } = await publish(index, [...many(100), ...twins])
    expect(batches(server).map(({ length }) => length)).toEqual([32, 32, 32, 5])
    expect(new Set(asked(server)).size).toBe(101)
    expect(embedding).toEqual({ passages: 103, asked: 101, missing: 0, tokens: server.tokens.embedded })
    expect(embedder).toMatchObject({ dimensions: 64 })
    const near = titlesNear(index, 'public', vectorOf('Cùng tên\nMột câu mà nhiều văn bản có.', 64), 3)
    expect(near).toEqual(['x', 'y', 'z'])
  })

  it('hold about so many tokens at most; a text that is longer goes alone', async () => {
    const { server, index, open, embedder } = await house()
    const long = 'Chi bộ bàn về nhiều việc và ghi lại từng việc một. '.repeat(12)
    const put = Array.from({ length: 40 }, (_, n) => document(`l${n}`, `Lần ${n}. ${long}`))
    await publish(open({ ...embedder, batch: { texts: 32, tokens: 1_000 } }), put)
    for (const batch of batches(server)) {
      const tokens = batch.reduce((sum, text) => sum + estimateTokens(text), 0)
      expect(tokens <= 1_000 || batch.length === 1, `${batch.length} texts, ${tokens} tokens`).toBe(true)
    }
    expect(batches(server).some(({ length }) => length > 1)).toBe(true)
    server.reset()
    await publish(open({ ...embedder, id: 'small', batch: { texts: 32, tokens: 10 } }), [])
    expect(batches(server).every(({ length }) => length === 1)).toBe(true)
    expect(asked(server)).toHaveLength(index.open()!.info.passages)
  })

  it('are told of as they come, and a look beforehand counts the same', async () => {
    const { server, index } = await house()
    const reader = index.read()
    const forecast = reader.forecast({ put: many(70), removeSources: [] })
    reader.close()
    expect(server.calls).toEqual([])
    const progress: [number, number][] = []
    const { embedding } = await publish(index, many(70), [], { onEmbedded: (...at) => progress.push(at) })
    expect(progress).toEqual([[32, 70], [64, 70], [70, 70]]) // prettier-ignore
    expect(forecast).toMatchObject({ passages: 70, asked: 70, missing: 0 })
    expect(embedding).toMatchObject({ passages: 70, asked: 70, missing: 0 })
  })

  it('that come back wrong, three in ten, are asked for again, alone, and nothing is published with passages missing', async () => {
    const { server, index } = await house()
    const random = seeded(18)
    const faults: readonly Fault[] = [
      { kind: 'nan', at: 3 },
      { kind: 'wrong-count', by: -1 },
      { kind: 'wrong-size', at: 7 },
      { kind: 'zeros', at: 1 },
      { status: 503 },
      { kind: 'broken-json' },
    ]
    const bad: number[] = []
    server.always('embeddings', (n) => {
      if (random() >= 0.3) return null
      bad.push(n)
      return faults[bad.length % faults.length]!
    })
    const ideal = 25
    const { embedding } = await publish(index, many(ideal * 32))
    expect(embedding).toMatchObject({ passages: ideal * 32, asked: ideal * 32, missing: 0 })
    expect(bad.length).toBeGreaterThanOrEqual(faults.length)
    expect(server.count('embeddings')).toBe(ideal + bad.length)
    expect(server.count('embeddings')).toBeLessThanOrEqual(1.5 * ideal)
    for (const n of bad) expect(batches(server)[n]).toEqual(batches(server)[n - 1])
    expect(new Set(asked(server)).size).toBe(ideal * 32)
  })
})

describe('nothing is paid for twice', () => {
  it('after a run that failed: only what was not answered is asked for', async () => {
    const { server, index } = await house()
    await publish(index, many(1))
    const before = index.open()!.info.id
    server.reset()
    server.faults('embeddings', [null, null, { status: 400 }])
    const failing = publish(index, many(100))
    await expect(failing).rejects.toMatchObject({ name: 'ModelError', fault: 'bad_request' })
    expect(index.open()!.info.id).toBe(before)
    const [first, second, refused] = batches(server)
    const { embedding } = await publish(index, many(100))
    expect(embedding).toMatchObject({ passages: 100, asked: 99 - 64, missing: 0 })
    expect(batches(server)[3]).toEqual(refused)
    for (const text of [...first!, ...second!]) expect(asked(server).filter((other) => other === text)).toHaveLength(1)
  })

  it('after a run that was stopped in the middle of a call', async () => {
    const { server, index } = await house()
    const gone = Promise.withResolvers<void>()
    server.always('embeddings', (n) => (n === 2 ? { kind: 'silence', until: gone.promise } : null))
    const stopping = new AbortController()
    const stopped = publish(index, many(80), [], { signal: stopping.signal })
    await server.until(() => server.count('embeddings') === 2, 'the second batch')
    stopping.abort()
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    gone.resolve()
    expect(index.open()).toBeNull()
    const { embedding } = await publish(index, many(80))
    expect(embedding).toMatchObject({ passages: 80, asked: 48 })
    expect(batches(server).map(({ length }) => length)).toEqual([32, 32, 32, 16])
    expect(batches(server)[2]).toEqual(batches(server)[1])
  })

  it('when a document changes, moves or comes a second time: only new words are asked for', async () => {
    const { server, index } = await house()
    await publish(index, [document('a', 'Câu thứ nhất.'), document('b', 'Câu thứ hai.')])
    server.reset()
    const moved = { ...document('a', 'Câu thứ nhất.'), id: 'moved', source: 'khac/a.txt' }
    await publish(index, [moved], ['a.txt'])
    expect(server.calls).toEqual([])
    await publish(index, [document('b', 'Câu thứ ba.')])
    expect(asked(server)).toEqual([wordsOf('b', 'Câu thứ ba.')])
  })
})

describe('vectors of two models never mix', () => {
  const others: readonly (readonly [string, Partial<EmbedderOptions>])[] = [
    ['model', { model: 'other' }],
    ['dimensions', { dimensions: 32 }],
    ['passage prefix', { passagePrefix: 'passage: ' }],
    ['query prefix', { queryPrefix: 'query: ' }],
    ['length', { normalise: false }],
  ]
  it.each(others)('another %s: words serve until all is asked for anew', async (_what, change) => {
    const { server, open, embedder, warnings } = await house()
    const put = [document('a', 'Chi bộ họp mỗi tháng một lần.'), document('b', 'Đảng phí nộp hằng tháng.')]
    await publish(open(embedder), put)
    const other = embedderAt(server, change)
    expect(other.id).not.toBe(embedder.id)
    const index = open(other)
    expect(index.open()!.scope('public').nearest).toBeNull()
    expect(warnings.join('\n')).toContain(`not of "${other.id}": searching by words only until the next ingestion`)
    expect(byWords(index, 'dang phi', 'public')).toBe('b')
    expect(await isStale(index)).toBe(true)

    server.reset()
    warnings.length = 0
    expect(await publish(index, [])).toMatchObject({ embedder: { id: other.id }, embedding: { passages: 2, asked: 2 } })
    expect(asked(server)).toEqual(put.map(({ id, text }) => (change.passagePrefix ?? '') + wordsOf(id, text)))
    expect(await isStale(index)).toBe(false)
    const vector = await other.embedQuery('đảng phí')
    expect(vector).toHaveLength(change.dimensions ?? 64)
    expect(titlesNear(index, 'public', vector)).toHaveLength(2)
    expect(warnings).toEqual([])

    // what the first model was paid for is still there
    server.reset()
    expect(await publish(open(embedder), [])).toMatchObject({ embedding: { passages: 2, asked: 0, missing: 0 } })
    expect(server.calls).toEqual([])
    expect(titlesNear(open(embedder), 'public', vectorOf('đảng phí', 64))).toHaveLength(2)
  })

  it('a model that was changed under its name: what it gave in another size is asked for anew, and the size known from then on', async () => {
    const { server, index, folder, open, embedder } = await house()
    await publish(index, many(40))
    server.reset()
    server.embeddings({ dimensions: 32 })
    const late = document('late', 'Một văn bản đến sau.')
    expect(await publish(index, [late])).toMatchObject({ embedder: { dimensions: 32 }, embedding: { missing: 0 } })
    expect(new Set(asked(server)).size).toBe(41)
    expect(manifestOf(folder).manifest.embedder).toMatchObject({ dimensions: 32, missing: 0 })
    expect(await isStale(index)).toBe(false)
    expect(titlesNear(open(embedder), 'public', vectorOf(wordsOf('late', late.text), 32))[0]).toBe('late')
  })

  it('the same, when the run in which it is noticed dies half way', async () => {
    const { server, index, folder } = await house()
    await publish(index, many(100))
    server.reset()
    server.embeddings({ dimensions: 32 })
    server.faults('embeddings', [null, null, { status: 400 }])
    await expect(publish(index, [document('late', 'Một văn bản đến sau.')])).rejects.toThrow()
    expect(await publish(index, [])).toMatchObject({ embedder: { dimensions: 32 }, embedding: { missing: 0 } })
    expect(manifestOf(folder).manifest.embedder).toMatchObject({ dimensions: 32, missing: 0 })
  })

  it('a snapshot laid out as an older version did: its vectors are left alone and made anew', async () => {
    const { server, folder, open, embedder } = await house()
    await publish(open(embedder), many(3))
    const { path, manifest } = manifestOf(folder)
    const { ['vectors.of']: _gone, ...files } = manifest.files
    writeFileSync(path, JSON.stringify({ ...manifest, files }))
    rmSync(join(path, '../vectors.of'))
    const index = open(embedder)
    expect(index.open()!.scope('public').nearest).toBeNull()
    expect(await isStale(index)).toBe(true)
    server.reset()
    await publish(index, [])
    expect(server.calls).toEqual([])
    expect(titlesNear(index, 'public', vectorOf('chi bộ', 64))).toHaveLength(3)
  })

  it('an embedder that is plugged in and gives nonsense is refused before anything is kept of it', async () => {
    const { embedder, open, folder } = await house()
    const wrong: readonly (readonly number[][])[] = [[], [[1, 2], [3]], [[1, NaN], [1, 2]], [[], []], [[1, Infinity], [1, 1]], [[1, 1e39], [1, 1]]] // prettier-ignore
    for (const vectors of wrong) {
      const index = open({ ...embedder, id: 'plugged', embedDocuments: async () => vectors as number[][] })
      await expect(publish(index, many(2))).rejects.toMatchObject({ fault: 'bad_reply' })
      expect(index.open()).toBeNull()
    }
    const good = open({ ...embedder, id: 'plugged', embedDocuments: async (texts) => texts.map(() => [1, 2]) })
    expect((await publish(good, many(2))).embedding).toMatchObject({ asked: 2 })
    expect(manifestOf(folder).manifest.embedder).toMatchObject({ id: 'plugged', dimensions: 2 })
  })
})

describe('what is removed is gone', () => {
  const kept = document('kept', 'Điều này ở lại.')
  const gone = document('gone', 'Điều này phải đi.')
  const [keptWords, goneWords] = [wordsOf('kept', kept.text), wordsOf('gone', gone.text)]

  it('from the cache too, whichever model made it', async () => {
    const { server, open, embedder, cacheFolder } = await house()
    await publish(open(embedder), [kept, gone])
    await publish(open(embedderAt(server, { model: 'other' })), [])
    expect(isCached(cacheFolder, goneWords)).toBe(true)
    await publish(open(embedder), [], ['gone.txt'])
    expect(isCached(cacheFolder, goneWords)).toBe(false)
    expect(isCached(cacheFolder, keptWords)).toBe(true)
    expect(titlesNear(open(embedder), 'public', vectorOf(goneWords, 64))).toEqual(['kept'])
  })

  it('also where no embedder is set any more', async () => {
    const { open, embedder, cacheFolder } = await house()
    await publish(open(embedder), [kept, gone])
    await publish(open(null), [], ['gone.txt'])
    expect(isCached(cacheFolder, goneWords)).toBe(false)
    expect(isCached(cacheFolder, keptWords)).toBe(true)
  })

  it('but nothing, while the snapshot without it is not published', async () => {
    const { server, open, embedder, cacheFolder } = await house()
    await publish(open(embedder), [kept, gone])
    server.faults('embeddings', [{ status: 400 }])
    await expect(publish(open(embedder), [document('new', 'Điều mới.')], ['gone.txt'])).rejects.toThrow()
    expect(isCached(cacheFolder, goneWords)).toBe(true)
  })
})

it('a cache that is damaged is begun anew and said to be so; a look beforehand leaves it alone', async () => {
  const { server, index, open, warnings, cacheFolder } = await house()
  await publish(index, many(40))
  const file = join(cacheFolder, 'cache.db')
  const good = readFileSync(file)
  const head = Buffer.from(good).fill(0, 0, 100)
  const pages = Buffer.from(good).fill(0xff, 4096, 8192)
  for (const damaged of [
    head,
    pages,
    good.subarray(0, good.length - 5_000),
    Buffer.from('không phải SQLite'.repeat(300)),
  ]) {
    writeFileSync(file, damaged)
    const reader = index.read()
    expect(reader.forecast({ put: [], removeSources: [] })).toMatchObject({ passages: 40, asked: 40 })
    reader.close()
    expect(readFileSync(file).equals(damaged)).toBe(true)
    expect(warnings).toEqual([])
    server.reset()
    expect((await publish(index, [])).embedding).toMatchObject({ asked: 40, missing: 0 })
    expect(warnings.splice(0).join()).toContain('are damaged: they are made anew')
    expect(new Set(asked(server)).size).toBe(40)
  }
  // nor does it stop an ingestion that wants no vectors
  writeFileSync(file, head)
  expect(await publish(open(null), [document('late', 'Một văn bản đến sau.')])).toMatchObject({ documents: 41 })
})

describe('levels', () => {
  const put = [
    document('công khai', 'Chi bộ họp mỗi tháng, mã CONGKHAI.'),
    document('đảng viên', 'Chi bộ thu đảng phí, mã DANGVIEN.', 'member'),
    document('cán bộ', 'Chi bộ xét kỷ luật, mã CANBO.', 'staff'),
  ]
  const vectorsBy = async (server: OpenAiServer, level: Level): Promise<Embedder> =>
    embedderAt(server, { maySee: level })

  it('keep what the model may not see from it, and words find it all the same', async () => {
    const { server, index } = await house()
    const { embedding } = await publish(index, put)
    expect(embedding).toMatchObject({ passages: 1, asked: 1, missing: 0 })
    expect(server.received('CONGKHAI')).toBe(true)
    for (const hidden of ['DANGVIEN', 'CANBO', 'đảng viên', 'cán bộ', 'kỷ luật'])
      expect(server.received(hidden), hidden).toBe(false)
    expect(titlesNear(index, 'staff', vectorOf('chi bộ', 64))).toEqual(['công khai'])
    expect(byWords(index, 'kỷ luật', 'staff')).toBe('cán bộ')
    expect(byWords(index, 'đảng phí', 'member')).toBe('đảng viên')
  })

  it('raised: the index is stale, and only what is new to the model is sent; lowered: its vectors go', async () => {
    const { server, open, index, cacheFolder } = await house()
    await publish(index, put)
    const raised = open(await vectorsBy(server, 'staff'))
    expect(await isStale(raised)).toBe(true)
    server.reset()
    await publish(raised, [])
    expect(asked(server)).toEqual([wordsOf('cán bộ', put[2]!.text), wordsOf('đảng viên', put[1]!.text)])
    expect(await isStale(raised)).toBe(false)
    expect(titlesNear(raised, 'staff', vectorOf('kỷ luật', 64))).toHaveLength(3)

    const lowered = open(await vectorsBy(server, 'member'))
    expect(await isStale(lowered)).toBe(true)
    server.reset()
    await publish(lowered, [])
    expect(server.calls).toEqual([])
    expect(titlesNear(lowered, 'staff', vectorOf('chi bộ', 64)).toSorted()).toEqual(['công khai', 'đảng viên'])
    expect(isCached(cacheFolder, wordsOf('cán bộ', put[2]!.text))).toBe(false)
    expect(isCached(cacheFolder, wordsOf('đảng viên', put[1]!.text))).toBe(true)
  })

  it('each reader gets the nearest of what they may read, under the numbers of their own library', async () => {
    const { server, open } = await house()
    const levels: readonly Level[] = ['staff', 'public', 'member']
    const mixed = Array.from({ length: 30 }, (_, n) => document(`v${n}`, `Bàn riêng việc số ${n}.`, levels[n % 3]!))
    const index = open(await vectorsBy(server, 'staff'))
    await publish(index, mixed)
    for (const reader of ['public', 'member', 'staff'] as const)
      for (const { id, level, text } of mixed) {
        const { library } = index.open()!.scope(reader)
        const near = titlesNear(index, reader, vectorOf(wordsOf(id, text), 64), 30)
        expect(near).toHaveLength(library.passageCount)
        expect(near[0] === id, `${reader} of ${id}, ${level}`).toBe(library.card(id) !== undefined)
      }
  })

  it('where the model may see nothing of what there is, nothing is asked and the index is not stale for it', async () => {
    const { server, index } = await house()
    const { embedding } = await publish(index, [put[2]!])
    expect(embedding).toEqual({ passages: 0, asked: 0, missing: 0, tokens: 0 })
    expect(server.calls).toEqual([])
    expect(await isStale(index)).toBe(false)
    expect(byWords(index, 'kỷ luật', 'staff')).toBe('cán bộ')
  })
})

describe('a model that fails', () => {
  it('where vectors may be missing: those there are get published, words find the rest, and the next run adds it', async () => {
    const { server, index, folder, embedder, open } = await house()
    server.faults('embeddings', [null, { status: 401 }])
    const { embedding } = await publish(index, many(80), [], { mayMissVectors: true })
    expect(embedding).toMatchObject({ passages: 80, asked: 32, missing: 48 })
    expect(manifestOf(folder).manifest.embedder).toMatchObject({ missing: 48 })
    expect(titlesNear(index, 'public', vectorOf('chi bộ', 64), 80)).toHaveLength(32)
    expect(byWords(index, 'việc thứ 79', 'public')).toBe('d79')
    expect(await isStale(index)).toBe(true)
    const refused = batches(server)[1]
    const next = open(embedder)
    expect((await publish(next, [])).embedding).toMatchObject({ passages: 80, asked: 48, missing: 0 })
    expect(batches(server)[2]).toEqual(refused)
    expect(titlesNear(next, 'public', vectorOf('chi bộ', 64), 80)).toHaveLength(80)
    expect(await isStale(next)).toBe(false)
  })

  it('where it never answers: words alone are published, and it is tried again the next time', async () => {
    const { server, index } = await house()
    server.always('embeddings', { status: 401 })
    const { embedding, embedder } = await publish(index, many(3), [], { mayMissVectors: true })
    expect(embedding).toMatchObject({ passages: 3, asked: 0, missing: 3, tokens: 0 })
    expect(embedder).toMatchObject({ dimensions: 0 })
    expect(index.open()!.scope('public').nearest).toBeNull()
    expect(byWords(index, 'chi bộ', 'public')).toBe('d0')
    expect(await isStale(index)).toBe(true)
    server.reset()
    expect((await publish(index, [])).embedding).toMatchObject({ asked: 3, missing: 0 })
  })
})

describe('lengths', () => {
  it.each([true, false])('keepsLength %s', async (keepsLength) => {
    const { embedder, open } = await house()
    const long = (text: string): number[] => (text.includes('dài') ? [3, 3] : [1, 0])
    const index = open({
      ...embedder,
      keepsLength,
      embedDocuments: async (texts) => texts.map(long),
    })
    await publish(index, [document('a', 'Chữ ngắn.'), document('b', 'Chữ dài.')])
    const { nearest } = index.open()!.scope('public')
    const near = nearest!([2, 0], 2).map(({ passage, similarity }) => [passage, Number(similarity.toFixed(4))])
    expect(near).toEqual(keepsLength ? [[1, 6], [0, 2]] : [[0, 1], [1, 0.7071]]) // prettier-ignore
  })
})
