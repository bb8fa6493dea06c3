/** One request to one address that was checked, within limits of time and size. No redirect is followed, no proxy used, no cookie kept. */
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { createDeadlines, TooSlow, type Deadlines } from './deadlines.ts'
import { readBody, TooLarge, UnknownEncoding } from './read-body.ts'

export interface VisitLimits {
  readonly connectMs: number
  readonly headersMs: number
  readonly idleMs: number
  readonly totalMs: number
  /** Of the body, unpacked. */
  readonly bytes: number
  readonly headerBytes: number
}

export const VISIT_LIMITS: VisitLimits = {
  connectMs: 10_000,
  headersMs: 10_000,
  idleMs: 10_000,
  totalMs: 60_000,
  bytes: 20_000_000,
  headerBytes: 32_768,
}

export type RequestFault =
  | 'unreachable' | 'slow' | 'cut' | 'too_large' | 'bad_response' | 'bad_encoding' | 'bad_certificate' | 'stopped' // prettier-ignore

export type Requested =
  | { readonly ok: true; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer | null }
  | { readonly ok: false; readonly reason: RequestFault }

export interface Asking {
  readonly addresses: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly limits: VisitLimits
  readonly signal: AbortSignal
  readonly ca?: string
  /** Told the head of the answer: whether its body is wanted. */
  wants(status: number, headers: IncomingHttpHeaders): boolean
}

/** Never rejects. */
export const requestOnce = async (url: URL, asking: Asking): Promise<Requested> => {
  const deadlines = createDeadlines(asking.limits.totalMs, asking.signal)
  let response: IncomingMessage | null = null
  try {
    deadlines.stage(asking.limits.connectMs)
    response = await headOf(url, asking, deadlines)
    const { statusCode: status = 0, headers } = response
    if (!asking.wants(status, headers)) return { ok: true, status, headers, body: null }
    const body = await readBody(response, asking.limits.bytes, deadlines, asking.limits.idleMs)
    return { ok: true, status, headers, body }
  } catch (error) {
    return { ok: false, reason: faultOf(error, deadlines.signal, response !== null) }
  } finally {
    deadlines.end()
    response?.destroy()
  }
}

const headOf = (url: URL, asking: Asking, deadlines: Deadlines): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    const options = {
      method: 'GET',
      headers: asking.headers,
      // a connection of its own: none that was opened under another check, and no agent that knows a proxy
      agent: false as const,
      lookup: pinned(asking.addresses),
      maxHeaderSize: asking.limits.headerBytes,
      signal: deadlines.signal,
      ...(asking.ca !== undefined && { ca: asking.ca }),
    }
    const request = isSecure ? httpsRequest(url, options) : httpRequest(url, options)
    request.once('error', reject)
    request.once('socket', (socket: Socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        // what the connection says of itself, should anything ever have gone around `lookup`
        const peer = socket.remoteAddress ?? ''
        if (!asking.addresses.some((address) => sameAddress(address, peer)))
          request.destroy(new Error('connected elsewhere'))
        deadlines.stage(asking.limits.headersMs)
      })
    })
    request.once('response', (response) => {
      deadlines.stage(asking.limits.idleMs)
      resolve(response)
    })
    request.end()
  })

/** Answers every look-up with the addresses that were checked: between the check and the connection nobody is asked again. */
const pinned = (addresses: readonly string[]): LookupFunction => {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, { all: wantsAll }, done) => (wantsAll ? done(null, all) : done(null, all[0]!.address, all[0]!.family))
}

const sameAddress = (one: string, other: string): boolean =>
  one === other || (isIP(one) === 6 && isIP(other) === 6 && new URL(`http://[${one}]`).href === new URL(`http://[${other}]`).href) // prettier-ignore

const faultOf = (error: unknown, signal: AbortSignal, hasAnswered: boolean): RequestFault => {
  if (signal.aborted) return signal.reason instanceof TooSlow ? 'slow' : 'stopped'
  if (error instanceof TooLarge) return 'too_large'
  if (error instanceof UnknownEncoding) return 'bad_encoding'
  const code = String((error as NodeJS.ErrnoException).code ?? '')
  if (code === 'Z_BUF_ERROR') return 'cut'
  if (/^(?:Z_|ERR__?ZLIB|ERR_BROTLI|ERR__ERROR|ZSTD)/.test(code)) return 'bad_encoding'
  if (/^(?:HPE_|ERR_HTTP|ERR_INVALID)/.test(code)) return hasAnswered ? 'cut' : 'bad_response'
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code)) return 'bad_certificate'
  return hasAnswered ? 'cut' : 'unreachable'
}
