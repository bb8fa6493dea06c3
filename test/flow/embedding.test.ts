/** Vectors by a served model, as an admin and an asker meet them: what it will cost, what came of it, and what is left when it is gone. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { createApp, type App } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { answerMessages } from '../../src/text/messages/answer-messages.ts'
import { ingestMessages } from '../../src/text/messages/ingest-messages.ts'
import { oneLine } from '../../src/text/vietnamese.ts'
import { createOpenAiServer, type OpenAiServer } from '../support/openai-server.ts'
import { root, run, runJson } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const KEY = 'sk-khoa-rieng-cua-bench'
const MODEL = 'bench/own/unit'

const serve = async (): Promise<OpenAiServer> => {
  const server = await createOpenAiServer({ apiKey: KEY })
  onTestFinished(() => server.close())
  return server
}

const envOf = (server: OpenAiServer, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  OPENAI_API_KEY: KEY,
  OPENAI_BASE_URL: server.url,
  OPENAI_EMBEDDING_MODEL: 'bench',
  ...more,
})

const withSamples = (): string => {
  const dataDir = scratchFolder()
  cpSync(join(root, 'data/documents'), join(dataDir, 'documents'), { recursive: true })
  return dataDir
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const asked = (server: OpenAiServer): readonly string[] =>
  server.calls.flatMap(({ kind, body }) => (kind === 'embeddings' ? (body as { input: string[] }).input : []))

/** What a person reads: the lines of a terminal put together again. */
const said = (output: string): string => oneLine(output)

const current = (dataDir: string): string => readFileSync(join(dataDir, 'index/CURRENT'), 'utf8')

describe('an ingestion with a price', () => {
  it('says beforehand what it will ask for and what that costs, and asks for nothing and writes nothing', async () => {
    const server = await serve()
    const dataDir = withSamples()
    const documents = join(dataDir, 'documents')
    const env = envOf(server, { EMBEDDING_PRICE: '130' })
    const before = filesBelow(dataDir)

    const dry = await runJson<IngestReport>('scripts/ingest.ts', ['--json', '--dry-run', documents], { dataDir, env })
    const { passages, tokens, cost } = dry.embedding!
    expect(passages).toBeGreaterThan(20)
    expect(dry.embedding).toEqual({ model: MODEL, passages, asked: passages, missing: 0, tokens, cost })
    expect(cost).toBeCloseTo((tokens * 130) / 1e6, 10)
    expect(dry.snapshot).toBeNull()
    const shown = await run('scripts/ingest.ts', ['--dry-run', documents], { dataDir, env })
    const money = cost.toFixed(4).replace('.', ',')
    expect(said(shown.stdout)).toContain(ingestMessages.wouldEmbed(passages, passages, tokens, money, MODEL))
    expect(server.calls).toEqual([])
    expect(filesBelow(dataDir)).toEqual(before)

    const real = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
    const counted = server.tokens.embedded
    expect(real.embedding).toEqual({
      model: MODEL,
      passages,
      asked: passages,
      missing: 0,
      tokens: counted,
      cost: (counted * 130) / 1e6,
    })
    expect(real.snapshot).toMatchObject({ embedder: { id: MODEL, dimensions: 64 } })
    // a forecast errs on the side of more
    expect(tokens).toBeGreaterThanOrEqual(counted * 0.8)
    expect(asked(server)).toHaveLength(passages)

    // nothing new: nothing asked, nothing to report; and a look leaves what is there as it is
    const kept = filesBelow(dataDir)
    const again = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
    expect(again).toMatchObject({ embedding: null, snapshot: null })
    writeFileSync(join(documents, 'moi.txt'), 'Chi bộ khu phố họp vào tối thứ sáu đầu tháng tại nhà văn hóa.')
    const look = await runJson<IngestReport>('scripts/ingest.ts', ['--json', '--dry-run', documents], { dataDir, env })
    expect(look.embedding).toMatchObject({ passages: passages + 1, asked: 1 })
    expect(filesBelow(dataDir)).toEqual([...kept, join(documents, 'moi.txt')].sort())
    expect(asked(server)).toHaveLength(passages)

    const added = await run('scripts/ingest.ts', [documents], { dataDir, env })
    const spent = server.tokens.embedded - counted
    const price = ((spent * 130) / 1e6).toFixed(4).replace('.', ',')
    expect(said(added.stdout)).toContain(ingestMessages.embedded(1, passages + 1, spent, price, MODEL))
    expect(added.code).toBe(0)
  })

  it('without a price names none, and without a model says nothing of vectors', async () => {
    const server = await serve()
    const dataDir = withSamples()
    const shown = await run('scripts/ingest.ts', [join(dataDir, 'documents')], { dataDir, env: envOf(server) })
    expect(said(shown.stdout)).toMatch(
      /Vectơ \(bench\/own\/unit\): tạo mới \d+, dùng lại 0 trong \d+ đoạn; khoảng \d+ token\./,
    )
    expect(shown.stdout).not.toContain('chi phí')
    const plain = await run('scripts/ingest.ts', [join(dataDir, 'documents')], { dataDir: scratchFolder() })
    expect(plain.stdout + plain.stderr).not.toMatch(/vectơ/i)
  })
})

