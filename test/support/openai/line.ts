/** The way back to one client. Whatever waits here ends when the client goes away or the bench goes down. */
import type { ServerResponse } from 'node:http'

export interface Line {
  head(status: number, headers: Readonly<Record<string, string | number>>): void
  /** Waits until the client can take more; false when it is gone. */
  write(bytes: string | Uint8Array): Promise<boolean>
  /** With the last bytes: a client that knows them for the last goes at once, and has not gone away too early then. */
  end(last?: string | Uint8Array): void
  /** Waits so many ms, for a promise, or, with null, for ever; false when the client is gone. */
  wait(what: number | Promise<unknown> | null): Promise<boolean>
  /** A TCP reset. */
  reset(): void
  /** Ends the connection, not the reply. */
  cut(): void
  /** The bench lets go: what happens to the connection now is not the client's doing. */
  release(): void
}

export interface LineEnd {
  /** Called once; `byClient`: it went away before the reply was complete. */
  (how: { readonly byClient: boolean; readonly complete: boolean }): void
}

export const createLine = (response: ServerResponse, ended: LineEnd): Line => {
  const gone = Promise.withResolvers<false>()
  let isOurs = false
  let isGone = false
  const leave = (): void => {
    if (isGone) return
    isGone = true
    const complete = response.writableFinished
    gone.resolve(false)
    ended({ byClient: !isOurs && !complete, complete })
  }
  response.once('close', leave)
  response.on('error', () => {})

  const wait: Line['wait'] = async (what) => {
    if (isGone) return false
    if (what === null) return gone.promise
    if (typeof what !== 'number') return Promise.race([what.then(() => !isGone), gone.promise])
    const { promise, resolve } = Promise.withResolvers<true>()
    const timer = setTimeout(resolve, what, true)
    const stayed = await Promise.race([promise, gone.promise])
    clearTimeout(timer)
    return stayed
  }

  return {
    wait,
    head: (status, headers) => {
      if (isGone) return
      response.writeHead(status, headers)
      response.flushHeaders()
    },
    write: async (bytes) => {
      if (isGone) return false
      const drained = Promise.withResolvers<void>()
      if (response.write(bytes)) setImmediate(drained.resolve)
      else response.once('drain', drained.resolve)
      return wait(drained.promise)
    },
    end: (last = '') => {
      if (!isGone) response.end(last)
    },
    reset: () => {
      isOurs = true
      response.socket?.resetAndDestroy()
    },
    cut: () => {
      isOurs = true
      response.socket?.end()
    },
    release: () => {
      isOurs = true
      leave()
    },
  }
}
