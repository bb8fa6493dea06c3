/** Files into the index: `npm run ingest -- [--json] [--level L] [--dry-run] [--prune] PATH…` (`-` reads one document from stdin). */
import { createApp } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { couldNot } from '../src/ingest/report.ts'
import { createCommand, parseLevel, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { ingestOnTerminal } from '../src/terminal/ingest-progress.ts'
import { renderReport } from '../src/terminal/render-report.ts'
import { resolvePaths } from '../src/terminal/ingest-paths.ts'
import { renderSwitch, switchOnTerminal } from '../src/terminal/switch-snapshot.ts'
import { pageOf, wrap } from '../src/terminal/wrap.ts'
import { ingestMessages } from '../src/text/messages/ingest-messages.ts'
import { snapshotMessages } from '../src/text/messages/snapshot-messages.ts'
import type { Level } from '../src/access.ts'

const command = createCommand('ingest', 'Nạp tệp và thư mục tài liệu vào chỉ mục.')
  .argument('[đường dẫn...]', 'tệp, thư mục, hoặc - để đọc một tài liệu từ đầu vào chuẩn')
  .option('--json', 'in báo cáo dạng JSON')
  .option('--level <mức>', 'mức được đọc của mọi tệp lần này: public, member hoặc staff', parseLevel)
  .option('--dry-run', 'chỉ đọc và báo cáo, không ghi gì')
  .option('--prune', 'bỏ khỏi chỉ mục mọi tài liệu không nằm trong các đường dẫn đã nêu')
  .option('--rollback', 'không nạp gì: quay về bản chỉ mục trước, sau khi kiểm tra bản ấy còn nguyên')
  .option('--forward', 'không nạp gì: trở lại bản mới hơn sau khi đã --rollback')

interface Options {
  readonly json?: boolean
  readonly level?: Level
  readonly dryRun?: boolean
  readonly prune?: boolean
  readonly rollback?: boolean
  readonly forward?: boolean
}

const goOver = async ({ json, rollback, forward, dryRun = false, ...others }: Options): Promise<0> => {
  if ((rollback && forward) || command.args.length > 0 || Object.keys(others).length > 0)
    throw new UsageError(snapshotMessages.alone)
  const app = createApp(loadConfig())
  try {
    const report = await switchOnTerminal(app, rollback ? 'back' : 'forward', dryRun)
    const page = pageOf(process.stdout)
    const words = (): string =>
      renderSwitch(app, report)
        .split('\n')
        .map((line) => wrap(line, page.width))
        .join('\n')
    process.stdout.write(`${json ? JSON.stringify(report) : words()}\n`)
    return 0
  } finally {
    app.close()
  }
}

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  if (options.rollback || options.forward) return goOver(options)
  if (command.args.length === 0) throw new UsageError(ingestMessages.noPath)
  const app = createApp(loadConfig())
  const { found, cleanUp } = await resolvePaths(command.args)
  try {
    if (found.missing.length > 0) throw new UsageError(ingestMessages.missing(found.missing))
    const report = await ingestOnTerminal(app, {
      found,
      level: options.level ?? null,
      dryRun: options.dryRun ?? false,
      prune: options.prune ?? false,
    })
    process.stdout.write(`${options.json ? JSON.stringify(report) : renderReport(report, pageOf(process.stdout))}\n`)
    return couldNot(report) ? 1 : 0
  } finally {
    cleanUp()
    app.close()
  }
})
