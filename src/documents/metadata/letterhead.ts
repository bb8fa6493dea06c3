/** Reads the head of a document as issued: number, issuer, place and date, whatever order the two columns came out in. */
import { datesIn, hasEmptyDate } from '../../text/numbers/dates.ts'
import { numberParts, numbersIn } from '../../text/numbers/document-numbers.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { organName, organOfSymbol } from './organ-names.ts'

export interface Letterhead {
  readonly number: string | null
  readonly issuer: string | null
  /** ISO date. */
  readonly date: string | null
  /** There is a place for number or date, and it was not filled in. */
  readonly unfilled: { readonly number: boolean; readonly date: boolean }
  /** Index of the last line that belongs to the letterhead; -1 if there is none. */
  readonly end: number
}

const STATE_NAMES =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc/giu
const YOUTH_NAME = /^ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH$/u
const NUMBER_LINE = /^(?:Luật\s+)?(?:Số|SỐ|số)(?:\s*:|\s|$)/u
const EMPTY_NUMBER = /^(?:Số|SỐ)\s*:?[\s.…_]*(?:$|[-/]\s*\p{L}|\/\s*\p{L})/u
const REST_OF_NUMBER = /^[-/]\s*\p{Lu}{2,}/u
// the number on the left and the date on the right came out as one line
const SIDE_BY_SIDE = /(?<=^(?:Số|SỐ|\*).*?)\s+(?=\p{Lu}[\p{L}\s.-]{1,30},\s*ngày)/u
const LONGEST_LINE = 300
const PLACE_DATE = /^[\s*-]*(?:(?:TP\.?\s*)?\p{Lu}[\p{L}\s.-]{1,40},\s*)?ngày(?:\s|\.|…|$)/u
const ORGAN =
  /^(?:BAN|BỘ|TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG|CHI BỘ|[UỦ][ỶY] BAN|UBND|UBKT|HĐND|HỘI|VĂN PHÒNG|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH|ĐOÀN|BCH|BTV|LIÊN|SỞ|PHÒNG|TRƯỜNG|HỌC VIỆN|TỔNG|CÔNG|VIỆN|TRUNG ƯƠNG|QUÂN [UỦ]Y|KHỐI|ĐẠI HỘI|MẶT TRẬN|TÒA ÁN|BÁO|CỤC)(?!\p{L})/u
/** Parts of a bigger organ: their full name needs the name above. */
const PART =
  /^(?:Ban (?:Tổ chức|Tuyên giáo(?: và Dân vận)?|Dân vận|Nội chính|Kinh tế|Thường vụ|Chấp hành)|Ủy ban Kiểm tra|Văn phòng|BTV|BCH|UBKT)$/u

/** `lines`: the first lines of the document, one line each, columns apart. `whole`: its text, where the signature may name the issuer. */
export const letterheadOf = (lines: readonly string[], bodyStart: number, whole: string): Letterhead => {
  const head = lines.slice(0, bodyStart).flatMap((line) => sideBySide(oneLine(line)))
  const numberAt = head.findIndex((line) => NUMBER_LINE.test(line))
  const numberLine =
    numberAt < 0
      ? ''
      : [head[numberAt], ...head.slice(numberAt + 1, numberAt + 2).filter((next) => REST_OF_NUMBER.test(next))].join(
          ' ',
        )
  const number =
    numbersIn(numberLine)[0]?.number ??
    head.filter((line) => line.length < 40).flatMap((line) => numbersIn(line))[0]?.number ??
    null
  const dateAt = head.findIndex((line) => PLACE_DATE.test(line))
  const dateLine = dateAt < 0 ? '' : head.slice(dateAt, dateAt + 3).join(' ')
  const dated = datesIn(head[dateAt] ?? '')[0] ?? (hasEmptyDate(head[dateAt] ?? '') ? undefined : datesIn(dateLine)[0])
  return {
    number,
    issuer: issuerOf(head, number, whole),
    date: dated?.iso ?? null,
    unfilled: {
      number: number === null && EMPTY_NUMBER.test(numberLine),
      date: dateAt >= 0 && !dated && hasEmptyDate(dateLine),
    },
    end: Math.max(numberAt, dateAt),
  }
}

/** Lines of a letterhead are short; no paragraph is looked through. */
const sideBySide = (line: string): string[] => {
  const short = line.slice(0, LONGEST_LINE)
  return /^(?:Số|SỐ|\*)/u.test(short) ? short.split(SIDE_BY_SIDE) : [short]
}

const issuerOf = (head: readonly string[], number: string | null, whole: string): string | null => {
  const names = organLines(head.map((line) => (YOUTH_NAME.test(line) ? '' : line.replace(STATE_NAMES, '').trim()))).map(
    organName,
  )
  const symbol = number === null ? null : (numberParts(number)?.issuer ?? null)
  const own = names.at(-1)
  if (own === undefined)
    return symbol === null ? null : (organOfSymbol(symbol) ?? (symbol === 'tw' ? signedFor(whole) : null))
  // every /TW number may be of the Central Committee, the Politburo or the Secretariat: the signature tells (vietnamese.md §2.3)
  if (symbol === 'tw') return signedFor(whole) ?? own
  const above = names.at(-2)
  if (!PART.test(own) || above === undefined) return own
  return `${own} ${above.replace(/^Ban Chấp hành (?=Trung ương)/, '').replace(/^Ban Chấp hành (?=Đảng bộ)/, '')}`
}

/** Names in capitals, one each; a narrow column breaks a long one: `ĐẢNG ỦY KHỐI CÁC CƠ` / `QUAN TỈNH LAM GIANG`. */
const organLines = (lines: readonly string[]): string[] => {
  const names: string[] = []
  lines.forEach((line, at) => {
    if (line.length > 100 || /[\p{Ll}\d]/u.test(line) || !/\p{Lu}{2}/u.test(line)) return
    if (ORGAN.test(line)) names.push(line)
    else if (at > 0 && names.at(-1)?.endsWith(lines[at - 1]!)) names.push(`${names.pop()} ${line}`)
  })
  return names
}

const SIGNED_FOR = /^\s*T\s*[/.]?\s*M\.?\s*[/.]?\s+(?<organ>BAN CHẤP HÀNH TRUNG ƯƠNG|BỘ CHÍNH TRỊ|BAN BÍ THƯ)/gmu

const signedFor = (whole: string): string | null => {
  const organ = [...whole.matchAll(SIGNED_FOR)][0]?.groups?.['organ']
  return organ === undefined ? null : organName(organ)
}