it('what the model may not see never reaches its server, however it is ingested or asked for', async () => {
  const server = await serve()
  const dataDir = withSamples()
  const documents = join(dataDir, 'documents')
  const canary = 'ZQXKIN'
  writeFileSync(
    join(documents, `kin-${canary}.txt`),
    `Báo cáo ${canary}\n\nMức chi ${canary} của chi bộ là chín triệu đồng.`,
  )
  writeFileSync(join(documents, `kin-${canary}.txt.meta.json`), JSON.stringify({ level: 'staff' }))
  const env = envOf(server, { RERANK_BASE_URL: server.rerankUrl })
  const report = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
  const hidden = report.files.find(({ source }) => source.includes(canary))!
  expect(hidden).toMatchObject({ outcome: 'added', level: 'staff' })
  expect(report.embedding!.passages).toBe(report.snapshot!.passages - hidden.passages)
  const args = ['--json', '--level', 'staff', 'Mức chi của chi bộ là bao nhiêu?']
  const answer = await runJson<Answer>('scripts/ask.ts', args, { dataDir, env })
  expect(answer.text).toContain('chín triệu đồng')
  expect(server.count('rerank')).toBeGreaterThan(0)
  expect(server.received(canary)).toBe(false)
  expect(server.received('chín triệu')).toBe(false)
  expect(server.received('Mức chi của chi bộ là bao nhiêu?')).toBe(true)
})

