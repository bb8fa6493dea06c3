/** Hosts that may be visited, as an admin names them: `lamgiang.vn`, `*.lamgiang.vn` (what stands below it), `lamgiang.vn:8443`. */

export interface HostRule {
  readonly host: string
  /** Whether it is what stands below `host` that is meant. */
  readonly below: boolean
  /** The one other port than 80 and 443; null: only those. */
  readonly port: string | null
}

/** Null for what names no host. An international name is taken in its ASCII form, so that a look-alike is another name. */
export const parseHostRule = (text: string): HostRule | null => {
  const found = /^(\*\.)?([^\s/@?#\\*:]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\.?$/iu.exec(text.trim())
  if (!found || !URL.canParse(`http://${found[2]}/`)) return null
  const host = withoutDots(new URL(`http://${found[2]}/`).hostname)
  const port = found[3] ?? null
  if (host === '' || (port !== null && (Number(port) < 1 || Number(port) > 65_535))) return null
  return { host, below: found[1] !== undefined, port }
}

/** The rule for the very host (and port) of an address. */
export const ruleOf = (url: URL): HostRule => ({
  host: withoutDots(url.hostname),
  below: false,
  port: STANDARD_PORTS.has(url.port) ? null : url.port,
})

export const STANDARD_PORTS: ReadonlySet<string> = new Set(['', '80', '443'])

/** `lamgiang.vn.` is `lamgiang.vn`. */
export const withoutDots = (hostname: string): string => hostname.replace(/\.+$/, '')

export const namesHost = ({ host, below }: HostRule, hostname: string): boolean =>
  below ? hostname.endsWith(`.${host}`) : hostname === host
