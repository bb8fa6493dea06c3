/** One run: web sources and addresses → pages on disk → what ingestion makes of them → a report. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gatherMessages, gatherReason } from '../text/messages/gather-messages.ts'
import { normalUrl } from './address/check-url.ts'
import { parseHostRule, ruleOf, type HostRule } from './address/host-rules.ts'
import { dueSources, leftBehind } from './due-sources.ts'
import type { Gathered, GatherFailed, GatherRequest, FileOutcome } from './gather-messages.ts'
import { countPages, type GatherReport, type PageReport } from './gather-report.ts'
import { gatherTask, noteCheck } from './gather-task.ts'
import { sourcesFileOf, stateFileOf, webFolderOf, webStoreOf } from './places.ts'
import type { GatherTask, Run } from './run.ts'
import { settle } from './settle.ts'
import { WEB_FOLDER } from './store/file-place.ts'
import { setAside } from './store/keep-page.ts'
import { forgetOld, openState, saveState, type VisitState } from './store/visit-state.ts'
import { sweepHalves } from '../write-whole.ts'
import { createManners } from './visit/manners.ts'
import type { Network } from './visit/network.ts'
import type { VisitLimits } from './visit/request-once.ts'
import { userAgentOf } from './visit/user-agent.ts'
import { readSources, type WebSource } from './web-sources.ts'

/** The outside, and how we behave there. */
export interface Outside {
  readonly network: Network
  readonly limits: VisitLimits
  /** Between two requests to a host. */
  readonly pauseMs: number
  readonly now?: () => number
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

export interface GatherSteps {
  readonly signal: AbortSignal
  visiting(url: string): void
  page(page: PageReport): void
  /** Ingests what was gathered; null where that failed. */
  ingest(gathered: Gathered): Promise<readonly FileOutcome[] | null>
}

/** Call with the lock of the web folder held. Rejects when stopped, or for a fault of the disk. */
export const gather = async (
  request: GatherRequest,
  outside: Outside,
  steps: GatherSteps,
): Promise<GatherReport | GatherFailed> => {
  const { work, dataDir, dryFolder } = request
  const { now = Date.now, sleep = (ms, signal) => pause(ms, undefined, { signal }) } = outside
  const read = readSources(sourcesFileOf(dataDir))
  if (!read.ok && work.kind === 'sources') return { kind: 'failed', reason: 'bad_sources', faults: read.faults }
  const sources = read.ok ? read.sources : []
  const isDry = dryFolder !== null
  const root = webFolderOf(dataDir)
  const state = openState(stateFileOf(dataDir))
  forgetOld(state, now())
  const pages: PageReport[] = []
  const visitor = { network: outside.network, limits: outside.limits, userAgent: userAgentOf(request.contact), signal: steps.signal } // prettier-ignore
  const run: Run = {
    ...{ visitor, state, root, isDry, now, sleep, visiting: steps.visiting },
    manners: createManners({ visitor, pauseMs: outside.pauseMs, now, sleep }),
    target: isDry ? join(dryFolder, WEB_FOLDER) : root,
    asideRoot: join(webStoreOf(dataDir), 'withdrawn'),
    save: () => void (isDry || saveState(stateFileOf(dataDir), state)),
    report: (page) => {
      pages.push(page)
      steps.page(page)
    },
  }
  const folders = new Set(foldersOf(state, ({ pending }) => pending))
  if (!isDry) sweepHalves(webStoreOf(dataDir), root)
  // it is left in peace for an hour like any that fails, and the others have their turn
  if (state.underway !== null) noteCheck(state.underway, run, gatherReason('died'))
  if (work.kind === 'drop') drop(work.url, sources, run)
  const tasks = tasksOf(request, sources, run)
  for (const task of tasks) {
    await watched(task, run)
    steps.signal.throwIfAborted()
  }
  for (const { file } of pages) if (file !== null) folders.add(file.split('/', 1)[0]!)
  const isNew = isDry || pages.some(({ outcome }) => outcome === 'withdrawn') || foldersOf(state, ({ pending }) => pending).length > 0 // prettier-ignore
  const existing = [...folders]
    .map((folder) => join(run.target, folder))
    .filter((folder) => !isDry || existsSync(folder))
  if (!isDry) for (const folder of existing) mkdirSync(folder, { recursive: true })
  const files = existing.length === 0 && !isNew ? [] : await steps.ingest({ folders: existing, isNew })
  const settled = files === null ? pages : settle(state, pages, files, root, isDry)
  run.save()
  return {
    pages: settled,
    counts: countPages(settled),
    leftBehind: work.kind === 'sources' ? [...leftBehind(sources, state)].map(([url, count]) => ({ url, pages: count })) : [], // prettier-ignore
    faults: sources.flatMap(({ url }) => {
      const { fault = null, failures = 0 } = state.sources[url] ?? {}
      return fault === null ? [] : [{ url, message: fault, failures }]
    }),
    looked: tasks.length,
  }
}

/** Written down for as long as it lasts: a web source that ends our process is not asked again a minute later. */
const watched = async (task: GatherTask, run: Run): Promise<void> => {
  run.state.underway = task.by
  run.save()
  try {
    await gatherTask(task, run)
  } catch (error) {
    if (!run.visitor.signal.aborted) throw error
  }
  run.state.underway = null
  run.save()
}

const foldersOf = (state: VisitState, which: (page: VisitState['pages'][string]) => boolean): readonly string[] =>
  Object.values(state.pages).flatMap((page) => (page.file !== null && which(page) ? [page.file.split('/', 1)[0]!] : []))

const tasksOf = ({ work, hosts }: GatherRequest, sources: readonly WebSource[], run: Run): readonly GatherTask[] => {
  const allowed = hosts.map(parseHostRule).filter((rule) => rule !== null)
  if (work.kind === 'sources') {
    const due = dueSources(sources, run.state, run.now())
    return due.map((source) => ({ ...source, hosts: [...source.hosts, ...allowed], by: source.url }))
  }
  if (work.kind === 'drop') return []
  const named: HostRule[] = [...allowed, ...sources.flatMap((source) => source.hosts)]
  return [...new Set(work.urls)].flatMap((text) => {
    const normal = normalUrl(text)
    if (!normal.ok) {
      run.report({ url: text, outcome: 'refused', reason: normal.reason, message: gatherReason(normal.reason), title: null, file: null, by: null }) // prettier-ignore
      return []
    }
    // named by the admin: that host is allowed by it, others are not
    const task = { url: normal.url.href, kind: 'auto', level: work.level, limit: work.limit, include: [], exclude: [] } as const // prettier-ignore
    return [{ ...task, hosts: [ruleOf(normal.url), ...named], by: null }]
  })
}

/** Sets the pages of a web source aside, and forgets it: the library learns of it from the folder. */
const drop = (text: string, sources: readonly WebSource[], run: Run): void => {
  const normal = normalUrl(text)
  const url = normal.ok ? normal.url.href : text
  const vain = (reason: string, message: string): void =>
    run.report({ url, outcome: 'refused', reason, message, title: null, file: null, by: null })
  // it would come back with the next check
  if (sources.some((source) => source.url === url)) return vain('still_listed', gatherMessages.stillListed)
  const before = Object.keys(run.state.pages).length
  for (const [href, page] of Object.entries(run.state.pages)) {
    if (page.by !== url && href !== url) continue
    const { file, title, by } = page
    if (file !== null) {
      const aside = join(run.asideRoot, file)
      if (!run.isDry) setAside(join(run.root, file), aside)
      run.report({ url: href, outcome: 'withdrawn', reason: 'dropped', message: gatherMessages.droppedPage(aside), title, file, by }) // prettier-ignore
    }
    delete run.state.pages[href]
  }
  if (Object.keys(run.state.pages).length === before) vain('nothing_to_drop', gatherMessages.nothingToDrop)
  delete run.state.sources[url]
  run.save()
}
