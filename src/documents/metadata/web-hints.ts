/** What a visit to the web knew of a file and its bytes may not say: the key `web` of its sidecar. It holds where the file itself says nothing. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { FileHints } from '../document.ts'

export interface WebHints {
  /** Whether the file came from the web: then what it says of itself is nobody's statement. */
  readonly isFromWeb: boolean
  /** As the server named it. */
  readonly charset: string | null
  readonly hints: FileHints
}

/** The key under which they stand; no statement of an admin. */
export const WEB_KEY = 'web'

const NOTHING: WebHints = { isFromWeb: false, charset: null, hints: {} }
const shape = z.object({
  [WEB_KEY]: z.object({
    charset: z.string().max(40).optional(),
    title: z.string().max(1_000).optional(),
    date: z.iso.date().optional(),
  }),
})

/** What is not of this form says nothing: the statements beside it are checked elsewhere. */
export const readWebHints = async (sidecar: string | null): Promise<WebHints> => {
  if (sidecar === null) return NOTHING
  try {
    const { charset = null, title, date } = shape.parse(JSON.parse(await readFile(sidecar, 'utf8')))[WEB_KEY]
    return { isFromWeb: true, charset, hints: { ...(title && { title }), ...(date && { published: date }) } }
  } catch {
    return NOTHING
  }
}
