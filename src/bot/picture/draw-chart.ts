/** A chart as PNG, drawn in a thread of its own. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { chartSvg } from './chart-svg.ts'
import type { Chart } from './chart.ts'

/** Far longer than any picture takes. */
const LIMIT_MS = 30_000

/** Rejects where it cannot be drawn. */
export const drawChart = async (chart: Chart): Promise<Uint8Array> => {
  const worker = new Worker(new URL('./draw-child.ts', import.meta.url), {
    workerData: chartSvg(chart),
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  try {
    const [png] = (await once(worker, 'message', { signal: AbortSignal.timeout(LIMIT_MS) })) as [Uint8Array]
    return png
  } finally {
    await worker.terminate()
  }
}
