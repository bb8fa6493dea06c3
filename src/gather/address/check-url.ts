/** An address before anything is asked of it: well formed, plain, on a host that was allowed. */
import { isIP } from 'node:net'
import { namesHost, STANDARD_PORTS, withoutDots, type HostRule } from './host-rules.ts'
import { isPublicAddress } from './public-address.ts'

export type UrlFault = 'bad_url' | 'scheme' | 'userinfo' | 'port' | 'host_not_allowed' | 'private_address'

export type CheckedUrl = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly reason: UrlFault }

const LONGEST = 2_048
/** Names that mean this machine or this network, whatever a resolver makes of them. */
const INSIDE = /^(?:localhost|[^.]+)$|\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/

/** In normal form: host in ASCII without a dot at its end, numbers as dotted addresses, no fragment. `base`: where it was found. */
export const normalUrl = (text: string, base?: URL): CheckedUrl => {
  const trimmed = text.trim()
  const parsed = trimmed.length <= LONGEST ? URL.parse(trimmed, base?.href) : null
  if (parsed === null) return { ok: false, reason: 'bad_url' }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return { ok: false, reason: 'scheme' }
  if (parsed.username !== '' || parsed.password !== '') return { ok: false, reason: 'userinfo' }
  parsed.hash = ''
  const host = withoutDots(parsed.hostname)
  if (host === '' || parsed.href.length > LONGEST) return { ok: false, reason: 'bad_url' }
  parsed.hostname = host
  return { ok: true, url: parsed }
}

export const checkUrl = (text: string, rules: readonly HostRule[], base?: URL): CheckedUrl => {
  const normal = normalUrl(text, base)
  if (!normal.ok) return normal
  const { hostname, port } = normal.url
  const literal = hostname.replace(/^\[|\]$/g, '')
  const isInside = isIP(literal) === 0 ? INSIDE.test(hostname) : !isPublicAddress(literal)
  if (isInside) return { ok: false, reason: 'private_address' }
  const named = rules.filter((rule) => namesHost(rule, hostname))
  if (named.length === 0) return { ok: false, reason: 'host_not_allowed' }
  if (!STANDARD_PORTS.has(port) && !named.some((rule) => rule.port === port)) return { ok: false, reason: 'port' }
  return normal
}
