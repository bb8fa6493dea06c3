/** The HTTP side: 127.0.0.1, keep-alive, Telegram's envelope; it can go down and come back on the same port. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApiError, badRequest } from './api-error.ts'
import { readBody } from './body.ts'
import { findChat } from './chat-access.ts'
import type { FaultAction, Faults } from './faults.ts'
import type { Call } from './fields.ts'
import { isSending, type Flood } from './flood.ts'
import type { Method } from './methods.ts'
import type { World } from './world.ts'

export interface HttpDoor {
  readonly port: () => number
  listen(port?: number): Promise<void>
  /** Refuses connections and breaks the open ones. */
  down(): Promise<void>
}

export interface DoorParts {
  readonly world: World
  readonly methods: ReadonlyMap<string, Method>
  readonly faults: Faults
  readonly flood: Flood
  /** Paths under /_control, for a bench that is its own process. */
  readonly control?: (path: string, body: Readonly<Record<string, unknown>>) => unknown
}

const PATH = /^\/(file\/)?bot([^/]+)\/(?:test\/)?(.+)$/

export const createHttpDoor = (parts: DoorParts): HttpDoor => {
  let server: Server | null = null
  let port = 0
  return {
    port: () => port,
    listen: (wanted = port) =>
      new Promise((resolve, reject) => {
        const next = createServer(
          { keepAliveTimeout: 120_000, requestTimeout: 0, headersTimeout: 0 },
          (request, response) => {
            answer(parts, request, response).catch((error: unknown) => response.destroy(error as Error))
          },
        )
        next.once('error', reject)
        next.listen(wanted, '127.0.0.1', () => {
          server = next
          port = (next.address() as AddressInfo).port
          resolve()
        })
      }),
    down: () =>
      new Promise((resolve) => {
        if (server === null) return resolve()
        server.close(() => resolve())
        server.closeAllConnections()
        server = null
      }),
  }
}

const answer = async (parts: DoorParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { world } = parts
  const url = new URL(request.url ?? '/', 'http://bench')
  const found = PATH.exec(decodeURI(url.pathname))
  if (found === null) {
    if (parts.control !== undefined && url.pathname.startsWith('/_control/')) {
      const body = await readBody(request, url.searchParams)
      const result = await parts.control(url.pathname.slice('/_control/'.length), body?.fields ?? {})
      return reply(response, 200, { ok: true, result })
    }
    return reply(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
  }
  const [, isFile, token, name] = found as unknown as [string, string | undefined, string, string]
  if (token !== world.token) {
    request.resume()
    const isToken = /^\d+:[\w-]+$/.test(token)
    const [code, description] = isToken ? [401, 'Unauthorized'] : [404, 'Not Found']
    return reply(response, code as number, { ok: false, error_code: code, description })
  }
  if (isFile !== undefined) return sendFile(parts, name, response)
  const body = await readBody(request, url.searchParams)
  const gone = new Set<() => void>()
  response.once('close', () => {
    if (!response.writableFinished) for (const tell of gone) tell()
  })
  const call: Call = {
    method: name,
    fields: body?.fields ?? {},
    files: body?.files ?? new Map(),
    onGone: (tell) => gone.add(tell),
  }
  await handle(parts, call, body === null, request, response)
}

const handle = async (
  { world, methods, faults, flood }: DoorParts,
  call: Call,
  isBroken: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method, fields } = call
  const chat = findChat(world, fields)
  const chatId = chat?.wire.id ?? null
  const { delayMs, action: fault } = faults.next(method, fields, chatId)
  if (delayMs > 0) await until(delayMs, call)
  const isRefused = (fault?.kind === 'drop' || fault?.kind === 'stall') && !fault.accepted
  let result: unknown = null
  let error: ApiError | null = null
  if (!isRefused)
    try {
      if (fault?.kind === 'error') throw fault.error
      const known = methods.get(method.toLowerCase())
      if (known === undefined) throw new ApiError(404, 'Not Found')
      if (isBroken) throw badRequest("can't parse request body")
      if (chatId !== null && isSending(method)) flood.pass(chatId)
      result = await known(call)
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      error = thrown
    }
  const ok = error === null && !isRefused
  world.log.add({
    method,
    fields: withFileNames(call),
    at: Date.now(),
    chatId,
    ok,
    error: error === null ? null : { code: error.code, description: error.message },
    fault: fault === null ? null : nameOf(fault),
    result,
  })
  world.waiting.happened(chatId ?? undefined)
  if (fault?.kind === 'drop') {
    request.socket.resetAndDestroy()
    return
  }
  if (fault?.kind === 'stall') await fault.released
  if (error === null) return reply(response, 200, { ok: true, result })
  const { code, message, parameters } = error
  reply(response, code, { ok: false, error_code: code, description: message, ...(parameters && { parameters }) })
}

const reply = (response: ServerResponse, status: number, envelope: Readonly<Record<string, unknown>>): void => {
  if (response.destroyed) return
  const body = Buffer.from(JSON.stringify(envelope))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

const sendFile = ({ world }: DoorParts, path: string, response: ServerResponse): void => {
  const file = world.filesByPath.get(path)
  if (file === undefined) return reply(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length })
  response.end(file.bytes)
}

const withFileNames = ({ fields, files }: Call): Call['fields'] =>
  files.size === 0
    ? fields
    : { ...fields, ...Object.fromEntries([...files].map(([key, { name, bytes }]) => [`file:${key}`, { name, size: bytes.length }])) } // prettier-ignore

const nameOf = (fault: FaultAction): string =>
  fault.kind === 'drop' || fault.kind === 'stall'
    ? `${fault.kind === 'drop' ? 'connection reset' : 'stalled'}${fault.accepted ? ', reply lost' : ''}`
    : fault.kind

const until = (ms: number, call: Call): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    call.onGone(() => {
      clearTimeout(timer)
      resolve()
    })
  })
