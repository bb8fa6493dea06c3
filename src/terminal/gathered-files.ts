/** Pages that were fetched as files to ingest; in a dry run under the names that they would have. */
import { findFiles, sourceOf, type FoundFiles } from '../ingest/find-files.ts'
import { join } from 'node:path'

/** Their level stands in their sidecars: `--level` is for what was named, not for whatever else lies beside it. Together with `found`. `dryFor`: the data folder for which this is a dry run; then nothing counts as gone. */
export const filesBelow = (folders: readonly string[], found: FoundFiles, dryFor: string | null): FoundFiles => {
  const base = process.cwd()
  const web = findFiles(folders, base)
  const documents = dryFor === null ? null : sourceOf(join(dryFor, 'documents'), base)
  const named = (source: string): string =>
    documents === null ? source : `${documents}/${source.slice(source.lastIndexOf('tu-web/'))}`
  const files = new Map(found.files.map((file) => [file.source, file]))
  for (const file of web.files) files.set(named(file.source), { ...file, source: named(file.source), level: null })
  return {
    files: [...files.values()].sort((a, b) => (a.source < b.source ? -1 : 1)),
    passedOver: [...found.passedOver, ...web.passedOver],
    folders: [...found.folders, ...(dryFor === null ? web.folders : [])],
    missing: [],
  }
}
