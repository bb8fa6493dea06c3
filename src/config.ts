/** Settings: environment → one validated, typed Config. The only file that reads `process.env`. */
import { config as loadDotenv } from 'dotenv'
import { resolve } from 'node:path'
import { z } from 'zod'
import { LEVELS } from './access.ts'
import { address, amount, ids, oneOf, shaped, whole } from './config/fields.ts'
import { telegramFaults, telegramOf, type TelegramConfig } from './config/telegram.ts'
import { modelFaults, modelsOf, REASONING, type ModelsConfig } from './config/models.ts'

const IDS = /^-?[1-9]\d{0,18}$/
const STAFF_CHAT = 'phải là số định danh của nhóm cán bộ, ví dụ -1001234567890'

const SERVER = /^https?:\/\/[^\s/]+(?:\/[^\s]*[^\s/])?$/
const SERVER_WORDS = 'phải là địa chỉ http(s):// không có dấu / ở cuối, ví dụ http://10.0.0.5:8000/v1'
const API_KEY = /^[\x21-\x7e]{1,500}$/
const API_KEY_WORDS = 'phải là một mã viết liền, không dấu'
const MODEL_NAME = /^[^\s]{1,200}$/
const MODEL_NAME_WORDS = 'phải là tên mô hình viết liền'

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
  STAFF_IDS: ids(/^[1-9]\d{0,18}$/, 'phải là các số định danh Telegram, cách nhau bằng dấu phẩy'),
  MEMBER_APPROVAL: oneOf(['none', 'admin'], 'none'),
  INVITATION_DAYS: whole(1, 60, 7),
  STAFF_CHAT_ID: shaped(IDS, STAFF_CHAT).refine((text) => Number.isSafeInteger(Number(text)), STAFF_CHAT),
  GROUP_IDS: ids(IDS, 'phải là các số định danh nhóm, cách nhau bằng dấu phẩy'),
  CONTACT: shaped(/^[^]{1,500}$/, 'dài không quá 500 ký tự'),
  RETENTION_DAYS: whole(1, 3_650, 90),
  QUESTIONS_PER_MINUTE: whole(1, 600, 15),
  QUESTIONS_PER_DAY: whole(1, 100_000, 200),
  CHAT_QUESTIONS_PER_MINUTE: whole(1, 6_000, 20),
  MESSAGES_PER_SECOND: whole(1, 1_000, 25),
  OPENAI_API_KEY: shaped(API_KEY, API_KEY_WORDS),
  OPENAI_BASE_URL: address(SERVER, SERVER_WORDS),
  OPENAI_CHAT_MODEL: shaped(MODEL_NAME, MODEL_NAME_WORDS),
  OPENAI_EMBEDDING_MODEL: shaped(MODEL_NAME, MODEL_NAME_WORDS),
  EMBEDDING_BASE_URL: address(SERVER, SERVER_WORDS),
  EMBEDDING_API_KEY: shaped(API_KEY, API_KEY_WORDS),
  EMBEDDING_DIMENSIONS: whole(8, 16_384, null),
  EMBEDDING_QUERY_PREFIX: z.string().max(1_000, 'dài không quá 1000 ký tự').default(''),
  EMBEDDING_PASSAGE_PREFIX: z.string().max(1_000, 'dài không quá 1000 ký tự').default(''),
  EMBEDDING_NORMALISE: oneOf(['true', 'false'], 'true'),
  EMBEDDING_WEIGHT: amount(),
  RERANK_BASE_URL: address(SERVER, SERVER_WORDS),
  RERANK_API_KEY: shaped(API_KEY, API_KEY_WORDS),
  RERANK_MODEL: shaped(MODEL_NAME, MODEL_NAME_WORDS),
  MODEL_MAY_SEE: oneOf(LEVELS, 'public'),
  MODEL_MAX_TOKENS: whole(64, 8_192, 900),
  MODEL_REASONING: z
    .enum(REASONING, `phải là một trong: ${REASONING.join(', ')}`)
    .nullable()
    .default(null),
  MODEL_IDLE_LIMIT: whole(1, 600, 10),
  MODEL_TIME_LIMIT: whole(2, 900, 45),
  MODEL_TOKENS_PER_DAY: whole(0, 1e12, null),
  MODEL_TOKENS_PER_PERSON_PER_DAY: whole(0, 1e12, null),
  MODEL_COST_PER_DAY: amount(),
  MODEL_COST_PER_PERSON_PER_DAY: amount(),
  MODEL_PRICE_IN: amount(),
  MODEL_PRICE_OUT: amount(),
  EMBEDDING_PRICE: amount(),
})

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
  readonly models: ModelsConfig
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
  const faults = [...modelFaults(values), ...telegramFaults(values)]
  if (faults.length > 0) throw new ConfigError(faults)
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
    models: modelsOf(values),
    telegram: telegramOf(values),
  }
}

const SECRET: readonly unknown[] = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'TELEGRAM_PROXY',
  'OPENAI_API_KEY',
  'EMBEDDING_API_KEY',
  'RERANK_API_KEY',
  'OPENAI_BASE_URL',
  'EMBEDDING_BASE_URL',
  'RERANK_BASE_URL',
]

/** The wrong value, unless it may hold a password. */
const shown = (key: unknown, set: Readonly<Record<string, string | undefined>>): string =>
  SECRET.includes(key) ? '' : ` (đang là "${set[String(key)]}")`

/** The Config of this process: `.env` in the working folder, overridden by the environment itself. */
export const loadConfig = (): Config => {
  loadDotenv({ quiet: true })
  return createConfig(process.env, process.cwd())
}
