/**
 * News for many while everything goes wrong: thousands follow the library, a document comes in, Telegram fails at random, some have
 * blocked us, the program is killed and started again, and others ask questions meanwhile. Afterwards every follower is accounted for.
 * `npm run soak:announce -- [--followers N] [--kills N] [--faults SHARE] [--blocked N] [--rate N] [--asking SECONDS] [--json]`;
 * `--kills 0 --faults 0` measures how long questions wait for their answers beside the news.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeSet } from '../../scripts/benchmark/make-set.ts'
import { createCommand, parseCount, runCommand } from '../../src/terminal/command-line.ts'
import { makeFollowers } from '../support/make-followers.ts'
import { seeded } from '../support/random.ts'
import { run } from '../support/run.ts'
import { startTelegramProcess } from '../support/telegram/remote.ts'
import { superviseProgram } from './supervise.ts'

interface Options {
  readonly followers: number
  readonly kills: string
  readonly faults: string
  readonly blocked: string
  readonly rate: number
  readonly asking: string
  readonly seed: number
  readonly json?: boolean
}

const command = createCommand('soak:announce', 'Thử sức: báo văn bản mới cho nhiều người theo dõi giữa lúc trục trặc.')
  .option('--followers <số>', 'số người theo dõi', parseCount, 5000)
  .option('--kills <số>', 'số lần giết chương trình', '5')
  .option('--faults <tỷ lệ>', 'phần lời gọi bị hỏng, 0-1', '0.05')
  .option('--blocked <số>', 'số người đã chặn bot', '50')
  .option('--rate <số>', 'tin mỗi giây', parseCount, 25)
  .option('--asking <giây>', 'cứ chừng này giây có người hỏi một câu', '0.5')
  .option('--seed <số>', 'hạt giống', parseCount, 1)
  .option('--json', 'in một giá trị JSON')

const NEWS = /^Có văn bản mới/
/** After the last message of the round: floods of 30 s included. */
const PATIENCE_MS = 180_000

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  const [kills, faults, blockedCount, asking] = [options.kills, options.faults, options.blocked, options.asking].map(Number) as [number, number, number, number] // prettier-ignore
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const dataDir = mkdtempSync(join(tmpdir(), 'hoi-dap-soak-'))
  const telegram = await startTelegramProcess({ keepMessages: 50 })
  try {
    const set = makeSet(200, 200)
    const documents = join(dataDir, 'documents')
    mkdirSync(documents)
    for (const { id, title, text } of set.corpus) writeFileSync(join(documents, `${id}.md`), `# ${title}\n\n${text}\n`)
    await ingest(dataDir)
    const people = await telegram.people({ count: options.followers })
    const askers = await telegram.people({ count: 200, firstId: 5_300_000_001 })
    const keys = makeFollowers(dataDir, people)
    const blocked = new Set(people.filter((_, i) => i % Math.max(1, Math.floor(people.length / Math.max(blockedCount, 1))) === 0).slice(0, blockedCount)) // prettier-ignore
    for (const chat of blocked) await telegram.fail({ method: 'sendMessage', code: 403, chat, times: 1e9 })
    const env = {
      MESSAGES_PER_SECOND: String(options.rate),
      NEWS_WAIT_MINUTES: '0',
      NEWS_QUIET_HOURS: 'none',
      QUESTIONS_PER_MINUTE: '600',
      LOG_LEVEL: 'error',
    }
    const program = await superviseProgram(telegram, { dataDir, env })
    while (count(dataDir, 'SELECT count(*) AS n FROM documentFacts') < 200) await sleep(100)
    writeFileSync(join(documents, 'moi.md'), '# Quy định về tủ sách chi bộ\n\nMỗi chi bộ có một tủ sách.\n')
    await ingest(dataDir)
    say(`${people.length} followers, ${blocked.size} of them have blocked us; waiting for the news`)
    if (faults > 0) await telegram.random({ seed: options.seed, rate: faults, longestRetry: 10, stallMs: 3_000, methods: ['sendMessage'] }) // prettier-ignore

    const random = seeded(options.seed)
    const killAt = Array.from({ length: kills }, (_, i) => Math.round(((i + 0.3 + 0.6 * random()) / kills) * people.length)) // prettier-ignore
    const told = new Map<number, number>()
    const asked: { readonly user: number; readonly messageId: number; readonly at: number }[] = []
    const waits: number[] = []
    const caught = new Set<string>()
    let [next, firstAt, lastAt, askAt] = [0, 0, 0, 0]
    const look = async (): Promise<void> => {
      const seen = await telegram.delivered({ from: next, forget: true })
      next = seen.next
      for (const { chatId, text, at } of seen.items) {
        if (NEWS.test(text)) {
          told.set(chatId, (told.get(chatId) ?? 0) + 1)
          firstAt ||= at
          lastAt = at
        }
        const question = asked.findIndex(({ user }) => user === chatId)
        if (question >= 0) waits.push((at - asked.splice(question, 1)[0]!.at) / 1000)
      }
    }
    const isOver = (): boolean => count(dataDir, `SELECT (SELECT count(*) FROM rounds WHERE isOpen = 1) + (SELECT count(*) FROM outbox WHERE state = 'queued') AS n`) === 0 // prettier-ignore
    const until = Date.now() + 120_000 + (people.length / options.rate) * 3_000 + PATIENCE_MS
    while (Date.now() < until && !(told.size > 0 && isOver())) {
      await look()
      if (killAt.length > 0 && told.size >= killAt[0]!) {
        killAt.shift()
        await program.kill()
        // until it is asked for again, nothing changes what the dead one has left
        for (const chat of handedOver(dataDir)) caught.add(chat)
        say(`killed after ${told.size}, running again; handed over in that moment, so far: ${caught.size}`)
      }
      if (asking > 0 && firstAt > 0 && Date.now() >= askAt) {
        askAt = Date.now() + asking * 1000
        const user = askers[Math.floor(random() * askers.length)]!
        const { question } = set.questions[Math.floor(random() * set.questions.length)]!
        const [said] = await telegram.say({ lines: [{ user, text: question }] })
        asked.push({ user, messageId: said!.messageId, at: said!.at })
      }
      await sleep(50)
    }
    await sleep(1_000)
    await look()
    const reached = people.filter((id) => !blocked.has(id))
    const keyAt = new Map(people.map((id, i) => [id, keys[i]!]))
    const never = reached.filter((id) => !told.has(id))
    waits.sort((a, b) => a - b)
    const report = {
      followers: people.length,
      blocked: blocked.size,
      once: reached.filter((id) => told.get(id) === 1).length,
      twice: reached.filter((id) => (told.get(id) ?? 0) > 1).length,
      never: never.length,
      /** Of these a kill caught in the moment of handing over: known, and not sent again. */
      neverButCaught: never.filter((id) => caught.has(keyAt.get(id)!)).length,
      /** Sent again they would have come twice. */
      caughtAndTold: people.filter((id) => caught.has(keyAt.get(id)!) && told.has(id)).length,
      followsLeft: count(dataDir, 'SELECT count(DISTINCT person) AS n FROM follows'),
      kills,
      faults: (await telegram.counts()).randomHits,
      seconds: Math.round((lastAt - firstAt) / 100) / 10,
      answers: waits.length,
      unanswered: asked.length,
      answerSeconds: { p50: at(waits, 0.5), p95: at(waits, 0.95), p99: at(waits, 0.99), max: at(waits, 0.999999) },
      memoryMb: program.memoryMb(),
      exitCode: await program.stop(),
    }
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`)
    return report.twice === 0 && report.never === report.neverButCaught && report.exitCode === 0 ? 0 : 1
  } finally {
    await telegram.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

async function ingest(dataDir: string): Promise<void> {
  const ran = await run('scripts/ingest.ts', ['--json', join(dataDir, 'documents')], { dataDir })
  if (ran.code !== 0) throw new Error(`the documents could not be ingested: ${ran.stderr.slice(-500)}`)
}

function query<T>(dataDir: string, sql: string): T[] {
  const records = new DatabaseSync(join(dataDir, 'records', 'records.db'), { readOnly: true })
  try {
    return records.prepare(sql).all() as T[]
  } finally {
    records.close()
  }
}

function count(dataDir: string, sql: string): number {
  return query<{ n: number }>(dataDir, sql)[0]!.n
}

function handedOver(dataDir: string): string[] {
  const taken = `SELECT chat FROM outbox WHERE round IS NOT NULL AND messageId IS NULL AND state = 'sent'`
  return query<{ chat: string }>(dataDir, taken).map(({ chat }) => chat)
}

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? NaN) * 1000) / 1000
}
