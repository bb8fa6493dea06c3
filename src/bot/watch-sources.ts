/** Web sources looked at when they are due, while the bot answers; admins learn what is new and what has been wrong for long. */
import { setTimeout as sleep } from 'node:timers/promises'
import { isoDay } from '../text/numbers/clock.ts'
import { gatherMessages as messages } from '../text/messages/gather-messages.ts'
import type { OutboxItem } from '../desk/records.ts'
import type { GatherReport, PageReport } from '../gather/gather-report.ts'
import type { BotDeps, SourcesGathered } from './context.ts'
import { queueMessage } from './queue-message.ts'

const LOOK_EVERY_MS = 60_000
/** Checks in a row that must fail before anybody is told: a server may have a bad hour. */
const LASTING = 3
const TITLES_SHOWN = 10
const TITLE_LENGTH = 150
/** Telegram's limit for a message, less what stands around. */
const MESSAGE_LENGTH = 4_000

const FAULTS_TOLD = 'sources.faultsToldOn'
const LEFT_TOLD = 'sources.leftBehindTold'

type Deps = Pick<BotDeps, 'house' | 'records' | 'telegram' | 'keyOf' | 'now' | 'log'>

/** Until `signal` aborts. Never rejects. */
export const watchSources = async (
  deps: Deps,
  wake: (items: readonly OutboxItem[]) => void,
  signal: AbortSignal,
  everyMs = LOOK_EVERY_MS,
): Promise<void> => {
  const { house, log } = deps
  if (!house.gatherDue) return
  while (!signal.aborted) {
    try {
      const gathered = await house.gatherDue(signal)
      if (gathered && !signal.aborted) wake(tellAdmins(deps, gathered))
    } catch (error) {
      log.error({ err: error }, 'the web sources could not be looked at')
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}

const tellAdmins = (deps: Deps, gathered: SourcesGathered): readonly OutboxItem[] => {
  const { records, telegram, keyOf, log } = deps
  if (!gathered.ok && gathered.reason !== 'bad_sources') log.warn({ reason: gathered.reason }, 'web sources were not looked at') // prettier-ignore
  return records.transaction(() => {
    const texts = [...newsOf(gathered), ...lastingFaults(deps, gathered), ...leftBehind(deps, gathered)]
    return telegram.adminIds.flatMap((id) => {
      const chat = keyOf(id)
      if (texts.length > 0) records.addresses.remember(chat, id)
      return texts.map((text) =>
        queueMessage(records, { kind: 'text', text: text.slice(0, MESSAGE_LENGTH), level: 'staff' }, { chat }),
      )
    })
  })
}

const newsOf = (gathered: SourcesGathered): readonly string[] => {
  if (!gathered.ok) return []
  const { pages } = gathered.report
  const added = Map.groupBy(pages.filter(({ outcome }) => outcome === 'added'), ({ by, url }) => by ?? url) // prettier-ignore
  const withdrawn = pages.filter(({ outcome }) => outcome === 'withdrawn')
  const secret = pages.filter(({ outcome, reason, message }) => outcome === 'refused' && reason === 'secret' && message?.includes(messages.deleted)) // prettier-ignore
  return [
    ...[...added].map(([source, some]) => messages.news(source, some.slice(0, TITLES_SHOWN).map(titleOf), some.length)),
    ...(withdrawn.length > 0 ? [messages.withdrawnNews(withdrawn.slice(0, 2 * TITLES_SHOWN).map(titleOf))] : []),
    ...secret.map(({ url }) => messages.secretNews(url)),
  ]
}

/** Once a day at most, whatever is wrong. */
const lastingFaults = ({ records, now }: Deps, gathered: SourcesGathered): readonly string[] => {
  const text = faultText(gathered)
  const day = isoDay(now())
  if (text === null || records.notes.get(FAULTS_TOLD) === day) return []
  records.notes.set(FAULTS_TOLD, day)
  return [text]
}

const faultText = (gathered: SourcesGathered): string | null => {
  if (!gathered.ok) return gathered.reason === 'bad_sources' ? messages.badSources('data/sources.json', gathered.faults) : null // prettier-ignore
  const lasting = gathered.report.faults.filter(({ failures }) => failures >= LASTING)
  return lasting.length === 0
    ? null
    : messages.lastingFaults(lasting.map(({ url, message }) => [url, message] as const))
}

/** Once for each web source that was taken out of the list. */
const leftBehind = ({ records }: Deps, gathered: SourcesGathered): readonly string[] => {
  if (!gathered.ok) return []
  const { leftBehind: left }: GatherReport = gathered.report
  const told = (records.notes.get(LEFT_TOLD) ?? '').split(' ')
  const now = left.map(({ url }) => url).join(' ')
  if (now !== told.join(' ')) records.notes.set(LEFT_TOLD, now)
  return left.filter(({ url }) => !told.includes(url)).map(({ url, pages }) => messages.leftBehind(url, pages))
}

const titleOf = ({ title, url }: PageReport): string => (title ?? url).slice(0, TITLE_LENGTH)
