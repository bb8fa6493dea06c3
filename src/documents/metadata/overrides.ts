/** What an admin states about a file in `NAME.meta.json` or in front matter; it wins over what was read. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { LEVELS } from '../../access.ts'
import type { Level } from '../../access.ts'
import { isoDate } from '../../text/numbers/dates.ts'
import { readFailureSentence } from '../../text/messages/reading-messages.ts'
import { DOCUMENT_KINDS, VALIDITIES } from '../document.ts'
import type { DocumentMeta } from '../document.ts'
import { kindOfTypeName } from './type-heading.ts'

export type Overrides = Partial<Omit<DocumentMeta, 'said' | 'stated'>> & { readonly level?: Level }

export type OverridesRead =
  | { readonly ok: true; readonly overrides: Overrides }
  /** `message` is one Vietnamese line that names the file and each key that is wrong. */
  | { readonly ok: false; readonly reason: 'bad_sidecar'; readonly message: string }

const words = z.string().trim().min(1)
const date = z
  .string()
  .transform(isoOf)
  .refine((value) => value !== null)
const numbers = z.union([z.array(words), words.transform((list) => list.split(/\s*;\s*|\s*,\s*(?=\d)/))])
const years = z.strictObject({ from: z.int().min(1900).max(2100), to: z.int().min(1900).max(2100) })
const term = z.union([years, z.string().transform(termOf).pipe(years)]).refine(({ from, to }) => from <= to)

const KEYS = {
  title: [words, 'một dòng chữ'],
  kind: [
    z
      .string()
      .transform((name) => kindOfTypeName(name) ?? name)
      .pipe(z.enum(DOCUMENT_KINDS)),
    `tên loại văn bản (nghị quyết, quy định, …) hoặc một trong ${DOCUMENT_KINDS.join(', ')}`,
  ],
  number: [words.nullable(), 'số và ký hiệu, ví dụ 05-NQ/ĐUK'],
  issuer: [words.nullable(), 'tên cơ quan ban hành'],
  date: [date.nullable(), 'ngày dạng 2020-07-30 hoặc 30/07/2020'],
  term: [term.nullable(), 'hai năm, ví dụ 2020-2025'],
  section: [words.nullable(), 'tên chuyên mục'],
  author: [words.nullable(), 'tên tác giả'],
  url: [z.url({ protocol: /^https?$/ }).nullable(), 'địa chỉ bắt đầu bằng http:// hoặc https://'],
  validity: [z.enum(VALIDITIES), `một trong ${VALIDITIES.join(', ')}`],
  validFrom: [date.nullable(), 'ngày bắt đầu có hiệu lực, dạng 2020-07-30 hoặc 30/07/2020'],
  validTo: [date.nullable(), 'ngày cuối còn hiệu lực, dạng 2020-07-30 hoặc 30/07/2020'],
  replaces: [numbers, 'danh sách số văn bản bị thay thế'],
  amends: [numbers, 'danh sách số văn bản được sửa đổi, bổ sung'],
  replacedBy: [numbers, 'danh sách số văn bản thay thế văn bản này'],
  amendedBy: [numbers, 'danh sách số văn bản sửa đổi, bổ sung văn bản này'],
  level: [z.enum(LEVELS), `một trong ${LEVELS.join(', ')}`],
} as const satisfies Readonly<Record<keyof Overrides, readonly [z.ZodType, string]>>

/** The front matter with the sidecar over it. What is wrong stops the file: its level may hang on it. */
export const readOverrides = async (
  sidecar: string | null,
  frontMatter: Readonly<Record<string, unknown>> = {},
): Promise<OverridesRead> => {
  const front = checked(Object.entries(frontMatter))
  if (front.faults.length > 0) return wrong('phần đầu tệp', front.faults)
  if (sidecar === null) return { ok: true, overrides: front.overrides }
  const name = basename(sidecar)
  const json = await textOf(sidecar)
  if (json === null) return wrong(name, ['không đọc được'])
  const stated = parseSidecar(name, json)
  return stated.ok ? { ok: true, overrides: { ...front.overrides, ...stated.overrides } } : stated
}

/** Reads a sidecar's text; `name` is the sidecar as the admin names it. */
export const parseSidecar = (name: string, json: string): OverridesRead => {
  const value = parsedJson(json)
  if (value === null) return wrong(name, ['cần một đối tượng JSON, ví dụ {"title": "…", "date": "2020-07-30"}'])
  const { overrides, faults } = checked(Object.entries(value))
  return faults.length === 0 ? { ok: true, overrides } : wrong(name, faults)
}

const wrong = (name: string, faults: readonly string[]): OverridesRead => ({
  ok: false,
  reason: 'bad_sidecar',
  message: readFailureSentence('bad_sidecar', `${name}: ${faults.join('; ')}`),
})

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return null // gone or not readable: the caller says so
  }
}

const parsedJson = (json: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(json.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null // no JSON: the caller says so
  }
}

const checked = (entries: readonly (readonly [string, unknown])[]): { overrides: Overrides; faults: string[] } => {
  const faults: string[] = []
  const good: [string, unknown][] = []
  for (const [key, value] of entries) {
    const known = Object.hasOwn(KEYS, key) ? KEYS[key as keyof typeof KEYS] : undefined
    const parsed = known?.[0].safeParse(value)
    if (!known) faults.push(`khóa "${key}" không dùng được (các khóa: ${Object.keys(KEYS).join(', ')})`)
    else if (parsed?.success) good.push([key, parsed.data])
    else faults.push(`giá trị của "${key}" không đúng, cần ${known[1]}`)
  }
  return { overrides: Object.fromEntries(good) as Overrides, faults }
}

function isoOf(value: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/.exec(value)
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const day = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(value)
  return day ? isoDate(Number(day[3]), Number(day[2]), Number(day[1])) : null
}

function termOf(value: string): { from: number; to: number } | null {
  const found = /(\d{4})\D+(\d{4})/.exec(value)
  return found ? { from: Number(found[1]), to: Number(found[2]) } : null
}
