/** What an ingestion did, for a person: one line a file that needs a look, the rest as counts. */
import { couldNot, type FileReport, type IngestReport } from '../ingest/report.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { wrap, type Page, type Style } from './wrap.ts'

const STYLES: Readonly<Record<FileReport['outcome'], Style>> = {
  added: 'green',
  changed: 'cyan',
  unchanged: 'dim',
  removed: 'yellow',
  duplicate: 'dim',
  refused: 'red',
}
/** Beyond this many, unchanged files are only counted. */
const UNCHANGED_SHOWN = 10
const CONFLICTS_SHOWN = 20

/** `shownElsewhere`: ends of sources that have a line already; null: nothing was shown. */
export const renderReport = (
  report: IngestReport,
  page: Page,
  shownElsewhere: ReadonlySet<string> | null = null,
): string => {
  const { files, counts } = report
  const own = files.filter(({ source }) => !shownElsewhere?.has(source.slice(source.lastIndexOf('/tu-web/'))))
  const shown = counts.unchanged > UNCHANGED_SHOWN ? own.filter((file) => file.outcome !== 'unchanged') : own
  const summary = ingestMessages.summary(counts, report.seconds)
  const end = report.dryRun
    ? ingestMessages.dryRun
    : report.snapshot
      ? ingestMessages.published(report.snapshot.documents, report.snapshot.passages)
      : couldNot(report)
        ? ingestMessages.nothingDone
        : files.length === 0 && shownElsewhere === null
          ? ingestMessages.noFiles
          : ingestMessages.nothingNew
  const { conflicts, notes } = report
  const told = [
    ...(conflicts.length > 0 ? ['', page.paint('yellow', ingestMessages.conflicts(conflicts.length))] : []),
    ...conflicts.slice(0, CONFLICTS_SHOWN).map(({ message }) => page.paint('yellow', wrap(message, page.width, '    ', '  ! '))), // prettier-ignore
    ...(conflicts.length > CONFLICTS_SHOWN ? [ingestMessages.moreConflicts(conflicts.length - CONFLICTS_SHOWN)] : []),
    ...(notes.length > 0 ? ['', ingestMessages.notes] : []),
    ...notes.slice(0, CONFLICTS_SHOWN).map((note) => wrap(note, page.width, '    ', '  – ')),
  ]
  const lines = [summary, ...vectorLines(report), end].map((line) => wrap(line, page.width))
  return [...shown.map((file) => renderFile(file, page)), ...told, '', ...lines].join('\n')
}

const vectorLines = ({ embedding, dryRun }: IngestReport): readonly string[] => {
  if (!embedding) return []
  const { asked, passages, tokens, cost, model, missing } = embedding
  const money = cost > 0 ? cost.toFixed(4).replace('.', ',') : null
  const say = dryRun ? ingestMessages.wouldEmbed : ingestMessages.embedded
  return [say(asked, passages, tokens, money, model), ...(missing > 0 ? [ingestMessages.vectorsMissing(missing)] : [])]
}

const renderFile = (file: FileReport, page: Page): string => {
  const label = page.paint(STYLES[file.outcome], ingestMessages.outcomes[file.outcome].padEnd(13))
  const what = [file.number, file.title].filter(Boolean).join(' · ')
  const lines = [`${label} ${file.source}`]
  if (what) lines.push(wrap(`${what} (${file.passages} đoạn, mức ${file.level})`, page.width, '    '))
  if (file.message) lines.push(wrap(file.message, page.width, '    '))
  for (const warning of file.warnings) lines.push(page.paint('yellow', wrap(warning, page.width, '      ', '    ! ')))
  return lines.join('\n')
}
