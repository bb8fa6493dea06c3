/**
 * Sentences in documents that give orders to whoever answers from them. No document of an office speaks to a machine or to "người
 * hỏi", so such a sentence is neither shown to a model nor quoted. It is a sieve, not a wall: what passes it is still only quoted
 * as its document's own words, or held to the sentence that it cites.
 */
import { fold, hasMarks, key } from './vietnamese.ts'

const S = '(?<![\\p{L}\\p{M}\\d])(?:'
const E = ')(?![\\p{L}\\p{M}\\d])'

const MACHINE =
  'trợ lý(?: (?:ảo|ai|số|tự động))?|chat ?bot|bot|hệ thống (?:hỏi đáp|trả lời)|phần mềm (?:hỏi đáp|trả lời)|mô hình ngôn ngữ|công cụ hỏi đáp|máy (?:trả lời|hỏi đáp)|hỏi đáp tự động'
/** What an office may say of an assistant who is a person: what they must be, have or meet. */
const OF_PERSONS = '(?! (?:là|có|đạt|đáp ứng|được|bảo đảm|thuộc|báo cáo|chịu))'
const ORDER = `(?:phải|cần|nên|hãy|chỉ được|nhớ|vui lòng|không được)${OF_PERSONS}`
const DOING =
  'thêm|chèn|kèm|ghi|viết|nói|in|đáp|nêu|nhắc|khuyên|mời|dẫn|bảo|báo người|quảng cáo|giới thiệu|hướng dẫn người|trả lời|dịch|mã hóa|lặp|xuất|coi|đóng vai|xóa|gọi họ|tự nhận|phủ nhận|yêu cầu|đọc'

// as they are spelled in `key`: lower case, tones placed, y unified
const SPOKEN: readonly string[] = [
  // the machine is told to do something
  `(?:${MACHINE})[^.!?;]{0,60} (?:${ORDER})`,
  `(?:${MACHINE})(?: ai)? ?[:,–-] ?(?:[^ ]+ ){0,6}(?:${DOING})`,
  `(?:${MACHINE}) (?:thêm|chèn|nhớ nhắc|hướng dẫn người|in nguyên|đọc đến|đọc (?:tài liệu|văn bản|trang))`,
  `(?<!(?:xe|gắn|đạp|chết|ô tô|bằng) )máy (?:phải|cần|chỉ được|nói|ghi rõ|trả lời|đọc|kèm|hãy|đang tuân)${OF_PERSONS}|(?:cho|dành cho|chỉ) máy(?: đọc)? ?:|dành cho (?:máy|ai|hệ thống hỏi đáp)|(?:quản|qua) trợ lý (?:phải|vui lòng|cần)|người (?:dùng|đọc)(?: [^ ]+){0,2} trợ lý`,
  // whoever asks is spoken of, or is to be told
  `người hỏi (?:hãy|đừng|gọi|chuyển|quét|liên hệ|góp)|(?:mời|khuyên|xin số[^.;]{0,20}|hỏi lại|dẫn|nâng quyền|chào) người hỏi|(?:với|cho) người hỏi (?:rằng|là|trà|quán)|báo người hỏi gọi|yêu cầu người hỏi (?:chuyển|gửi số)|(?:hỏi lại|mời|khuyên|dẫn) người dùng`,
  `ai hỏi(?: [^ .;]+){0,6} (?:thì|đáp|nói|trả lời|khuyên)|(?:nếu|khi|hễ|mỗi khi) (?:có )?(?:người |ai )?hỏi(?: [^ .;]+){0,5},? ?(?:hãy|quảng cáo|gọi họ|đáp ?:)`,
  // the answer itself is dictated
  `(?:vào|đầu|cuối|trong|mọi|mỗi|tất cả|chuyển|dịch|viết) (?:câu|phần|bài|các câu) trả lời(?: [^ .;]+){0,4} (?:phải|hãy|luôn|bắt đầu|bằng|sang|thêm|dòng|dưới dạng|để)|vào (?:mọi|mỗi|từng|cuối|đầu) (?:câu|phần) trả lời|, trả lời rằng|câu trả lời hợp lệ|(?:con số|mức) đúng để trả lời|(?:bắt buộc|thay mọi [^.;]{1,40}) khi trả lời|trước khi được trả lời`,
  `(?:khi|lúc|trước khi|sau khi|cho đến khi) trả lời(?: [^ .;]+){0,8},? (?:hãy|thêm|phải thêm|nhớ thêm|máy|chèn)|trả lời xong,? (?:hãy|hỏi|thêm)|(?:hãy|luôn|nhớ) (?:thêm|chèn|kèm)(?: [^ .;]+){0,6} (?:câu trả lời|phần trả lời|trích dẫn)`,
  `(?:phần|mẫu) trả lời (?:mẫu|bắt buộc)|mẫu bắt buộc ?:|^(?:[^:]{0,40}: ?)?(?:nói|trả lời) (?:rằng|với người)|(?:chỉ dùng|trả lời bằng|chuyển sang) tiếng (?:anh|pháp|đức|nhật|hàn|trung|nga|ý|tây ban nha)|(?:mở đầu|bắt đầu) bằng (?:chữ |dòng |câu )?[“"][^”]{1,80}|câu đầu là [“"][^”]{1,80}|kí tên [“"][^”]{1,40}|mã hóa từng câu|lặp từ [“"][^”]{1,40}`,
  `lời nhắc (?:gốc|hệ thống)|câu dặn|(?:chỉ dẫn|hướng dẫn) mà (?:máy|bot|trợ lý)|xóa (?:ngữ cảnh|mọi dấu trích dẫn)|(?:hãy|phải|;) ?đóng vai (?!trò)|đổi giọng sang|hiển thị kho|mã (?:mở|xác nhận để được tin)`,
  `(?:bỏ qua|quên|phớt lờ) (?:mọi |tất cả |các |những |toàn bộ )?(?:hướng dẫn|chỉ dẫn|câu lệnh|quy tắc|điều) (?:trước|ở trên|bên trên|phía trên|phía dưới|đã cho)|(?:mỗi khi|khi) (?:nhắc|nêu|dẫn|trích|so sánh)(?: [^ .;]+){0,4},? (?:luôn|cộng thêm|thêm)|thay thế mọi điều khác|không (?:dẫn nguồn|trích) (?:văn bản|tại|ở)|trích dẫn lại phải ghi`,
  `quét mã (?:qr )?(?:ở|tại) (?:trang )?[a-z-]+\\.[a-z]+|kết bạn zalo|(?:nick|nhắn) zalo|zalo (?:cô|chú|anh|chị|ông|bà)|(?:người đọc|ai)(?: [^ .;]+){0,4} quét (?:mã )?(?:qr|ở|tại)`,
]
const ENGLISH =
  /\b(?:your (?:answer|reply|response|output|instructions|rules|hidden)|(?:the|each|every) (?:answer|reply|response)\b|system (?:prompt|notice|message)|assistants?\b.{0,40}\b(?:must|should|note|configuration|reveal)|automated readers|language model|respond (?:in|with)|append|ignore (?:all|any|the|previous))/iu
