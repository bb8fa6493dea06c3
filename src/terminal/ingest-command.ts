/** `npm run ingest`: files, folders and addresses into the index. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Level } from '../access.ts'
import type { App } from '../app.ts'
import { normalUrl } from '../gather/address/check-url.ts'
import type { GatherWork } from '../gather/gather-messages.ts'
import { gatheredNothing, type GatherReport } from '../gather/gather-report.ts'
import { sourcesFileOf } from '../gather/places.ts'
import { STANDARD_LIMIT } from '../gather/web-sources.ts'
import type { FoundFiles } from '../ingest/find-files.ts'
import { couldNot, type IngestReport } from '../ingest/report.ts'
import { gatherMessages, gatherReason } from '../text/messages/gather-messages.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { createCommand, parseCount, parseLevel, UsageError, type ExitCode } from './command-line.ts'
import { filesBelow } from './gathered-files.ts'
import { gatherOnTerminal } from './gather-progress.ts'
import { resolvePaths } from './ingest-paths.ts'
import { ingestOnTerminal } from './ingest-progress.ts'
import { renderGathered } from './render-gathered.ts'
import { renderReport } from './render-report.ts'
import { goOver } from './switch-snapshot.ts'
import { pageOf } from './wrap.ts'

interface Options {
  readonly json?: boolean
  readonly level?: Level
  readonly dryRun?: boolean
  readonly prune?: boolean
  readonly limit?: number
  readonly sources?: boolean
  readonly drop?: string
  readonly rollback?: boolean
  readonly forward?: boolean
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i
/** A slip of the keyboard, or what a browser shows of an address. */
const LIKE_ADDRESS = /^(?:https?[:/]|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|info)(?:[:/?]|$))/i

/** `argv` as the process got it; `openApp` is called once the command is understood. */
export const ingestCommand = async (argv: readonly string[], openApp: () => App): Promise<ExitCode> => {
  const command = createCommand('ingest', 'Nạp tệp, thư mục và trang web vào chỉ mục.')
    .argument('[đường dẫn...]', 'tệp, thư mục, địa chỉ https://…, hoặc - để đọc một tài liệu từ đầu vào chuẩn')
    .option('--json', 'in báo cáo dạng JSON')
    .option('--level <mức>', 'mức được đọc của mọi tệp lần này: public, member hoặc staff', parseLevel)
    .option('--dry-run', 'chỉ đọc và báo cáo, không ghi gì')
    .option('--prune', 'bỏ khỏi chỉ mục mọi tài liệu không nằm trong các đường dẫn đã nêu')
    .option('--limit <số>', `số trang tải nhiều nhất từ một RSS hay sitemap (mặc định: ${STANDARD_LIMIT})`, parseCount)
    .option('--sources', 'kiểm tra ngay mọi nguồn trong sources.json đã đến hạn')
    .option('--drop <địa chỉ>', 'bỏ khỏi thư viện các trang đã nạp từ một nguồn web')
    .option('--rollback', 'không nạp gì: quay về bản chỉ mục trước, sau khi kiểm tra bản ấy còn nguyên')
    .option('--forward', 'không nạp gì: trở lại bản mới hơn sau khi đã --rollback')
  command.parse(argv)
  const options = command.opts<Options>()
  if (options.rollback || options.forward) return goOver(command.args, options, openApp)
  const work = workOf(command.args, options)
  const paths = command.args.filter((arg) => !ADDRESS.test(arg))
  if (work === null && paths.length === 0) throw new UsageError(ingestMessages.noPath)
  const app = openApp()
  const dryFolder = options.dryRun && work !== null ? mkdtempSync(join(tmpdir(), 'web-')) : null
  const { found, cleanUp } = await resolvePaths(paths)
  try {
    if (found.missing.length > 0) {
      const isMeantForWeb = paths.some((path) => LIKE_ADDRESS.test(path))
      throw new UsageError(ingestMessages.missing(found.missing) + (isMeantForWeb ? ` ${gatherMessages.wholeAddress}` : '')) // prettier-ignore
    }
    let report: IngestReport | null = null
    const ingest = async (files: FoundFiles): Promise<IngestReport> =>
      (report = await ingestOnTerminal(app, {
        found: files,
        level: options.level ?? null,
        dryRun: options.dryRun ?? false,
        prune: options.prune ?? false,
      }))
    const web =
      work === null
        ? null
        : await gatherOnTerminal(
            app,
            work,
            dryFolder,
            async ({ folders }) =>
              (await ingest(filesBelow(folders, found, dryFolder === null ? null : app.config.dataDir))).files,
          )
    const ingested = report ?? (await ingest(found))
    process.stdout.write(`${options.json ? JSON.stringify(web ? { ...ingested, web } : ingested) : shown(ingested, web, app)}\n`) // prettier-ignore
    return isVain(ingested, web, paths.length > 0) ? 1 : 0
  } finally {
    cleanUp()
    if (dryFolder !== null) rmSync(dryFolder, { recursive: true, force: true })
    app.close()
  }
}

/** What is asked of the web; null: nothing. What is no address at all is wrong use, and nothing is fetched. */
const workOf = (args: readonly string[], { sources, drop, level, limit, prune }: Options): GatherWork | null => {
  if (sources || drop !== undefined) {
    if (prune) throw new UsageError(gatherMessages.noPrune)
    // passed over in silence, what was meant for staff would be read by all
    if (level !== undefined || limit !== undefined) throw new UsageError(gatherMessages.noLevel)
    if (args.length > 0 || (sources && drop !== undefined)) throw new UsageError(gatherMessages.noPaths)
    return drop === undefined ? { kind: 'sources' } : { kind: 'drop', url: drop }
  }
  const urls = args.filter((arg) => ADDRESS.test(arg))
  for (const url of urls) {
    const normal = normalUrl(url)
    if (!normal.ok) throw new UsageError(gatherMessages.badUrl(url, gatherReason(normal.reason)))
  }
  // what could not be fetched names no files, and all the library would be outside of them
  if (prune && urls.length > 0) throw new UsageError(gatherMessages.noPrune)
  return urls.length === 0 ? null : { kind: 'addresses', urls, level: level ?? null, limit: limit ?? STANDARD_LIMIT }
}

const shown = (report: IngestReport, web: GatherReport | null, app: App): string => {
  const page = pageOf(process.stdout)
  if (web === null) return renderReport(report, page)
  const lines = renderGathered(web, page, sourcesFileOf(app.config.dataDir))
  const files = renderReport(report, page, new Set(web.pages.map(({ file }) => `/tu-web/${file}`)))
  return `${lines}\n\n${files.trimStart()}`
}

const isVain = (report: IngestReport, web: GatherReport | null, hasPaths: boolean): boolean =>
  web === null ? couldNot(report) : gatheredNothing(web) && (!hasPaths || couldNot(report))
