/** What is due of the web sources, fetched and ingested while the program answers: each in a process of its own. */
import { dueNow } from './gather/due-now.ts'
import type { GatheredAside, GatherHooks } from './gather/gather-aside.ts'
import type { GatherWork } from './gather/gather-messages.ts'
import { countPages } from './gather/gather-report.ts'
import type { IngestAside } from './ingest/ingest-aside.ts'

/** Null: nothing is due, and nothing wrong. Never rejects. */
export const gatherDue = async (
  dataDir: string,
  gather: (work: GatherWork, hooks: GatherHooks & { readonly dryFolder: null }) => Promise<GatheredAside>,
  aside: IngestAside,
  signal: AbortSignal,
): Promise<GatheredAside | null> => {
  const schedule = dueNow(dataDir, Date.now())
  if (!schedule.ok) return { ok: false, reason: 'bad_sources', faults: schedule.faults }
  const { due, leftBehind } = schedule
  if (due === 0 && leftBehind.length === 0) return null
  if (due === 0) return { ok: true, report: { pages: [], counts: countPages([]), leftBehind, faults: [], looked: 0 } }
  return gather(
    { kind: 'sources' },
    {
      dryFolder: null,
      signal,
      ingest: async ({ folders, isNew }) => {
        if (!isNew) return []
        const ingested = await aside.ingest(folders, signal)
        return ingested.ok ? ingested.report.files : null
      },
    },
  )
}
