/** The whole program over a few documents of a test, with its models served by the loopback server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createApp, type App } from '../../src/app.ts'
import type { Answer } from '../../src/answer/answer.ts'
import type { Level } from '../../src/access.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { createLogger } from '../../src/telemetry.ts'
import { createOpenAiServer, type ChatCall, type ChatReply, type OpenAiServer } from './openai-server.ts'

export interface ModelHouse {
  readonly app: App
  readonly server: OpenAiServer
  /** Asks as a stranger of this level would, without earlier turns. */
  ask(question: string, options?: Partial<Parameters<App['ask']>[1]>): Promise<Answer>
  /** Writes the files and takes them into the library. */
  ingest(files: Readonly<Record<string, string>>): Promise<IngestReport>
  close(): Promise<void>
}

/** `files`: names and texts; a level is said by front matter. Whoever opens it closes it. */
export const openModelHouse = async (
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<ModelHouse> => {
  const server = await createOpenAiServer()
  const dataDir = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const folder = join(dataDir, 'documents')
  const config = createConfig(
    { DATA_DIR: dataDir, OPENAI_BASE_URL: server.url, OPENAI_CHAT_MODEL: 'thu-nghiem', LOG_LEVEL: 'error', ...env },
    dataDir,
  )
  const app = createApp(config, createLogger('error'))
  mkdirSync(folder)
  const ingest = async (changed: Readonly<Record<string, string>>): Promise<IngestReport> => {
    for (const [name, text] of Object.entries(changed)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return app.ingest({ found: findFiles([folder], process.cwd()), level: null, dryRun: false, prune: false })
  }
  await ingest(files)
  return {
    app,
    server,
    ask: (question, options) => app.ask(question, { level: 'public', turns: [], ...options }),
    ingest,
    close: async () => {
      app.close()
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A document of a level, in Markdown. */
export const leveled = (level: Level, text: string): string => `---\nlevel: ${level}\n---\n${text}`

/** What the model was shown: the question, and the sentences under their numbers. */
export const shownTo = ({ user }: Pick<ChatCall, 'user'>) => ({
  question: /^CÂU HỎI: (.*)$/m.exec(user)?.[1] ?? '',
  units: [...user.matchAll(/^\[(\d+)\] (.*)$/gm)].map(([, n, text]) => ({ n: Number(n), text: text! })),
})

export interface Said {
  readonly text: string
  readonly sources: readonly number[]
}

export const says = (
  statements: readonly Said[],
  completeness: 'complete' | 'partial' | 'none' = 'complete',
): ChatReply => ({ text: JSON.stringify({ completeness, statements }) })

/** The shown sentence that shares most words with the question: what an obedient copyist would give. */
export const nearestUnit = (call: Pick<ChatCall, 'user'>): { n: number; text: string } | undefined => {
  const { question, units } = shownTo(call)
  const asked = new Set(question.toLowerCase().split(/[\s,.?!:;“”"]+/))
  const shared = (text: string): number =>
    text
      .toLowerCase()
      .split(/[\s,.?!:;“”"]+/)
      .filter((word) => asked.has(word)).length
  return units.toSorted((a, b) => shared(b.text) - shared(a.text) || a.n - b.n)[0]
}

/** Answers every question with the sentence that is nearest to it. */
export const copyist = (call: ChatCall): ChatReply => {
  const unit = nearestUnit(call)
  return unit ? says([{ text: unit.text, sources: [unit.n] }]) : says([], 'none')
}
