/** One wording, typed as people and attackers type: without marks, as Telex keys, disguised with look-alike letters … */
import { fold } from '../../src/text/vietnamese.ts'

export const WAYS = [
  'marks',
  'nodia',
  'telex',
  'teencode',
  'abbreviated',
  'upper',
  'nfd',
  'zero-width',
  'homoglyph',
  'tags',
  'base64',
  'mixed',
] as const
export type Way = (typeof WAYS)[number]

const WORD = /[\p{L}\p{M}]+/gu
// the part of a wording that is disguised, with its own way where several are mixed: ⟪telex|…⟫
const DISGUISED = new RegExp(`⟪(?:(${WAYS.join('|')})\\|)?([^⟫]*)⟫`, 'gu')

/** What the wording says, without the brackets that say how its parts are typed. */
export const plainWording = (wording: string): string => wording.replace(DISGUISED, '$2')

/** The ways of typing that the bracketed parts name. */
export const waysNamed = (wording: string): readonly string[] =>
  [...wording.matchAll(DISGUISED)].flatMap(([, way]) => (way ? [way] : []))

/** The text as it is sent. Where a part stands in ⟪ ⟫ only that part is disguised, else all of it. */
export const typedAs = (way: Way, wording: string): string => {
  const isPartly = wording !== plainWording(wording)
  return isPartly
    ? wording.replace(DISGUISED, (_all, own: Way | undefined, part: string) => TYPED[own ?? way](part))
    : TYPED[way](wording)
}

const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
}
const SHAPES: Readonly<Record<string, string>> = {
  â: 'aa',
  ă: 'aw',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
  Â: 'Aa',
  Ă: 'Aw',
  Ê: 'Ee',
  Ô: 'Oo',
  Ơ: 'Ow',
  Ư: 'Uw',
}

/** Keys of the Telex input method, the tone last: `đảng` → `ddangr`. */
const telexWord = (word: string): string => {
  const letters = word.normalize('NFD')
  const tone = TONES[/[\u0300\u0301\u0303\u0309\u0323]/.exec(letters)?.[0] ?? ''] ?? ''
  const shaped = letters.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  const isShouted = word.length > 1 && word === word.toUpperCase()
  const keys = shaped
    .replace(/ươ/g, 'uow')
    .replace(/[âăêôơư]/giu, (letter) => SHAPES[letter] ?? letter)
    .replace(/đ/g, 'dd')
    .replace(/Đ/g, isShouted ? 'DD' : 'Dd')
  return keys + tone
}

/** Chat spelling, longest first. */
export const CHAT: readonly (readonly [string, string])[] = [
  ['như thế nào', 'ntn'],
  ['bao nhiêu', 'bn'],
  ['bây giờ', 'bh'],
  ['trả lời', 'rep'],
  ['không', 'ko'],
  ['được', 'dc'],
  ['người', 'ng'],
  ['những', 'nhg'],
  ['trước', 'trc'],
  ['thôi', 'thui'],
  ['biết', 'bit'],
  ['mình', 'mik'],
  ['luôn', 'lun'],
  ['cũng', 'cug'],
  ['quên', 'wen'],
  ['vậy', 'zay'],
  ['giúp', 'jup'],
  ['phải', 'fai'],
  ['với', 'vs'],
  ['rồi', 'r'],
  ['bạn', 'b'],
  ['giờ', 'h'],
  ['nhé', 'nhaa'],
  ['gì', 'j'],
]

/** Office shorthand, longest first. */
export const SHORTHAND: readonly (readonly [string, string])[] = [
  ['chuyển sinh hoạt đảng', 'CSHĐ'],
  ['ban thường vụ', 'BTV'],
  ['sinh hoạt chi bộ', 'SHCB'],
  ['ủy ban kiểm tra', 'UBKT'],
  ['đảng ủy cơ sở', 'ĐUCS'],
  ['đảng ủy khối', 'ĐUK'],
  ['điều lệ đảng', 'ĐLĐ'],
  ['ban tổ chức', 'BTC'],
  ['nghị quyết', 'NQ'],
  ['hướng dẫn', 'HD'],
  ['quy định', 'QĐ'],
  ['đảng viên', 'đv'],
  ['văn phòng', 'VP'],
  ['kế hoạch', 'KH'],
  ['tài liệu', 'TL'],
  ['biên bản', 'BB'],
  ['văn bản', 'VB'],
  ['chi bộ', 'cb'],
  ['bí thư', 'BT'],
  ['nội bộ', 'NB'],
  ['không', 'k'],
  ['được', 'đc'],
]

const shortened = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce(
    (so, [long, short]) => so.replace(new RegExp(`(?<![\\p{L}\\p{M}])${long}(?![\\p{L}\\p{M}])`, 'giu'), short),
    text,
  )

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  j: 'ј',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  N: 'Ν',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
}

const NOTHING_SEEN = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD']

/** An invisible character inside each word, each kind in turn. */
const withInvisible = (text: string): string => {
  let count = 0
  return text.replace(WORD, (word) =>
    word.length < 2 ? word : word[0] + NOTHING_SEEN[count++ % NOTHING_SEEN.length]! + word.slice(1),
  )
}

/** Unicode tag characters: ASCII that no screen shows. */
const asTags = (text: string): string =>
  [...fold(text)]
    .filter((letter) => letter >= ' ' && letter <= '~')
    .map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!))
    .join('')

const TYPED: Readonly<Record<Way, (text: string) => string>> = {
  marks: (text) => text,
  nodia: fold,
  telex: (text) => text.normalize('NFC').replace(WORD, telexWord),
  teencode: (text) => fold(shortened(text, CHAT)),
  abbreviated: (text) => shortened(text, SHORTHAND),
  upper: (text) => text.toUpperCase(),
  nfd: (text) => text.normalize('NFD'),
  'zero-width': withInvisible,
  homoglyph: (text) => text.replace(/[A-Za-z]/g, (letter) => LOOK_ALIKE[letter] ?? letter),
  tags: asTags,
  base64: (text) => Buffer.from(text, 'utf8').toString('base64'),
  // each bracketed part names its own way
  mixed: (text) => text,
}
