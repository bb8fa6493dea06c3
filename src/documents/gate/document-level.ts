/** Who may read a document: what a person said counts first, then the marks it bears. */
import type { Level } from '../../access.ts'
import type { Secrecy } from './secrecy.ts'

/** A person's word: `--level`, then the sidecar. Otherwise a mark of limited circulation keeps the document at `staff`. */
export const documentLevel = (
  ingestion: { readonly level: Level; readonly levelGiven?: boolean },
  stated: Level | undefined,
  restricted: Secrecy['restricted'],
): { readonly level: Level; readonly warning: string | null } => {
  if (ingestion.levelGiven) return { level: ingestion.level, warning: null }
  if (stated !== undefined) return { level: stated, warning: null }
  if (!restricted || ingestion.level === 'staff') return { level: ingestion.level, warning: null }
  return {
    level: 'staff',
    warning: `Văn bản mang dấu “${restricted.mark}” ${restricted.where} nên chỉ mức staff đọc được; muốn khác, ghi "level" vào tệp .meta.json.`,
  }
}
