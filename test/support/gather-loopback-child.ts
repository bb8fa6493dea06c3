/** The fetching process of tests: as src/gather-aside-child.ts, but names below `.test` are this machine, and nobody waits. */
import { serveGather } from '../../src/gather/serve-gather.ts'
import { VISIT_LIMITS } from '../../src/gather/visit/request-once.ts'
import { lockIndex } from '../../src/search/snapshot/index-lock.ts'
import { loopback } from './loopback.ts'

serveGather({ network: loopback(), limits: VISIT_LIMITS, pauseMs: 0 }, lockIndex)
