/** Settings: environment → one validated, typed Config. The only file that reads `process.env`. */
import { config as loadDotenv } from 'dotenv'
import { resolve } from 'node:path'
import { z } from 'zod'

/** A whole number from `least` to `most`, written in digits. */
const whole = (least: number, most: number, standard: number): z.ZodType<number> =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return standard
      const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN
      if (value >= least && value <= most) return value
      context.addIssue(`phải là số nguyên từ ${least} đến ${most}`)
      return z.NEVER
    })

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, standard: T[number]): z.ZodType<T[number]> =>
  z.enum(values, `phải là một trong: ${values.join(', ')}`).default(standard as never) as z.ZodType<T[number]>

/** A text that must match; `what` says in Vietnamese what it should be. */
const shaped = (shape: RegExp, what: string): z.ZodType<string | null> =>
  z.string().trim().regex(shape, what).nullable().default(null) as z.ZodType<string | null>

/** An address that can be taken apart: `https://[x` looks like one and is none. */
const address = (shape: RegExp, what: string): z.ZodType<string | null> =>
  (shaped(shape, what) as z.ZodType<string | null>).refine((text) => text === null || URL.canParse(text), what)

const IDS = /^-?[1-9]\d{0,18}$/
/** Telegram ids, separated by commas or blanks. */
const ids = (shape: RegExp, what: string): z.ZodType<readonly number[]> =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const parts = text.split(/[\s,;]+/).filter(Boolean)
      const wrong = parts.filter((part) => !shape.test(part) || !Number.isSafeInteger(Number(part)))
      if (wrong.length === 0) return parts.map(Number)
      context.addIssue(`${what}; sai: ${wrong.join(', ')}`)
      return z.NEVER
    }) as unknown as z.ZodType<readonly number[]>

const STAFF_CHAT = 'phải là số định danh của nhóm cán bộ, ví dụ -1001234567890'

const schema = z.object({
  DATA_DIR: z.string().default('data'),
  EMBEDDER: oneOf(['none', 'hashing'], 'none'),
  LOG_LEVEL: oneOf(['error', 'warn', 'info', 'debug'], 'warn'),
  INGEST_TIME_LIMIT: whole(1, 3_600, 60),
  INGEST_MEMORY_LIMIT: whole(64, 16_384, 768),
  INGEST_WORKERS: whole(1, 16, 2),
  KEEP_TURNS: whole(0, 20, 4),
  KEEP_TURNS_MINUTES: whole(1, 10_080, 60),
  TELEGRAM_BOT_TOKEN: shaped(/^\d{3,20}:[\w-]{20,100}$/, 'phải có dạng 123456789:AA… như BotFather đã cấp'),
  TELEGRAM_API_ROOT: address(
    /^https?:\/\/[^\s/]+(?:\/[^\s]*[^\s/])?$/,
    'phải là địa chỉ http(s):// không có dấu / ở cuối',
  ),
  TELEGRAM_PROXY: address(
    /^(?:https?|socks5h?|socks4a?):\/\/\S+$/,
    'phải có dạng http://máy:cổng, https://máy:cổng hoặc socks5://máy:cổng',
  ),
  TELEGRAM_MODE: oneOf(['polling', 'webhook'], 'polling'),
  TELEGRAM_WEBHOOK_URL: address(/^https?:\/\/\S+$/, 'phải là địa chỉ https:// mà Telegram gọi tới được'),
  TELEGRAM_WEBHOOK_SECRET: shaped(/^[\w-]{16,256}$/, 'phải dài 16-256 ký tự, chỉ gồm chữ không dấu, chữ số, _ và -'),
  PORT: whole(0, 65_535, 8080),
  ADMIN_IDS: ids(/^[1-9]\d{0,18}$/, 'phải là các số định danh Telegram, cách nhau bằng dấu phẩy'),
  STAFF_CHAT_ID: shaped(IDS, STAFF_CHAT).refine((text) => Number.isSafeInteger(Number(text)), STAFF_CHAT),
  GROUP_IDS: ids(IDS, 'phải là các số định danh nhóm, cách nhau bằng dấu phẩy'),
  CONTACT: shaped(/^[^]{1,500}$/, 'dài không quá 500 ký tự'),
  RETENTION_DAYS: whole(1, 3_650, 90),
  QUESTIONS_PER_MINUTE: whole(1, 600, 15),
  QUESTIONS_PER_DAY: whole(1, 100_000, 200),
  CHAT_QUESTIONS_PER_MINUTE: whole(1, 6_000, 20),
  MESSAGES_PER_SECOND: whole(1, 1_000, 25),
})

