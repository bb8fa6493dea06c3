/** Reads the label that heads a line: `Chương II`, `Điều 5.`, `I-`, `1.2.`, `a)`. Whether it is a heading there, headings.ts decides. */
import { arabic } from '../../text/numbers/numerals.ts'

export type LabelKind =
  | 'part'
  | 'appendix'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'letter'
  | 'roman'
  | 'article'
  | 'step'
  | 'number'
  | 'decimal'
  | 'point'

/** Lower is higher: answering-study.md §1, with places for what it does not name. A heading without a label stands at 1.8 to 1.98. */
export const RANK: Readonly<Record<LabelKind, number>> = {
  part: 0,
  appendix: 0,
  chapter: 1,
  section: 1.5,
  subsection: 1.6,
  letter: 1.65,
  roman: 1.7,
  article: 2,
  step: 2,
  number: 3,
  decimal: 3.4,
  point: 4,
}

export interface Label {
  readonly kind: LabelKind
  /** `[5]`, for a decimal one entry a level: `[5, 2, 8]`; empty where the label has no numeral (`PHỤ LỤC`). */
  readonly numbers: readonly number[]
  /** As a person reads it: `Điều 5`, `khoản 2`, `II`, `5.2`. */
  readonly text: string
  /** Characters up to the heading's own words. */
  readonly length: number
}

const NUMERAL = '(?<n>(?:thứ|THỨ)\\s+\\p{L}+|[IVXLC]{1,7}|\\d{1,3})'
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])\\s*[.:)\\-]?\\s*'
const POINTS = 'abcdđefghijklmnopqrstuvwxyz'

const SHAPES: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'part',
    new RegExp(`^(?:PHẦN|Phần)\\s+${NUMERAL.replace('\\d{1,3}', '\\d{1,3}|[A-E]')}${AFTER}(?=$|[\\p{Lu}“"(])`, 'u'),
  ],
  [
    'appendix',
    /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s*|SỐ\s*)?(?<n>\d{1,3}|[IVXLC]{1,6}|[A-H]))?(?![\p{L}\p{M}\p{N}])\s*[.:-]?\s*(?=$|[\p{Lu}(])/u,
  ],
  ['chapter', new RegExp(`^(?:CHƯƠNG|Chương)\\s+${NUMERAL}${AFTER}(?=$|[\\p{Lu}“"(])`, 'u')],
  ['subsection', /^(?:TIỂU MỤC|Tiểu mục)\s+(?<n>\d{1,3}|[IVXLC]{1,6})(?![\p{L}\p{N}])\s*[.:-]?\s*(?=$|[\p{Lu}“"(])/u],
  ['section', /^(?:MỤC|Mục)\s+(?<n>\d{1,3}|[IVXLC]{1,6})(?![\p{L}\p{N}])\s*[.:-]?\s*(?=$|[\p{Lu}“"(])/u],
  ['article', /^(?:Điều|ĐIỀU)\s+(?<n>\d{1,3})(?<letter>[a-zđ]?)(?:\s*[.:]\s*|\s*$|\s+-\s+)(?=$|[\p{Lu}\d“"(])/u],
  ['step', /^(?<word>Bước|Câu|BƯỚC|CÂU)\s+(?<n>\d{1,3})\s*[.:)]\s*(?=\S)/u],
  ['roman', /^(?<n>[IVXLC]{1,6})\s*(?:[.)]\s*-?|-|\/)\s*(?=[\p{Lu}“"(])/u],
  ['letter', /^(?<n>[A-HĐ])\s*[.)-]\s*(?=\p{Lu})/u],
  ['decimal', /^(?<n>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.):-]?\s+(?=[\p{Lu}“"(])/u],
  ['number', /^(?<n>\d{1,2})\s*[.)/-]\s*(?=[\p{Lu}“"(])/u],
  ['point', /^(?<n>[a-zđ])\s*[.)]\s*(?=\S)/u],
]

/** Every reading of what heads `line` (aligned, without leading blanks), likeliest first: `C.` may be roman 100 or the letter. */
export const labelsOf = (line: string): Label[] => {
  const labels: Label[] = []
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(line)
    const numeral = match?.groups?.['n']
    if (!match || (numeral === undefined && kind !== 'appendix')) continue
    const numbers = numeral === undefined ? [] : numbersOf(kind, numeral)
    if (numbers === null) continue
    const text = labelText(kind, match[0], numeral ?? '', match.groups?.['letter'] ?? '')
    labels.push({ kind, numbers, text, length: match[0].length })
  }
  return labels
}

const numbersOf = (kind: LabelKind, numeral: string): readonly number[] | null => {
  if (kind === 'point') return [POINTS.indexOf(numeral) + 1]
  if (kind === 'letter') return ['ABCDEFGH'.indexOf(numeral === 'Đ' ? 'D' : numeral) + 1]
  if (kind === 'decimal') return numeral.split('.').map(Number)
  if (/^[A-H]$/.test(numeral) && kind !== 'roman') {
    const roman = arabic(numeral)
    return [roman !== null && kind !== 'part' ? roman : 'ABCDEFGH'.indexOf(numeral) + 1]
  }
  const value = arabic(numeral.replace(/^thứ\s+/iu, ''))
  return value === null ? null : [value]
}

const labelText = (kind: LabelKind, matched: string, numeral: string, letter: string): string => {
  if (kind === 'number') return `khoản ${numeral}`
  if (kind === 'point') return `điểm ${numeral}`
  if (kind === 'roman' || kind === 'letter' || kind === 'decimal') return numeral
  const word = /^\p{L}+(?:\s+(?:LỤC|lục|MỤC|mục)(?!\p{L}))?/u.exec(matched)![0].toLowerCase()
  const number = /^thứ/iu.test(numeral) ? numeral.toLowerCase().replace(/\s+/g, ' ') : numeral + letter
  return `${word[0]!.toUpperCase()}${word.slice(1)} ${number}`.trim()
}
