/** Updates by webhook: whoever knows the secret may hand one over; it is on disk before Telegram is told 200. */
import type { Api } from 'grammy'
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Logger } from '../telemetry.ts'
import type { Intake } from './intake.ts'
import type { Receiving } from './polling.ts'
import { ALLOWED_UPDATES } from './update-shape.ts'

export interface WebhookDeps {
  readonly api: Pick<Api, 'setWebhook'>
  readonly intake: Pick<Intake, 'take'>
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly url: string
  readonly secret: string
  readonly port: number
}

/** reliability.md B10. */
const LONGEST_BODY = 1_000_000
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** Rejects where the port cannot be had (`EADDRINUSE`) or Telegram refuses the address. */
export const startWebhook = async ({ api, intake, log, url, secret, port }: WebhookDeps): Promise<Receiving> => {
  const path = new URL(url).pathname
  const server = createServer((request, response) => {
    receive(request, { path, secret, take: (update) => intake.take([update]) })
      .catch((error: unknown) => {
        // Telegram sends it again
        log.error({ err: error }, 'an update could not be taken')
        return 503
      })
      .then((status) => {
        // what was not read is not wanted: the connection goes with the answer
        if (!request.complete) response.setHeader('connection', 'close')
        response.writeHead(status).end()
      })
  })
  const ended = Promise.withResolvers<void>()
  await listening(server, port)
  server.on('error', ended.reject)
  await api
    .setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES, drop_pending_updates: false })
    .catch((error: unknown) => {
      server.close()
      throw error
    })
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          ended.resolve()
          resolve()
        })
        server.closeIdleConnections()
      }),
    ended: ended.promise,
  }
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })

interface Door {
  readonly path: string
  readonly secret: string
  take(update: unknown): void
}

/** The status to answer with. The secret is looked at before anything is read. */
const receive = async (request: IncomingMessage, { path, secret, take }: Door): Promise<number> => {
  // what stands before a question mark: whatever strangers ask for is no address that must be taken apart
  if (request.url?.split('?')[0] !== path) return 404
  if (request.method !== 'POST') return 405
  if (!isSame(String(request.headers[SECRET_HEADER] ?? ''), secret)) return 401
  const body = await bodyOf(request)
  if (body === null) return 413
  const update = parsed(body)
  if (update === undefined) return 400
  take(update)
  return 200
}

const isSame = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Null where it is too long. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  if (Number(request.headers['content-length'] ?? 0) > LONGEST_BODY) return null
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += (piece as Buffer).length
    if (length > LONGEST_BODY) return null
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces).toString('utf8')
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
