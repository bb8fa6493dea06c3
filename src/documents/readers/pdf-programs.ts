import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storedForm } from '../../text/vietnamese.ts'
import type { ReadLimits } from '../reading/read-result.ts'
import { runProgram } from './run-program.ts'

/** The pages as poppler reads them; null where it is not installed or fails. */
export const pagesByPdftotext = async (bytes: Uint8Array, limits: ReadLimits): Promise<string[] | null> => {
  const file = join(limits.tempDir, 'second-reading.pdf')
  await writeFile(file, bytes)
  const run = await runProgram('pdftotext', ['-enc', 'UTF-8', file, '-'], {
    path: limits.programPath,
    tempDir: limits.tempDir,
    timeoutMs: limits.programTimeoutMs,
  })
  if (!run.ok) return null
  const pages = run.stdout.toString('utf8').split('\f')
  return pages.slice(0, -1).map((page) => storedForm(page))
}
