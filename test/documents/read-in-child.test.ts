import { execFileSync, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readFileContent } from '../../src/documents/reading/read-file.ts'
import {
  createDocumentReader,
  createFileReader,
  readInChild,
  type ReaderOptions,
} from '../../src/documents/reading/read-in-child.ts'
import { buildDocx, p } from '../support/build-docx.ts'
import { limits } from '../support/read.ts'
import { scratchFolder } from '../support/scratch.ts'

const NOTICE = 'Thông báo của Chi bộ thôn Mẫu về việc họp thường kỳ.'

const reader = (options: ReaderOptions = {}) => {
  const made = createFileReader({ workers: 1, files: { programPath: '' }, ...options })
  onTestFinished(() => made.close())
  return made
}

const put = (folder: string, name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // a killed process that nobody has waited for is dead as well
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** A folder with a program called soffice that writes down its own id and that of a helper, and then hangs. */
const hangingOffice = (folder: string): { path: string; workingFolder: string; pids: () => number[] } => {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const notes = join(folder, 'pids')
  writeFileSync(
    join(bin, 'soffice'),
    `#!/bin/sh\npwd > ${notes}.folder\n/bin/sleep 300 &\necho $$ $! > ${notes}\nwait\n`,
  )
  chmodSync(join(bin, 'soffice'), 0o755)
  return {
    path: bin,
    workingFolder: `${notes}.folder`,
    pids: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split(' ').map(Number) : []),
  }
}

