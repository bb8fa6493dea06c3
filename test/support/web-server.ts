/**
 * A web server on this machine that behaves well or badly, page by page, and the network through which only it can be reached.
 *
 *     const site = await createWebServer()
 *     site.put('/a', { body: '<p>…</p>' })                       // or a handler (request, response)
 *     await visit(site.url('/a'), { network: site.network, … })
 *     site.paths()                                              // what was asked for, in order
 */
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Network } from '../../src/gather/visit/network.ts'
import { loopback } from './loopback.ts'

export interface WebPage {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface WebServer {
  readonly port: number
  /** An address on it; the host is a name that the network below knows. */
  url(path: string, host?: string): string
  put(path: string, page: WebPage | RequestListener): void
  remove(path: string): void
  /** Requests in order: path with query, and headers. */
  readonly requests: { readonly path: string; readonly host: string; readonly headers: IncomingHttpHeaders }[]
  /** Paths asked for, robots.txt left out. */
  paths(): readonly string[]
  /** Connections open now. */
  open(): number
  readonly network: Network
  close(): Promise<void>
}

export interface WebServerOptions {
  readonly secure?: { readonly key: string; readonly cert: string }
  /** Names and their addresses; `lamgiang.test` and names below it are this server. */
  readonly names?: Readonly<Record<string, readonly string[]>>
  readonly keep?: boolean
}

export const HOST = 'lamgiang.test'

export const createWebServer = async (options: WebServerOptions = {}): Promise<WebServer> => {
  const pages = new Map<string, WebPage | RequestListener>()
  const requests: WebServer['requests'] = []
  let open = 0
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, host: request.headers.host ?? '', headers: request.headers })
    const page = pages.get(path)
    if (typeof page === 'function') return page(request, response)
    if (page === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<p>404</p>')
    const { status = 200, type = 'text/html; charset=utf-8', headers = {}, body = '' } = page
    if (status === 200 && headers.etag !== undefined && request.headers['if-none-match'] === headers.etag)
      return void response.writeHead(304, headers).end()
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  }
  const server: Server = options.secure ? createSecureServer(options.secure, listener) : createServer(listener)
  server.on('connection', (socket) => {
    open++
    socket.once('close', () => open--)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  if (!options.keep) onTestFinished(close)
  return {
    port,
    url: (path, host = HOST) => `${options.secure ? 'https' : 'http'}://${host}:${port}${path}`,
    put: (path, page) => void pages.set(path, page),
    remove: (path) => void pages.delete(path),
    requests,
    paths: () => requests.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    open: () => open,
    network: { ...loopback(options.names), ...(options.secure && { ca: options.secure.cert }) },
    close,
  }
}
