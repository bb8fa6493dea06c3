/** Where in a document the places are that a question names: whole parts, from the heading to what no longer belongs to it. */
import type { Heading } from '../../documents/document.ts'
import { headingsAbove } from '../../documents/structure/section-at.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import type { QuotedPlace } from '../citations.ts'
import { fits, namesOf } from './heading-names.ts'
import { clean } from '../../text/vietnamese.ts'
import { placesAsked } from './place-asked.ts'
import type { PlacePath, Step } from './place-path.ts'
import { wholeEnd } from './whole-end.ts'

export interface FoundPlace extends QuotedPlace {
  /** The headings above it and its own, highest first. */
  readonly headings: readonly Heading[]
}

/** Every part that the path may mean: more than one where a document has several of that name. */
export const findPlaces = (library: Library, card: DocumentCard, path: PlacePath): readonly FoundPlace[] => {
  const content = library.content(card.id)
  if (!content) return []
  const { headings, text } = content
  // a law kept an article a file: "Luật Du lịch - Điều 70. …" is that article
  const within = underTitle(card, path)
  if (within?.length === 0)
    return [{ card, start: text.search(/\S/u), end: wholeEnd(text, 0, text.length, headings), headings: [] }]
  if (within)
    return findPlaces(library, { ...card, meta: { ...card.meta, title: '' } }, within).map((place) => ({
      ...place,
      card,
    }))
  const found = (steps: PlacePath, loosely: boolean): readonly FoundPlace[] =>
    headings.flatMap((heading) => {
      if (!fits(steps.at(-1)!, heading, loosely)) return []
      const above = headingsAbove(headings, heading.start, heading.start + 1).filter((one) => one !== heading)
      if (!isUnder(steps.slice(0, -1), above, loosely)) return []
      return [placeAt(library, card, heading)]
    })
  for (const loosely of [false, true])
    for (const steps of readingsOf(path, loosely)) {
      const places = found(steps, loosely)
      if (places.length > 0) return places
    }
  return []
}

/** The part that a heading opens. */
export const placeAt = (library: Library, card: DocumentCard, heading: Heading): FoundPlace => {
  const { headings, text } = library.content(card.id)!
  const above = headingsAbove(headings, heading.start, heading.start + 1).filter((one) => one !== heading)
  const end = wholeEnd(text, heading.start, endOf(headings, headings.indexOf(heading), text.length), headings)
  return { card, start: heading.start, end, headings: [...above, heading] }
}

const endOf = (headings: readonly Heading[], index: number, length: number): number =>
  headings.slice(index + 1).find((other) => other.rank <= headings[index]!.rank)?.start ?? length

/** The heading of that kind next to the place, or the first or last one in it; `undefined` where there is none. */
export const neighbourOf = (
  headings: readonly Heading[],
  shown: FoundPlace | undefined,
  kind: string,
  to: 'next' | 'previous' | 'first' | 'last',
): Heading | undefined => {
  // the place itself or what holds it, where that is of the kind: then one of the same rank is meant
  const own = shown?.headings.findLast((heading) => isCalled(heading, kind))
  const alike = headings.filter((heading) =>
    own ? heading.rank === own.rank && heading.label !== null : isCalled(heading, kind),
  )
  if (!shown || to === 'first' || to === 'last') {
    const inside = shown && !own ? alike.filter(({ start }) => start > shown.start && start < shown.end) : alike
    return to === 'last' ? inside.at(-1) : inside[0]
  }
  return to === 'next'
    ? alike.find(({ start }) => (own ? start > own.start : start >= shown.end))
    : alike.findLast(({ start }) => start < (own ?? shown).start)
}

const CALLED: Readonly<Record<string, readonly string[]>> = {
  phan: ['part', 'roman', 'letter'],
  chuong: ['chapter'],
  muc: ['section', 'roman', 'number', 'decimal'],
  dieu: ['article'],
  khoan: ['clause', 'number', 'decimal'],
  diem: ['point'],
}
const isCalled = (heading: Heading, kind: string): boolean =>
  namesOf(heading).some((name) => CALLED[kind]!.includes(name.kind))

// not "Hướng dẫn thi hành Điều 12 …"
const IS_ARTICLE = /(?:^|\s[-–—]\s)Điều\s+\d{1,3}[a-zđ]?(?:[.:]|$)/u

/** Whether a document is one article (the one of that number) by its title. */
export const isArticle = ({ meta }: Pick<DocumentCard, 'meta'>, numeral?: string): boolean => {
  const found = IS_ARTICLE.exec(meta.title)
  return found !== null && (numeral === undefined || found[0].toLowerCase().replace(/[^\da-zđ]|điều/gu, '') === numeral)
}

/** The article whose clause is asked for, where it has no clauses at all; `undefined` otherwise. */
export const undivided = (library: Library, card: DocumentCard, path: PlacePath): FoundPlace | undefined => {
  const [last, above] = [path.at(-1), path.slice(0, -1)]
  const places = last?.kind === 'clause' || last?.kind === 'point' ? findPlaces(library, card, above) : []
  const [place] = places
  const headings = library.content(card.id)?.headings ?? []
  const hasParts = place && headings.some(({ start }) => start > place.start && start < place.end)
  return places.length === 1 && above.length > 0 && !hasParts ? place : undefined
}

/** What of a path is left within a document whose title names the beginning of it; `undefined` where it does not. */
const underTitle = ({ meta }: DocumentCard, path: PlacePath): PlacePath | undefined => {
  const own = IS_ARTICLE.test(meta.title) ? placesAsked(clean(meta.title))?.paths : undefined
  const named = own?.length === 1 ? own[0]! : []
  const isOf =
    named.some(({ kind }) => kind === 'article') && named.every((step) => path.some((one) => isSame(one, step)))
  return isOf ? path.filter((one) => !named.some((step) => isSame(one, step))) : undefined
}
const isSame = (one: Step, other: Step): boolean => one.kind === other.kind && one.numeral === other.numeral

/** Each step is another heading of those above, in any order: nobody keeps Phần and Chương apart in speech. */
const isUnder = (steps: PlacePath, above: readonly Heading[], loosely: boolean): boolean => {
  const left = [...above]
  return [...steps].reverse().every((step) => {
    const at = left.findLastIndex((heading) => fits(step, heading, loosely))
    if (at < 0) return false
    left.splice(at, 1)
    return true
  })
}

/** "Điều 5 mục 2" says mục for khoản; "mục 1.2" may be the 2 under 1. */
const readingsOf = (path: PlacePath, loosely: boolean): readonly PlacePath[] => {
  if (!loosely) return [path]
  const hasArticle = path.some(({ kind }) => kind === 'article')
  const inArticle = path.map((step): Step => (step.kind === 'section' ? { ...step, kind: 'clause' } : step))
  const low = [...inArticle].sort((a, b) => Number(a.kind === 'clause') - Number(b.kind === 'clause'))
  const stepwise = path.flatMap((step): readonly Step[] =>
    /^\d+(?:\.\d+)+$/.test(step.numeral)
      ? step.numeral.split('.').map((numeral) => ({ kind: step.kind, numeral }))
      : [step],
  )
  return [
    path,
    ...(hasArticle && path.some(({ kind }) => kind === 'section') ? [low] : []),
    ...(stepwise.length > path.length ? [stepwise] : []),
  ]
}
