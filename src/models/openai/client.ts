/** The openai package, held to what this program wants of it: no retries and no waiting of its own, nothing from the environment. */
import OpenAI from 'openai'
import { ModelError, type ModelFault } from '../model-error.ts'

export interface Server {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly apiKey: string | null
}

export const createClient = ({ baseUrl, apiKey }: Server): OpenAI =>
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
    // what is sent goes to the address that an admin named, not to one that it points to
    fetchOptions: { redirect: 'error' },
  })

/** What the package throws, as a ModelError. The message of a server is left out: it may repeat what was sent, or part of the key. */
export const asModelError = (error: unknown): ModelError => {
  if (error instanceof ModelError) return error
  if (error instanceof OpenAI.APIUserAbortError) return new ModelError('stopped', 'the call was given up')
  if (error instanceof OpenAI.APIConnectionError)
    return new ModelError('unreachable', codeOf(error) ?? 'no connection', { cause: error.cause })
  if (error instanceof OpenAI.APIError && typeof error.status === 'number') {
    const retryAfterMs = waitAsked(error.headers)
    return new ModelError(faultOfStatus(error.status), `HTTP ${error.status}`, { retryAfterMs })
  }
  // an error within a reply of 200, or a body that is none
  if (error instanceof OpenAI.APIError || error instanceof SyntaxError)
    return new ModelError('bad_reply', 'the reply holds an error or is no JSON')
  const code = codeOf(error)
  if (code !== null || error instanceof TypeError) return new ModelError('cut', code ?? 'the connection ended')
  return new ModelError('bad_reply', error instanceof Error ? error.name : 'not an error')
}

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

const codeOf = (error: unknown): string | null => {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if ('code' in at && typeof at.code === 'string') return at.code
  return null
}
