/** Names of organs: from the capitals of a letterhead or the symbol of a number to the way they are written in a sentence. */
import { key } from '../../text/vietnamese.ts'

const PHRASES = [
  'Ban Chấp hành Trung ương Đảng',
  'Ban Chấp hành Trung ương',
  'Ban Chấp hành Đảng bộ',
  'Ban Chấp hành',
  'Ban Thường vụ',
  'Ban Bí thư',
  'Bộ Chính trị',
  'Ban Tổ chức',
  'Ban Tuyên giáo và Dân vận',
  'Ban Tuyên giáo',
  'Ban Dân vận',
  'Ban Nội chính',
  'Ban Kinh tế',
  'Ban Chỉ đạo',
  'Ban Cán sự đảng',
  'Ủy ban Kiểm tra',
  'Ủy ban nhân dân',
  'Ủy ban Thường vụ Quốc hội',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Hội đồng nhân dân',
  'Hội đồng Lý luận',
  'Văn phòng',
  'Thủ tướng Chính phủ',
  'Chính phủ',
  'Quốc hội',
  'Chủ tịch nước',
  'Trung ương',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Quận ủy',
  'Thị ủy',
  'Đảng ủy',
  'Đảng bộ',
  'Chi bộ',
  'Khối Cơ quan và Doanh nghiệp',
  'Khối các cơ quan',
  'Khối Doanh nghiệp',
  'Khối Cơ quan',
  'Các cơ quan Đảng',
  'cơ quan',
  'doanh nghiệp',
  'Tỉnh đoàn',
  'Thành đoàn',
  'Huyện đoàn',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Thanh niên Cộng sản Hồ Chí Minh',
  'Đại hội đại biểu toàn quốc',
  'Đại hội đại biểu',
  'Đoàn Chủ tịch',
  'Quân ủy',
  'Công an',
  'Học viện Chính trị quốc gia',
  'Nội vụ',
  'Tư pháp',
  'Tài chính',
  'Giáo dục và Đào tạo',
  'Khoa học và Công nghệ',
]
const SMALL = new Set(
  key(
    'và của các tỉnh huyện quận xã phường thị thành phố trực thuộc cơ sở lần thứ toàn thể trường công ty cổ phần',
  ).split(' '),
)
const SHORT = new Set([
  'BCH',
  'BTV',
  'TNCS',
  'UBND',
  'HĐND',
  'MTTQ',
  'TNHH',
  'MTV',
  'LĐLĐ',
  'THPT',
  'THCS',
  'UBKT',
  'UB',
  'TW',
  'TP',
  'TTG',
  'XHCN',
])

/** `BAN CHẤP HÀNH TRUNG ƯƠNG` → `Ban Chấp hành Trung ương`; a name that is not all in capitals stays as it is. */
export const organName = (printed: string): string => {
  const line = printed.replace(/\s+/g, ' ').trim()
  if (/\p{Ll}/u.test(line)) return line
  const words = line.split(' ')
  const shown: string[] = []
  for (let at = 0; at < words.length;) {
    const phrase = PHRASES.find((one) => key(words.slice(at, at + one.split(' ').length).join(' ')) === key(one))
    shown.push(phrase ?? oneWord(words[at]!, at))
    at += phrase ? phrase.split(' ').length : 1
  }
  const name = shown.join(' ')
  return name[0]!.toUpperCase() + name.slice(1)
}

/** The organ's name at the beginning of a sentence's rest: `Ban Bí thư một số vấn đề …` → `Ban Bí thư`; empty if it begins with none. */
export const organPrefix = (sentence: string): string => {
  const words = sentence.split(' ')
  let at = 0
  let sure = 0
  while (at < words.length) {
    const phrase = PHRASES.find((one) => key(words.slice(at, at + one.split(' ').length).join(' ')) === key(one))
    const isCapital = /^\p{Lu}/u.test(words[at]!)
    // one small syllable may belong to what stands before it: "Hội Nông dân"
    if (!phrase && !isCapital && !SMALL.has(key(words[at]!)) && at > sure) break
    at += phrase ? phrase.split(' ').length : 1
    if (phrase || isCapital) sure = at
  }
  const name = at === words.length && !SMALL.has(key(words.at(-1)!)) ? words : words.slice(0, sure)
  return name.join(' ').replace(/[,;:(]+$/, '')
}

const oneWord = (word: string, at: number): string => {
  if (SHORT.has(word) || /^[IVXLC]+$/.test(word)) return word
  if (at > 0 && SMALL.has(key(word))) return word.toLowerCase()
  return word.replace(/\p{L}+/gu, (letters) => letters[0]! + letters.slice(1).toLowerCase())
}

const BY_SYMBOL: Readonly<Record<string, string>> = {
  vptw: 'Văn phòng Trung ương Đảng',
  btctw: 'Ban Tổ chức Trung ương',
  ubkttw: 'Ủy ban Kiểm tra Trung ương',
  btgtw: 'Ban Tuyên giáo Trung ương',
  bdvtw: 'Ban Dân vận Trung ương',
  btgdvtw: 'Ban Tuyên giáo và Dân vận Trung ương',
  bnctw: 'Ban Nội chính Trung ương',
  bkttw: 'Ban Kinh tế Trung ương',
  twdtn: 'Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  cp: 'Chính phủ',
  ttg: 'Thủ tướng Chính phủ',
}

/** The organ that a folded symbol of a number stands for, where there is only one in the country; else null. */
export const organOfSymbol = (symbol: string): string | null => {
  if (/^qh\d*$/.test(symbol)) return 'Quốc hội'
  if (/^ubtvqh\d*$/.test(symbol)) return 'Ủy ban Thường vụ Quốc hội'
  return BY_SYMBOL[symbol] ?? null
}
