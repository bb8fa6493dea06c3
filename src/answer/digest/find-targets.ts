/** Targets with their figures, as they stand in a document: exact places, in its order. No model. */
import { headingWalk, shownHeading } from '../../documents/structure/section-at.ts'
import type { DocumentKind, DocumentMeta } from '../../documents/document.ts'
import type { Library } from '../../search/search-index.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import { unitsOf, type Unit } from '../../text/units/sentences.ts'
import { figureIn } from './figures.ts'
import {
  concludes,
  countedIn,
  isThreshold,
  looksAhead,
  partOf,
  reaches,
  reports,
  setsLeast,
  strives,
} from './target-signs.ts'

export type Content = NonNullable<ReturnType<Library['content']>>

/** Offsets in the document's text, end exclusive. */
export interface Target {
  readonly start: number
  readonly end: number
  /** The line that it stands under, where that says until when: `Đến năm 2030:`. */
  readonly under: { readonly start: number; readonly end: number } | null
}

export interface Targets {
  readonly listed: readonly Target[]
  /** Where the document says how many targets there are and lists none of them. */
  readonly onlyCounted: { readonly start: number; readonly end: number; readonly words: string } | null
}

/** Whose sentences about shares and numbers are rules, not aims. */
const RULES: ReadonlySet<DocumentKind> = new Set(['regulation', 'decision', 'rules', 'guidance', 'charter', 'law'])
/** Resolutions of the National Assembly and of councils are norms, with their year between number and symbol. */
const STATE_NORM = /\/(?:19|20)\d\d\/|QH\d|HĐND/u
/** Who speaks of the aims of others, and mostly of what was. */
const TELLING: ReadonlySet<DocumentKind> = new Set(['article', 'staff_answer', 'other', 'notice', 'report'])

/** A cell of a table says nothing alone. */
const SHORTEST = 15
const LONGEST = 900
const LONGEST_DATE = 90

export const targetsIn = (
  { text, headings }: Content,
  meta: Pick<DocumentMeta, 'kind' | 'date' | 'number' | 'title'>,
): Targets => {
  const units = unitsOf(text)
  const above = headingWalk(headings)
  const year = meta.date === null ? null : Number(meta.date.slice(0, 4))
  const isRule = RULES.has(meta.kind) || STATE_NORM.test(`${meta.number ?? ''} ${meta.title}`)
  const how = { isTelling: TELLING.has(meta.kind), isRule, year }
  const wordsOf = ({ start, end }: Unit): string => text.slice(start, end)
  const verdicts = units.slice(0, endOf(units, text)).map((unit, index): Verdict => {
    if (hasItems(units, index)) return 'no'
    const over = [
      ...above(unit.start, unit.end).flatMap((heading) => (heading.start < unit.start ? [shownHeading(heading)] : [])),
      ...parentsOf(units, index).map((at) => wordsOf(units[at]!)),
    ]
    return verdictOn(wordsOf(unit), unit, over, how)
  })
  const listed = withSeries(verdicts, units).map((index): Target => ({
    start: units[index]!.start,
    end: units[index]!.end,
    under: datedAbove(units, index, text),
  }))
  return { listed, onlyCounted: listed.length === 0 ? onlyCountedIn(units, text) : null }
}

/** `series`: one that counts if a target stands beside it: "… phấn đấu đạt 3 %. Tỉ lệ hộ dùng nước sạch đạt 80 %." */
type Verdict = 'yes' | 'series' | 'no'

/** One that says no share may stand between. */
const NEAR = [-3, -2, -1, 1, 2, 3]

const withSeries = (verdicts: readonly Verdict[], units: readonly Unit[]): readonly number[] => {
  const found = verdicts.map((verdict) => verdict === 'yes')
  const joins = (index: number): boolean =>
    verdicts[index] === 'series' &&
    NEAR.some((step) => found[index + step] === true && units[index]!.parent === units[index + step]!.parent)
  // forwards and backwards: what has joined lets its neighbours join
  for (let i = 0; i < found.length; i += 1) if (!found[i] && joins(i)) found[i] = true
  for (let i = found.length - 1; i >= 0; i -= 1) if (!found[i] && joins(i)) found[i] = true
  return found.flatMap((is, index) => (is ? [index] : []))
}

