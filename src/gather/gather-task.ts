/** A web source or an address: a page is taken in, a feed or a sitemap leads to its pages. */
import { gatherReason } from '../text/messages/gather-messages.ts'
import { storedForm } from '../text/vietnamese.ts'
import { checkUrl } from './address/check-url.ts'
import type { PageReport } from './gather-report.ts'
import { gatherPage, takeVisited, validatorsOf } from './gather-page.ts'
import { listingText } from './listing/listing-text.ts'
import { readListing, type ListedPage, type Listing } from './listing/read-listing.ts'
import { planVisits, type Entry } from './plan-visits.ts'
import { politely } from './politely.ts'
import type { GatherTask, Run } from './run.ts'
import type { Page } from './visit/visit.ts'

/** Sitemaps that one index may lead to in a run, and the addresses of all of them together. */
const MOST_SITEMAPS = 50
const MOST_ENTRIES = 50_000
/** A host that fails so often in a row is left in peace until the next run. */
const MOST_FAILURES = 3
/** A web source that takes longer goes on in its next turn: the others wait for theirs. */
const LONGEST_MS = 3_600_000
const HOST_FAILS: ReadonlySet<string> = new Set(['unreachable', 'slow', 'no_host', 'bad_certificate', 'robots_unreachable', 'private_address']) // prettier-ignore
/** Faults that say nothing against the web source itself. */
const ITS_OWN: ReadonlySet<string> = new Set(['secret', 'gone'])

export const gatherTask = async (task: GatherTask, run: Run): Promise<void> => {
  const checked = checkUrl(task.url, task.hosts)
  if (!checked.ok) return ended(task, run, refusedLine(task.url, task, checked.reason, gatherReason(checked.reason)))
  const { url } = checked
  const known = run.state.pages[url.href]
  const isPage = task.kind === 'page' || (task.kind === 'auto' && (known?.file != null || known?.refused != null))
  if (isPage) return ended(task, run, await gatherPage(url, null, task, run))
  run.visiting(url.href)
  const source = task.by === null ? undefined : run.state.sources[task.by]
  const visited = await politely(url, task, run, source?.wanted === wantedBy(task) ? source : undefined)
  if (visited.kind === 'unchanged') return void (await followed(task, run, []))
  const listing = visited.kind === 'page' ? listingOf(visited, run) : null
  if (visited.kind === 'page' && listing !== null) {
    const isWhole = await followed(task, run, await entriesOf(listing, visited, task, run))
    // what was left over must be seen again, although the listing will not have changed; and an index may stay the same while its sitemaps grow
    if (isWhole && listing.kind !== 'index') remember(task, run, visited)
    return
  }
  if (visited.kind === 'page' && task.kind !== 'auto')
    return ended(task, run, refusedLine(url.href, task, 'not_a_listing', gatherReason('not_a_listing')))
  const report = takeVisited(visited, url, null, task, run)
  return ended(task, run, report)
}

const listingOf = ({ body, charset }: Page, run: Run): Listing | null => {
  const text = listingText(body, charset, run.visitor.limits.bytes)
  return text === null ? null : readListing(text)
}

/** Of an index: those of its sitemaps, newest first. A sitemap that cannot be had is told of, the others are taken. */
const entriesOf = async (
  listing: Listing,
  { url: base }: Page,
  task: GatherTask,
  run: Run,
): Promise<readonly Entry[]> => {
  if (listing.kind !== 'index') return listing.entries.map((entry) => entryOf(entry, listing, base))
  const entries: Entry[] = []
  const newest = listing.entries.toSorted((a, b) => (b.date ?? -1) - (a.date ?? -1)).slice(0, MOST_SITEMAPS)
  for (const { url: text } of newest) {
    if (entries.length >= MOST_ENTRIES) break
    const checked = checkUrl(text, task.hosts, base)
    const told = (reason: string, message: string): void => run.report(refusedLine(text, task, reason, message))
    if (!checked.ok) {
      told(checked.reason, gatherReason(checked.reason))
      continue
    }
    run.visiting(checked.url.href)
    const visited = await politely(checked.url, task, run)
    if (visited.kind === 'later') break
    const inner = visited.kind === 'page' ? listingOf(visited, run) : null
    // an index within an index is not allowed by the protocol, and could go round in circles
    if (visited.kind === 'page' && inner !== null && inner.kind !== 'index')
      for (const entry of inner.entries.slice(0, MOST_ENTRIES - entries.length)) entries.push(entryOf(entry, inner, visited.url)) // prettier-ignore
    else if (visited.kind === 'refused') told(visited.reason, gatherReason(visited.reason, visited.detail, visited.at))
    else told('not_a_listing', gatherReason(visited.kind === 'gone' ? 'gone' : 'not_a_listing'))
  }
  return entries
}

