/** The HTTP side: 127.0.0.1, keep-alive, the same port after a time of being down. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLine, type Line } from './line.ts'
import type { Recording } from './wire.ts'

export interface HttpDoor {
  readonly port: () => number
  /** Requests open now, and the most there ever were at once. */
  readonly open: () => number
  readonly mostOpen: () => number
  forget(): void
  listen(port?: number): Promise<void>
  /** Refuses connections and breaks the open ones. */
  down(): Promise<void>
}

export interface Visit {
  readonly call: Recording
  readonly rawHeaders: readonly string[]
  readonly line: Line
  /** The client did not go away while it was speaking. */
  readonly isWhole: boolean
}

export interface DoorParts {
  /** The request is read as far as it came. */
  readonly arrived: (visit: Visit) => Promise<void>
  readonly happened: () => void
}

export const createHttpDoor = ({ arrived, happened }: DoorParts): HttpDoor => {
  let server: Server | null = null
  let port = 0
  const lines = new Set<Line>()
  let most = 0

  const listen = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = createServer({ keepAliveTimeout: 120_000, requestTimeout: 0, headersTimeout: 0 })
      next.on('request', (request, response) => {
        const call = recordingOf(request)
        const line = createLine(response, ({ byClient, complete }) => {
          lines.delete(line)
          call.aborted = byClient
          call.done = complete
          happened()
        })
        lines.add(line)
        most = Math.max(most, lines.size)
        readInto(call, request)
          .then(() => arrived({ call, rawHeaders: request.rawHeaders, line, isWhole: request.complete }))
          .catch((error: unknown) => response.destroy(error as Error))
      })
      next.once('error', reject)
      next.listen(wanted, '127.0.0.1', () => {
        server = next
        port = (next.address() as AddressInfo).port
        resolve()
      })
    })

  return {
    port: () => port,
    open: () => lines.size,
    mostOpen: () => most,
    forget: () => {
      most = lines.size
    },
    listen: async (wanted = port) => {
      if (server === null) await listen(wanted)
    },
    down: () =>
      new Promise((resolve) => {
        if (server === null) return resolve()
        for (const line of lines) line.release()
        server.close(() => resolve())
        server.closeAllConnections()
        server = null
      }),
  }
}

const recordingOf = (request: IncomingMessage): Recording => ({
  kind: 'other',
  method: request.method ?? '',
  path: request.url ?? '/',
  headers: request.headers,
  raw: '',
  body: null,
  at: Date.now(),
  aborted: false,
  done: false,
})

const readInto = async (call: Recording, request: IncomingMessage): Promise<void> => {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    // the client went away while it was speaking; what it said counts
  }
  call.raw = Buffer.concat(chunks).toString('utf8')
  try {
    call.body = JSON.parse(call.raw)
  } catch {
    call.body = null
  }
}