const datedAbove = (units: readonly Unit[], index: number, text: string): Target['under'] => {
  const dated = parentsOf(units, index).findLast((at) => isDated(text.slice(units[at]!.start, units[at]!.end)))
  if (dated === undefined) return null
  const { start, end } = units[dated]!
  // an excerpt with a gap: what follows it may stand under another line
  return /\n\s*(?:\.{3}|…)\s*\n/u.test(text.slice(end, units[index]!.start)) ? null : { start, end }
}

const onlyCountedIn = (units: readonly Unit[], text: string): Targets['onlyCounted'] => {
  for (const [index, { start, end }] of units.entries()) {
    const words = text.slice(start, end)
    const count = countedIn(words)
    if (count && !words.endsWith(':') && !hasItems(units, index))
      return { start, end, words: words.slice(count.start, count.end) }
  }
  return null
}

const verdictOn = (
  words: string,
  { kind }: Unit,
  above: readonly string[],
  { isTelling, isRule, year }: { readonly isTelling: boolean; readonly isRule: boolean; readonly year: number | null },
): Verdict => {
  if (
    kind === 'heading' ||
    words.length < SHORTEST ||
    words.length > LONGEST ||
    words.startsWith('|') ||
    /[:?]$/u.test(words)
  )
    return 'no'
  const figure = figureIn(words)
  if (!figure || ordersMachine(words) || (isTelling && concludes(words))) return 'no'
  const part = partOf(above)
  const ahead = looksAhead(words, year)
  const strong = strives(words)
  const report = reports(words, year)
  if (part === 'report' || (report === 'surely' && !(strong && ahead))) return 'no'
  if (report === 'perhaps' && part !== 'aims' && !ahead) return 'no'
  if (isThreshold(words) && !strong) return 'no'
  if (strong) return 'yes'
  if (part === 'aims') return !isTelling || figure === 'share' || reaches(words) ? 'yes' : 'no'
  // a share under "Đến năm 2030:" is one to be reached
  if (figure === 'share' && !isRule && above.some((line) => isDated(line) && endsAhead(line, year))) return 'yes'
  const besides = figure === 'share' && !isRule ? 'series' : 'no'
  if (isRule) return ahead && reaches(words) && figure === 'share' ? 'yes' : besides
  if (isTelling) return ahead && (figure === 'share' ? reaches(words) : setsLeast(words)) ? 'yes' : besides
  if (ahead && reaches(words)) return 'yes'
  return figure === 'share' && (setsLeast(words) || /(?<!\d)100\s*%/u.test(words)) ? 'yes' : besides
}

const isDated = (line: string): boolean => line.length < LONGEST_DATE && DATED.test(line)
const DATED =
  /^[\s\d.()a-zđ*+–-]{0,6}(?:(?:các )?(?:mục tiêu|chỉ tiêu|tầm nhìn)[^.;]{0,30})?(?:đến|giai đoạn|trong|nhiệm kỳ|năm|quý|tháng)\s.*(?:19|20)\d\d[^\p{L}]*$/iu

const endsAhead = (line: string, year: number | null): boolean => {
  const last = Number(/((?:19|20)\d\d)[^\d]*$/u.exec(line)?.[1] ?? 0)
  return /(?:đến|giai đoạn|tầm nhìn|nhiệm kỳ)/iu.test(line) && (year === null || last >= year)
}

const parentsOf = (units: readonly Unit[], index: number): readonly number[] => {
  const parents: number[] = []
  for (let at = units[index]!.parent; at >= 0; at = units[at]!.parent) parents.unshift(at)
  return parents
}

const hasItems = (units: readonly Unit[], index: number): boolean =>
  units[index + 1]?.parent === index && units[index + 2]?.parent === index

/** The recipients and the signature say nothing of the matter. */
const endOf = (units: readonly Unit[], text: string): number => {
  const at = units.findLastIndex(({ start, end }) =>
    /^Nơi nhận\s*:/u.test(text.slice(start, Math.min(end, start + 20))),
  )
  return at < units.length / 2 ? units.length : at
}
