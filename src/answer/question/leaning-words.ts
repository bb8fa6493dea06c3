/** What a question says when it leans on what was said before. */
import { fold, key } from '../../text/vietnamese.ts'

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${source})(?![\\p{L}\\p{M}\\d])`, 'iu')
/** Accented pattern and its folded twin, tried on the key or on the folded question. */
const either = (marked: string, unmarked = fold(marked)) => ({ marked: word(key(marked)), unmarked: word(unmarked) })
export type Pattern = ReturnType<typeof either>

export const DOCUMENT =
  'nghị quyết|quyết định|quy định|chỉ thị|kết luận|hướng dẫn|kế hoạch|chương trình|đề án|thông báo|báo cáo|quy chế|điều lệ|công văn|văn bản|tài liệu|bài báo|bài viết|bài phỏng vấn|bài'
export const POINTING = either(`(?:${DOCUMENT}) (?:đó|này|ấy|kia|trên|vừa rồi|vừa nêu|nói trên|ở trên)`)
export const POINTING_WORDS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${DOCUMENT}|${fold(DOCUMENT)})\\s+(?:đó|này|ấy|kia|trên|vừa rồi|vừa nêu|nói trên|ở trên|do|nay|ay|tren|vua roi|vua neu|noi tren|o tren)(?![\\p{L}\\p{M}])`,
  'iu',
)
// a document named by its kind alone: "Điều 5 Điều lệ Đảng" stands on its own
export const DOCUMENT_NAMED = either('điều lệ|luật|hiến pháp|quy chế|nghị quyết đại hội')
export const POINTING_BACK = either(
  '(?:người|đồng chí|ông|bà|vị|đơn vị|cơ quan|tổ chức|việc|điều|mục|khoản|nội dung|chỉ tiêu|nhiệm vụ|nhiệm kỳ|hội nghị|đại hội|thời gian|quá trình|hồ sơ|trường hợp|con số|mức|số) (?:đó|ấy|này|kia|trên|vừa nêu|nói trên)|(?:thì|do|của|về|trong|với|vì) (?:nó|họ|đó|vậy)|như (?:vậy|thế)',
)
export const OPENING = either(
  '^(?:thế còn|còn|vậy còn|thế|vậy|rồi|và|nhưng|ngoài ra|tiếp theo|cụ thể hơn|nói rõ hơn|chi tiết hơn)',
  '^(?:the con|con|vay con|the|vay|roi|va|nhung|ngoai ra|tiep theo|cu the hon|noi ro hon|chi tiet hon)',
)
export const BARE_QUESTION = either(
  '^(?:khi nào|bao giờ|ở đâu|ai|ai ký|do ai|ai vậy|là ai|mấy|bao nhiêu|bao lâu|vì sao|tại sao|sao vậy|như thế nào|thế nào|cụ thể|gồm những gì|là gì|ngày nào|năm nào|số mấy|ở điều nào|điều nào|bao nhiêu (?:người|%|phần trăm|đồng chí|đơn vị)|hết hạn khi nào|có hiệu lực khi nào|còn hiệu lực không|ai ban hành|ban hành khi nào|ban hành ngày nào|đăng ngày nào|do ai ký|ai ký vậy|khác gì .*|khi nào có hiệu lực|nguồn ở đâu|theo văn bản nào|căn cứ vào đâu)(?: (?:vậy|thế|ạ|nhỉ|hả|có))*[ ?.!]*$',
)
// one noun that every procedure has, and nothing else
export const THIN_QUESTION = either(
  '^(?:thời hạn|thời gian|thời điểm|mức|địa điểm|thẩm quyền|điều kiện|hồ sơ|thủ tục|trình tự|số lượng|đối tượng|mục đích|nội dung|kết quả|nộp|gửi|làm|ký|xin|đăng ký)(?: (?:là|thì|được|phải|có|cần|ở đâu|cho ai|bao lâu|bao nhiêu|gì|những gì|như thế nào|thế nào|ra sao|khi nào|nào|gồm|mấy|ai|đâu|ngày|tháng|vậy|thế|ạ))+[ ?.!]*$',
)
export const ENDING = either('(?:thì sao|thì thế nào|thì (?:như )?thế nào|nữa không|nữa|vậy sao)[ ?.!]*$')
export const LOCATOR =
  /(?<![\p{L}\p{M}])(?<!(?:tài|danh|hạng|chuyên|thành|học|cổ|thời|địa|quan|đặc)\s)(?:điều|khoản|điểm|mục|chương|phần|dieu|khoan|diem|muc|chuong|phan)\s+(?:thứ\s+)?(?:\d{1,3}[a-zđ]?|[ivxlc]{1,6}|[a-zđ])(?![\p{L}\d])/giu
export const LOCATOR_ONCE = new RegExp(LOCATOR.source, 'iu')
export const LEAD_WORDS = /^(?:thế còn|vậy còn|còn|thế|vậy|rồi|và|nhưng|the con|vay con|con|vay|roi|va|nhung)\s+/iu
export const TAIL_WORDS =
  /\s*(?:thì sao|thì thế nào|thì như thế nào|thì ntn|thi sao|thi the nao|thi nhu the nao)\s*[?.!]*\s*$/iu
