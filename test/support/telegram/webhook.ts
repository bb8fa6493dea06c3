/** Delivery by webhook: one update after the other, sent again with growing pauses until the bot says 2xx. */
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { UpdateQueue } from './update-queue.ts'

export interface WebhookTarget {
  readonly url: string
  readonly secret: string
  readonly maxConnections: number
}

export interface Webhook {
  set(target: WebhookTarget): void
  readonly url: () => string
  readonly lastError: () => Record<string, unknown>
  /** Deliveries tried so far, the last one first in `statuses`; 0 stands for no answer. */
  readonly tried: () => { readonly count: number; readonly statuses: readonly number[] }
  /** Sends one body as Telegram would, outside the order; the status, or 0. For doubled and forged deliveries. */
  post(body: string, headers?: Readonly<Record<string, string>>): Promise<number>
  close(): void
}

export interface WebhookPauses {
  /** First pause after a failure; it doubles up to `longestMs`. */
  readonly firstMs: number
  readonly longestMs: number
  /** How long an answer may take before it counts as none. */
  readonly timeoutMs: number
}

const PAUSES: WebhookPauses = { firstMs: 50, longestMs: 1_000, timeoutMs: 10_000 }

export const createWebhook = (queue: UpdateQueue, changed: () => void, given: Partial<WebhookPauses> = {}): Webhook => {
  const pauses = { ...PAUSES, ...given }
  let target: WebhookTarget = { url: '', secret: '', maxConnections: 40 }
  let running = false
  let closed = false
  let count = 0
  let statuses: number[] = []
  let error: { readonly at: number; readonly words: string } | null = null
  let timer: NodeJS.Timeout | undefined

  const post: Webhook['post'] = (body, headers = {}) =>
    new Promise((resolve) => {
      const { url, secret } = target
      const request = (url.startsWith('https:') ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        timeout: pauses.timeoutMs,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
          ...headers,
        },
      })
      request.once('response', (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode ?? 0))
        response.once('error', () => resolve(0))
      })
      request.once('timeout', () => request.destroy())
      request.once('error', () => resolve(0))
      request.end(body)
    })

  const deliver = async (): Promise<void> => {
    if (running) return
    running = true
    let pause = pauses.firstMs
    for (let update = queue.first(); update !== null && target.url !== '' && !closed; update = queue.first()) {
      const status = await post(JSON.stringify(update))
      count++
      statuses = [status, ...statuses].slice(0, 50)
      if (status >= 200 && status < 300) {
        pause = pauses.firstMs
        if (queue.first() === update) queue.dropFirst()
        continue
      }
      error = { at: Math.floor(Date.now() / 1000), words: status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${status}` } // prettier-ignore
      changed()
      const waited = pause
      pause = Math.min(pause * 2, pauses.longestMs)
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, waited)
      })
    }
    running = false
    changed()
  }

  queue.onPush(() => {
    if (target.url !== '') void deliver()
  })

  return {
    set: (to) => {
      target = to
      error = null
      if (to.url !== '') void deliver()
      changed()
    },
    url: () => target.url,
    lastError: () => (error === null ? {} : { last_error_date: error.at, last_error_message: error.words }),
    tried: () => ({ count, statuses }),
    post,
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}
