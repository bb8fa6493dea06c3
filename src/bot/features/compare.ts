/** Two documents compared: /sosanh, the pages of a comparison, and the whole of it as a file. */
import { Composer } from 'grammy'
import { pairOfCards, replacingPairs, type PairAsked } from '../../answer/compare/which-pair.ts'
import { nameOf } from '../../answer/document-names.ts'
import { dayFirst } from '../../answer/source-line.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { comparisonMessages as messages } from '../../text/messages/comparison-messages.ts'
import { callbackData, onButton, toast, type Pressed } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { placeOf } from '../place.ts'
import { labelOf, lines, show, type View } from '../view.ts'
import { askedPair } from './compare/asked-pair.ts'
import { comparisonView } from './compare/comparison-view.ts'
import { spokenOf } from './compare/spoken-of.ts'
import { GONE, ofLibrary } from './documents/open-document.ts'
import { tellLimit } from './limited.ts'

/** Pairs offered, and documents to choose from. */
const OFFERED = 5

export const compare = new Composer<BotContext>()

compare.command('sosanh', async (ctx) => {
  const { deps, asker, job } = ctx
  const library = deps.house.library(asker.level)
  if (ctx.match.trim() === '' || !library) return show(ctx, ofLibrary(ctx, howTo))
  const allowed = deps.limit.take({ ...asker, askedAt: job.askedAt })
  if (allowed.kind === 'limited') return tellLimit(ctx, allowed)
  show(ctx, viewOf(ctx, await askedPair(ctx.match, library), library))
})

const onPair = (
  action: string,
  view: (library: Library, ctx: Pressed, ...parts: string[]) => View,
  inPlace: boolean,
): void =>
  onButton(compare, action, async (ctx, ...parts) => {
    await toast(ctx)
    show(ctx, ofLibrary(ctx, (library) => view(library, ctx, ...parts)), { inPlace }) // prettier-ignore
  })
const pageOf = (library: Library, older = '', newer = '', page = '0'): View =>
  comparisonView(library, older, newer, /^\d{1,4}$/.test(page) ? Number(page) : 0) ?? GONE
onPair('sso', (library, ctx, older = '', newer = '') => begun(ctx, library, older, newer), false)
onPair('ssp', (library, _ctx, older, newer, page) => pageOf(library, older, newer, page), true)
onPair(
  'ssc',
  (library, ctx, id = '', besideId) => {
    const card = library.card(id)
    const beside = besideId === undefined ? undefined : library.card(besideId)
    if (!card || (besideId !== undefined && !beside)) return GONE
    return viewOf(ctx, pairOfCards(card, beside, library), library)
  },
  false,
)
onButton(compare, 'ssf', async (ctx, olderId = '', newerId = '') => {
  const { deps, asker, job } = ctx
  await toast(ctx)
  const library = deps.house.library(asker.level)
  const [older, newer] = [library?.card(olderId), library?.card(newerId)]
  if (!older || !newer) return show(ctx, GONE)
  const allowed = deps.limit.take({ ...asker, askedAt: job.askedAt })
  if (allowed.kind === 'limited') return tellLimit(ctx, allowed)
  const caption = messages.caption(nameOf(newer.meta), nameOf(older.meta)).slice(0, CAPTION).toWellFormed()
  job.say({ kind: 'comparison', olderId, newerId, level: asker.level, caption, ...placeOf(ctx) })
})

/** A caption takes 1024 UTF-16 units (telegram.md §1). */
const CAPTION = 1000

/** The first page of a comparison, which is what is spoken of from then on. */
const begun = (ctx: BotContext, library: Library, olderId: string, newerId: string): View => {
  const [older, newer] = [library.card(olderId), library.card(newerId)]
  if (older && newer) spokenOf(ctx, older, newer)
  return pageOf(library, olderId, newerId)
}

const viewOf = (ctx: BotContext, asked: PairAsked, library: Library): View => {
  if (asked.kind === 'pair') return begun(ctx, library, asked.older.id, asked.newer.id)
  const cards = (asked.kind === 'ask' ? asked.cards : asked.near).slice(0, OFFERED)
  const listed = cards.map((card, i) => `${i + 1}. ${dated(card)}`)
  if (asked.kind === 'none' && cards.length === 0) {
    const help = howTo(library)
    return { body: lines(asked.sentence, '', help.body), buttons: help.buttons }
  }
  if (asked.kind === 'none')
    return {
      body: lines(asked.sentence, ...listed, listed.length > 0 && messages.near),
      buttons: cards.map((card, i) => ({ label: label(i, card), data: callbackData('vbd', card.id) })),
    }
  const beside = asked.beside ? [asked.beside.id] : []
  return {
    body: lines(asked.sentence, ...listed, messages.choose),
    buttons: cards.map((card, i) => ({ label: label(i, card), data: callbackData('ssc', card.id, ...beside) })),
  }
}

const dated = ({ meta }: DocumentCard): string => `${nameOf(meta)}${meta.date ? ` (${dayFirst(meta.date)})` : ''}`
const label = (i: number, { meta }: DocumentCard): string => labelOf(`${i + 1}. ${meta.number ?? meta.title}`)

/** How it is used, with pairs that this library has. */
const howTo = (library: Library): View => {
  const pairs = replacingPairs(library).slice(0, OFFERED)
  const numbers = pairs[0] && [pairs[0].newer.meta.number, pairs[0].older.meta.number]
  const example = numbers?.[0] && numbers[1] ? messages.example(numbers[0], numbers[1]) : messages.example('27-QĐ/TU', '12-QĐ/TU') // prettier-ignore
  return {
    body: lines(
      messages.howTo(example),
      pairs.length > 0 && '',
      pairs.length > 0 && messages.offered,
      ...pairs.map(({ newer, older }, i) => messages.pair(i + 1, dated(newer), dated(older))),
    ),
    buttons: pairs.map(({ newer, older }, i) => ({
      label: labelOf(`${i + 1}. ${newer.meta.number ?? newer.meta.title}`),
      data: callbackData('sso', older.id, newer.id),
    })),
  }
}
