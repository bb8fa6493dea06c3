/** /thongke [7|30|90]: how many questions came and what became of them, in words, and once more as a picture. For staff and admins. */
import { FormattedString } from '@grammyjs/parse-mode'
import { Composer } from 'grammy'
import { kindNames } from '../../answer/document-names.ts'
import { dayFirst } from '../../answer/source-line.ts'
import { FEWEST, figuresOf, sumOf, type Counts, type Figures } from '../../desk/statistics.ts'
import { OUTCOMES } from '../../desk/statistics-records.ts'
import type { Library } from '../../search/search-index.ts'
import { statisticsMessages as messages } from '../../text/messages/statistics-messages.ts'
import type { BotContext } from '../context.ts'
import type { Chart } from '../picture/chart.ts'
import { placeOf } from '../place.ts'
import { plainWords } from '../render/plain-words.ts'
import { lines, show } from '../view.ts'
import { mayHandleCases } from './cases/staff-chat.ts'
import { shownName } from './manage/document-change.ts'

export const statistics = new Composer<BotContext>()

const PERIODS: readonly number[] = [7, 30, 90]
const USUAL = 30
/** More columns than this are put together by weeks. */
const MOST_COLUMNS = 31
const TOPICS = 6
const DOCUMENTS = 5

statistics.command('thongke', async (ctx, next) => {
  const { asker, deps } = ctx
  if (!mayHandleCases(ctx) && !(asker.isPrivate && asker.level === 'staff')) return next()
  const said = ctx.match.trim()
  const days = said === '' ? USUAL : Number(said)
  if (!PERIODS.includes(days)) return show(ctx, { body: lines(messages.usage), buttons: [] })
  // what stands in a group is read by whoever is in it: public papers only, as with answers
  const library = deps.house.library(asker.level)
  const figures = await figuresOf(deps.records, {
    days,
    now: deps.now(),
    level: asker.level,
    topicOf: (id) => {
      const card = library?.card(id)
      return card ? kindNames[card.meta.kind] : null
    },
    otherTopic: messages.otherTopic,
  })
  if (sumOf(figures.total) === 0) return show(ctx, { body: lines(messages.none(days)), buttons: [] })
  show(ctx, { body: wordsOf(figures, library, ctx), buttons: [], protect: asker.level !== 'public' })
  ctx.job.say({
    kind: 'photo',
    chart: chartOf(figures),
    caption: messages.chart.caption(periodOf(figures)),
    ...placeOf(ctx),
  })
})

const periodOf = ({ days }: Figures): string => messages.period(days.length, dayFirst(days.at(-1)!.day))

const wordsOf = (figures: Figures, library: Library | null, { deps }: BotContext): FormattedString => {
  const { total, days, medianMs, topics, notFound } = figures
  const sum = sumOf(total)
  const busiest = days.reduce((most, day) => (sumOf(day.counts) > sumOf(most.counts) ? day : most))
  const documents = figures.documents.flatMap(({ id, count, isCommon }) => {
    const card = isCommon ? library?.card(id) : undefined
    return card ? [plainWords(messages.entry(shownName(card), count))] : []
  })
  const { retentionDays } = deps.desk
  return lines(
    FormattedString.b(messages.title),
    periodOf(figures),
    '',
    messages.asked(sum),
    ...OUTCOMES.map((outcome) => messages.outcomes[outcome](total[outcome], percentOf(total[outcome], sum))),
    medianMs !== null && messages.median(medianMs),
    messages.busiest(dayFirst(busiest.day), sumOf(busiest.counts)),
    ...part(messages.topics, topics.slice(0, TOPICS).map(({ label, count }) => messages.entry(label, count))),
    ...part(messages.documents, documents.slice(0, DOCUMENTS)),
    ...part(messages.notFound, notFound.map(({ words, count }) => plainWords(messages.ofPersons(words, count)))),
    '',
    messages.fewest(FEWEST),
    retentionDays < days.length && messages.kept(retentionDays),
  ) // prettier-ignore
}

const part = (heading: string, entries: readonly (string | FormattedString)[]): (string | FormattedString)[] =>
  entries.length === 0 ? [] : ['', FormattedString.b(heading), ...entries]

const percentOf = (count: number, sum: number): number => Math.round((100 * count) / sum)

const chartOf = (figures: Figures): Chart => {
  const { total, topics } = figures
  const { chart } = messages
  return {
    title: messages.title,
    subtitle: chart.subtitle(periodOf(figures), sumOf(total)),
    columns: columnsOf(figures),
    legend: {
      answered: chart.legend.answered(total.answered),
      askedBack: chart.legend.askedBack(total.askedBack),
      refused: chart.legend.refused(total.refused),
      failed: chart.legend.failed(total.failed),
    },
    topicsTitle: chart.topics,
    topics: topics.slice(0, TOPICS),
    noTopics: chart.noTopics,
  }
}

/** By days, or by weeks that end today, each under its first day. */
const columnsOf = ({ days }: Figures): Chart['columns'] => {
  const size = days.length > MOST_COLUMNS ? 7 : 1
  const columns: { label: string; counts: Counts }[] = []
  for (let end = days.length; end > 0; end -= size) {
    const some = days.slice(Math.max(0, end - size), end)
    const counts = { answered: 0, askedBack: 0, refused: 0, failed: 0 }
    for (const day of some) for (const outcome of OUTCOMES) counts[outcome] += day.counts[outcome]
    columns.unshift({ label: dayFirst(some[0]!.day).slice(0, 5), counts })
  }
  return columns
}
