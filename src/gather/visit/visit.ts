/** An address visited: through its redirects, each of them checked like the first, to a page, or to the reason why there is none. */
import type { IncomingHttpHeaders } from 'node:http'
import type { HostRule } from '../address/host-rules.ts'
import { checkUrl, type UrlFault } from '../address/check-url.ts'
import { addressesOf, type Network } from './network.ts'
import { ACCEPTED_ENCODINGS } from './read-body.ts'
import { requestOnce, type RequestFault, type VisitLimits } from './request-once.ts'
import { charsetIn, isWantedType, mediaType } from './content-type.ts'

export type VisitFault =
  | UrlFault | RequestFault | 'no_host' | 'too_many_redirects' | 'bad_redirect' | 'downgrade' | 'robots'
  | 'robots_unreachable' | 'type' | 'status' | 'server_error' // prettier-ignore

export interface Page {
  readonly kind: 'page'
  /** Where it was in the end. */
  readonly url: URL
  readonly body: Buffer
  /** Lower case, without parameters; empty where it was not said. */
  readonly type: string
  readonly charset: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** Of `X-Robots-Tag`, lower case. */
  readonly robotsTag: string
}

export type Visited =
  | Page
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone'; readonly status: number }
  /** The host asks for a pause; null: it does not say how long. */
  | { readonly kind: 'later'; readonly host: string; readonly waitMs: number | null }
  /** `at`: the address that it is about, where that is another than was asked for; `detail`: status or type. */
  | { readonly kind: 'refused'; readonly reason: VisitFault; readonly at: string | null; readonly detail: string }

export interface Visitor {
  readonly network: Network
  readonly limits: VisitLimits
  readonly userAgent: string
  readonly signal: AbortSignal
}

export interface Held {
  readonly etag: string | null
  readonly lastModified: string | null
  /** Where the copy was in the end: its validators mean nothing elsewhere. Null: where it was asked for. */
  readonly at: string | null
}

export interface VisitOptions {
  readonly hosts: readonly HostRule[]
  /** Validators of the copy that is held. */
  readonly held?: Held
  /** Before each request, also to where a redirect leads: waits its turn; a fault forbids it. */
  readonly before: (url: URL) => Promise<VisitFault | null>
  readonly anyType?: boolean
  readonly bytes?: number
}

const MOST_REDIRECTS = 5
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const GONE: ReadonlySet<number> = new Set([404, 410])

export const visit = async (text: string, visitor: Visitor, options: VisitOptions): Promise<Visited> => {
  let checked = checkUrl(text, options.hosts)
  const refuse = (reason: VisitFault, at: string | null = null, detail = ''): Visited => ({ kind: 'refused', reason, at, detail }) // prettier-ignore
  for (let hops = 0; ; hops++) {
    if (!checked.ok) return refuse(checked.reason)
    const { url } = checked
    const here = hops === 0 ? null : url.href
    if (visitor.signal.aborted) return refuse('stopped')
    const forbidden = await options.before(url)
    if (forbidden) return refuse(forbidden, here)
    const isItsCopy = options.held?.at === url.href || (options.held?.at === null && hops === 0)
    const held = isItsCopy ? options.held : undefined
    const found = await addressesOf(url, visitor.network)
    if (!found.ok) return refuse(found.reason, here)
    const answer = await requestOnce(url, {
      addresses: found.addresses,
      headers: headersFor(visitor.userAgent, held),
      limits: { ...visitor.limits, bytes: options.bytes ?? visitor.limits.bytes },
      signal: visitor.signal,
      ...(visitor.network.ca !== undefined && { ca: visitor.network.ca }),
      wants: (status, headers) => status === 200 && (options.anyType === true || isWantedType(headers)),
    })
    if (!answer.ok) return refuse(answer.reason, here)
    const { status, headers, body } = answer
    if (body !== null) return pageOf(url, headers, body)
    if (status === 200) return refuse('type', here, mediaType(headers))
    if (status === 304 && held) return { kind: 'unchanged' }
    if (GONE.has(status)) return { kind: 'gone', status }
    if (status === 429 || status === 503) return { kind: 'later', host: url.host, waitMs: retryAfter(headers) }
    if (!REDIRECTS.has(status)) return refuse(status >= 500 ? 'server_error' : 'status', here, String(status))
    if (hops === MOST_REDIRECTS) return refuse('too_many_redirects')
    const next = headers.location === undefined ? null : checkUrl(headers.location, options.hosts, url)
    if (next === null) return refuse('bad_redirect', here)
    if (!next.ok) return refuse(next.reason, shownTarget(headers.location!, url))
    if (url.protocol === 'https:' && next.url.protocol === 'http:') return refuse('downgrade', next.url.href)
    checked = next
  }
}

const headersFor = (userAgent: string, held: VisitOptions['held']): Record<string, string> => ({
  'user-agent': userAgent,
  accept: 'text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5',
  'accept-language': 'vi,en;q=0.3',
  'accept-encoding': ACCEPTED_ENCODINGS,
  ...(held?.etag && { 'if-none-match': held.etag }),
  ...(held?.lastModified && { 'if-modified-since': held.lastModified }),
})

const pageOf = (url: URL, headers: IncomingHttpHeaders, body: Buffer): Page => ({
  kind: 'page',
  url,
  body,
  type: mediaType(headers),
  charset: charsetIn(headers),
  etag: validator(headers.etag),
  lastModified: validator(headers['last-modified']),
  robotsTag: String(headers['x-robots-tag'] ?? '').toLowerCase(),
})

/** Sent back as it came: so only what a header may hold, and not endless. */
const validator = (text: string | undefined): string | null =>
  text !== undefined && /^[\x20-\x7e]{1,512}$/.test(text) ? text : null

const retryAfter = (headers: IncomingHttpHeaders): number | null => {
  const text = headers['retry-after'] ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}

/** Where a redirect would have led, as an admin may see it: a password in it is cut out. */
const shownTarget = (location: string, base: URL): string => {
  const url = URL.parse(location, base.href)
  if (url === null) return location.replace(/[^ -~]/g, '').slice(0, 100)
  return `${url.protocol}//${url.host}${url.pathname}`.slice(0, 200)
}
