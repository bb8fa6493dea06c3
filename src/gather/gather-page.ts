/** One page: visited if its host lets us, kept if it is new, set aside when it is gone for good. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../access.ts'
import { gatherMessages, gatherReason } from '../text/messages/gather-messages.ts'
import { isoDay } from '../text/numbers/clock.ts'
import { forbidsKeeping } from './listing/page-marks.ts'
import type { PageReport } from './gather-report.ts'
import { ownerOf } from './owner-of.ts'
import { politely } from './politely.ts'
import type { GatherTask, Run } from './run.ts'
import { placeOf } from './store/file-place.ts'
import {
  digestOfBytes,
  digestOfKept,
  dropPage,
  keepPage,
  restateLevel,
  setAside,
  statedLevel,
} from './store/keep-page.ts'
import type { PageState } from './store/visit-state.ts'
import { endingOf } from './visit/content-type.ts'
import type { Held, Page, Visited } from './visit/visit.ts'

/** Times in a row that a page must be gone: one may be a server that is being repaired. */
const GONE_TIMES = 2
/** What a listing says of a page. */
export type Listed = {
  readonly title: string | null
  readonly date: number | null
  readonly published: number | null
} | null

/** Never rejects but for the disk, or when stopped. */
export const gatherPage = async (url: URL, listed: Listed, task: GatherTask, run: Run): Promise<PageReport> => {
  run.visiting(url.href)
  const visited = await politely(url, task, run, heldCopy(run.state.pages[url.href], run))
  return takeVisited(visited, url, listed, task, run)
}

/** As they are written down of a page that was asked for at `url`. */
export const validatorsOf = ({ etag, lastModified, url: at }: Page, url: URL): Held => ({
  ...{ etag, lastModified },
  at: at.href === url.href ? null : at.href,
})

/** Validators, where the very bytes are still held that they belong to, or are known to be refused. */
const heldCopy = (known: PageState | undefined, { root }: Run): PageState | undefined =>
  known?.digest != null &&
  (known.refused !== null || (known.file !== null && digestOfKept(join(root, known.file)) === known.digest))
    ? known
    : undefined

/** What a visit means for the page; the state is written down before this returns. */
export const takeVisited = (visited: Visited, url: URL, listed: Listed, task: GatherTask, run: Run): PageReport => {
  const known = run.state.pages[url.href]
  const step: Step = { url, listed, task, run, known, ...ownerOf(task, run, known) }
  const report =
    visited.kind === 'page'
      ? takePage(visited, step)
      : visited.kind === 'unchanged'
        ? unchanged(step, known ?? blankPage(step), {})
        : visited.kind === 'gone'
          ? gone(step, 'gone')
          : visited.kind === 'later'
            ? { ...line(step, 'postponed'), reason: 'later', message: gatherReason('later') }
            : refused(step, visited.reason, gatherReason(visited.reason, visited.detail, visited.at))
  run.save()
  return report
}

interface Step {
  readonly url: URL
  readonly listed: Listed
  readonly task: GatherTask
  readonly run: Run
  readonly known: PageState | undefined
  readonly by: string | null
  readonly level: Level | null
}

const takePage = (page: Page, step: Step): PageReport => {
  const { url, listed, run, known } = step
  const ending = endingOf(page.type, page.body, page.url.pathname)
  if (forbidsKeeping(page.body, ending === 'html', page.robotsTag)) return gone(step, 'noindex')
  if (
    /^\s*<(?:\?xml[^>]*>\s*<)?(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i.test(
      page.body.toString('latin1', 0, 2_000),
    )
  )
    return refused(step, 'type', gatherReason('type', 'danh sách RSS, Atom hoặc sitemap'))
  const digest = digestOfBytes(page.body)
  const validators = validatorsOf(page, url)
  if (known && heldCopy(known, run) && known.digest === digest) return unchanged(step, known, validators)
  const file = placeOf(url, ending)
  const facts = {
    url: page.url.href,
    level: step.level ?? known?.level ?? null,
    charset: page.charset,
    title: listed?.title ?? null,
    date: listed?.published == null ? null : isoDay(listed.published),
  }
  keepPage(join(run.target, file), page.body, facts, known?.file == null ? null : join(run.root, known.file))
  if (known?.file && known.file !== file && !run.isDry) dropPage(join(run.root, known.file))
  const title = listed?.title ?? known?.title ?? null
  run.state.pages[url.href] = {
    ...{ file, ...validators, digest, title, by: step.by },
    ...{ checkedAt: run.now(), gone: 0, refused: null, level: null },
    // under another name it is another document to the library
    taken: known?.taken === true && known.file === file,
    pending: true,
  }
  return { ...line(step, 'fetched'), file, title }
}

const unchanged = (step: Step, known: PageState, validators: Partial<PageState>): PageReport => {
  const { url, run, by, level } = step
  const { file } = known
  const isRestated = level !== null && file !== null && !run.isDry && restateLevel(join(run.root, file), level)
  const pending = known.pending || isRestated
  run.state.pages[url.href] = { ...known, ...validators, by, pending, checkedAt: run.now(), gone: 0 }
  const shown = { ...line(step, pending ? 'fetched' : 'unchanged'), file, title: known.title }
  return known.refused ? { ...shown, outcome: 'refused', ...known.refused } : shown
}

/** The first time it is only noted, and what we hold stays. */
const gone = (step: Step, reason: 'gone' | 'noindex'): PageReport => {
  const { url, run, known, by } = step
  if (!known?.file || !existsSync(join(run.root, known.file))) return refused(step, reason, gatherReason(reason))
  const times = known.gone + 1
  const { file, title } = known
  if (times < GONE_TIMES) {
    run.state.pages[url.href] = { ...known, by, gone: times, checkedAt: run.now() }
    return {
      ...line(step, 'missing'),
      reason,
      file,
      title,
      message: reason === 'gone' ? gatherMessages.missingOnce : gatherMessages.noindexOnce,
    }
  }
  const aside = join(run.asideRoot, file)
  const level = statedLevel(join(run.root, file))
  if (!run.isDry) setAside(join(run.root, file), aside)
  run.state.pages[url.href] = { ...blankPage(step), gone: times, title, level }
  return { ...line(step, 'withdrawn'), reason, file, title, message: gatherMessages.withdrawn(aside) }
}

/** Faults of the hour: a page that failed so is as new as before. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'slow', 'cut', 'no_host', 'bad_response', 'bad_certificate', 'robots_unreachable', 'server_error']) // prettier-ignore

/** Whatever it was: what we hold stays, and it was not gone twice in a row. A page that is refused for good is not asked for at every turn. */
const refused = (step: Step, reason: string, message: string): PageReport => {
  const { url, run, known } = step
  const isKept = known?.file != null
  if (known || !PASSING.has(reason)) run.state.pages[url.href] = { ...(known ?? blankPage(step)), gone: 0, checkedAt: run.now() } // prettier-ignore
  return {
    ...line(step, 'refused'),
    reason,
    message: isKept ? `${message} ${gatherMessages.keptVersion}` : message,
    file: known?.file ?? null,
    title: known?.title ?? null,
  }
}

const blankPage = ({ run, by }: Step): PageState => ({
  ...{ file: null, etag: null, lastModified: null, at: null, digest: null, refused: null, title: null },
  ...{ by, checkedAt: run.now(), gone: 0, taken: false, pending: false, level: null },
})

const line = ({ url, by }: Step, outcome: PageReport['outcome']): PageReport => ({
  ...{ url: url.href, outcome, by },
  ...{ reason: null, message: null, title: null, file: null },
})
