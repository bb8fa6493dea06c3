/** Places that a question names: `Điều 5 khoản 2`, `điểm a, b khoản 1 Điều 4`, `Điều 5 đến Điều 7`, `mục II.3`, `phần I mục 2`. */
import { aligned, foldAligned } from '../../text/aligned.ts'
import { groupsIn, type Group } from './place-groups.ts'
import { ORDER, rankOf, type PlacePath } from './place-path.ts'

export interface PlacesAsked {
  readonly paths: readonly PlacePath[]
  /** The question without the places. */
  readonly rest: string
}

/** More than that is no question about places. */
const MOST = 60

/** Null where none is named. `question` in clean form. */
export const placesAsked = (question: string): PlacesAsked | null => {
  const groups = groupsIn(foldAligned(question), aligned(question).toLowerCase(), question)
  if (groups.length === 0) return null
  const paths = sharingTheirArticle(split(groups)).flatMap(spread).slice(0, MOST)
  return { paths, rest: withoutGroups(question, groups) }
}

/** A kind that comes a second time begins another place: "khoản 1 Điều 3 và khoản 2 Điều 5". */
const split = (groups: readonly Group[]): Group[][] => {
  const paths: Group[][] = []
  for (const group of groups) {
    const open = paths.at(-1)
    if (!open || open.some(({ kind }) => kind === group.kind && kind !== 'section')) paths.push([group])
    else open.push(group)
  }
  return paths
}

/** "điểm a khoản 1, điểm b khoản 2 Điều 4", "Điều 4 khoản 1 điểm a, khoản 2": what stands above one place stands above the others. */
const sharingTheirArticle = (paths: readonly (readonly Group[])[]): readonly (readonly Group[])[] => {
  const rank = (group: Group): number => ORDER.indexOf(group.kind)
  const highest = (path: readonly Group[]): number => Math.min(...path.map(rank))
  return paths.map((path, i) => {
    const behind = paths.slice(i + 1).find((other) => highest(other) < highest(path))
    const before = paths.slice(0, i).findLast((other) => highest(other) < highest(path))
    const lender = isRising(paths[0]!, rank) ? (behind ?? before) : (before ?? behind)
    return lender ? [...lender.filter((group) => rank(group) < highest(path)), ...path] : path
  })
}

/** "khoản 2 Điều 5" rather than "Điều 5 khoản 2". */
const isRising = (path: readonly Group[], rank: (group: Group) => number): boolean =>
  path.length > 1 ? rank(path[0]!) > rank(path.at(-1)!) : true

/** Every combination of the numerals of its groups, in the order of the document. */
const spread = (path: readonly Group[]): PlacePath[] =>
  [...path]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .reduce<PlacePath[]>(
      (paths, { values }) => paths.flatMap((above) => values.map((steps) => [...above, ...steps])),
      [[]],
    )
    .map((steps) => [...steps].sort((a, b) => rankOf(a) - rankOf(b)))

const withoutGroups = (question: string, groups: readonly Group[]): string => {
  let out = ''
  let at = 0
  for (const { start, end } of groups) {
    out += ` ${question.slice(at, start)}`
    at = end
  }
  return `${out} ${question.slice(at)}`.replace(/\s+/g, ' ').trim()
}
