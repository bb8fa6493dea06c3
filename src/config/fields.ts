/** Kinds of settings: each takes what was written, or says in Vietnamese what it should be. */
import { z } from 'zod'

/** A whole number from `least` to `most`, written in digits; `standard` where it is not set, null for none. */
export const whole = <T extends number | null>(least: number, most: number, standard: T): z.ZodType<number | T> =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return standard
      const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
      if (value >= least && value <= most) return value
      context.addIssue(`phải là số nguyên từ ${least} đến ${most}`)
      return z.NEVER
    })

/** An amount of money, `0.15` or `0,15`; null where it is not set. */
export const amount = (): z.ZodType<number | null> =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null
      if (/^\d{1,9}(?:[.,]\d{1,6})?$/.test(text.trim())) return Number(text.trim().replace(',', '.'))
      context.addIssue('phải là một số không âm, ví dụ 0.15')
      return z.NEVER
    })

export const oneOf = <const T extends readonly [string, ...string[]]>(
  values: T,
  standard: T[number],
): z.ZodType<T[number]> =>
  z.enum(values, `phải là một trong: ${values.join(', ')}`).default(standard as never) as z.ZodType<T[number]>

/** A text that must match; `what` says in Vietnamese what it should be. */
export const shaped = (shape: RegExp, what: string): z.ZodType<string | null> =>
  z.string().trim().regex(shape, what).nullable().default(null) as z.ZodType<string | null>

/** An address that can be taken apart: `https://[x` looks like one and is none. */
export const address = (shape: RegExp, what: string): z.ZodType<string | null> =>
  (shaped(shape, what) as z.ZodType<string | null>).refine((text) => text === null || URL.canParse(text), what)

/** Telegram ids, separated by commas or blanks. */
export const ids = (shape: RegExp, what: string): z.ZodType<readonly number[]> =>
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

/** Names of hosts, separated by commas or blanks. */
export const hosts = (): z.ZodType<readonly string[]> =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const parts = text.split(/[\s,;]+/).filter(Boolean)
      const wrong = parts.filter((part) => !/^(?:\*\.)?[^\s/@?#:*\\]+(?::\d{1,5})?$/.test(part))
      if (wrong.length === 0) return parts
      context.addIssue(
        `phải là tên máy chủ, cách nhau bằng dấu phẩy, ví dụ lamgiang.vn, *.lamgiang.vn; sai: ${wrong.join(', ')}`,
      )
      return z.NEVER
    }) as unknown as z.ZodType<readonly string[]>
