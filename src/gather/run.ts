/** One run over web sources: what its steps share. */
import type { HostRule } from './address/host-rules.ts'
import type { Level } from '../access.ts'
import type { PageReport } from './gather-report.ts'
import type { VisitState } from './store/visit-state.ts'
import type { Manners } from './visit/manners.ts'
import type { Visitor } from './visit/visit.ts'
import type { SourceKind } from './web-sources.ts'

/** A web source, or an address of the command line. */
export interface GatherTask {
  readonly url: string
  readonly kind: SourceKind
  readonly level: Level | null
  readonly hosts: readonly HostRule[]
  readonly limit: number
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** The web source; null: an address of the command line, for which nothing is too fresh to be looked at again. */
  readonly by: string | null
}

export interface Run {
  readonly visitor: Visitor
  readonly manners: Manners
  readonly state: VisitState
  /** Where pages are kept. */
  readonly root: string
  /** Where new ones are written: another folder in a dry run. */
  readonly target: string
  /** Where pages go that were withdrawn. */
  readonly asideRoot: string
  readonly isDry: boolean
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
  /** Writes the state down; does nothing in a dry run. */
  save(): void
  visiting(url: string): void
  report(page: PageReport): void
}
