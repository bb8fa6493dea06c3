/** A refusal in Telegram's words: `{ok: false, error_code, description, parameters}`. */

export interface ErrorParameters {
  readonly retry_after?: number
  readonly migrate_to_chat_id?: number
}

export class ApiError extends Error {
  readonly code: number
  readonly parameters: ErrorParameters | undefined
  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (words: string, parameters?: ErrorParameters): ApiError =>
  new ApiError(400, `Bad Request: ${words}`, parameters)

export const forbidden = (words: string): ApiError => new ApiError(403, `Forbidden: ${words}`)

export const tooManyRequests = (retryAfter: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter })

export const CONFLICT =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
export const WEBHOOK_CONFLICT =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
