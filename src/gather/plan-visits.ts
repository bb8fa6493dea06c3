/** In which order the pages of a listing are visited, when not all can be. */
import { checkUrl } from './address/check-url.ts'
import type { ListedPage } from './listing/read-listing.ts'
import type { Listed } from './gather-page.ts'
import { isWanted } from './path-pattern.ts'
import type { GatherTask } from './run.ts'
import type { VisitState } from './store/visit-state.ts'

export interface Entry extends ListedPage {
  readonly base: URL
  /** When it was published; null where that is not said. */
  readonly published: number | null
}

export interface Visit {
  readonly url: URL
  readonly listed: Listed
}

export interface VisitPlan {
  readonly visits: readonly Visit[]
  /** Listed pages that may not be visited, with the reason. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[]
  /** New or changed pages beyond the limit: for the next run. */
  readonly left: number
}

/** What the listing says nothing new about is looked at again no sooner, whatever the rhythm of the listing. */
const AGAIN_MS = 86_400_000
const REFUSED_SHOWN = 20

/** What is new or newer than our copy, newest first; then what we hold, longest unseen first, also what the listing names no more. */
export const planVisits = (entries: readonly Entry[], task: GatherTask, state: VisitState, now: number): VisitPlan => {
  const seen = new Set<string>()
  const fresh: Visit[] = []
  const known: { visit: Visit; checkedAt: number }[] = []
  const refused: { url: string; reason: string }[] = []
  const recall = (url: URL, listed: Listed): void => {
    const { checkedAt } = state.pages[url.href]!
    if (task.by === null || now - checkedAt >= AGAIN_MS || checkedAt > now)
      known.push({ visit: { url, listed }, checkedAt })
  }
  for (const { base, url: text, title, date, published } of entries) {
    const checked = checkUrl(text, task.hosts, base)
    if (!checked.ok) {
      if (refused.length < REFUSED_SHOWN) refused.push({ url: text.slice(0, 300), reason: checked.reason })
      continue
    }
    const { url } = checked
    if (seen.has(url.href) || !isWanted(url, task.include, task.exclude)) continue
    seen.add(url.href)
    const held = state.pages[url.href]
    // a withdrawn page has nothing that could be fresh until it was looked at again
    if (!held || (date !== null && date > held.checkedAt && date <= now))
      fresh.push({ url, listed: { title, date, published } })
    else recall(url, { title, date, published })
  }
  for (const [href, { by, file }] of Object.entries(state.pages)) {
    const checked =
      by !== null && by === task.by && file !== null && !seen.has(href) ? checkUrl(href, task.hosts) : null
    if (checked?.ok) recall(checked.url, null)
  }
  fresh.sort((a, b) => (b.listed?.date ?? -1) - (a.listed?.date ?? -1))
  known.sort((a, b) => a.checkedAt - b.checkedAt)
  const visits = [...fresh, ...known.map(({ visit }) => visit)].slice(0, task.limit)
  return { visits, refused, left: Math.max(0, fresh.length - task.limit) }
}
