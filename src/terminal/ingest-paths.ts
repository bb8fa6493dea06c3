/** The paths of an `ingest` command as files; `-` is one document from standard input, kept in a scratch file while it is read. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { findFiles, type FoundFiles } from '../ingest/find-files.ts'

export const resolvePaths = async (
  paths: readonly string[],
): Promise<{ readonly found: FoundFiles; readonly cleanUp: () => void }> => {
  const found = findFiles(
    paths.filter((path) => path !== '-'),
    process.cwd(),
  )
  if (!paths.includes('-')) return { found, cleanUp: () => {} }
  const bytes = await buffer(process.stdin)
  const folder = mkdtempSync(join(tmpdir(), 'stdin-'))
  const path = join(folder, 'stdin')
  writeFileSync(path, bytes)
  // the same bytes are the same document, whenever they come
  const source = `stdin/${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`
  return {
    found: { ...found, files: [...found.files, { path, source, sidecar: null }] },
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  }
}
