/** Normal forms of Vietnamese text: what is stored, what is compared, and what is searched. */

const WIDE_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000]/g
// what Unicode says is not to be shown (zero-width and soft-hyphen characters, bidirectional controls, tags, fillers, variation
// selectors), marks of interlinear notes, and C0/C1 controls but for tab and line feed
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFB]/gu
const ETH = /[\u00D0\u0189]/g
const ETH_SMALL = /[\u00F0\u0256]/g
// composed letters, digits and common signs, nothing that has another form: most texts, which then need no further look
const USUAL =
  /^[\t\n -~\u00A1-\u00AC\u00AE-\u00CF\u00D1-\u00EF\u00F1-\u0188\u018A-\u0255\u0257-\u02AF\u1EA0-\u1EF9\u2010-\u2027\u2030-\u203A\u2190-\u21FF\u2212]*$/
const MARKS = /[\u0300-\u036f]/g

/** What is stored and quoted: NFC, line ends as `\n`, nothing invisible. Every visible character stays as the source has it. */
export const storedForm = (text: string): string =>
  USUAL.test(text)
    ? text
    : text
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(INVISIBLE, '')
        .normalize('NFC')

/** What is compared and shown in titles: the stored form with Ð/Ɖ (Eth, African D) as Đ and every kind of space as a space. */
export const clean = (text: string): string =>
  USUAL.test(text)
    ? text.replace(/(?<![ \t])[ \t]+$/gm, '')
    : storedForm(text)
        .replace(ETH, 'Đ')
        .replace(ETH_SMALL, 'đ')
        .replace(WIDE_SPACES, ' ')
        .replace(/(?<![ \t])[ \t]+$/gm, '')

/** One line: `clean`, with each run of white space as one space and none at the ends. */
export const oneLine = (text: string): string =>
  clean(text)
    .replace(/\s\s+|[^\S ]/g, ' ')
    .trim()

/** Tone placement, traditional: `hoà` → `hòa`, `thuý` → `thúy`, `uỷ` → `ủy`. Only open oa/oe/uy, never after q (`toàn`, `quý` stay). */
const placeTones = (text: string): string => (MOVABLE_TONE.test(text) ? text.replace(TONED_ENDING, moveTone) : text)

// most words have no such vowels: one look at them spares the long expression
const MOVABLE_TONE = /[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]/
const TONED_ENDING =
  /(?<![\p{L}\p{M}])(\p{L}*?)(?<![qQ])(?:([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])|([uU])([ỳýỷỹỵỲÝỶỸỴ]))(?![\p{L}\p{M}])/gu

const moveTone = (_all: string, onset: string, o?: string, a?: string, u?: string, y?: string): string => {
  const marked = (a ?? y ?? '').normalize('NFD')
  return onset + ((o ?? u ?? '') + marked.slice(1)).normalize('NFC') + marked[0]
}

/** `kỹ` → `kĩ`, `tỷ` → `tỉ`, `quý` → `quí`: only where y is the sole vowel after an onset, never in ay, uy or a first y. */
const unifyY = (text: string): string =>
  LAST_Y.test(text)
    ? text.replace(SOLE_Y, (_all, onset: string, y: string) => onset + WITH_I['yỳýỷỹỵ'.indexOf(y)]!)
    : text

const LAST_Y = /[bcdđghklmnprstvxu][yỳýỷỹỵ](?![a-z])/
const SOLE_Y = /(?<![\p{L}\p{M}])(kh|th|ph|ch|nh|tr|qu|[bcdđghklmnprstvx])([yỳýỷỹỵ])(?![\p{L}\p{M}])/gu
const WITH_I = 'iìíỉĩị'

/** The accented key under which spellings of one word are equal: clean, lower case, tones placed, y unified. */
export const key = (text: string): string =>
  unifyY(placeTones((ONE_WORD.test(text) ? text : clean(text)).toLowerCase()))

// composed letters of Vietnamese alone: nothing to clean
const ONE_WORD = /^[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+$/

/** Without diacritics: `Đảng bộ` → `Dang bo`. NFD alone leaves đ untouched, so đ is replaced by name. */
export const fold = (text: string): string => {
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += FOLDED[text.charCodeAt(i)] ?? foldSlowly(text[i]!)
  return folded
}

const foldSlowly = (text: string): string =>
  text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đ\u00F0\u0256]/g, 'd')
    .replace(/[Đ\u00D0\u0189]/g, 'D')

/** Every character that Vietnamese is written with, folded: a look-up is three times as fast as the regular expressions. */
const FOLDED: readonly string[] = Array.from({ length: 0x2000 }, (_, code) => foldSlowly(String.fromCharCode(code)))

/** Whether the text carries any Vietnamese mark, đ included. */
export const hasMarks = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    if (code < MARKED.length ? MARKED[code] === 1 : isMarked(text[i]!)) return true
  }
  return false
}

const isMarked = (char: string): boolean => /[\u0300-\u036fđĐðÐ]/.test(char.normalize('NFD'))
const MARKED = Uint8Array.from({ length: 0x2000 }, (_, code) => Number(isMarked(String.fromCharCode(code))))
