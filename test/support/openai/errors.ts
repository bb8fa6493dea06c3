/** Refusals in OpenAI's words. */
import type { Line } from './line.ts'

export interface ApiError {
  readonly message: string
  readonly type: string
  readonly param: string | null
  readonly code: string | null
}

/** Thrown where a call is no good: a 400 that names the parameter. */
export class BadCall extends Error {
  readonly param: string
  readonly code: string
  constructor(param: string, message: string, code = 'invalid_value') {
    super(message)
    this.param = param
    this.code = code
  }
}

export const unsupported = (param: string, hint = ''): BadCall =>
  new BadCall(
    param,
    `Unsupported parameter: '${param}' is not supported with this model. ${hint}`.trimEnd(),
    'unsupported_parameter',
  )

const KNOWN: Readonly<Record<number, readonly [type: string, code: string | null, message: string]>> = {
  400: ['invalid_request_error', null, 'The request is not valid.'],
  401: ['invalid_request_error', 'invalid_api_key', 'Incorrect API key provided.'],
  403: ['invalid_request_error', 'unsupported_country_region_territory', 'Country, region, or territory not supported'],
  404: ['invalid_request_error', 'model_not_found', 'The model does not exist or you do not have access to it.'],
  429: ['requests', 'rate_limit_exceeded', 'Rate limit reached. Please try again later.'],
  500: ['server_error', null, 'The server had an error while processing your request.'],
  503: ['server_error', null, 'The engine is currently overloaded, please try again later.'],
}

export const errorOf = (status: number, more: Partial<ApiError> = {}): ApiError => {
  const [type, code, message] = KNOWN[status] ?? [
    status < 500 ? 'invalid_request_error' : 'server_error',
    null,
    'Error',
  ]
  return { message, type, param: null, code, ...more }
}

/** A whole reply at once. */
export const send = (
  line: Line,
  status: number,
  body: string,
  headers: Readonly<Record<string, string | number>> = {},
): void => {
  line.head(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers })
  line.end(body)
}

export const refuse = (line: Line, status: number, more?: Partial<ApiError>): void =>
  send(line, status, JSON.stringify({ error: errorOf(status, more) }))
