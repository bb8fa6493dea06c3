/** The faults that need not know what the reply would have been. */
import type { Fault } from './faults.ts'
import { errorOf, send } from './errors.ts'
import type { Line } from './line.ts'
import { insideError, sse, typeOf } from './play.ts'
import type { ModelKind } from './wire.ts'

const HTML = '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>\n'
const DEFAULT_MAX_BYTES = 32 * 1024 * 1024

/** Before anything else is looked at; true where the call is over. */
export const playEarly = async (line: Line, fault: Fault | null): Promise<boolean> => {
  switch (fault?.kind ?? (fault === null ? null : 'status')) {
    case 'status': {
      const { status, retryAfter, body, headers } = fault as Extract<Fault, { status: number }>
      const text = body ?? JSON.stringify({ error: errorOf(status) })
      const type = isJson(text) ? 'application/json' : 'text/html'
      const retry = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
      send(line, status, text, { 'content-type': type, ...retry, ...headers })
      return true
    }
    case 'silence':
      return !(await line.wait((fault as Extract<Fault, { kind: 'silence' }>).until ?? null))
    case 'slow':
      return !(await line.wait((fault as Extract<Fault, { kind: 'slow' }>).ms))
    case 'reset': {
      const { after, until } = fault as Extract<Fault, { kind: 'reset' }>
      if (after !== undefined) return false
      if (await line.wait(until ?? 0)) line.reset()
      return true
    }
    default:
      return false
  }
}

/** Instead of a good reply; true where the call is over. */
export const playInstead = async (
  line: Line,
  fault: Fault | null,
  kind: ModelKind,
  streams: boolean,
): Promise<boolean> => {
  const whole = (body: string, type = typeOf(streams)): true => {
    send(line, 200, body, { 'content-type': type })
    return true
  }
  switch (fault?.kind) {
    case 'html':
      return whole(HTML, 'text/html; charset=utf-8')
    case 'empty-body':
      return whole('')
    case 'broken-json':
      return whole(streams ? 'data: {"id":"chatcmpl-1","choices":[{"delta":{]}\n\n' : '{"id":"x","data":[{"index":0,]}')
    case 'error-inside': {
      if (streams && (fault.after ?? 0) > 0) return false
      const body = { error: insideError(fault) }
      return whole(streams ? sse(body) : JSON.stringify(body))
    }
    case 'wrong-shape': {
      const body = JSON.stringify(fault.body ?? { ok: true })
      return whole(streams ? `${sse(body)}${sse('[DONE]')}` : body)
    }
    case 'raw':
      return whole(fault.body, fault.type)
    case 'pings': {
      line.head(200, { 'content-type': typeOf(streams) })
      while ((await line.write(streams ? ': ping\n\n' : '\n')) && (await line.wait(fault.everyMs ?? 20))) continue
      return true
    }
    case 'endless':
      // a stream of chat knows its own chunks
      if (streams) return false
      line.head(200, { 'content-type': typeOf(false) })
      await writeEndlessly(line, OPENINGS[kind], fault.text || FILLERS[kind], fault.maxBytes)
      return true
    default:
      return false
  }
}

/** Writes until the client goes away or it is enough; a clean end then. How often the filler was written. */
export const writeEndlessly = async (
  line: Line,
  opening: string,
  filler: string,
  maxBytes = DEFAULT_MAX_BYTES,
): Promise<number> => {
  const size = Buffer.byteLength(filler)
  let times = 0
  if (await line.write(opening)) while ((times + 1) * size <= maxBytes && (await line.write(filler))) times++
  line.end()
  return times
}

const OPENINGS: Readonly<Record<ModelKind, string>> = {
  chat: '{"id":"chatcmpl-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"',
  embeddings: '{"object":"list","data":[{"object":"embedding","index":0,"embedding":[0',
  rerank: '{"results":[{"index":0,"relevance_score":0.5}',
}
const FILLERS: Readonly<Record<ModelKind, string>> = {
  chat: 'và cứ thế, '.repeat(400),
  embeddings: ',0.125'.repeat(1000),
  rerank: ',{"index":0,"relevance_score":0.5}'.repeat(200),
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
