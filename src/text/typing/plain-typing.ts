/** A question in letters as they were meant, without an index: Telex strokes decoded, `dieu5` parted, slips in the words that name places and documents mended. */
import { hasMarks, key } from '../vietnamese.ts'
import { fold } from '../vietnamese.ts'
import { readingsOf } from './abbreviations.ts'
import { isFoldedSyllable } from './rhymes.ts'
import { spellingsNear } from './spelling.ts'
import { decodeStrokes, decodeTelex } from './telex.ts'
import { decodeVni, decodeVniStrokes, isNumbered } from './vni.ts'

/** The words by which places and documents are named and asked about; a slip is mended towards these alone. */
const NAMING =
  'điều khoản điểm chương phần mục nghị quyết quyết định quy hướng dẫn kế hoạch chỉ thị kết luận thông báo nơi nhận ban hành căn cứ phạm vi đối tượng khóa'.split(
    ' ',
  )
const BY_FOLDED = new Map(NAMING.map((word) => [fold(word), word]))
/** Every slip in one of them: hardly a word is one, and what a word is near to takes long to work out. */
const SLIPS = new Set(NAMING.flatMap((word) => spellingsNear(fold(word)).map(({ folded }) => folded)))
const TOKEN = /[\p{L}\p{M}]+/gu
const GLUED = /(?<![\p{L}\p{M}\d])(điều|dieu|khoản|khoan|điểm|diem|chương|chuong|mục|muc|phần|phan)\.?(?=\d)/giu
// "đ5 k2", "k.2 đ.5": of use only beside each other or beside a document
const SHORT_ARTICLE = /(?<![\p{L}\p{M}\d/-])[đd]\.?\s?(?=\d{1,3}(?![\p{L}\d/-]))/giu
const SHORT_CLAUSE = /(?<![\p{L}\p{M}\d/-])k\.?\s?(?=\d{1,2}(?![\p{L}\d/-]))/giu

export const plainTyping = (question: string): string => {
  const parted = mended(withoutVni(withoutTelex(question))).replace(GLUED, '$1 ')
  const names = ARTICLE_NAMED.test(parted)
  const isShort = matches(SHORT_ARTICLE, parted) && (matches(SHORT_CLAUSE, parted) || BESIDES.test(parted))
  return names || isShort ? parted.replace(SHORT_ARTICLE, 'Điều ').replace(SHORT_CLAUSE, 'khoản ') : parted
}

const ARTICLE_NAMED = /(?:điều|dieu)\s+\d/iu
/** A document, or a clause in full. */
const BESIDES =
  /\d[-/\s]*(?:qđ|qd|nq|ct|kl|hd|kh)(?!\p{L})|(?<!\p{L})(?:qđ|qd|nq|quy|nghị|nghi|luật|luat|điều lệ|dieu le|hiến pháp)[\s.-]*\p{L}*|khoản \d|khoan \d/iu
const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0

/** Two words in keystrokes, or one that names, and the whole is taken for typed so. */
const withoutTelex = (question: string): string => {
  if (hasMarks(question)) return question
  const words = (question.match(TOKEN) ?? []).map((word) => ({ word, meant: telexOf(word) }))
  const sure = words.filter(({ meant }) => meant !== null)
  const isTelex = sure.length >= 2 || sure.some(({ meant }) => BY_FOLDED.has(fold(meant!)))
  return isTelex ? question.replace(TOKEN, (word) => telexOf(word) ?? decodeStrokes(word)) : question
}

const withoutVni = (question: string): string => {
  if (hasMarks(question)) return question
  const sure = (question.match(VNI_TOKEN) ?? []).filter((word) => decodeVni(word) !== null && !isNumbered(word))
  return sure.length >= 2
    ? question.replace(VNI_TOKEN, (word) => withTypedY(word, decodeVni(word)) ?? decodeVniStrokes(word))
    : question
}
const VNI_TOKEN = /[a-z][a-z\d]*/giu

const telexOf = (word: string): string | null => {
  const meant = readingsOf(word.toLowerCase()).length > 0 ? null : decodeTelex(word)
  return withTypedY(word, meant)
}

/** The key writes ký as kí: what was typed with y keeps it. */
const withTypedY = (word: string, meant: string | null): string | null =>
  meant !== null && /^[^iI]*y[^iI]*$/iu.test(word)
    ? meant.replace(/[iíìỉĩị]/g, (letter) => 'yýỳỷỹỵ'['iíìỉĩị'.indexOf(letter)]!)
    : meant

const mended = (question: string): string => {
  const marked = hasMarks(question)
  return question.replace(TOKEN, (word) => {
    const folded = fold(key(word))
    if (folded.length < 3 || BY_FOLDED.has(folded) || isFoldedSyllable(folded) || readingsOf(folded).length > 0)
      return word
    if (/^[a-z]+$/.test(folded) && !SLIPS.has(folded)) return word
    const near = spellingsNear(folded)
      .filter((one) => BY_FOLDED.has(one.folded))
      .sort((a, b) => a.cost - b.cost)[0]
    if (!near) return word
    return marked ? BY_FOLDED.get(near.folded)! : near.folded
  })
}
