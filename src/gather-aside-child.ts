/** The process in which the running program and `npm run ingest` fetch pages from the web: the public one, with our usual manners. */
import { serveGather } from './gather/serve-gather.ts'
import { publicNetwork } from './gather/visit/network.ts'
import { VISIT_LIMITS } from './gather/visit/request-once.ts'
import { lockIndex } from './search/snapshot/index-lock.ts'

/** Between two requests to a host (its robots.txt may ask for more). */
const PAUSE_MS = 2_000

serveGather({ network: publicNetwork, limits: VISIT_LIMITS, pauseMs: PAUSE_MS }, lockIndex)
