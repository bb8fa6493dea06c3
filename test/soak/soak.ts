/**
 * Days of trouble in minutes: many people ask the real program, Telegram fails at random, the program is killed and started
 * again; afterwards every question is accounted for. `npm run soak -- [--people N] [--questions N] [--rate N] [--kills N]
 * [--faults SHARE] [--documents N] [--json]`; `--kills 0 --faults 0 --rate 2000` measures how fast it answers undisturbed.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeSet } from '../../scripts/benchmark/make-set.ts'
import { createCommand, parseCount, runCommand, UsageError } from '../../src/terminal/command-line.ts'
import { seeded } from '../support/random.ts'
import { run } from '../support/run.ts'
import { startTelegramProcess } from '../support/telegram/remote.ts'
import { account, type AskedLine } from './account.ts'
import { superviseProgram } from './supervise.ts'

interface Options {
  readonly people: number
  readonly questions: number
  readonly documents: number
  readonly rate: number
  readonly kills: string
  readonly faults: string
  readonly seed: number
  readonly data?: string
  readonly json?: boolean
}

const command = createCommand('soak', 'Thử sức: nhiều người hỏi, Telegram trục trặc, chương trình bị giết và chạy lại.')
  .option('--people <số>', 'số người', parseCount, 1000)
  .option('--questions <số>', 'số câu hỏi', parseCount, 10_000)
  .option('--documents <số>', 'số tài liệu trong thư viện tự sinh', parseCount, 2000)
  .option('--rate <số>', 'câu hỏi mỗi giây', parseCount, 40)
  .option('--kills <số>', 'số lần giết chương trình', '10')
  .option('--faults <tỷ lệ>', 'phần lời gọi bị hỏng, 0-1', '0.05')
  .option('--seed <số>', 'hạt giống', parseCount, 1)
  .option('--data <thư mục>', 'thư viện đã nạp sẵn (thư mục dữ liệu có index/) thay cho thư viện tự sinh')
  .option('--json', 'in một giá trị JSON')

/** Settings under which nobody is turned away: the soak is about losing nothing, not about limits. */
const SETTINGS = {
  MESSAGES_PER_SECOND: '1000',
  QUESTIONS_PER_MINUTE: '600',
  QUESTIONS_PER_DAY: '100000',
  LOG_LEVEL: 'error',
}
/** After the last question: everything must be answered by then, floods of 30 s included. */
const PATIENCE_MS = 240_000

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  const kills = wholeNumber(options.kills)
  const faults = Number(options.faults)
  if (!(faults >= 0 && faults <= 1)) throw new UsageError('--faults phải từ 0 đến 1.')
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-soak-'))
  const telegram = await startTelegramProcess({ keepMessages: 50 })
  const set = makeSet(options.documents, Math.min(options.questions, options.documents))
  const dataDir = options.data ?? folder
  try {
    if (options.data === undefined) await ingestSet(folder, set.corpus, say)
    const people = await telegram.people({ count: options.people })
    const program = await superviseProgram(telegram, { dataDir, env: SETTINGS })
    if (faults > 0) await telegram.random({ seed: options.seed, rate: faults, longestRetry: 30, stallMs: 10_000 })

    const random = seeded(options.seed)
    const asked: AskedLine[] = []
    const startedAt = Date.now()
    const killAt = Array.from({ length: kills }, (_, i) =>
      Math.round(((i + 0.3 + 0.6 * random()) / kills) * options.questions),
    )
    let memoryAtStart = 0
    while (asked.length < options.questions) {
      const due = Math.min(options.questions, Math.ceil(((Date.now() - startedAt) / 1000) * options.rate))
      const lines = Array.from({ length: Math.min(due - asked.length, 200) }, (_, i) => ({
        user: people[(asked.length + i) % people.length]!,
        text: set.questions[Math.floor(random() * set.questions.length)]!.question,
      }))
      const said = lines.length === 0 ? [] : await telegram.say({ lines })
      for (const [i, { messageId, at }] of said.entries()) asked.push({ ...lines[i]!, messageId, at })
      while (killAt.length > 0 && asked.length >= killAt[0]!) {
        killAt.shift()
        await program.kill()
        say(`killed after ${asked.length} questions, running again`)
      }
      if (memoryAtStart === 0 && asked.length > options.questions / 10) memoryAtStart = program.memoryMb()
      await sleep(20)
    }
    say(`asked ${asked.length} questions in ${seconds(startedAt)} s; waiting for the last answers`)
    const account0 = await account(telegram, dataDir, asked, PATIENCE_MS)
    const memoryAtEnd = program.memoryMb()
    const counts = await telegram.counts()
    const stopped = await program.stop()
    const report = { ...account0, kills, memoryAtStart, memoryAtEnd, faults: counts.randomHits, exitCode: stopped }
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`)
    return account0.lost === 0 && account0.outOfOrder === 0 && stopped === 0 ? 0 : 1
  } finally {
    await telegram.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function ingestSet(
  folder: string,
  corpus: ReturnType<typeof makeSet>['corpus'],
  say: (line: string) => void,
): Promise<void> {
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  for (const { id, title, text } of corpus) writeFileSync(join(documents, `${id}.md`), `# ${title}\n\n${text}\n`)
  say(`ingesting ${corpus.length} documents`)
  const ran = await run('scripts/ingest.ts', ['--json', documents], { dataDir: folder })
  if (ran.code !== 0) throw new Error(`the documents could not be ingested: ${ran.stderr.slice(-500)}`)
}

function wholeNumber(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new UsageError('--kills phải là số nguyên không âm.')
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0)
}