/** A sitemap says when a page was changed, which is not when it was published. */
const entryOf = (entry: ListedPage, { kind }: Listing, base: URL): Entry => ({
  ...entry,
  base,
  published: kind === 'feed' ? entry.date : null,
})

/** Visits the pages of a listing; false where some were left for the next run. */
const followed = async (task: GatherTask, run: Run, entries: readonly Entry[]): Promise<boolean> => {
  const plan = planVisits(entries, task, run.state, run.now())
  for (const { url, reason } of plan.refused) run.report(refusedLine(url, task, reason, gatherReason(reason)))
  const failures = new Map<string, number>()
  const until = task.by === null ? Infinity : run.now() + LONGEST_MS
  let isWhole = plan.left === 0
  for (const { url, listed } of plan.visits) {
    if (run.now() > until) {
      isWhole = false
      break
    }
    const failed = failures.get(url.host) ?? 0
    isWhole &&= failed < MOST_FAILURES
    if (failed >= MOST_FAILURES) continue
    const report = await gatherPage(url, listed, task, run)
    run.report(report)
    const isLater = report.reason === 'later'
    failures.set(url.host, isLater ? MOST_FAILURES : HOST_FAILS.has(report.reason ?? '') ? failed + 1 : 0)
    // what failed for the hour has left no mark
    isWhole &&= !isLater && run.state.pages[url.href] !== undefined
  }
  if (plan.left > 0)
    run.report({ ...refusedLine(task.url, task, 'over_limit', gatherReason('over_limit', String(plan.left))), outcome: 'postponed' }) // prettier-ignore
  noteCheck(task.by, run, null)
  return isWhole
}

const ended = (task: GatherTask, run: Run, report: PageReport): void => {
  run.report(report)
  const isFault = (report.outcome === 'refused' && !ITS_OWN.has(report.reason ?? '')) || report.reason === 'later'
  noteCheck(task.by, run, isFault ? report.message : null)
}

/** How this check of a web source went, for its schedule and for whoever must be told. */
export const noteCheck = (by: string | null, run: Run, fault: string | null): void => {
  if (by === null) return
  const before = run.state.sources[by]
  run.state.sources[by] = {
    ...{ etag: before?.etag ?? null, lastModified: before?.lastModified ?? null, at: before?.at ?? null },
    wanted: before?.wanted ?? null,
    ...{ checkedAt: run.now(), fault, failures: fault === null ? 0 : (before?.failures ?? 0) + 1 },
  }
  run.save()
}

const remember = (task: GatherTask, run: Run, page: Page): void => {
  if (task.by === null) return
  run.state.sources[task.by] = {
    ...run.state.sources[task.by]!,
    ...validatorsOf(page, new URL(task.url)),
    wanted: wantedBy(task),
  }
  run.save()
}

/** An unchanged listing has nothing new only for whoever wants the same of it as before. */
const wantedBy = ({ hosts, include, exclude }: GatherTask): string => JSON.stringify([hosts, include, exclude])

const refusedLine = (url: string, { by }: GatherTask, reason: string, message: string): PageReport => ({
  // a list says what it likes, and this is shown in terminals
  ...{ url: storedForm(url), outcome: 'refused' as const, reason, message, by },
  ...{ title: null, file: null },
})
