/** Plays a reply piece by piece, and breaks it off where a fault says so. */
import type { Fault } from './faults.ts'
import { errorOf } from './errors.ts'
import type { Line } from './line.ts'

export interface Script {
  readonly streams: boolean
  readonly pieces: readonly string[]
  /** The piece before which so many chunks have gone out. */
  readonly place: (after: number) => number
  readonly delayMs?: number
  /** Hears of each piece before the client can. */
  readonly sent?: (piece: number) => void
}

/** Time for the client to read what it has, before a reset takes it away. Nothing may rely on it: see `until`. */
const SETTLE_MS = 20

/** A body that is no stream: two halves, so that it can be broken off in the middle. */
export const jsonScript = (body: string): Script => {
  const start = firstHalf(body)
  return {
    streams: false,
    pieces: [start, body.slice(start.length)],
    place: (after) => (after <= 0 ? 0 : 1),
  }
}

/** Not through a pair of surrogates, which would be no text on either side. */
const firstHalf = (text: string): string => {
  const middle = Math.floor(text.length / 2)
  return text.slice(0, text.codePointAt(middle - 1)! > 0xffff ? middle + 1 : middle)
}

export const sse = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

export const typeOf = (streams: boolean): string => (streams ? 'text/event-stream; charset=utf-8' : 'application/json')

export const play = async (line: Line, script: Script, fault: Fault | null): Promise<void> => {
  const { streams, pieces, delayMs = 0 } = script
  const isBroken = fault !== null && 'after' in fault
  const at = isBroken ? script.place(fault.after ?? 0) : -1
  const isWhole = !streams && !isBroken && fault?.kind !== 'torn'
  const isShort = fault?.kind === 'eof' && fault.abrupt === true && !streams
  const bytes = isWhole || isShort ? { 'content-length': Buffer.byteLength(pieces.join('')) } : {}
  line.head(200, { 'content-type': typeOf(streams), ...bytes })
  for (const [number, piece] of pieces.entries()) {
    if (number === at && !(await breakOff(line, fault!, piece))) return
    if (number > 0 && delayMs > 0 && !(await line.wait(delayMs))) return
    script.sent?.(number)
    if (number === pieces.length - 1 && fault?.kind !== 'torn') return line.end(piece)
    if (!(await write(line, piece, fault))) return
  }
  line.end()
}

const write = async (line: Line, piece: string, fault: Fault | null): Promise<boolean> => {
  if (fault?.kind !== 'torn') return line.write(piece)
  const bytes = Buffer.from(piece)
  for (let at = 0; at < bytes.length; at += 7) if (!(await line.write(bytes.subarray(at, at + 7)))) return false
  return true
}

/** Whether the reply goes on. */
const breakOff = async (line: Line, fault: Fault, next: string): Promise<boolean> => {
  switch (fault.kind) {
    case 'stall':
      return line.wait(fault.until ?? null)
    case 'reset':
      if (await line.wait(fault.until ?? SETTLE_MS)) line.reset()
      return false
    case 'eof':
      if (!(await line.wait(fault.until ?? 0))) return false
      if (fault.abrupt === true) line.cut()
      else line.end()
      return false
    case 'half-json':
      await line.write(firstHalf(next))
      line.end()
      return false
    case 'error-inside':
      await line.write(sse({ error: insideError(fault) }))
      line.end()
      return false
    default:
      return true
  }
}

export const insideError = ({ message, code }: Extract<Fault, { kind: 'error-inside' }>): object =>
  errorOf(500, { ...(message === undefined ? {} : { message }), ...(code === undefined ? {} : { code }) })
