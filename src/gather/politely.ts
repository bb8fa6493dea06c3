/** A visit that keeps to the pauses a host asks for. */
import type { GatherTask, Run } from './run.ts'
import { LONGEST_PAUSE_MS, pausedUntil } from './store/visit-state.ts'
import { visit, type Held, type Visited } from './visit/visit.ts'

/** Waited for within a run; a longer pause is for a later one. */
const SHORT_WAIT_MS = 60_000
const STANDARD_WAIT_MS = 600_000

/** The page, or after a short pause that the host asks for, once more. */
export const politely = async (url: URL, { hosts }: GatherTask, run: Run, held?: Held): Promise<Visited> => {
  const options = { hosts, before: (at: URL) => run.manners.before(at, hosts), ...(held && { held }) }
  for (let tries = 1; ; tries++) {
    run.visitor.signal.throwIfAborted()
    const until = pausedUntil(run.state, url.host, run.now())
    if (until > run.now()) return { kind: 'later', host: url.host, waitMs: until - run.now() }
    const visited = await visit(url.href, run.visitor, options)
    run.visitor.signal.throwIfAborted()
    if (visited.kind !== 'later') return visited
    const waitMs = Math.min(visited.waitMs ?? STANDARD_WAIT_MS, LONGEST_PAUSE_MS)
    if (waitMs > SHORT_WAIT_MS || tries > 1) {
      for (const host of [url.host, visited.host]) run.state.pauses[host] = run.now() + Math.max(waitMs, SHORT_WAIT_MS)
      return visited
    }
    await run.sleep(waitMs, run.visitor.signal)
  }
}
