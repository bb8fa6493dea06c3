/** A house that takes in pages of a server of test/support/web-server.ts: real files, real reading, real index; only time is told to it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { createApp, type App } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { createDocumentReader, type DocumentReader } from '../../src/documents/reading/read-in-child.ts'
import { gather } from '../../src/gather/gather.ts'
import type { GatherWork } from '../../src/gather/gather-messages.ts'
import type { GatherReport, PageReport } from '../../src/gather/gather-report.ts'
import { VISIT_LIMITS, type VisitLimits } from '../../src/gather/visit/request-once.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { ingestFiles } from '../../src/ingest/ingest-files.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { scratchFolder } from './scratch.ts'
import { HOST, type WebServer } from './web-server.ts'

export interface Gathering {
  readonly dir: string
  readonly app: App
  /** Milliseconds since the epoch; moved by hand and by pauses. */
  readonly clock: { now: number }
  readonly pauses: number[]
  setSources(sources: readonly object[]): void
  run(
    work: GatherWork,
    options?: { readonly dry?: string; readonly limits?: Partial<VisitLimits> },
  ): Promise<GatherReport>
  /** One address of the command line. */
  page(path: string): Promise<PageReport>
  /** All of sources.json that is due; each page as `outcome path`. */
  sources(): Promise<readonly string[]>
  /** Files below the web folder. */
  files(): readonly string[]
  sidecar(name: RegExp): Record<string, unknown>
}

let reader: DocumentReader | null = null
/** One process for all the tests of a file. */
const theReader = (): DocumentReader =>
  (reader ??= createDocumentReader({ ...createConfig({}, '/').ingest, workers: 1 }))
afterAll(() => reader?.close())

export const gathering = (site: WebServer, env: Readonly<Record<string, string>> = {}): Gathering => {
  const dir = scratchFolder()
  const config = createConfig({ DATA_DIR: dir, SOURCE_HOSTS: `${HOST}:${site.port}`, ...env }, dir)
  const app = createApp(config)
  onTestFinished(() => app.close())
  const folder = join(dir, 'documents/tu-web')
  const clock = { now: Date.parse('2025-11-01T00:00:00Z') }
  const pauses: number[] = []
  const files = (): readonly string[] => {
    mkdirSync(folder, { recursive: true })
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[\\/]/.test(name)).sort() // prettier-ignore
  }
  const run: Gathering['run'] = async (work, { dry, limits } = {}) => {
    const request = { work, dataDir: dir, hosts: config.sourceHosts, contact: null, dryFolder: dry ?? null }
    const outside = {
      network: site.network,
      limits: { ...VISIT_LIMITS, ...limits },
      pauseMs: 0,
      now: () => clock.now,
      sleep: async (ms: number) => {
        pauses.push(ms)
        clock.now += ms
      },
    }
    const report = await gather(request, outside, {
      signal: new AbortController().signal,
      visiting: () => {},
      page: () => {},
      ingest: async ({ folders }) => {
        const index = createEmbeddedIndex(join(dir, 'index'), null)
        const writer = dry === undefined ? await index.write() : index.read()
        const options = { found: findFiles(folders, dir), level: null, dryRun: dry !== undefined, prune: false }
        try {
          return (await ingestFiles(options, { writer, reader: theReader() })).files
        } finally {
          writer.close()
          index.close()
        }
      },
    })
    if ('kind' in report) throw new Error(`failed: ${report.reason} ${report.faults.join('; ')}`)
    return report
  }
  return {
    dir,
    app,
    clock,
    pauses,
    setSources: (sources) => writeFileSync(join(dir, 'sources.json'), JSON.stringify(sources)),
    run,
    page: async (path) =>
      (await run({ kind: 'addresses', urls: [site.url(path)], level: null, limit: 200 })).pages.at(-1)!,
    sources: async () =>
      (await run({ kind: 'sources' })).pages.map(({ outcome, url }) => `${outcome} ${new URL(url).pathname}`),
    files,
    sidecar: (name) =>
      JSON.parse(readFileSync(join(folder, files().find((file) => name.test(file) && file.endsWith('.meta.json'))!), 'utf8')) as Record<string, unknown>, // prettier-ignore
  }
}

/** A page of press, as a portal sends it. */
export const article = (title: string, words: string, head = ''): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>
<p>${words}</p><p>TÀI LIỆU MẪU – HƯ CẤU của tỉnh Lam Giang, dùng để thử chương trình; các chi bộ trong bài là tưởng tượng.</p></article></body></html>`
