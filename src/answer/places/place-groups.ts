/** The words of a question that name places, one group a kind: `khoản 2, 3`, `Điều 5 đến Điều 7`, `mục II.3`. */
import { arabic } from '../../text/numbers/numerals.ts'
import { hasMarks } from '../../text/vietnamese.ts'
import type { PlaceKind, Step } from './place-path.ts'
import { rangeOf } from './place-ranges.ts'

export interface Group {
  readonly kind: PlaceKind
  /** Each one numeral of the list; `mục II.3` is two steps. */
  readonly values: readonly (readonly Step[])[]
  /** Offsets in the question, end exclusive; with the "từ", "và", "," that bind it to others. */
  readonly start: number
  readonly end: number
}

const KINDS: Readonly<Record<string, PlaceKind>> = {
  'phu luc': 'appendix',
  'tieu muc': 'section',
  phan: 'part',
  chuong: 'chapter',
  muc: 'section',
  dieu: 'article',
  khoan: 'clause',
  diem: 'point',
  tiet: 'point',
  y: 'point',
}
const WORD = 'phu luc|tieu muc|phan|chuong|muc|dieu|khoan|diem|tiet|y'
const ORDINALS = 'nhat|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi'
const ROMAN = '[ivx]{1,6}'
const END = '(?![\\p{L}\\p{M}\\d]|\\s*%|[./]\\d)'
const NUMERALS: Readonly<Record<PlaceKind, string>> = {
  appendix: `\\d{1,2}|${ROMAN}|[a-h]`,
  part: `(?:${ROMAN}|\\d{1,2}|[a-e])(?:[./-](?:\\d{1,2}|[a-z])){0,3}|thu\\s+(?:${ORDINALS})`,
  chapter: `${ROMAN}|\\d{1,2}|thu\\s+(?:${ORDINALS})`,
  section: `(?:${ROMAN}|\\d{1,2}|[a-h])(?:[./](?:\\d{1,2}|[a-z])){0,3}`,
  article: '\\d{1,3}[a-z]?',
  clause: `\\d{1,3}[a-z]?(?:\\.\\d{1,2}){0,3}|thu\\s+(?:${ORDINALS})`,
  point: '[a-z]|\\d{1,2}(?:\\.\\d{1,2}){0,3}',
}
const HEAD = new RegExp(`(?<![\\p{L}\\p{M}\\d])(?<word>${WORD})\\s+(?:so\\s+|thu\\s+(?=\\d))?`, 'gu')
const MORE = new RegExp(
  `^\\s*(?<joint>,\\s*va|,|;|va|voi|hoac|hay|cho\\s+den|den|toi|-)\\s*(?:(?<word>${WORD})\\s+)?`,
  'u',
)
// "tài khoản 131", "danh mục 2": the word is the end of another one; without marks "tai khoan 2" is "tại khoản 2"
const COMPOUND =
  /(?<![\p{L}\p{M}])(?:tài khoản|danh mục|hạng mục|chuyên mục|thành phần|học phần|cổ phần|thời điểm|địa điểm|quan điểm|đặc điểm|chi tiết)$/u
// "Điều 3 và 5 năm sau" counts years
const COUNTED =
  /^\s*(?:nam|thang|ngay|tuan|lan|gio|quy(?! dinh| che)|nguoi|dong chi|dang vien|nhiem vu|chi tieu|noi dung|truong hop|buoc|nhom|loai|hinh thuc|ky|to chuc|cap|cau)(?!\p{L})/u
const ENDS = new RegExp(`^\\s*(?:$|[,.;?!)]|(?:${WORD}|va|den|toi|cua|trong|thi|noi|quy|nghi|la)(?!\\p{L}))`, 'u')

/** `flat` without marks, `even` in small letters with them, `typed` as it was typed: all of one length. */
export const groupsIn = (flat: string, even: string, typed: string): readonly Group[] => {
  const groups: Group[] = []
  let from = 0
  for (const head of flat.matchAll(HEAD)) {
    const word = head.groups!['word']!
    if (head.index < from || COMPOUND.test(even.slice(0, head.index + word.length))) continue
    const kind = KINDS[word]!
    const at = head.index + head[0].length
    const first = numeralAt(kind, flat, even, typed, at)
    if (word === 'y' && !isMeantAsPoint(even, head.index, groups.length > 0)) continue
    if (!first) {
      if (kind === 'appendix' && /^[\s,.?]|^$/u.test(flat.slice(at))) {
        groups.push({ kind, values: [[{ kind, numeral: '' }]], start: head.index, end: at })
      }
      continue
    }
    const { values, end } = listFrom(word, kind, first, flat, even, typed)
    from = end
    groups.push({ kind, values, ...bound(flat, head.index, end) })
  }
  return isLoosePoint(groups, flat) ? [] : groups
}

