/** From chosen units to quotes: neighbours joined, quotations kept whole, each quote an exact slice of its document. */
import type { Library } from '../../search/search-index.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import { numbersIn } from '../../text/numbers/number-words.ts'
import type { Chosen } from './choose-units.ts'
import type { QuotedPlace } from '../citations.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import type { Candidate } from './unit-features.ts'
import { listAt, listEnd } from './whole-list.ts'

const PART_OF_LIST = 650
const ANNOUNCED_LIST = 1400
const SHORT_LIST = 400
const SMALL_GAP = 100
const LONGEST_QUOTATION = 900

/** `asked`: the numbers that the question names. Quotes in the order in which they are read: the document of the best unit first, each document in its own order. */
export const quotesOf = (
  library: Library,
  { best, above, units, intro }: Chosen,
  asked: readonly number[],
): readonly QuotedPlace[] => {
  const documents = [...new Set([best.passage.card, ...units.map((unit) => unit.passage.card)])]
  return documents.flatMap((card) => {
    const content = library.content(card.id)
    if (!content) return []
    const places = units
      .filter((unit) => unit.passage.card === card)
      .flatMap((unit) =>
        unit === best || unit === above || !introduces(unit) ? [unit] : withItems(content.text, unit, units),
      )
      .map(({ start, end }) => wholeRow(content.text, start, end) ?? wholeQuotation(content.text, start, end))
      .concat(intro?.passage.card === card ? wholeList(content.text, intro, asked) : [])
      .sort((a, b) => a.start - b.start)
    const joined: { start: number; end: number }[] = []
    for (const place of places) {
      const last = joined.at(-1)
      if (last && place.start <= last.end) last.end = Math.max(last.end, place.end)
      else if (last && isSmallGap(content.text.slice(last.end, place.start))) last.end = place.end
      else joined.push({ ...place })
    }
    return joined.flatMap((place) => withoutOrders(content.text, place)).map((place) => ({ card, ...place }))
  })
}

/** What was joined or completed may bring along a sentence that gives orders to a machine: the quote ends before it and goes on behind. */
const withoutOrders = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly { readonly start: number; readonly end: number }[] => {
  const units = unitsOf(text.slice(start, end))
  const barred = units.filter((unit) => ordersMachine(text.slice(start + unit.start, start + unit.end)))
  if (barred.length === 0) return [{ start, end }]
  const runs: { start: number; end: number }[] = []
  let last = -2
  units.forEach((unit, index) => {
    if (barred.includes(unit)) return
    if (last === index - 1) runs.at(-1)!.end = start + unit.end
    else runs.push({ start: start + unit.start, end: start + unit.end })
    last = index
  })
  return runs
}

const introduces = ({ text }: Candidate): boolean => text.endsWith(':')

/** "Chỉ tiêu:" says nothing alone: a short list comes along whole, of a long one what was chosen; with none of it, nothing. */
const withItems = (
  text: string,
  intro: Candidate,
  units: readonly Candidate[],
): readonly { readonly start: number; readonly end: number }[] => {
  const list = listAt(text, intro.start)
  const end = list?.itemEnds.at(-1)
  if (list && end && end - list.start <= SHORT_LIST) return [{ start: list.start, end }]
  return units.some(({ passage, parent }) => passage === intro.passage && parent === intro.index) ? [intro] : []
}

/** A cell is quoted with its whole row. */
const wholeRow = (text: string, start: number, end: number): { start: number; end: number } | null => {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next < 0 ? text.length : next
  const row = text.slice(from, to)
  if (!row.includes(' | ') || row.length > LONGEST_QUOTATION) return null
  return { start: from + row.search(/\S/), end: from + row.trimEnd().length }
}

/** The list as far as it fits; to its end where its number was announced ("5 nhiệm vụ … gồm:") and all are there. */
const wholeList = (text: string, intro: Candidate, asked: readonly number[]): { start: number; end: number }[] => {
  const list = listAt(text, intro.start)
  if (!list) return []
  const announced = [...asked, ...numbersIn(intro.text).map(({ value }) => value)].includes(list.itemEnds.length)
  return [{ start: list.start, end: listEnd(list, announced ? ANNOUNCED_LIST : PART_OF_LIST) }]
}

/** Nothing, or a scrap within the same paragraph: a quote with a hole of a few words reads worse than one without. */
const isSmallGap = (gap: string): boolean => gap.trim() === '' || (gap.length <= SMALL_GAP && !/\n\s*\n/.test(gap))

/** A unit inside “ … ” of its paragraph brings the whole quotation along, so that a goal or a promise is quoted entire. */
const wholeQuotation = (text: string, start: number, end: number): { start: number; end: number } => {
  const from = text.lastIndexOf('\n\n', start) + 1
  const next = text.indexOf('\n\n', end)
  const to = next < 0 ? text.length : next
  const before = text.lastIndexOf('“', end - 1)
  if (before < from) return { start, end }
  const close = text.indexOf('”', before)
  // the unit lies outside the last quotation that opened before its end
  if (close < 0 || close >= to || close < start || close - before > LONGEST_QUOTATION) return { start, end }
  const reach = Math.max(end, endOfSentence(text, close + 1, to))
  const inside = before < start
  const units = inside ? unitsOf(text.slice(from, start)) : []
  const opening = units.findLast((unit) => from + unit.start <= before)
  return { start: opening ? Math.min(start, from + opening.start) : start, end: reach }
}

/** The stop right after a closing mark belongs to the sentence. */
const endOfSentence = (text: string, at: number, to: number): number =>
  at < to && /[.,;]/.test(text[at]!) ? at + 1 : at

/** A quote as it is shown: one line per line of its author, white space evened. */
export const shownQuote = (quote: string): string => {
  const units = unitsOf(quote)
  let shown = ''
  units.forEach((unit, index) => {
    const before = index === 0 ? '' : quote.slice(units[index - 1]!.end, unit.start)
    shown += (before.includes('\n') ? '\n' : before && ' ') + quote.slice(unit.start, unit.end).replace(/\s+/g, ' ')
  })
  return shown
}
