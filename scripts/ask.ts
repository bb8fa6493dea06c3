/** One question, one answer: `npm run ask -- [--json] [--level L] [--top N] "câu hỏi"`. */
import type { Answer } from '../src/answer/answer.ts'
import { createApp } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { createCommand, parseCount, parseLevel, runCommand } from '../src/terminal/command-line.ts'
import { ingestIfEmpty } from '../src/terminal/first-ingest.ts'
import { renderAnswer } from '../src/terminal/render-answer.ts'
import { pageOf } from '../src/terminal/wrap.ts'

const command = createCommand('ask', 'Trả lời một câu hỏi từ thư viện tài liệu, kèm trích dẫn.')
  .argument('<câu hỏi...>', 'câu hỏi')
  .option('--json', 'in một giá trị JSON')
  .option('--level <mức>', 'mức được đọc: public, member hoặc staff', parseLevel, 'public')
  .option('--top <số>', 'số kết quả tìm kiếm được liệt kê trong JSON', parseCount, 10)

await runCommand(async () => {
  const options = command.parse().opts<{ json?: boolean; level: 'public' | 'member' | 'staff'; top: number }>()
  const app = createApp(loadConfig())
  try {
    await ingestIfEmpty(app)
    const answer = await app.ask(command.args.join(' '), { level: options.level, turns: [], top: options.top })
    process.stdout.write(
      `${options.json ? JSON.stringify(publicForm(answer)) : renderAnswer(answer, pageOf(process.stdout))}\n`,
    )
    return answer.status === 'failed' ? 1 : 0
  } finally {
    app.close()
  }
})

/** The answer as the README promises it to other programs: these keys and no others. */
function publicForm({ status, reason, text, citations, hits, notices, timings }: Answer): object {
  return { status, reason, text, citations, hits, notices, timings }
}
