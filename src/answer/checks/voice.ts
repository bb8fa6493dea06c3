/** Whose voice it is: a statement is Vietnamese, tells something, and neither asks, nor bids the reader, nor speaks of itself. */
import { looksLikeSyllable } from '../../text/legacy/syllable-shape.ts'
import { hasMarks, key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

const B = '(?<![\\p{L}\\p{M}])'
const E = '(?![\\p{L}\\p{M}])'
const phrase = (words: string, end = E): RegExp => new RegExp(`${B}(?:${words})${end}`, 'iu')

const ASKS = phrase(
  'là gì|là ai|như thế nào|thế nào|ra sao|bao nhiêu|bao giờ|khi nào|ở đâu|phải không|được không|đúng không|có không|vì sao|tại sao|nhé|nhỉ|chứ|ạ',
  '\\s*[.!…]*$',
)
const BIDS = phrase(
  'hãy|vui lòng|xin mời|mời (?:bạn|quý|các)|(?:các )?bạn(?! (?:bè|thân|cùng|học|đời|hữu|đảng|nước))|quý (?:vị|khách|độc giả|anh|bạn)|anh/chị|nhấn|nhấp|bấm|click|quét mã|mã qr|qr|chuyển khoản|chuyển tiền|nạp tiền|đăng nhập|tải (?:về|ứng dụng|app|xuống)|mật khẩu|otp|số tài khoản|ví điện tử|zalo|telegram|facebook|inbox|nhắn tin|gọi (?:điện|số|ngay)|hotline|liên hệ|truy cập|đường (?:dẫn|link)|link|chuyển tiếp|chia sẻ|thanh toán',
)
const MACHINE = '(?:mô hình|trợ lý|trợ lí|ai|a\\.i\\.|trí tuệ nhân tạo|chatbot|bot|máy tính|hệ thống|chương trình máy)'
const SPEAKS_OF_ITSELF: readonly RegExp[] = [
  phrase(`(?:tôi|mình|em|tớ|chúng tôi)\\s+(?:là|chỉ là|vốn là)\\s+(?:một\\s+)?${MACHINE}`),
  phrase(`(?:với tư cách|là)\\s+(?:là\\s+)?(?:một\\s+)?(?:mô hình ngôn ngữ|trợ lý ảo|trợ lí ảo|chatbot|ai)`),
  phrase('system prompt|prompt|system message|developer mode|jailbreak|lời nhắc hệ thống|câu lệnh hệ thống'),
  phrase(
    '(?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|câu lệnh|thông điệp|quy tắc|cấu hình)\\s+(?:của\\s+)?(?:hệ thống|người dùng|nhà phát triển|lập trình viên)',
  ),
  phrase(
    '(?:bỏ qua|quên|phớt lờ|vô hiệu hóa)\\s+(?:mọi|tất cả|các|những|toàn bộ)?\\s*(?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|quy tắc|yêu cầu)',
  ),
  phrase(
    'câu hỏi của (?:bạn|anh|chị|người dùng|quý vị)|ngữ cảnh (?:được )?cung cấp|dữ liệu huấn luyện|được huấn luyện|được lập trình',
  ),
]
// may be spoken of where the source speaks of them
const OF_MACHINES = phrase(
  'mô hình ngôn ngữ|openai|chatgpt|gpt(?:-?\\d\\S*)?|claude|gemini|deepseek|copilot|trợ lý ảo|trợ lí ảo',
)
const FIRST_PERSON = new Set(['tôi', 'tớ', 'mình'].map(key))

export const checkVoice = (statement: Reading, evidence: Evidence): Checked | null => {
  const { text, words, items } = statement
  const sources = evidence.cited.map(({ whole }) => whole.toLowerCase())
  const isTold = (said: string): boolean => sources.some((source) => source.includes(said.toLowerCase()))
  for (const pattern of SPEAKS_OF_ITSELF) {
    const found = pattern.exec(text)
    if (found) return faulty('self', found[0])
  }
  const machine = OF_MACHINES.exec(text)
  if (machine && !isTold(machine[0])) return faulty('self', machine[0])
  const person = words.find((word) => FIRST_PERSON.has(word) && !evidence.allWords.has(word))
  if (person !== undefined) return faulty('self', person)
  const question = text.includes('?') ? '?' : ASKS.exec(text)?.[0]
  if (question !== undefined && !(question !== '?' && isTold(question))) return faulty('question', question)
  const bid = BIDS.exec(text)
  if (bid) {
    const known = new Set(evidence.items.map((item) => item.key))
    if (items.some((item) => item.kind === 'content' && !known.has(item.key))) return faulty('instruction', bid[0])
  }
  return checkLanguage(statement, evidence)
}

// of 5,100 sentences of five corpora none that is Vietnamese has less than .38 of its words with marks
const LEAST_MARKED = 0.25
const MOST_FOREIGN = 0.3

/** Words of the evidence are its own business, names and terms above all. */
const checkLanguage = ({ text, words }: Reading, { cited, allWords }: Evidence): Checked | null => {
  const letter = (text.match(/\p{L}/gu) ?? []).find(
    (one) => !/\p{Script=Latin}/u.test(one) && !cited.some(({ whole }) => whole.includes(one)),
  )
  if (letter !== undefined) return faulty('language', letter)
  const letters = words.filter((word) => /^\p{L}+$/u.test(word))
  const foreign = letters.filter((word) => !allWords.has(word) && !looksLikeSyllable(word))
  const marked = letters.filter(hasMarks)
  const isForeign = foreign.length > MOST_FOREIGN * letters.length || marked.length < LEAST_MARKED * letters.length
  return isForeign ? faulty('language', foreign.join(' ')) : null
}
