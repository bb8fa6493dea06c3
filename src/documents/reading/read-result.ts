/** The outcome of reading one file, and the limits under which it is read. */
import { readFailureSentence, type ReadFailureReason } from '../../text/messages/reading-messages.ts'
import type { FileContent } from '../document.ts'

export type ReadResult = { readonly ok: true; readonly content: FileContent; readonly digest: string } | ReadFailure

export interface ReadFailure {
  readonly ok: false
  readonly reason: ReadFailureReason
  /** One or two sentences in Vietnamese: what is wrong and what to do. */
  readonly message: string
  /** SHA-256 of the bytes, null where they were never read. */
  readonly digest: string | null
}

export interface ReadLimits {
  /** Bytes of a file of any format with structure. */
  readonly maxBytes: number
  /** Bytes of a plain text or Markdown file. */
  readonly maxTextBytes: number
  /** Folder for what LibreOffice, pdftoppm and the like write: made where one of them may be needed, and removed after. */
  readonly tempDir: string
  /** Where programs are looked up, in the form of PATH; empty: none are used. */
  readonly programPath: string
  readonly programTimeoutMs: number
  readonly ocrPageTimeoutMs: number
  readonly maxOcrPages: number
  /** Named by whoever sent the bytes; what they say themselves goes before. */
  readonly charset?: string
  /** Told before a step that may last as long as this, beyond what the file as a whole is given. */
  readonly onSlowStep?: (milliseconds: number) => void
}

/** Limits for files of a library; the text limit is what is read within 512 MB of memory. */
export const DEFAULT_LIMITS: Omit<ReadLimits, 'tempDir'> = {
  maxBytes: 64_000_000,
  maxTextBytes: 32_000_000,
  programPath:
    '/usr/local/bin:/usr/bin:/bin:/snap/bin:/opt/homebrew/bin:/opt/local/bin:/Applications/LibreOffice.app/Contents/MacOS',
  programTimeoutMs: 45_000,
  ocrPageTimeoutMs: 30_000,
  maxOcrPages: 60,
}

export const refusal = (reason: ReadFailureReason, detail = '', digest: string | null = null): ReadFailure => ({
  ok: false,
  reason,
  message: readFailureSentence(reason, detail),
  digest,
})
