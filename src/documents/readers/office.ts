import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileContent } from '../document.ts'
import type { ReadLimits } from '../reading/read-result.ts'
import { readDocx } from './docx.ts'
import { refuse } from './refuse.ts'
import { runProgram } from './run-program.ts'

type OfficeFormat = 'doc' | 'rtf' | 'odt'

/** RTF and ODT (and .doc) by way of LibreOffice → .docx; refused with the name of the package where it is not installed. */
export const readByOffice = async (bytes: Uint8Array, format: OfficeFormat, limits: ReadLimits): Promise<FileContent> =>
  (await convertByOffice(bytes, format, limits)) ?? refuse('needs_program', `.${format}`)

/** The document as LibreOffice's .docx reads; null where there is no LibreOffice. */
export const convertByOffice = async (
  bytes: Uint8Array,
  format: OfficeFormat,
  limits: ReadLimits,
): Promise<FileContent | null> => {
  const source = join(limits.tempDir, `document.${format}`)
  const converted = join(limits.tempDir, 'document.docx')
  await writeFile(source, bytes)
  const args = [
    // a profile of its own: two runs at once must not wait for each other, and no macro or setting of the user takes part
    `-env:UserInstallation=file://${join(limits.tempDir, 'office-profile')}`,
    '--headless', '--norestore', '--nolockcheck', '--nodefault',
    '--convert-to', 'docx:MS Word 2007 XML', '--outdir', limits.tempDir, source,
  ] // prettier-ignore
  const run = await runProgram('soffice', args, {
    path: limits.programPath,
    tempDir: limits.tempDir,
    timeoutMs: limits.programTimeoutMs,
  })
  if (!run.ok && run.reason === 'missing') return null
  if (!run.ok && run.reason === 'time_limit') return refuse('time_limit', 'chuyển đổi bằng LibreOffice')
  try {
    const content = await readDocx(await readFile(converted))
    return { ...content, format }
  } catch (error) {
    // LibreOffice ends well and writes nothing when it cannot open a file
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return refuse('damaged', 'LibreOffice không mở được')
    throw error
  } finally {
    await rm(converted, { force: true })
    await rm(source, { force: true })
  }
}
