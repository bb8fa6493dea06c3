/** What ingestion said of the pages: written down, and what may not be kept is deleted. */
import { join } from 'node:path'
import { gatherMessages } from '../text/messages/gather-messages.ts'
import type { PageReport } from './gather-report.ts'
import type { FileOutcome } from './gather-messages.ts'
import { WEB_FOLDER } from './store/file-place.ts'
import { dropPage, statedLevel } from './store/keep-page.ts'
import type { PageState, VisitState } from './store/visit-state.ts'

/** Not the page's fault: it is tried again as it is. */
const PASSING: ReadonlySet<string> = new Set([
  'internal', 'time_limit', 'memory_limit', 'vanished', 'changed_while_reading', 'not_permitted', 'bad_sidecar',
]) // prettier-ignore
const TAKEN: ReadonlySet<string> = new Set(['added', 'changed', 'unchanged', 'duplicate'])

/** Changes `state`; returns the reports with what became of each page. */
export const settle = (
  state: VisitState,
  reports: readonly PageReport[],
  files: readonly FileOutcome[],
  root: string,
  isDry: boolean,
): readonly PageReport[] => {
  const outcomes = new Map(files.map((file) => [belowWebFolder(file.source), file]))
  const dropped = new Set<string>()
  for (const page of Object.values(state.pages)) {
    const file = page.file === null ? undefined : outcomes.get(page.file)
    if (!file || isDry) continue
    if (mustGo(page, file)) {
      const level = statedLevel(join(root, page.file!))
      dropPage(join(root, page.file!))
      dropped.add(page.file!)
      Object.assign(page, { file: null, taken: false, pending: false, level, refused: { reason: file.reason!, message: file.message ?? '' } }) // prettier-ignore
    } else if (TAKEN.has(file.outcome))
      Object.assign(page, { taken: true, pending: false, title: file.title ?? page.title }) // prettier-ignore
    else if (!PASSING.has(file.reason ?? '')) page.pending = false
  }
  return reports.map((report) => {
    const file = report.file === null ? undefined : outcomes.get(report.file)
    if (!file || (report.outcome !== 'fetched' && file.reason !== 'secret')) return report
    const isDropped = dropped.has(report.file!)
    const title = file.outcome === 'refused' ? report.title : (file.title ?? report.title)
    return {
      ...report,
      outcome: (TAKEN.has(file.outcome) ? file.outcome : 'refused') as PageReport['outcome'],
      reason: file.reason,
      message: isDropped ? `${file.message ?? ''} ${gatherMessages.deleted}`.trim() : file.message,
      title: file.reason === 'secret' ? null : title,
    }
  })
}

/** What is secret never stays; what no reader can read does, if the library holds an earlier version under its name. */
const mustGo = (page: PageState, { outcome, reason }: FileOutcome): boolean =>
  outcome === 'refused' && (reason === 'secret' || (!page.taken && !PASSING.has(reason ?? '')))

const belowWebFolder = (source: string): string => {
  const at = source.lastIndexOf(`${WEB_FOLDER}/`)
  return at < 0 ? '' : source.slice(at + WEB_FOLDER.length + 1)
}