export interface TelegramConfig {
  readonly token: string
  /** Without a slash at the end. */
  readonly apiRoot: string
  readonly proxy: string | null
  /** null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string; readonly port: number } | null
  readonly adminIds: readonly number[]
  readonly staffChatId: number | null
  /** Groups the bot may be in; none named: all. */
  readonly groupIds: readonly number[]
  /** Messages to Telegram a second, all chats together. */
  readonly messagesPerSecond: number
}

/** How the desk treats those who ask. */
export interface DeskConfig {
  readonly keepTurns: number
  readonly keepTurnsMs: number
  readonly retentionDays: number
  readonly questionsPerMinute: number
  readonly questionsPerDay: number
  readonly chatQuestionsPerMinute: number
  /** How the office is reached, in its own words; null: not said. */
  readonly contact: string | null
}

export interface Config {
  /** Absolute. `documents` and `index` lie in it. */
  readonly dataDir: string
  readonly embedder: 'none' | 'hashing'
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Limits of the child process that reads one file. */
  readonly ingest: { readonly timeLimitMs: number; readonly memoryLimitMb: number; readonly workers: number }
  readonly desk: DeskConfig
  /** null: no token, no bot. */
  readonly telegram: TelegramConfig | null
}

/** Names of the settings, as `.env.example` lists them. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape)

/** Wrong settings: `faults` says each one in Vietnamese. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`Cấu hình sai:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/** Pure: an unset or empty key takes its default, every wrong one is listed in the ConfigError. */
export const createConfig = (env: Readonly<Record<string, string | undefined>>, workingDir: string): Config => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = schema.safeParse(set)
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}${shown(issue.path[0], set)}`),
    )
  const values = parsed.data
  return {
    dataDir: resolve(workingDir, values.DATA_DIR),
    embedder: values.EMBEDDER,
    logLevel: values.LOG_LEVEL,
    ingest: {
      timeLimitMs: values.INGEST_TIME_LIMIT * 1000,
      memoryLimitMb: values.INGEST_MEMORY_LIMIT,
      workers: values.INGEST_WORKERS,
    },
    desk: {
      keepTurns: values.KEEP_TURNS,
      keepTurnsMs: values.KEEP_TURNS_MINUTES * 60_000,
      retentionDays: values.RETENTION_DAYS,
      questionsPerMinute: values.QUESTIONS_PER_MINUTE,
      questionsPerDay: values.QUESTIONS_PER_DAY,
      chatQuestionsPerMinute: values.CHAT_QUESTIONS_PER_MINUTE,
      contact: values.CONTACT,
    },
    telegram: telegramOf(values),
  }
}

const SECRET: readonly unknown[] = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_PROXY']

/** The wrong value, unless it may hold a password. */
const shown = (key: unknown, set: Readonly<Record<string, string | undefined>>): string =>
  SECRET.includes(key) ? '' : ` (đang là "${set[String(key)]}")`

const telegramOf = (values: z.infer<typeof schema>): TelegramConfig | null => {
  if (values.TELEGRAM_BOT_TOKEN === null) return null
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = values
  if (values.TELEGRAM_MODE === 'webhook' && (url === null || secret === null))
    throw new ConfigError(['TELEGRAM_MODE=webhook cần cả TELEGRAM_WEBHOOK_URL và TELEGRAM_WEBHOOK_SECRET'])
  return {
    token: values.TELEGRAM_BOT_TOKEN,
    apiRoot: values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
    proxy: values.TELEGRAM_PROXY,
    webhook: values.TELEGRAM_MODE === 'webhook' ? { url: url!, secret: secret!, port: values.PORT } : null,
    adminIds: values.ADMIN_IDS,
    staffChatId: values.STAFF_CHAT_ID === null ? null : Number(values.STAFF_CHAT_ID),
    groupIds: values.GROUP_IDS,
    messagesPerSecond: values.MESSAGES_PER_SECOND,
  }
}

/** The Config of this process: `.env` in the working folder, overridden by the environment itself. */
export const loadConfig = (): Config => {
  loadDotenv({ quiet: true })
  return createConfig(process.env, process.cwd())
}