describe('reading in a child process', () => {
  it('reads one file after another, several at once, and gives the digest of what was read', async () => {
    const folder = scratchFolder()
    const paths = await Promise.all(
      [...Array(12).keys()].map(async (n) =>
        n % 2 === 0
          ? put(folder, `${n}.txt`, `${NOTICE} ${n}`)
          : put(folder, `${n}.docx`, await buildDocx({ body: p(`${NOTICE} ${n}`) })),
      ),
    )
    const many = reader({ workers: 2 })
    const results = await Promise.all(paths.map((path) => many.read(path)))
    results.forEach((result, n) => {
      const digest = createHash('sha256').update(readFileSync(paths[n]!)).digest('hex')
      expect(result).toMatchObject({ ok: true, digest, content: { blocks: [{ text: `${NOTICE} ${n}` }] } })
    })
  })

  it('reads a file whatever its name holds', async () => {
    const folder = scratchFolder()
    const names = [
      'Nghị quyết số 5.txt'.normalize('NFD'),
      'a\nb.txt',
      '\u202Etxt.exe',
      '<img onerror=x>.txt',
      "'; $(x) .txt",
      'n'.repeat(200),
    ]
    const one = reader()
    for (const name of names) expect(await one.read(put(folder, name, NOTICE))).toMatchObject({ ok: true })
  })

  it('refuses what is no regular file, what is gone, and what is too large, each by name', async () => {
    const folder = scratchFolder()
    const link = join(folder, 'link.txt')
    symlinkSync(put(folder, 'a.txt', NOTICE), link)
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const huge = put(folder, 'huge.txt', '')
    truncateSync(huge, 200_000_000)
    const one = reader()
    expect(await readInChild(folder)).toMatchObject({ ok: false, reason: 'not_a_file' })
    expect(await one.read(folder)).toMatchObject({ ok: false, reason: 'not_a_file' })
    expect(await one.read(link)).toMatchObject({ ok: false, reason: 'not_a_file' })
    expect(await one.read(pipe)).toMatchObject({ ok: false, reason: 'not_a_file' })
    expect(await one.read(join(folder, 'gone.txt'))).toMatchObject({ ok: false, reason: 'vanished' })
    expect(await one.read(put(folder, 'empty.pdf', ''))).toMatchObject({ ok: false, reason: 'empty' })
    const tooLarge = await one.read(huge)
    expect(tooLarge).toMatchObject({
      ok: false,
      reason: 'too_large',
      digest: null,
      message: expect.stringContaining('200 MB'),
    })
    expect(await one.read(put(folder, 'next.txt', NOTICE))).toMatchObject({ ok: true })
  })

  it('notices that a file changes while it is read', async () => {
    const path = put(scratchFolder(), 'grows.txt', 'Đảng bộ. '.repeat(2_000_000))
    const grow = `const { appendFileSync } = require('node:fs'); const { workerData, parentPort } = require('node:worker_threads'); parentPort.postMessage(0); for (;;) appendFileSync(workerData, 'x')`
    const worker = new Worker(grow, { eval: true, workerData: path })
    await new Promise((resolve) => worker.once('message', resolve))
    const result = await readFileContent(path, limits())
    await worker.terminate()
    expect(result).toMatchObject({ ok: false, reason: 'changed_while_reading' })
  })

  it('kills a process that takes too much memory, and goes on with the next file', async () => {
    const folder = scratchFolder()
    const one = reader({ memoryLimitMb: 130, timeLimitMs: 60_000 })
    const hungry = put(folder, 'hungry.txt', 'Đảng ủy xã họp định kỳ hằng tháng.\n'.repeat(500_000))
    expect(await one.read(hungry)).toMatchObject({ ok: false, reason: 'memory_limit' })
    expect(await one.read(put(folder, 'b.txt', NOTICE))).toMatchObject({ ok: true })
    expect(process.memoryUsage().rss).toBeLessThan(1e9)
  })

  it('names the one file that a process dies of among those sent ahead, and reads all the others', async () => {
    const folder = scratchFolder()
    const hungry = put(folder, 'hungry.txt', 'Đảng ủy xã họp định kỳ hằng tháng.\n'.repeat(500_000))
    const paths = [0, 1, 2, 3, 4, 5, 6].map((n) => put(folder, `${n}.txt`, `${NOTICE} ${n}`))
    paths.splice(2, 0, hungry)
    paths.splice(5, 0, hungry)
    const one = reader({ memoryLimitMb: 130, timeLimitMs: 60_000 })
    const results = await Promise.all(paths.map((path) => one.read(path)))
    results.forEach((result, n) =>
      expect(result, paths[n]).toMatchObject(
        paths[n] === hungry ? { ok: false, reason: 'memory_limit' } : { ok: true },
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(7)
  })

  it('kills what takes too long together with the programs it started, and leaves no temporary file', async () => {
    const folder = scratchFolder()
    const office = hangingOffice(folder)
    const before = new Set(readdirSync(tmpdir()))
    const one = createFileReader({
      workers: 1,
      timeLimitMs: 5_000,
      files: { programPath: office.path, programTimeoutMs: 600_000 },
    })
    const result = await one.read(put(folder, 'a.rtf', '{\\rtf1 Đảng}'))
    expect(result).toMatchObject({ ok: false, reason: 'time_limit' })
    expect(office.pids()).toHaveLength(2)
    await vi.waitUntil(() => office.pids().every((pid) => !isAlive(pid)), { timeout: 10_000 })
    expect(await one.read(put(folder, 'b.txt', NOTICE))).toMatchObject({ ok: true })
    await one.close()
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('reading-') && !before.has(name))
    expect(left.filter((name) => existsSync(join(tmpdir(), name, 'a.rtf')))).toEqual([])
  })

  it('ends a program that hangs within its own time, with the reason', async () => {
    const folder = scratchFolder()
    const office = hangingOffice(folder)
    const one = reader({ timeLimitMs: 60_000, files: { programPath: office.path, programTimeoutMs: 500 } })
    expect(await one.read(put(folder, 'a.rtf', '{\\rtf1 x}'))).toMatchObject({
      ok: false,
      reason: 'time_limit',
      message: expect.stringContaining('LibreOffice'),
    })
    expect(office.pids().filter(isAlive)).toEqual([])
  })

  it('leaves no process and no temporary file behind when its parent is killed in the middle of a file', async () => {
    const folder = scratchFolder()
    const office = hangingOffice(folder)
    const parent = fork(
      join(import.meta.dirname, '../support/read-forever.ts'),
      [put(folder, 'a.rtf', '{\\rtf1 x}'), office.path],
      { stdio: 'ignore' },
    )
    await vi.waitUntil(() => office.pids().length === 2, { timeout: 30_000 })
    const tempDir = readFileSync(office.workingFolder, 'utf8').trim()
    expect(existsSync(tempDir)).toBe(true)
    parent.kill('SIGKILL')
    await vi.waitUntil(() => office.pids().every((pid) => !isAlive(pid)), { timeout: 30_000 })
    await vi.waitUntil(() => !existsSync(tempDir), { timeout: 10_000 })
    expect(office.pids().filter(isAlive)).toEqual([])
  })

  it('is misuse after it was closed', async () => {
    const one = createFileReader()
    await one.close()
    await expect(one.read('a.txt')).rejects.toThrow('closed')
  })
})

describe('documents made in the child', () => {
  const request = (path: string, content: string, more: { sidecar?: string } = {}) => ({
    path,
    sidecar: more.sidecar ?? null,
    id: 'd1',
    source: 'thong-bao.txt',
    digest: 'digest-of-all',
    fileDigest: createHash('sha256').update(content).digest('hex'),
    level: 'public' as const,
    levelGiven: false,
  })
  const documents = createDocumentReader({ workers: 1, files: { programPath: '' } })
  afterAll(() => documents.close())

  it('come over whole, with what the sidecar says', async () => {
    const folder = scratchFolder()
    const sidecar = put(folder, 'a.txt.meta.json', '{"title":"Thông báo họp","level":"member"}')
    const result = await documents.read(request(put(folder, 'a.txt', NOTICE), NOTICE, { sidecar }))
    expect(result).toMatchObject({
      ok: true,
      document: { id: 'd1', digest: 'digest-of-all', level: 'member', text: NOTICE, meta: { title: 'Thông báo họp' } },
    })
  })

  it('are not made of a file that is another than the one that was seen', async () => {
    const path = put(scratchFolder(), 'a.txt', `${NOTICE} Đã sửa.`)
    expect(await documents.read(request(path, NOTICE))).toMatchObject({ ok: false, reason: 'changed_while_reading' })
  })

  it('are not made where the sidecar is broken or gone, as the level may hang on it', async () => {
    const folder = scratchFolder()
    const path = put(folder, 'a.txt', NOTICE)
    for (const sidecar of [
      put(folder, 'bad.json', '{"level":"everybody"}'),
      put(folder, 'worse.json', '{'),
      join(folder, 'gone.json'),
    ]) {
      expect(await documents.read(request(path, NOTICE, { sidecar }))).toMatchObject({
        ok: false,
        reason: 'bad_sidecar',
      })
    }
  })
})

describe('the network', () => {
  it('is out of reach for whatever runs in the reading process', async () => {
    const module = join(import.meta.dirname, '../../src/documents/reading/deny-network.ts')
    const script = `
      await import(${JSON.stringify(module)})
      const net = await import('node:net'), http = await import('node:http'), dns = await import('node:dns/promises'), tls = await import('node:tls'), dgram = await import('node:dgram')
      const { createRequire } = await import('node:module')
      const tries = {
        fetch: () => fetch('http://127.0.0.1:9'), connect: () => net.connect(9, '127.0.0.1'), socket: () => new net.Socket().connect(9),
        http: () => http.get('http://127.0.0.1:9'), dns: () => dns.lookup('localhost'), tls: () => tls.connect(9), udp: () => dgram.createSocket('udp4'),
        required: () => createRequire('/')('https').request('https://127.0.0.1:9'), listen: () => net.createServer().listen(0), socket2: () => WebSocket('ws://127.0.0.1:9'),
      }
      const open = []
      for (const [name, attempt] of Object.entries(tries)) try { await attempt(); open.push(name) } catch (error) { if (!/needs no network/.test(error.message)) open.push(name + ': ' + error.message) }
      console.log(JSON.stringify(open)); process.exit(0)`
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual([])
  })
})
