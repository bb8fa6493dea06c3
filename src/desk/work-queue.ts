/** Work in lanes: within a lane one item after the other, lanes beside each other, each getting its turn. */

export interface WorkQueue<T> {
  add(lane: string, item: T): void
  /** Aborts what is being done in a lane and takes out what waits there (of those that are meant). Returns what was taken out. */
  stop(lane: string, isMeant?: (item: T) => boolean): readonly T[]
  /** Items waiting or being done, all or of one lane. */
  size(lane?: string): number
  /** Resolves when nothing is left, or with false after `limitMs`. New items may still be added by the work itself. */
  drain(limitMs: number): Promise<boolean>
  /** Starts nothing more; what is being done is left to end. */
  close(): void
}

export interface WorkQueueOptions<T> {
  /** Lanes worked on at once. */
  readonly concurrency: number
  /** Must not reject: what goes wrong with an item is the worker's to handle. */
  readonly work: (item: T, signal: AbortSignal) => Promise<void>
}

interface Lane<T> {
  readonly waiting: T[]
  running: { readonly item: T; readonly abort: AbortController } | null
}

export const createWorkQueue = <T>({ concurrency, work }: WorkQueueOptions<T>): WorkQueue<T> => {
  const lanes = new Map<string, Lane<T>>()
  // lanes with something to do and nobody at it, the one that has waited longest first
  const ready: string[] = []
  let busy = 0
  let count = 0
  let isClosed = false
  const emptied = new Set<() => void>()

  let isScheduled = false

  // one item each time around the event loop: work that never waits for anything would else keep messages and network waiting
  // until the last item is done
  const schedule = (): void => {
    if (isScheduled || isClosed || busy >= concurrency || ready.length === 0) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      if (busy < concurrency && ready.length > 0 && !isClosed) void run(ready.shift()!)
      schedule()
    })
  }
  const next = (): void => {
    schedule()
    if (count === 0 || (isClosed && busy === 0)) emptied.forEach((tell) => tell())
  }
  const run = async (name: string): Promise<void> => {
    const lane = lanes.get(name)
    const item = lane?.waiting.shift()
    if (!lane || item === undefined) return
    busy++
    const abort = new AbortController()
    lane.running = { item, abort }
    try {
      await work(item, abort.signal)
    } finally {
      busy--
      count--
      lane.running = null
      if (lane.waiting.length > 0) ready.push(name)
      else lanes.delete(name)
      next()
    }
  }

  return {
    add: (name, item) => {
      const lane = lanes.get(name) ?? { waiting: [], running: null }
      lanes.set(name, lane)
      lane.waiting.push(item)
      count++
      if (lane.waiting.length === 1 && !lane.running) ready.push(name)
      next()
    },
    stop: (name, isMeant = () => true) => {
      const lane = lanes.get(name)
      if (!lane) return []
      if (lane.running && isMeant(lane.running.item)) lane.running.abort.abort()
      const out = lane.waiting.filter(isMeant)
      lane.waiting.splice(0, Infinity, ...lane.waiting.filter((item) => !isMeant(item)))
      count -= out.length
      if (!lane.running && lane.waiting.length === 0) {
        lanes.delete(name)
        const at = ready.indexOf(name)
        if (at >= 0) ready.splice(at, 1)
      }
      next()
      return out
    },
    size: (name) => {
      if (name === undefined) return count
      const lane = lanes.get(name)
      return lane ? lane.waiting.length + (lane.running ? 1 : 0) : 0
    },
    drain: (limitMs) =>
      new Promise((resolve) => {
        if (count === 0 || (isClosed && busy === 0)) return resolve(true)
        const done = (finished: boolean): void => {
          clearTimeout(timer)
          emptied.delete(tell)
          resolve(finished)
        }
        const tell = (): void => done(true)
        const timer = setTimeout(() => done(false), limitMs)
        emptied.add(tell)
      }),
    close: () => void (isClosed = true),
  }
}
