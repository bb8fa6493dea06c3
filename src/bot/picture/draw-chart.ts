/** A chart as PNG, drawn in a thread of its own. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { chartSvg } from './chart-svg.ts'
import type { Chart } from './chart.ts'

/** Far longer than any picture takes. */
const LIMIT_MS = 30_000

let last: Promise<unknown> = Promise.resolve()

/** Rejects where it cannot be drawn. One after the other: each takes some 50 MB while it is drawn (8 at once: 370 MB). */
export const drawChart = (chart: Chart): Promise<Uint8Array> => {
  const mine = last.then(() => draw(chart))
  last = mine.catch(() => {})
  return mine
}

const draw = async (chart: Chart): Promise<Uint8Array> => {
  const worker = new Worker(new URL('./draw-child.ts', import.meta.url), {
    workerData: chartSvg(chart),
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  // what it says once nobody listens any more must not end the program
  worker.on('error', () => {})
  try {
    const [png] = (await once(worker, 'message', { signal: AbortSignal.timeout(LIMIT_MS) })) as [Uint8Array]
    return png
  } finally {
    await worker.terminate()
  }
}
