/** "Điều 99 của Quy định 27": how many there are instead. */
import type { Heading } from '../../documents/document.ts'
import { shownHeading } from '../../documents/structure/section-at.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { nameOf } from '../document-names.ts'
import { namesOf } from './heading-names.ts'
import { findPlaces } from './find-places.ts'
import { pathName, stepName, type PlaceKind, type PlacePath } from './place-path.ts'

const COUNTED: Readonly<Partial<Record<PlaceKind, string>>> = {
  chapter: 'chương',
  article: 'điều',
  clause: 'khoản',
  point: 'điểm',
}
const SHOWN = 8

/** A sentence of what the document has in place of the path that it lacks. */
export const noSuchPlace = (library: Library, card: DocumentCard, path: PlacePath): string => {
  const name = nameOf(card.meta)
  const headings = library.content(card.id)?.headings ?? []
  // the highest step that is not there, and what stands above it
  const known = path.findIndex((_, i) => findPlaces(library, card, path.slice(0, i + 1)).length === 0)
  const at = known < 0 ? path.length - 1 : known
  const step = path[at]!
  const above = path.slice(0, at)
  const parent = above.length > 0 ? findPlaces(library, card, above)[0] : undefined
  const inside = parent ? headings.filter(({ start }) => start > parent.start && start < parent.end) : headings
  const alike = inside.filter((heading) => isKind(heading, step.kind))
  const where = above.length > 0 ? `${pathName(above)} ${name}` : name
  const noun = COUNTED[step.kind]
  if (noun && alike.length > 0 && isComplete(alike))
    return answerMessages.onlySoMany(stepName(step), where, alike.length, noun)
  if (alike.length > 0) return answerMessages.locatorNotIn(pathName(path), name)
  // a directive goes by I, II, III where a regulation goes by articles
  const parts = partsOf(inside)
  const articles = inside.filter((heading) => isKind(heading, 'article'))
  if (noun && articles.length > 0 && isComplete(articles))
    return answerMessages.onlyArticles(where, noun, articles.length)
  if (noun && parts.length > 1) return answerMessages.otherParts(where, noun, parts.slice(0, SHOWN))
  return noun ? answerMessages.notDivided(where, noun) : answerMessages.locatorNotIn(pathName(path), name)
}

const isKind = (heading: Heading, kind: PlaceKind): boolean =>
  namesOf(heading).some((name) => name.kind === kind || (kind === 'clause' && name.kind === 'number'))

/** Numbered from one without a gap: only then is the count what the reader would count. */
const isComplete = (headings: readonly Heading[]): boolean => {
  const numerals = headings.map((heading) => namesOf(heading)[0]!.numeral)
  return /^[a-zđ]/.test(numerals[0]!) || numerals.every((numeral, i) => Number(numeral) === i + 1)
}

const partsOf = (headings: readonly Heading[]): readonly string[] => {
  const highest = Math.min(...headings.map(({ rank }) => rank))
  return headings.filter(({ rank, label }) => rank === highest && label !== null).map(shownHeading)
}
