/** A place in a document as a question names it, and what it is called. */

export type PlaceKind = 'part' | 'appendix' | 'chapter' | 'section' | 'article' | 'clause' | 'point'

export interface Step {
  readonly kind: PlaceKind
  /** As compared: `5`, `5a`, `1.2`, `ii`, `a`, `đ`; ordinals in digits; empty for an appendix without a number. */
  readonly numeral: string
}

/** One place, highest step first: Chương II, Điều 5, khoản 2. */
export type PlacePath = readonly Step[]

/** Highest first. */
export const ORDER: readonly PlaceKind[] = ['part', 'appendix', 'chapter', 'section', 'article', 'clause', 'point']
export const rankOf = ({ kind }: Step): number => ORDER.indexOf(kind)

const SPELLED: Readonly<Record<PlaceKind, string>> = {
  part: 'Phần',
  appendix: 'Phụ lục',
  chapter: 'Chương',
  section: 'mục',
  article: 'Điều',
  clause: 'khoản',
  point: 'điểm',
}

/** `Điều 5 khoản 2`, `Phần II mục 2`. */
export const pathName = (path: PlacePath): string => {
  // a number under a roman numeral is called mục: only an article has khoản
  const isParty =
    !path.some(({ kind }) => kind === 'article') && path.some(({ kind }) => kind === 'section' || kind === 'part')
  return path.map((step) => stepName(isParty && step.kind === 'clause' ? { ...step, kind: 'section' } : step)).join(' ')
}
export const stepName = ({ kind, numeral }: Step): string =>
  `${SPELLED[kind]} ${/^[ivxlc]+$/.test(numeral) && kind !== 'point' ? numeral.toUpperCase() : numeral}`.trim()

/** Of several places: the first and, where they follow each other, the last; else all of them. */
export const placesName = (paths: readonly PlacePath[]): string =>
  paths.length > 3
    ? `${pathName(paths[0]!)} đến ${pathName(paths.at(-1)!)}`
    : paths.map(pathName).join(paths.length === 2 ? ' và ' : ', ')
