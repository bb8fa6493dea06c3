/** How the program talks to the Bot API: where, through which proxy, how long it waits, and what it repeats by itself. */
import { autoRetry } from '@grammyjs/auto-retry'
import { GrammyError, HttpError, type ApiClientOptions, type Transformer } from 'grammy'
import { HttpsProxyAgent } from 'https-proxy-agent'
import type { Agent } from 'node:http'
import { SocksProxyAgent } from 'socks-proxy-agent'
import type { TelegramConfig } from '../config/telegram.ts'

/** Longer than a long poll (30 s); grammY's own limit would be 500 s (telegram.md §1). */
const TIMEOUT_SECONDS = 60
/** The largest file (50 MB, telegram.md §1) through a line that sends 1 Mbit a second takes seven minutes. */
export const UPLOAD_SECONDS = 600

export const clientOptions = (
  { apiRoot, proxy }: Pick<TelegramConfig, 'apiRoot' | 'proxy'>,
  timeoutSeconds = TIMEOUT_SECONDS,
): ApiClientOptions => ({
  apiRoot,
  timeoutSeconds,
  // without a proxy grammY keeps its connections open by itself
  ...(proxy !== null && { baseFetchConfig: { agent: proxyAgent(proxy), compress: true } }),
})

const proxyAgent = (proxy: string): Agent =>
  proxy.startsWith('socks') ? new SocksProxyAgent(proxy, KEPT) : new HttpsProxyAgent(proxy, KEPT)

const KEPT = { keepAlive: true } as const

/**
 * For calls that are made while an update is handled (a press acknowledged, a file fetched): a short flood wait and a
 * fault of Telegram's are waited for, an outage is not, because the whole update is tried again then. Not for
 * the sender, which keeps its own order and pace: repeated here, a message would hold its chat or be sent twice.
 */
export const briefRetries = (): Transformer =>
  autoRetry({ maxRetryAttempts: 2, maxDelaySeconds: 5, rethrowHttpErrors: true })

/** What a failed call means for the one who made it. */
export type ApiFault =
  /** Telegram could not be reached or is out of order: the same call may succeed later. */
  | { readonly kind: 'network' }
  | { readonly kind: 'flood'; readonly waitMs: number }
  /** 401 (a wrong or revoked token; 404 for one that never was) and 409 (somebody else is polling): nothing will succeed any more. */
  | { readonly kind: 'fatal'; readonly code: 401 | 409 }
  | { readonly kind: 'refused'; readonly code: number; readonly description: string; readonly movedTo: number | null }

/** Null for an error that is no failed call. */
export const apiFaultOf = (error: unknown): ApiFault | null => {
  if (error instanceof HttpError) return { kind: 'network' }
  if (!(error instanceof GrammyError)) return null
  const { error_code: code, description, parameters } = error
  if (code === 429) return { kind: 'flood', waitMs: (parameters.retry_after ?? 1) * 1000 }
  if (code === 401 || code === 409) return { kind: 'fatal', code }
  // the whole description of an address without a bot behind it is "Not Found"
  if (code === 404 && description === 'Not Found') return { kind: 'fatal', code: 401 }
  if (!(code < 500)) return { kind: 'network' }
  return { kind: 'refused', code, description, movedTo: parameters.migrate_to_chat_id ?? null }
}
