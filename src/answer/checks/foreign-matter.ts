/** What no statement may hold, whatever its source says: links, markup, hidden characters, left-over tokens. */
import { storedForm } from '../../text/vietnamese.ts'
import type { Checked, CitedUnit, Fault } from './fault.ts'
import { faulty } from './fault.ts'

// a statement is a sentence or two
const LONGEST = 600
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFF9-\uFFFD]/u
const TAGS =
  'a|abbr|b|big|body|br|button|code|del|div|em|font|form|h[1-6]|hr|html|i|iframe|img|input|ins|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|u|ul|video'
const TOP_LEVEL =
  'com|net|org|vn|gov|edu|info|biz|io|me|co|tv|cc|xyz|top|site|online|shop|store|club|app|dev|link|live|click|vip|pro|icu|asia|ru|cn|us|uk|ly|gl|to|gg|ai|one|win|bet|fun|work|tech|cloud|page|web|mobi|name|tk|ml|ga|cf|gq'
const HOST = `[a-z\\d](?:[a-z\\d-]*[a-z\\d])?(?:\\.[a-z\\d-]+)*\\.(?:${TOP_LEVEL})`

const FORBIDDEN: readonly (readonly [Fault, RegExp])[] = [
  [
    'markup',
    new RegExp(`<\\s*/?\\s*(?:${TAGS})(?:\\s[^<>]*)?/?\\s*>|<!--|-->|<!\\[CDATA|<(?:script|img|iframe|svg)`, 'iu'),
  ],
  ['markup', /!?\[[^\]]*\]\s*\(|&(?:\p{L}{2,8}|#x?[\da-f]+);|\*\*|__|~~|`|(?<!\S)\*\S[^*]*\S\*(?!\S)/iu],
  ['markup', /^\s*(?:#{1,6}\s|>\s)|\|\s*:?-{2,}|={4,}/u],
  // of the prompt and of a model's own format: `<|im_start|>`, `</tai_lieu>`, `[INST]`, `{{ten}}`, `[2.1]`, `【3†nguồn】`
  ['leftover', /<\||\|>|<[!/]?[\p{L}_]{2}|[【】†{}]|\[\/?[A-Z_]{3,}\]|\\[nrtu"]/u],
  ['leftover', /\[\s*\^?\p{L}{0,12}\s*\d+(?:\s*[-.,:;–]\s*\d+)*\s*\]/u],
  ['link', /\p{L}[\p{L}\d+.-]*:\/\/|(?<!\p{L})(?:mailto|tel|tg|javascript|data):\S|(?<![\p{L}\d])www\./iu],
  ['link', /[\w.+-]+\s*(?:@|\(at\)|\[at\])\s*[\w-]+\s*(?:\.|\(dot\)|\[dot\])\s*\w+|(?<![\p{L}\d])@\w{2,}/iu],
  ['link', new RegExp(`(?<![\\p{L}\\p{M}\\d])${HOST}(?![\\p{L}\\p{M}\\d])`, 'iu')],
  ['link', /(?<![\p{L}\p{M}\d/])\/[a-z][a-z\d_]{2,}(?![\p{L}\p{M}])/iu],
  ['link', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/)/u],
]
// digits that are not read as numbers: ９, ², ½, Ⅳ, ①
const ODD_NUMBER = /(?!\d)\p{N}/gu
const PICTURE = /\p{Extended_Pictographic}/u

export const checkForeignMatter = (statement: string, cited: readonly CitedUnit[]): Checked | null => {
  if (statement.length > LONGEST) return faulty('length', `${statement.length}`)
  const hidden = HIDDEN.exec(statement)
  if (hidden) return faulty('characters', `U+${hidden[0].codePointAt(0)!.toString(16)}`)
  const text = storedForm(statement)
  for (const [fault, pattern] of FORBIDDEN) {
    const found = pattern.exec(text)
    if (found) return faulty(fault, found[0])
  }
  const sources = cited.map((unit) => storedForm(unit.text))
  const odd = (text.match(ODD_NUMBER) ?? []).find((one) => !sources.some((source) => source.includes(one)))
  if (odd !== undefined) return faulty('characters', odd)
  const picture = PICTURE.exec(text)
  if (picture && !sources.some((source) => source.includes(picture[0]))) return faulty('markup', picture[0])
  return checkLongNumbers(text, sources)
}

/** Telephone and account numbers: eight digits and more, in groups or not, that no cited unit has. */
const checkLongNumbers = (text: string, sources: readonly string[]): Checked | null => {
  const known = sources.flatMap((source) => (source.match(LONG_NUMBER) ?? []).map(digitsOf))
  const found = (text.match(LONG_NUMBER) ?? []).find(
    (run) => !COUNTED.test(run) && !known.some((one) => one.includes(digitsOf(run))),
  )
  return found === undefined ? null : faulty('link', found)
}
const LONG_NUMBER = /(?<![\p{L}\d])\+?\d(?:[\s.-]?\d){7,}(?!\d)/gu
// thousands, dates and years, which are checked as such: `40.000.000`, `03-02-1930`, `2020-2025`
const COUNTED = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}\s?-\s?\d{4})$/
const digitsOf = (run: string): string => run.replace(/\D/g, '')
