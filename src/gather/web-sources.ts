/** `sources.json`: the pages, feeds and sitemaps that are looked at again and again. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { LEVELS, type Level } from '../access.ts'
import { parseHostRule, ruleOf, type HostRule } from './address/host-rules.ts'
import { normalUrl } from './address/check-url.ts'
import { gatherReason } from '../text/messages/gather-messages.ts'

export const SOURCE_KINDS = ['auto', 'page', 'feed', 'sitemap'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export interface WebSource {
  /** In normal form. */
  readonly url: string
  readonly kind: SourceKind
  readonly everyMs: number
  /** null: what a page's marks say, else public. */
  readonly level: Level | null
  /** Where its pages and redirects may be; its own host among them. */
  readonly hosts: readonly HostRule[]
  /** Pages visited in one run. */
  readonly limit: number
  /** Parts of addresses, `*` for anything; none: all. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

export type SourcesRead =
  | { readonly ok: true; readonly sources: readonly WebSource[] }
  /** One Vietnamese line for each fault: which entry, which key, what it should be. */
  | { readonly ok: false; readonly faults: readonly string[] }

export const STANDARD_LIMIT = 200
const MOST_PAGES = 5_000
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const EVERY = 'phải là khoảng thời gian từ 15m đến 30d: số rồi m (phút), h (giờ) hoặc d (ngày), ví dụ "6h"'
const PATTERNS = 'phải là danh sách chuỗi, ví dụ ["/van-ban/*"]'

const patterns = z.array(z.string(PATTERNS).min(1, PATTERNS).max(200, PATTERNS), PATTERNS).max(50, PATTERNS).default([])
const entry = z.strictObject({
  url: z.string('phải có, là địa chỉ http:// hoặc https://').transform((text, context) => {
    const normal = normalUrl(text)
    if (normal.ok) return normal.url
    context.addIssue(`không dùng được: ${gatherReason(normal.reason)}`)
    return z.NEVER
  }),
  kind: z.enum(SOURCE_KINDS, `phải là một trong: ${SOURCE_KINDS.join(', ')}`).default('auto'),
  every: z
    .string(EVERY)
    .default('6h')
    .transform((text, context) => {
      const [, count, unit] = /^\s*(\d{1,4})\s*([mhd])\s*$/.exec(text) ?? []
      const ms = Number(count) * (UNITS[unit as keyof typeof UNITS] ?? NaN)
      if (ms >= 15 * UNITS.m && ms <= 30 * UNITS.d) return ms
      context.addIssue(EVERY)
      return z.NEVER
    }),
  level: z
    .enum(LEVELS, `phải là một trong: ${LEVELS.join(', ')}`)
    .nullable()
    .default(null),
  hosts: z
    .array(
      z.string().transform((text, context) => {
        const rule = parseHostRule(text)
        if (rule) return rule
        context.addIssue(`không phải tên máy chủ: "${text}"`)
        return z.NEVER
      }),
      'phải là danh sách tên máy chủ, ví dụ ["lamgiang.vn", "*.lamgiang.vn"]',
    )
    .default([]),
  limit: z
    .int(`phải là số nguyên từ 1 đến ${MOST_PAGES}`)
    .min(1, `phải từ 1 đến ${MOST_PAGES}`)
    .max(MOST_PAGES, `phải từ 1 đến ${MOST_PAGES}`)
    .default(STANDARD_LIMIT),
  include: patterns,
  exclude: patterns,
})

/** No file: no sources. */
export const readSources = (path: string): SourcesRead => {
  if (!existsSync(path)) return { ok: true, sources: [] }
  try {
    return parseSources(readFileSync(path, 'utf8'))
  } catch {
    return { ok: false, faults: ['không đọc được tệp'] }
  }
}

export const parseSources = (json: string): SourcesRead => {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, faults: [`không phải JSON hợp lệ (${(error as Error).message.slice(0, 80)})`] }
  }
  if (!Array.isArray(value)) return { ok: false, faults: ['cần một danh sách: [ { "url": "https://…" }, … ]'] }
  const faults: string[] = []
  const sources: WebSource[] = []
  const known = new Set<string>()
  value.forEach((one: unknown, n) => {
    const parsed = entry.safeParse(one)
    if (!parsed.success) return void faults.push(...parsed.error.issues.map((issue) => faultOf(issue, n, one)))
    const { url, every, hosts, ...rest } = parsed.data
    if (known.has(url.href)) faults.push(`mục ${n + 1} (${url.href}): "url" đã có ở một mục trên`)
    known.add(url.href)
    sources.push({ ...rest, url: url.href, everyMs: every, hosts: [ruleOf(url), ...hosts] })
  })
  return faults.length === 0 ? { ok: true, sources } : { ok: false, faults }
}

const faultOf = (issue: z.core.$ZodIssue, n: number, one: unknown): string => {
  const { url } = (typeof one === 'object' && one !== null ? one : {}) as { readonly url?: unknown }
  const which = `mục ${n + 1}${typeof url === 'string' ? ` (${url.slice(0, 100)})` : ''}`
  if (issue.code === 'unrecognized_keys')
    return `${which}: không có khóa ${issue.keys.map((name) => `"${name}"`).join(', ')} (các khóa: ${Object.keys(entry.shape).join(', ')})`
  if (issue.path.length === 0) return `${which}: cần một đối tượng, ví dụ { "url": "https://…" }`
  return `${which}: "${String(issue.path[0])}" ${issue.message}`
}
