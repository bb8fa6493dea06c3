import { storedForm } from '../../text/vietnamese.ts'
import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import type { FileContent } from '../document.ts'
import { decodeBytes } from './decode-bytes.ts'
import { paragraphsOfLines } from './join-lines.ts'
import { refuse } from './refuse.ts'

/** A plain text file: every paragraph a block, nothing guessed about headings. */
export const readText = (bytes: Uint8Array, charset?: string): FileContent => {
  const { text, encoding } = decodeBytes(bytes, charset)
  const blocks = paragraphsOfLines(storedForm(text.replace(/[\f\v]/g, '\n\n'))).map((paragraph) => ({
    kind: 'paragraph' as const,
    text: paragraph,
  }))
  if (blocks.length === 0) return refuse('empty')
  return {
    format: 'text',
    blocks,
    margins: [],
    hints: {},
    ocr: false,
    pages: null,
    warnings: encodingWarnings(encoding),
  }
}

export const encodingWarnings = (encoding: ReturnType<typeof decodeBytes>['encoding']): string[] => {
  if (encoding === 'tcvn3' || encoding === 'vni') return [READ_WARNINGS.legacyFont]
  return encoding === 'windows-1252' ? [READ_WARNINGS.guessedEncoding] : []
}
