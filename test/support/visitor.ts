/** Visits a server of test/support/web-server.ts with short limits and without pauses; pauses that would have been are written down. */
import { parseHostRule } from '../../src/gather/address/host-rules.ts'
import { createManners } from '../../src/gather/visit/manners.ts'
import { VISIT_LIMITS, type VisitLimits } from '../../src/gather/visit/request-once.ts'
import { visit, type Visited, type Visitor, type VisitOptions } from '../../src/gather/visit/visit.ts'
import { HOST, type WebServer } from './web-server.ts'

export interface VisitorHere {
  visit(url: string, options?: Partial<VisitOptions>): Promise<Visited>
  /** What came of it: the reason, `page`, `unchanged` … */
  outcome(url: string, options?: Partial<VisitOptions>): Promise<string>
  /** Pauses in milliseconds, in order. */
  readonly pauses: readonly number[]
}

export const visitorOf = (
  site: WebServer,
  {
    limits = {},
    hosts = [`${HOST}:${site.port}`, `*.${HOST}:${site.port}`],
    polite = false,
    signal = new AbortController().signal,
  }: {
    readonly limits?: Partial<VisitLimits>
    readonly hosts?: readonly string[]
    readonly polite?: boolean
    readonly signal?: AbortSignal
  } = {},
): VisitorHere => {
  const visitor: Visitor = {
    network: site.network,
    limits: { ...VISIT_LIMITS, ...limits },
    userAgent: 'HoiDapCongTacDang/1.0 (test)',
    signal,
  }
  const rules = hosts.map((host) => parseHostRule(host)!)
  const pauses: number[] = []
  let clock = 0
  const manners = createManners({
    visitor,
    pauseMs: 2_000,
    now: () => clock,
    sleep: async (ms) => {
      pauses.push(ms)
      clock += ms
    },
  })
  const before: VisitOptions['before'] = polite ? (url) => manners.before(url, rules) : async () => null
  const go: VisitorHere['visit'] = (url, options = {}) => visit(url, visitor, { hosts: rules, before, ...options })
  return {
    visit: go,
    outcome: async (url, options) => {
      const visited = await go(url, options)
      return visited.kind === 'refused' ? visited.reason : visited.kind
    },
    pauses,
  }
}
