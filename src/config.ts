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

const schema = z.object({
  DATA_DIR: z.string().default('data'),
  EMBEDDER: oneOf(['none', 'hashing'], 'none'),
  LOG_LEVEL: oneOf(['error', 'warn', 'info', 'debug'], 'warn'),
  INGEST_TIME_LIMIT: whole(1, 3_600, 60),
  INGEST_MEMORY_LIMIT: whole(64, 16_384, 768),
  INGEST_WORKERS: whole(1, 16, 2),
  KEEP_TURNS: whole(0, 20, 4),
})

export interface Config {
  /** Absolute. `documents` and `index` lie in it. */
  readonly dataDir: string
  readonly embedder: 'none' | 'hashing'
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Limits of the child process that reads one file. */
  readonly ingest: { readonly timeLimitMs: number; readonly memoryLimitMb: number; readonly workers: number }
  /** Turns of a conversation that a follow-up question may lean on. */
  readonly keepTurns: number
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
      parsed.error.issues.map(
        (issue) => `${issue.path.join('.')} ${issue.message} (đang là "${set[String(issue.path[0])]}")`,
      ),
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
    keepTurns: values.KEEP_TURNS,
  }
}

/** The Config of this process: `.env` in the working folder, overridden by the environment itself. */
export const loadConfig = (): Config => {
  loadDotenv({ quiet: true })
  return createConfig(process.env, process.cwd())
}