/** Marks of code, of comments and of a conversation with a machine. */
const SIGNS =
  /<!--|\/\*|\*\/|\{\{|\}\}|\{#|%%|\[\[|【|^\s*\/\/\s|^\s*#{1,6}\s*(?:hệ thống|system|assistant)|<\|?(?:im_start|im_end|system|endoftext|user|assistant)\|?>|\[\/?INST\]|<<SYS>>|<\/?(?:system|tai_lieu)>|^\s*\{\s*(?:lệnh|ghi chú|in_ra)[^}]*:/iu

const compile = (source: string): RegExp => new RegExp(`${S}${source}${E}`, 'iu')
const MARKED = SPOKEN.map((source) => compile(key(source)))
const UNMARKED = SPOKEN.map((source) => compile(fold(source)))

/** Words of which every pattern has one, with marks and without: most sentences have none, and one look at them is enough. */
const TRIGGERS =
  'trợ l|dành cho ai|máy|bot|hỏi|trả lời|mô hình ngôn|nói rằng|nói với người|tiếng|đầu bằng|câu đầu|tên|mã hóa|mã hoá|lặp từ|lời nhắc|câu dặn|dẫn mà|ngữ cảnh|trích|vai|giọng|hiển thị|mã mở|mã xác|bỏ qua|quên|phớt lờ|mọi điều|dẫn nguồn|khi nhắc|khi nêu|khi dẫn|khi so|zalo|quét'
const ENGLISH_TRIGGERS = 'your|answer|reply|response|system|assistant|automated|language model|respond|append|ignore'
const TRIGGER = new RegExp(`${TRIGGERS}|${fold(TRIGGERS)}|${ENGLISH_TRIGGERS}`, 'u')

/** Whether a sentence of a document reads as an order to the program that answers from it. */
export const ordersMachine = (sentence: string): boolean => {
  const text = sentence.normalize('NFC').replace(/\s\s+|[^\S ]/g, ' ')
  if (!TRIGGER.test(text.toLowerCase())) return SIGNS.test(sentence)
  if (SIGNS.test(sentence) || ENGLISH.test(text)) return true
  const marked = hasMarks(text)
  const said = marked ? key(text) : fold(text).toLowerCase()
  return (marked ? MARKED : UNMARKED).some((pattern) => pattern.test(said))
}
