/** What a person states about a document, in `NAME.meta.json` or in front matter: it wins over what was read. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LEVELS } from '../access.ts'
import { readFailureSentence } from '../text/reading-messages.ts'
import type { Overrides } from './create-document.ts'
import { DOCUMENT_KINDS, VALIDITIES } from './document.ts'

const words = z.string().trim().min(1)
const known = words.nullable()
const years = z.union([
  z.object({ from: z.number().int(), to: z.number().int() }),
  z
    .string()
    .regex(/^\d{4}\s*[-–]\s*\d{4}$/, 'phải có dạng 2020-2025')
    .transform((text) => ({ from: Number(text.slice(0, 4)), to: Number(text.slice(-4)) })),
])

const schema = z
  .object({
    title: words,
    kind: z.enum(DOCUMENT_KINDS),
    number: known.transform((number) => number?.replace(/\s+/g, '') ?? null),
    issuer: known,
    date: z.iso.date('phải có dạng 2020-07-30').nullable(),
    term: years.nullable(),
    section: known,
    author: known,
    url: known,
    validity: z.enum(VALIDITIES),
    replaces: z.union([z.array(words), words.transform((one) => [one])]),
    level: z.enum(LEVELS),
  })
  .partial()

export type OverridesRead =
  | { readonly ok: true; readonly overrides: Overrides }
  | { readonly ok: false; readonly reason: 'bad_sidecar'; readonly message: string }

/** The front matter with the sidecar over it. Keys that are not ours are ignored; a wrong value stops the file, as a level may hang on it. */
export const readOverrides = async (
  sidecar: string | null,
  frontMatter: Readonly<Record<string, unknown>> = {},
): Promise<OverridesRead> => {
  const stated = sidecar === null ? {} : await readJson(sidecar)
  if (stated === null) return wrong('không phải JSON hợp lệ')
  const read = schema.safeParse({ ...frontMatter, ...stated })
  if (read.success) return { ok: true, overrides: defined(read.data) }
  return wrong(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
}

const wrong = (detail: string): OverridesRead => ({
  ok: false,
  reason: 'bad_sidecar',
  message: readFailureSentence('bad_sidecar', detail),
})

const readJson = async (path: string): Promise<Record<string, unknown> | null> => {
  try {
    const value: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null // not there any more, not JSON: the caller says so
  }
}

const defined = (data: z.output<typeof schema>): Overrides =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
