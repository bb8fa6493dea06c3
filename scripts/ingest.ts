/** Files into the index: `npm run ingest -- [--json] [--level L] [--dry-run] [--prune] PATH…` (`-` reads one document from stdin). */
import { createApp } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { couldNot } from '../src/ingest/report.ts'
import { createCommand, parseLevel, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { ingestOnTerminal } from '../src/terminal/ingest-progress.ts'
import { renderReport } from '../src/terminal/render-report.ts'
import { resolvePaths } from '../src/terminal/ingest-paths.ts'
import { pageOf } from '../src/terminal/wrap.ts'
import { ingestMessages } from '../src/text/messages/ingest-messages.ts'
import type { Level } from '../src/access.ts'

const command = createCommand('ingest', 'Nạp tệp và thư mục tài liệu vào chỉ mục.')
  .argument('<đường dẫn...>', 'tệp, thư mục, hoặc - để đọc một tài liệu từ đầu vào chuẩn')
  .option('--json', 'in báo cáo dạng JSON')
  .option('--level <mức>', 'mức được đọc của mọi tệp lần này: public, member hoặc staff', parseLevel)
  .option('--dry-run', 'chỉ đọc và báo cáo, không ghi gì')
  .option('--prune', 'bỏ khỏi chỉ mục mọi tài liệu không nằm trong các đường dẫn đã nêu')

await runCommand(async () => {
  if (process.argv.length <= 2) throw new UsageError(ingestMessages.noPath)
  const options = command.parse().opts<{ json?: boolean; level?: Level; dryRun?: boolean; prune?: boolean }>()
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