/** "điểm 10" alone is a mark that somebody was given. */
const isLoosePoint = (groups: readonly Group[], flat: string): boolean =>
  groups.length === 1 && groups[0]!.kind === 'point' && /\d/.test(flat.slice(groups[0]!.start, groups[0]!.end))

const isMeantAsPoint = (even: string, at: number, isAmongOthers: boolean): boolean =>
  even[at] === 'ý' || (!hasMarks(even) && isAmongOthers) || (!hasMarks(even) && /khoan|dieu|muc|phan/.test(even))

const listFrom = (
  word: string,
  kind: PlaceKind,
  first: Numeral,
  flat: string,
  even: string,
  typed: string,
): { readonly values: readonly (readonly Step[])[]; readonly end: number } => {
  const values = [stepsOf(kind, first.text)]
  let end = first.end
  for (;;) {
    const more = MORE.exec(flat.slice(end))
    if (!more || (more.groups!['word'] ?? word) !== word) break
    const next = numeralAt(kind, flat, even, typed, end + more[0].length)
    if (!next) break
    // "Điều 3 và 5 năm sau"; "điểm a và y tế"
    if (!more.groups!['word'] && COUNTED.test(flat.slice(next.end))) break
    if (/^[a-z]$/.test(next.text) && !more.groups!['word'] && !ENDS.test(flat.slice(next.end))) break
    const last = values.at(-1)!
    const steps = stepsOf(kind, next.text)
    const isRange = /den|toi|-/.test(more.groups!['joint']!)
    values.push(...(isRange ? rangeOf(last, steps) : []), steps)
    end = next.end
  }
  return { values, end }
}

interface Numeral {
  readonly text: string
  readonly end: number
}

const numeralAt = (kind: PlaceKind, flat: string, even: string, typed: string, at: number): Numeral | null => {
  const match = new RegExp(`^(?:${NUMERALS[kind]})${END}`, 'u').exec(flat.slice(at))
  if (!match) return null
  const end = at + match[0].length
  // đ is a letter of its own; a roman numeral or a part's letter typed small among words may be the beginning of a word left out
  const text = even.slice(at, end)
  const letter = /^[a-zđ]$/.test(text) && !/^[ivx]$/.test(text)
  if (letter && kind !== 'point' && !/\p{Lu}/u.test(typed[at]!) && !ENDS.test(flat.slice(end))) return null
  if (letter && kind === 'point' && text === 'y' && !ENDS.test(flat.slice(end))) return null
  return { text: kind === 'point' || kind === 'clause' || kind === 'article' ? text : flat.slice(at, end), end }
}

const stepsOf = (kind: PlaceKind, numeral: string): readonly Step[] => {
  const ordinal = /^(?:thu|thứ)\s+(.+)$/u.exec(numeral)?.[1]
  if (ordinal !== undefined) return [{ kind, numeral: String(arabic(ordinal) ?? ordinal) }]
  const plain = numeral.replace(/^0+(?=\d)/, '')
  if (kind !== 'section' && kind !== 'part') return [{ kind, numeral: plain }]
  const [first = '', ...rest] = plain.split(/[./-]/)
  if (/^\d/.test(first)) {
    const letter = rest.at(-1)
    if (!letter || /\d/.test(letter)) return [{ kind, numeral: [first, ...rest].join('.') }]
    return [
      { kind, numeral: [first, ...rest.slice(0, -1)].join('.') },
      { kind: 'point', numeral: letter },
    ]
  }
  const digits = rest.filter((part) => /\d/.test(part))
  const letters = rest.filter((part) => !/\d/.test(part))
  return [
    { kind, numeral: first },
    ...(digits.length > 0 ? [{ kind: 'clause' as const, numeral: digits.join('.') }] : []),
    ...letters.map((letter) => ({ kind: 'point' as const, numeral: letter })),
  ]
}

/** With "từ" or "và" before it: what is left is then what the question says besides. */
const bound = (flat: string, start: number, end: number): { readonly start: number; readonly end: number } => {
  const before = /(?:(?:^|\s)(?:tu|va|den|toi)|,)\s+$/u.exec(flat.slice(0, start))
  return { start: before ? before.index : start, end }
}
