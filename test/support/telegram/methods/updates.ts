/** getMe and the two ways to get updates. */
import { ApiError, badRequest, WEBHOOK_CONFLICT } from '../api-error.ts'
import { isSet, jsonOf, numberOf, textOf, type Call, type Fields } from '../fields.ts'
import type { Webhook } from '../webhook.ts'
import type { WireUpdate } from '../wire.ts'
import type { World } from '../world.ts'

export const getMe = (world: World): Record<string, unknown> => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: world.canReadAll,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
})

const allow = (world: World, fields: Fields): void => {
  const kinds = jsonOf(fields, 'allowed_updates', 'allowed updates')
  world.queue.allow(Array.isArray(kinds) ? kinds.map(String) : null)
}

export const getUpdates = (world: World, webhook: Webhook, call: Call): Promise<readonly WireUpdate[]> => {
  if (webhook.url() !== '') throw new ApiError(409, WEBHOOK_CONFLICT)
  const { fields } = call
  allow(world, fields)
  return world.queue.poll({
    offset: numberOf(fields, 'offset') ?? 0,
    limit: Math.min(Math.max(numberOf(fields, 'limit') ?? 100, 1), 100),
    timeoutMs: Math.min(Math.max(numberOf(fields, 'timeout') ?? 0, 0), 50) * 1000,
    onGone: call.onGone,
  })
}

export const setWebhook = (world: World, webhook: Webhook, { fields }: Call): true => {
  const url = textOf(fields, 'url') ?? ''
  // real Telegram takes HTTPS only; the bench delivers on this machine
  if (url !== '' && !/^https?:\/\//.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  const secret = textOf(fields, 'secret_token') ?? ''
  if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  allow(world, fields)
  if (isSet(fields, 'drop_pending_updates')) world.queue.clear()
  webhook.set({ url, secret, maxConnections: Math.min(numberOf(fields, 'max_connections') ?? 40, 100) })
  if (url !== '') world.queue.breakPoll(new ApiError(409, 'Conflict: terminated by setWebhook request'))
  return true
}

export const deleteWebhook = (world: World, webhook: Webhook, { fields }: Call): true => {
  if (isSet(fields, 'drop_pending_updates')) world.queue.clear()
  webhook.set({ url: '', secret: '', maxConnections: 40 })
  return true
}

export const getWebhookInfo = (world: World, webhook: Webhook): Record<string, unknown> => {
  const allowed = world.queue.allowed()
  return {
    url: webhook.url(),
    has_custom_certificate: false,
    pending_update_count: world.queue.pending().length,
    ...webhook.lastError(),
    ...(webhook.url() === '' ? {} : { max_connections: 40 }),
    ...(allowed === null || allowed.length === 0 ? {} : { allowed_updates: allowed }),
  }
}
