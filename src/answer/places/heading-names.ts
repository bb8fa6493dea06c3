/** By which names a heading may be asked for, and whether a step of a question is one of them. */
import type { Heading } from '../../documents/document.ts'
import { arabic } from '../../text/numbers/numerals.ts'
import { foldAligned } from '../../text/aligned.ts'
import { clean } from '../../text/vietnamese.ts'
import type { PlaceKind, Step } from './place-path.ts'

/** `roman`, `letter`, `number`, `decimal`: without a name in the document itself. */
type NameKind = PlaceKind | 'roman' | 'letter' | 'number' | 'decimal'
interface Name {
  readonly kind: NameKind
  readonly numeral: string
}

const WORDS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^phan /, 'part'],
  [/^phu luc/, 'appendix'],
  [/^chuong /, 'chapter'],
  [/^(?:tieu )?muc /, 'section'],
  [/^dieu /, 'article'],
  [/^khoan /, 'clause'],
  [/^diem /, 'point'],
]
// "8. Điều 8: Xóa tên", "1. Điều 1 (Khoản 2): Tuổi đời", "3.2. (Khoản 2): …" explain a place of another document and go by it too
const EXPLAINED = /^\(?(dieu|khoan|muc)\s+(\d{1,3})\)?\s*(?:\([^)]*\)\s*)?[.:]/u
const EXPLAINED_KINDS: Readonly<Record<string, PlaceKind>> = { dieu: 'article', khoan: 'clause', muc: 'section' }

export const namesOf = ({ label, title }: Heading): readonly Name[] => {
  const explained = EXPLAINED.exec(foldAligned(clean(title)))
  return [
    ...(label === null ? [] : [nameOf(label)]),
    ...(explained ? [{ kind: EXPLAINED_KINDS[explained[1]!]!, numeral: explained[2]! }] : []),
  ]
}

const nameOf = (label: string): Name => {
  const spelled = clean(label).toLowerCase()
  const folded = foldAligned(spelled)
  const named = WORDS.find(([word]) => word.test(folded))
  if (named) {
    const numeral = spelled.slice(named[0].exec(folded)![0].length).trim()
    return { kind: named[1], numeral: named[1] === 'point' ? numeral : counted(numeral) }
  }
  if (/^[ivxlc]+$/.test(folded)) return { kind: 'roman', numeral: counted(folded) }
  if (/^\d+\.\d/.test(folded)) return { kind: 'decimal', numeral: folded }
  return { kind: /^\d/.test(folded) ? 'number' : 'letter', numeral: spelled }
}

/** `II` and `thứ hai` as 2; `5a`, `1.2`, `đ` as they are. */
const counted = (numeral: string): string => {
  const plain = numeral.replace(/^thứ\s+/u, '').replace(/[.:)]+$/u, '')
  return /^[\d.]+[a-zđ]?$/.test(plain) || /^[abdeghđ]$/.test(plain) ? plain : String(arabic(plain) ?? plain)
}

// what each kind of step means in the documents, and what it may mean besides where nothing else fits
const MEANS: Readonly<Record<PlaceKind, readonly NameKind[]>> = {
  part: ['part', 'roman', 'letter'],
  appendix: ['appendix'],
  chapter: ['chapter'],
  section: ['section', 'number', 'clause', 'decimal', 'point', 'letter'],
  article: ['article'],
  clause: ['clause', 'number', 'decimal'],
  point: ['point'],
}
const MAY_MEAN: Readonly<Record<PlaceKind, readonly NameKind[]>> = {
  ...MEANS,
  part: ['part', 'roman', 'letter', 'chapter', 'section'],
  chapter: ['chapter', 'roman', 'part'],
  section: [...MEANS.section, 'roman', 'part'],
  point: ['point', 'number', 'decimal', 'clause', 'letter'],
  clause: ['clause', 'number', 'decimal', 'section'],
}

export const fits = (step: Step, heading: Heading, loosely: boolean): boolean => {
  const { kind, numeral } = step
  const isRoman = /^[ivxlc]+$/.test(numeral) && kind !== 'point'
  const value = isRoman && kind !== 'article' && kind !== 'clause' ? counted(numeral) : numeral
  // "mục II" is a roman numeral; "mục 2" is one only where nothing else bears the number
  const means = kind === 'section' && isRoman ? (['roman', 'section'] as const) : (loosely ? MAY_MEAN : MEANS)[kind]
  return namesOf(heading).some(
    (name) => (means as readonly NameKind[]).includes(name.kind) && name.numeral.toLowerCase() === value,
  )
}
