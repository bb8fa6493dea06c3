/** Whose voice it is: a statement tells something, and neither asks, nor bids the reader, nor speaks of itself; and it is Vietnamese. */
import { looksLikeSyllable } from '../../text/legacy/syllable-shape.ts'
import { hasMarks, key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

const phrase = (words: string, behind = ''): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])${behind}`, 'iu')

const ASKS = phrase(
  'là gì|là ai|như thế nào|thế nào|ra sao|bao nhiêu|bao giờ|khi nào|ở đâu|phải không|được không|đúng không|có không|vì sao|tại sao|nhé|nhỉ|chứ|ạ',
  '\\s*[.!…]*$',
)
const BIDS = phrase(
  'hãy|vui lòng|xin mời|mời (?:bạn|quý|các)|(?:các )?bạn(?! (?:bè|thân|cùng|học|đời|hữu|đảng|nước))|quý (?:vị|khách|độc giả|anh|bạn)|anh/chị|nhấn|nhấp|bấm|click|quét mã|mã qr|qr|chuyển khoản|chuyển tiền|nạp tiền|đăng nhập|tải (?:về|ứng dụng|app|xuống)|mật khẩu|otp|số tài khoản|ví điện tử|zalo|telegram|facebook|inbox|nhắn tin|gọi (?:điện|số|ngay)|hotline|liên hệ|truy cập|đường (?:dẫn|link)|link|chuyển tiếp|chia sẻ|thanh toán',
)
const MACHINE = '(?:mô hình|trợ l[ýí]|ai|a\\.i\\.|trí tuệ nhân tạo|chatbot|bot|máy tính|hệ thống|chương trình máy)'
const SPEAKS_OF_ITSELF = phrase(
  `(?:tôi|mình|em|tớ|chúng tôi)\\s+(?:chỉ\\s+|vốn\\s+)?là\\s+(?:một\\s+)?${MACHINE}|(?:với tư cách\\s+)?là\\s+một\\s+(?:mô hình|trợ l[ýí] ảo|chatbot|ai)|system (?:prompt|message)|prompt hệ thống|lời nhắc hệ thống|câu lệnh hệ thống|jailbreak|câu hỏi của (?:bạn|anh|chị|người dùng|quý vị)|ngữ cảnh (?:được )?cung cấp|dữ liệu huấn luyện|tôi được (?:huấn luyện|lập trình|yêu cầu|hướng dẫn)`,
)
// documents may speak of these: the one that is cited must
const SPEAKS_OF_MACHINES = phrase(
  'mô hình ngôn ngữ|openai|chatgpt|gpt(?:-?\\d\\S*)?|claude|gemini|deepseek|copilot|trợ l[ýí] ảo|prompt|(?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|thông điệp|quy tắc|cấu hình) (?:của )?(?:hệ thống|người dùng|nhà phát triển|lập trình viên)|(?:bỏ qua|quên|phớt lờ|vô hiệu hóa) (?:(?:mọi|tất cả|các|những|toàn bộ) )?(?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|quy tắc|yêu cầu)',
)
const FIRST_PERSON = new Set(['tôi', 'tớ', 'mình'].map(key))
// answers a question that is not checked here: "Có, …", "Không. …"
const BARE = /^(?:có|không|chưa|đúng|sai|phải|được|vâng|dạ|ừ)(?:\s+(?:ạ|vậy|rồi))?\s*(?:[,.:;!–-]|$)/iu

export const checkVoice = (statement: Reading, evidence: Evidence): Checked | null => {
  const { text, words, items } = statement
  const itself = SPEAKS_OF_ITSELF.exec(text)
  if (itself) return faulty('self', itself[0])
  const sources = evidence.cited.map(({ whole }) => whole.toLowerCase())
  const isTold = (said: string): boolean => sources.some((source) => source.includes(said.toLowerCase()))
  const machine = SPEAKS_OF_MACHINES.exec(text)
  if (machine && !isTold(machine[0])) return faulty('self', machine[0])
  const person = words.find((word) => FIRST_PERSON.has(word) && !evidence.words.has(word))
  if (person !== undefined) return faulty('self', person)
  const question = ASKS.exec(text)?.[0]
  if (text.includes('?') || (question !== undefined && !isTold(question))) return faulty('question', question ?? '?')
  const bid = BIDS.exec(text)
  const known = new Set(evidence.items.map((item) => item.key))
  // what bids may be told only in the very words of the source
  if (bid && items.some((item) => item.kind === 'content' && !known.has(item.key))) return faulty('instruction', bid[0])
  const bare = BARE.exec(text)
  if (bare && !sources.some((source) => source.startsWith(bare[0].toLowerCase()))) return faulty('coverage', bare[0])
  return checkLanguage(statement, evidence)
}

// of 4,611 sentences of five corpora none has less than .44 of its words with marks, nor more than .47 that are no syllables
const LEAST_MARKED = 0.3
const MOST_FOREIGN = 0.3

/** Words of the evidence are its own business, names and terms above all. */
const checkLanguage = ({ text, words }: Reading, { cited, words: known }: Evidence): Checked | null => {
  const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter)
  const letter = (text.match(/\p{L}/gu) ?? []).find(
    (one) => !isLatin(one) && !cited.some(({ whole }) => whole.includes(one)),
  )
  if (letter !== undefined) return faulty('language', letter)
  const spelled = words.filter((word) => /^\p{L}+$/u.test(word))
  const foreign = spelled.filter((word) => !known.has(word) && !looksLikeSyllable(word))
  const isForeign =
    foreign.length > MOST_FOREIGN * spelled.length || spelled.filter(hasMarks).length < LEAST_MARKED * spelled.length
  return isForeign ? faulty('language', foreign.join(' ')) : null
}
