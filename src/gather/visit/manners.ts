/** How we behave on somebody's server: robots.txt first, one request at a time, a pause between two. */
import robotsParser from 'robots-parser'
import type { HostRule } from '../address/host-rules.ts'
import { visit, type VisitFault, type Visitor } from './visit.ts'

/** Under which name robots.txt may speak to us. */
export const ROBOT_NAME = 'HoiDapCongTacDang'

export interface Manners {
  /** Waits for our turn on this host, and says whether the address may be visited at all. */
  before(url: URL, hosts: readonly HostRule[]): Promise<VisitFault | null>
}

export interface MannersOptions {
  readonly visitor: Visitor
  /** Between two requests to a host, unless its robots.txt asks for more. */
  readonly pauseMs: number
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

const LONGEST_DELAY_MS = 30_000
const ROBOTS_BYTES = 512_000

interface Robots {
  isAllowed(url: string, robot: string): boolean | undefined
  getCrawlDelay(robot: string): number | undefined
}
/** The library's types speak of a default export that Node does not see. */
const parseRobots = robotsParser as unknown as (place: string, text: string) => Robots
type Rules = { readonly robots: Robots | null; readonly fault: VisitFault | null }
/** These are about the host itself, and say more than that its robots.txt could not be had. */
const OF_THE_HOST: ReadonlySet<string> = new Set([
  'no_host',
  'private_address',
  'bad_certificate',
  'unreachable',
  'slow',
])

export const createManners = ({ visitor, pauseMs, now, sleep }: MannersOptions): Manners => {
  const lastVisit = new Map<string, number>()
  const known = new Map<string, Promise<Rules>>()

  const turn = async (host: string, delayMs: number): Promise<null> => {
    const waitMs = (lastVisit.get(host) ?? -Infinity) + delayMs - now()
    // a stop is noticed by who asked for the turn; a clock that was set back makes nobody wait longer
    if (waitMs > 0) await sleep(Math.min(waitMs, delayMs), visitor.signal).catch(() => {})
    lastVisit.set(host, now())
    return null
  }

  const rulesOf = async ({ origin }: URL, hosts: readonly HostRule[]): Promise<Rules> => {
    const place = `${origin}/robots.txt`
    const before = ({ hostname }: URL): Promise<null> => turn(hostname, pauseMs)
    const visited = await visit(place, visitor, { hosts, before, anyType: true, bytes: ROBOTS_BYTES })
    if (visited.kind === 'page')
      return { robots: parseRobots(place, visited.body.toString('utf8').replace(/^\uFEFF/, '')), fault: null }
    // there is none (RFC 9309 §2.3.1.3), as against: it could not be had
    const isNone = visited.kind === 'gone' || (visited.kind === 'refused' && /^4\d\d$/.test(visited.detail))
    const isOfHost = visited.kind === 'refused' && OF_THE_HOST.has(visited.reason)
    return { robots: null, fault: isNone ? null : isOfHost ? visited.reason : 'robots_unreachable' }
  }

  return {
    before: async (url, hosts) => {
      let rules = known.get(url.origin)
      if (!rules) known.set(url.origin, (rules = rulesOf(url, hosts)))
      const { robots, fault } = await rules
      if (visitor.signal.aborted) return 'stopped'
      if (fault) return fault
      if (robots?.isAllowed(url.href, ROBOT_NAME) === false) return 'robots'
      const delayMs = (robots?.getCrawlDelay(ROBOT_NAME) ?? 0) * 1000
      await turn(url.hostname, Math.max(pauseMs, Math.min(delayMs, LONGEST_DELAY_MS)))
      return null
    },
  }
}
