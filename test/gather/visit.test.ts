import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../support/run.ts'
import { visitorOf } from '../support/visitor.ts'
import { createWebServer, HOST } from '../support/web-server.ts'

const TEXT = '<html><body><h1>Nghị quyết</h1><p>Chi bộ họp mỗi tháng một lần.</p></body></html>'
const SECURE = {
  key: readFileSync(`${root}test/fixtures/lamgiang-test-key.pem`, 'utf8'),
  cert: readFileSync(`${root}test/fixtures/lamgiang-test-cert.pem`, 'utf8'),
}

describe('redirects', () => {
  it('are followed five times, each checked like the first', async () => {
    const site = await createWebServer()
    for (let n = 0; n < 7; n++) site.put(`/${n}`, { status: [301, 302, 303, 307, 308][n % 5]!, headers: { location: `/${n + 1}` } }) // prettier-ignore
    site.put('/7', { body: TEXT })
    const { visit } = visitorOf(site)
    expect(await visit(site.url('/2'))).toMatchObject({ kind: 'page', url: { pathname: '/7' } })
    expect(await visit(site.url('/1'))).toMatchObject({ kind: 'refused', reason: 'too_many_redirects' })
    site.put('/vong', { status: 302, headers: { location: '/vong' } })
    expect(await visit(site.url('/vong'))).toMatchObject({ reason: 'too_many_redirects' })
    site.put('/dau', { status: 302 })
    expect(await visit(site.url('/dau'))).toMatchObject({ reason: 'bad_redirect' })
  })

  it.each([
    ['http://127.0.0.1/', 'private_address'],
    ['http://127.0.0.1:1/', 'private_address'],
    ['http://[::1]:80/', 'private_address'],
    ['http://0x7f000001/', 'private_address'],
    ['http://169.254.169.254/latest/meta-data/', 'private_address'],
    ['http://localhost/', 'private_address'],
    ['//10.0.0.1/', 'private_address'],
    ['http://noi-bo.lamgiang.test/', 'private_address'],
    ['http://khac.example/', 'host_not_allowed'],
    ['http://xlamgiang.test/', 'host_not_allowed'],
    ['http://lamgiang.test:22/', 'port'],
    ['http://u:p@lamgiang.test/', 'userinfo'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://lamgiang.test/', 'scheme'],
    ['http://[/', 'bad_url'],
    ['http://khong-co.lamgiang.example/', 'host_not_allowed'],
  ])('to %s end there: %s', async (location, reason) => {
    const site = await createWebServer({ names: { 'noi-bo.lamgiang.test': ['10.1.2.3'] } })
    site.put('/', { status: 302, headers: { location } })
    const visited = await visitorOf(site).visit(site.url('/'))
    expect(visited).toMatchObject({ kind: 'refused', reason })
    // the password of a target is shown to nobody
    expect(JSON.stringify(visited)).not.toContain('u:p@')
  })

  it('never lead from https to http', async () => {
    const site = await createWebServer({ secure: SECURE })
    site.put('/a', { status: 301, headers: { location: `http://${HOST}:${site.port}/b` } })
    site.put('/c', { status: 301, headers: { location: '/d' } })
    site.put('/d', { body: TEXT })
    const { outcome } = visitorOf(site)
    expect(await outcome(site.url('/a'))).toBe('downgrade')
    expect(await outcome(site.url('/c'))).toBe('page')
  })
})

describe('names', () => {
  it.each([
    [['10.0.0.1'], 'private_address'],
    [['127.0.0.1', '192.168.1.1'], 'private_address'],
    [['::ffff:127.0.0.1'], 'private_address'],
    [['::1'], 'private_address'],
    [['64:ff9b::7f00:1'], 'private_address'],
    [['fe80::1%lo'], 'private_address'],
    [['not an address'], 'private_address'],
    [[], 'no_host'],
  ])('that stand for %j are not visited', async (addresses, reason) => {
    const site = await createWebServer({ names: { [`a.${HOST}`]: addresses } })
    site.put('/', { body: TEXT })
    // a name without addresses is one that the resolver does not know
    const network = { ...site.network, lookup: async () => addresses }
    expect(await visitorOf({ ...site, network }).outcome(site.url('/', `a.${HOST}`))).toBe(reason)
    expect(site.requests).toEqual([])
  })

  it('are connected to at the address that was checked, whatever the resolver says next', async () => {
    const site = await createWebServer()
    site.put('/', { status: 302, headers: { location: '/b' } })
    site.put('/b', { body: TEXT })
    const answers = [['127.0.0.1'], ['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']]
    let asked = 0
    const network = { ...site.network, lookup: async () => answers[asked++]! }
    const { outcome } = visitorOf({ ...site, network })
    // once for each hop: there is no second look-up between check and connection
    expect([await outcome(site.url('/')), asked]).toEqual(['page', 2])
    expect([await outcome(site.url('/')), asked]).toEqual(['private_address', 3])
    expect([await outcome(site.url('/b')), asked]).toEqual(['page', 4])
  })

  it('are asked for in the certificate, too', async () => {
    const site = await createWebServer({ secure: SECURE })
    site.put('/', { body: TEXT })
    expect(await visitorOf(site).outcome(site.url('/'))).toBe('page')
    expect(await visitorOf(site, { hosts: [`khac.test:${site.port}`] }).outcome(site.url('/', 'khac.test'))).toBe('bad_certificate') // prettier-ignore
    const { lookup, mayReach } = site.network
    expect(await visitorOf({ ...site, network: { lookup, mayReach } }).outcome(site.url('/'))).toBe('bad_certificate')
  })
})

describe('a server', () => {
  const dripping = (response: ServerResponse, piece: string): void => {
    const timer = setInterval(() => response.write(piece), 5)
    response.once('close', () => clearInterval(timer))
  }

  it('that never answers, or only drop by drop, is given up', async () => {
    const site = await createWebServer()
    site.put('/silent', () => {})
    site.put(
      '/stalls',
      (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    )
    site.put('/drips', (_request, response) => dripping(response.writeHead(200, { 'content-type': 'text/html' }), 'a'))
    const limits = { headersMs: 150, idleMs: 150, totalMs: 400 }
    const { outcome } = visitorOf(site, { limits })
    expect(await outcome(site.url('/silent'))).toBe('slow')
    expect(await outcome(site.url('/stalls'))).toBe('slow')
    expect(await outcome(site.url('/drips'))).toBe('slow')
    const slowHead = createServer((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-a: b\r\n'), 5)
      socket.once('close', () => clearInterval(timer))
    })
    await new Promise<void>((resolve) => slowHead.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void slowHead.close())
    const { port } = slowHead.address() as { port: number }
    expect(await visitorOf({ ...site, port }, { limits }).outcome(`http://${HOST}:${port}/`)).toBe('slow')
  })

  it('that accepts and says nothing of https is given up in time', async () => {
    const deaf = createServer((socket) => socket.on('error', () => {}))
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void deaf.close())
    const { port } = deaf.address() as { port: number }
    const site = await createWebServer()
    expect(await visitorOf({ ...site, port }, { limits: { connectMs: 150 } }).outcome(`https://${HOST}:${port}/`)).toBe('slow') // prettier-ignore
  })

  it('that sends without end is cut off at the limit', async () => {
    const site = await createWebServer()
    site.put('/endless', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    site.put('/announced', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-length': '30000000' }).write('a')) // prettier-ignore
    const { outcome } = visitorOf(site, { limits: { bytes: 1_000_000 } })
    expect(await outcome(site.url('/endless'))).toBe('too_large')
    expect(await outcome(site.url('/announced'))).toBe('too_large')
  })

  it('that sends less than it said, breaks off, or talks nonsense has sent no page', async () => {
    const site = await createWebServer()
    site.put('/short', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' })
      response.write('<p>a', () => response.destroy())
    })
    site.put('/chunk', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>a', () => response.destroy())
    })
    site.put('/gone', (_request, response) => void response.destroy())
    const { outcome } = visitorOf(site)
    expect(await outcome(site.url('/short'))).toBe('cut')
    expect(await outcome(site.url('/chunk'))).toBe('cut')
    expect(await outcome(site.url('/gone'))).toBe('unreachable')
    const said = async (answer: string): Promise<string> => {
      const server = createServer((socket) => {
        socket.on('error', () => {})
        socket.end(answer)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => void server.close())
      const { port } = server.address() as { port: number }
      return visitorOf({ ...site, port }).outcome(`http://${HOST}:${port}/`)
    }
    expect(await said('SSH-2.0-OpenSSH_9.6\r\n')).toBe('bad_response')
    expect(await said(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(100_000)}\r\n\r\n`)).toBe('bad_response')
    expect(await said('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 3\r\n\r\nabcdef')).toBe('page')
    expect(await said('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n')).toBe('bad_response') // prettier-ignore
  })

  it('that is not there is told from one that is slow', async () => {
    const site = await createWebServer()
    await site.close()
    expect(await visitorOf(site).outcome(site.url('/'))).toBe('unreachable')
  })

  it('leaves no connection open, and is not asked on when the program stops', async () => {
    const site = await createWebServer()
    const stop = new AbortController()
    site.put('/silent', () => stop.abort())
    const { outcome } = visitorOf(site, { signal: stop.signal })
    expect(await outcome(site.url('/silent'))).toBe('stopped')
    expect(await outcome(site.url('/silent'))).toBe('stopped')
    while (site.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(site.requests).toHaveLength(1)
  })
})

describe('packed pages', () => {
  const bomb = Buffer.alloc(5_000_000, 'a')
  it.each([
    ['gzip', gzipSync(TEXT), 'page'],
    ['x-gzip', gzipSync(TEXT), 'page'],
    ['br', brotliCompressSync(TEXT), 'page'],
    ['deflate', deflateSync(TEXT), 'page'],
    ['deflate', deflateRawSync(TEXT), 'page'],
    ['identity', Buffer.from(TEXT), 'page'],
    ['gzip, br', brotliCompressSync(gzipSync(TEXT)), 'page'],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(TEXT))), 'bad_encoding'],
    ['compress', Buffer.from(TEXT), 'bad_encoding'],
    ['gzip', Buffer.from(TEXT), 'bad_encoding'],
    ['br', Buffer.from(TEXT), 'bad_encoding'],
    ['deflate', Buffer.from(TEXT), 'bad_encoding'],
    ['gzip', gzipSync(TEXT).subarray(0, -12), 'cut'],
    ['gzip', gzipSync(bomb), 'too_large'],
    ['br', brotliCompressSync(bomb), 'too_large'],
    ['deflate', deflateSync(bomb), 'too_large'],
    ['deflate', deflateRawSync(bomb), 'too_large'],
    ['gzip, gzip', gzipSync(gzipSync(bomb)), 'too_large'],
  ])('by %s (%#) come out whole or not at all', async (encoding, body, what) => {
    const site = await createWebServer()
    site.put('/', { body, headers: { 'content-encoding': encoding } })
    const visited = await visitorOf(site, { limits: { bytes: 1_000_000 } }).visit(site.url('/'))
    expect(visited.kind === 'refused' ? visited.reason : visited.kind).toBe(what)
    if (visited.kind === 'page') expect(visited.body.toString()).toBe(TEXT)
  })
})

it.each([
  ['text/html; charset=utf-8', 'page'],
  ['application/pdf', 'page'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'page'],
  ['application/octet-stream', 'page'],
  ['', 'page'],
  ['image/png', 'type'],
  ['video/mp4', 'type'],
  ['application/zip', 'type'],
  ['application/json', 'type'],
  ['text/javascript', 'type'],
  ['text/css', 'type'],
])('of the type “%s”: %s', async (type, what) => {
  const site = await createWebServer()
  site.put('/', (_request, response) => void response.writeHead(200, type === '' ? {} : { 'content-type': type }).end('a')) // prettier-ignore
  expect(await visitorOf(site).outcome(site.url('/'))).toBe(what)
})

it('asks whether the copy held is still good, and says who asks', async () => {
  const site = await createWebServer()
  const headers = { etag: '"v1"', 'last-modified': 'Mon, 05 Oct 2025 08:00:00 GMT' }
  site.put('/', { body: TEXT, headers })
  const { visit } = visitorOf(site)
  const first = await visit(site.url('/'))
  expect(first).toMatchObject({ kind: 'page', etag: '"v1"', lastModified: headers['last-modified'] })
  if (first.kind !== 'page') return
  expect(await visit(site.url('/'), { held: { ...first, at: null } })).toEqual({ kind: 'unchanged' })
  expect(site.requests[1]!.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': headers['last-modified'],
    'user-agent': expect.stringMatching(/^HoiDapCongTacDang\/1\.0 \(/),
  })
  // a 304 that nobody asked for is no page
  site.put('/', { status: 304 })
  expect(await visitorOf(site).outcome(site.url('/'))).toBe('status')
})

it.each([
  [404, {}, { kind: 'gone', status: 404 }],
  [410, {}, { kind: 'gone', status: 410 }],
  [429, { 'retry-after': '120' }, { kind: 'later', waitMs: 120_000 }],
  [503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, { kind: 'later', waitMs: 0 }],
  [503, {}, { kind: 'later', waitMs: null }],
  [500, {}, { kind: 'refused', reason: 'server_error', detail: '500' }],
  [403, {}, { kind: 'refused', reason: 'status', detail: '403' }],
  [204, {}, { kind: 'refused', reason: 'status', detail: '204' }],
  [206, {}, { kind: 'refused', reason: 'status', detail: '206' }],
])('tells status %i by what it means', async (status, headers, what) => {
  const site = await createWebServer()
  site.put('/', { status, headers })
  expect(await visitorOf(site).visit(site.url('/'))).toMatchObject(what)
})
