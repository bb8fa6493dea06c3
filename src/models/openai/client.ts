/** The openai package, held to what this program wants of it: no retries and no waiting of its own, nothing from the environment. */
import type OpenAI from 'openai'
import type { APIError } from 'openai'
import { ModelError, type ModelFault } from '../model-error.ts'

export interface Server {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly apiKey: string | null
}

// loaded with the first call: a tenth of a second and 20 MB that a start without a model is spared
let openai: typeof import('openai') | null = null

/** The client, made when it is first asked for. */
export const createClient = (server: Server): (() => Promise<OpenAI>) => {
  let client: OpenAI | null = null
  return async () => {
    openai ??= await import('openai')
    return (client ??= newClient(openai, server))
  }
}

const newClient = ({ OpenAI }: typeof import('openai'), { baseUrl, apiKey }: Server): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    // the package insists on a key; servers within the network ask for none
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    // the time limits are ours (guard/time-limit.ts): its own ends at the headers
    timeout: 2 ** 31 - 1,
    logLevel: 'off',
    // before a header of OPENAI_CUSTOM_HEADERS, which the package reads by itself
    defaultHeaders: { authorization: `Bearer ${apiKey ?? 'none'}` },
    fetch: fetchBounded,
  })

/** Of the package's headers those that a server needs: the others tell of this machine, or come from the environment. */
const NEEDED: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type', 'user-agent'])
/** More than any sound reply, which is kept in memory whole: 32 vectors of 16,384 numbers are 12 MB. */
const MOST_BYTES = 32 * 1024 * 1024

/** `fetch` as models are asked: what goes on for ever is broken off (`endless`). */
export const fetchBounded: typeof fetch = async (address, init) => {
  const headers = new Headers(init?.headers)
  for (const name of [...headers.keys()]) if (!NEEDED.has(name)) headers.delete(name)
  // what is sent goes to the address that an admin named, not to one that it points to
  const response = await fetch(address, { ...init, headers, redirect: 'error' })
  if (!response.body) return response
  let bytes = 0
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform: (part, out) => {
      bytes += part.length
      if (bytes > MOST_BYTES) throw new ModelError('endless', `more than ${MOST_BYTES} bytes`)
      out.enqueue(part)
    },
  })
  return new Response(response.body.pipeThrough(bounded), response)
}

/**
 * What the package throws, as a ModelError. Messages of others are left out, also as a cause: a server may repeat what was sent,
 * or part of the key, and a parser quotes what it cannot read.
 */
export const asModelError = (error: unknown): ModelError => {
  if (error instanceof ModelError) return error
  if (openai && error instanceof openai.APIUserAbortError) return new ModelError('stopped', 'the call was given up')
  if (openai && error instanceof openai.APIConnectionError)
    return new ModelError('unreachable', codeOf(error) ?? 'no connection')
  if (isApiError(error) && typeof error.status === 'number') {
    return new ModelError(faultOfStatus(error.status), `HTTP ${error.status}`, waitAsked(error.headers))
  }
  // an error within a reply of 200, or a body that is none
  if (isApiError(error) || error instanceof SyntaxError)
    return new ModelError('bad_reply', 'the reply holds an error or is no JSON')
  // undici names what ended a body; without a name it is the package that stumbled over what it read
  const code = codeOf(error)
  if (code !== null) return new ModelError(code === 'ERR_INVALID_URL' ? 'unreachable' : 'cut', code)
  return new ModelError('bad_reply', error instanceof Error ? error.name : 'not an error')
}

export const isApiError = (error: unknown): error is APIError => openai !== null && error instanceof openai.APIError

export const faultOfStatus = (status: number): ModelFault => {
  if (status === 429) return 'rate_limited'
  if (status === 401 || status === 403) return 'unauthorised'
  if (status >= 500 || status === 408 || status === 409) return 'server_error'
  return 'bad_request'
}

/** Milliseconds of a `retry-after` in seconds or as a date; null where there is none. */
export const waitAsked = (headers: Headers | undefined): number | null => {
  const said = headers?.get('retry-after')
  if (!said) return null
  const seconds = Number(said)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

export const codeOf = (error: unknown): string | null => {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if ('code' in at && typeof at.code === 'string') return at.code
  return null
}