it('a server that is gone: the old index serves, newcomers are answered by words, and the next run goes on', async () => {
  const server = await serve()
  const env = envOf(server)
  const [dataDir, newcomer, talker] = [withSamples(), withSamples(), withSamples()]
  const documents = join(dataDir, 'documents')
  await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
  const served = current(dataDir)
  const held = asked(server).length
  writeFileSync(join(documents, 'moi.txt'), 'Chi bộ khu phố họp vào tối thứ sáu đầu tháng tại nhà văn hóa.')
  await server.down()

  // each of the three waits some fifteen seconds before it gives up: they wait together
  const question = 'Thẻ đảng viên bị mất thì báo trong mấy ngày?'
  const [failed, first, chat] = await Promise.all([
    run('scripts/ingest.ts', [documents], { dataDir, env }),
    run('scripts/ask.ts', [question], { dataDir: newcomer, env }),
    run('src/main.ts', [], { dataDir: talker, env, input: `${question}\n/thoat\n` }),
  ])

  expect(failed).toMatchObject({ code: 1, stdout: '' })
  const lines = said(failed.stderr)
  expect(lines.endsWith(ingestMessages.embedderFailed('unreachable'))).toBe(true)
  expect(lines.split('Mô hình tạo vectơ')).toHaveLength(2)
  expect(current(dataDir)).toBe(served)

  for (const { code, stdout, stderr } of [first, chat]) {
    expect(code).toBe(0)
    expect(said(stdout)).toContain('trong 7 ngày')
    expect(said(stdout)).toContain(answerMessages.byWordsOnly)
    expect(said(stderr)).toContain(ingestMessages.vectorsMissing(held))
  }
  for (const { stdout, stderr } of [failed, first, chat]) {
    expect(stdout + stderr).not.toContain(KEY)
    expect(stderr).not.toMatch(/\bat .*\.[jt]s:\d/)
    expect(stdout).not.toMatch(/undefined|\[object/)
  }

  // with an index that has vectors: what fails now is only the question's own
  const down = await run('scripts/ask.ts', ['--json', question], { dataDir, env })
  expect(down.code).toBe(0)
  const answer = JSON.parse(down.stdout) as Answer
  expect(answer.notices).toContain(answerMessages.byWordsOnly)
  expect(answer.text).toContain('trong 7 ngày')
  expect(down.stderr).not.toContain(KEY)

  await server.up()
  const before = server.count('embeddings')
  const whole = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
  expect(whole.embedding).toMatchObject({ passages: held + 1, asked: 1, missing: 0 })
  expect(server.count('embeddings')).toBe(before + 1)
  const filled = await runJson<IngestReport>('scripts/ingest.ts', ['--json', join(newcomer, 'documents')], {
    dataDir: newcomer,
    env,
  })
  expect(filled.embedding).toMatchObject({ passages: held, asked: held, missing: 0 })
  const well = await runJson<Answer>('scripts/ask.ts', ['--json', question], { dataDir, env })
  expect(well.notices).not.toContain(answerMessages.byWordsOnly)
})

it('a key that is refused is said at once, without the key', async () => {
  const server = await serve()
  const dataDir = withSamples()
  const env = envOf(server, { OPENAI_API_KEY: 'sk-sai-9876543210' })
  const refused = await run('scripts/ingest.ts', [join(dataDir, 'documents')], { dataDir, env })
  expect(refused.code).toBe(1)
  expect(said(refused.stderr)).toContain(ingestMessages.embedderFailed('unauthorised'))
  expect(refused.stderr + refused.stdout).not.toMatch(/sk-sai|\bat .*\.ts:\d/)
  expect(server.count('embeddings')).toBe(1)
  expect(filesBelow(dataDir).filter((path) => path.includes('CURRENT'))).toEqual([])
})

it('a disk that fills while vectors are being made is said to be full, and what was paid for is kept', async () => {
  const server = await serve()
  const [documents, dataDir] = [scratchFolder(), scratchFolder()]
  const articles = Array.from(
    { length: 400 },
    (_, n) => `Điều ${n + 1}. Việc ${n + 1}\nTổ bàn việc ${n + 1} mỗi tháng.\n`,
  )
  writeFileSync(join(documents, 'dai.txt'), articles.join(''))
  const env = envOf(server)
  const full = await run('scripts/ingest.ts', [documents], { dataDir, env, fileLimitKb: 128 })
  expect(full.code).toBe(1)
  expect(said(full.stderr)).toMatch(
    /Ổ đĩa không đủ chỗ: chưa ghi gì, chỉ mục cũ vẫn dùng được\. Hãy giải phóng chỗ trống rồi chạy lại\.$/,
  )
  const calls = server.count('embeddings')
  expect(calls).toBeGreaterThan(1)
  const report = await runJson<IngestReport>('scripts/ingest.ts', ['--json', documents], { dataDir, env })
  const { passages } = report.embedding!
  expect(report.embedding).toMatchObject({ missing: 0 })
  // only the batch that found no room was in vain
  expect(asked(server).length - passages).toBeLessThanOrEqual(32)
  expect(report.embedding!.asked).toBe(passages - (calls - 1) * 32)
})

describe('what reaches the server of a question', () => {
  let server: OpenAiServer
  let app: App
  let passages: readonly string[]
  let dataDir: string

  beforeAll(async () => {
    server = await createOpenAiServer({ apiKey: KEY })
    const env = envOf(server, {
      EMBEDDING_QUERY_PREFIX: 'query: ',
      EMBEDDING_PASSAGE_PREFIX: 'passage: ',
      EMBEDDING_DIMENSIONS: '48',
    })
    dataDir = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
    app = createApp(createConfig({ ...env, DATA_DIR: dataDir, LOG_LEVEL: 'error' }, '/'))
    await app.ingest({ found: findFiles(['data/documents'], root), level: null, dryRun: false, prune: false })
    passages = asked(server)
  })
  afterAll(async () => {
    app.close()
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** The text of the one call that a question makes. */
  const sentFor = async (question: string): Promise<string | undefined> => {
    const before = asked(server).length
    const answer = await app.ask(question, { level: 'public', turns: [] })
    expect(answer.notices).not.toContain(answerMessages.byWordsOnly)
    return asked(server)[before]
  }

  it('stands behind its prefix, as passages stand behind theirs, in the size that was set', async () => {
    expect(passages.length).toBeGreaterThan(20)
    for (const passage of passages) expect(passage).toMatch(/^passage: \S/)
    expect(await sentFor('Chi bộ họp mấy lần một tháng?')).toBe('query: Chi bộ họp mấy lần một tháng?')
    for (const { body } of server.calls) expect(body).toMatchObject({ model: 'bench', dimensions: 48 })
  })

  it.each([
    ['without marks', 'ho so chuyen sinh hoat dang', 'hồ sơ chuyển sinh hoạt đảng'],
    ['in raw Telex', 'hoof sow chuyeenr sinh hoatj ddangr goofm gif', 'hồ sơ chuyển sinh hoạt đảng gồm gì'],
    ['in capitals without marks', 'HO SO CHUYEN SINH HOAT CUA DANG VIEN', 'hồ sơ chuyển sinh hoạt của đảng viên'],
    ['with its marks apart', 'nộp hồ sơ chuyển sinh hoạt đảng'.normalize('NFD'), 'nộp hồ sơ chuyển sinh hoạt đảng'],
  ])('typed %s has its marks', async (_how, typed, meant) => {
    const sent = await sentFor(typed)
    expect(sent?.toLowerCase()).toBe(`query: ${meant}`)
  })

  it.each([
    'Thẻ đảng viên bị mất thì báo ở đâu? Gọi tôi theo số 0912 345 678',
    'Thẻ đảng viên số 23.012345 bị mất thì báo ở đâu?',
    'Tôi số CCCD 079203001234, thẻ đảng viên bị mất thì báo ở đâu?',
    'email toi la an.nguyen@gmail.com, the dang vien bi mat thi bao o dau',
  ])('says nothing of who asks: %s', async (question) => {
    await app.ask(question, { level: 'public', turns: [] })
    for (const own of ['079203001234', '012345', '345 678', '345678', 'nguyen@', 'nguyễ', 'gmail'])
      expect(server.received(own), own).toBe(false)
    expect(asked(server).some((text) => /^query: thẻ đảng viên bị mất thì? ?.*báo ở đâu/i.test(text))).toBe(true)
  })

  it('is asked for once, however often it is asked', async () => {
    await sentFor('Đảng viên có những quyền gì?')
    expect(await sentFor('Đảng viên có những quyền gì?')).toBeUndefined()
  })
})
