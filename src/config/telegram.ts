/** What the settings say of Telegram. */

export interface TelegramConfig {
  readonly token: string
  /** Without a slash at the end. */
  readonly apiRoot: string
  readonly proxy: string | null
  /** null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string; readonly port: number } | null
  readonly adminIds: readonly number[]
  readonly staffIds: readonly number[]
  /** Whether an admin says yes to everybody who uses an invitation. */
  readonly memberApproval: 'none' | 'admin'
  /** Days that an invitation can be used. */
  readonly invitationDays: number
  readonly staffChatId: number | null
  /** Groups the bot may be in; none named: all. */
  readonly groupIds: readonly number[]
  /** Messages to Telegram a second, all chats together. */
  readonly messagesPerSecond: number
}

export interface TelegramSettings {
  readonly TELEGRAM_BOT_TOKEN: string | null
  readonly TELEGRAM_API_ROOT: string | null
  readonly TELEGRAM_PROXY: string | null
  readonly TELEGRAM_MODE: string
  readonly TELEGRAM_WEBHOOK_URL: string | null
  readonly TELEGRAM_WEBHOOK_SECRET: string | null
  readonly PORT: number
  readonly ADMIN_IDS: readonly number[]
  readonly STAFF_IDS: readonly number[]
  readonly MEMBER_APPROVAL: string
  readonly INVITATION_DAYS: number
  readonly STAFF_CHAT_ID: string | null
  readonly GROUP_IDS: readonly number[]
  readonly MESSAGES_PER_SECOND: number
}

/** What is wrong with the settings together, each in Vietnamese. */
export const telegramFaults = (values: TelegramSettings): readonly string[] => {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = values
  const isWebhook = values.TELEGRAM_BOT_TOKEN !== null && values.TELEGRAM_MODE === 'webhook'
  return isWebhook && (url === null || secret === null)
    ? ['TELEGRAM_MODE=webhook cần cả TELEGRAM_WEBHOOK_URL và TELEGRAM_WEBHOOK_SECRET']
    : []
}

export const telegramOf = (values: TelegramSettings): TelegramConfig | null => {
  if (values.TELEGRAM_BOT_TOKEN === null) return null
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = values
  return {
    token: values.TELEGRAM_BOT_TOKEN,
    apiRoot: values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
    proxy: values.TELEGRAM_PROXY,
    webhook: values.TELEGRAM_MODE === 'webhook' ? { url: url!, secret: secret!, port: values.PORT } : null,
    adminIds: values.ADMIN_IDS,
    staffIds: values.STAFF_IDS,
    memberApproval: values.MEMBER_APPROVAL as TelegramConfig['memberApproval'],
    invitationDays: values.INVITATION_DAYS,
    staffChatId: values.STAFF_CHAT_ID === null ? null : Number(values.STAFF_CHAT_ID),
    groupIds: values.GROUP_IDS,
    messagesPerSecond: values.MESSAGES_PER_SECOND,
  }
}
