/** Tells the caption of a picture from a paragraph in a text that has lost its pictures. */
import { oneLine } from '../../text/vietnamese.ts'

const CREDIT =
  /(?:[([]\s*)?(?:Ảnh|ẢNH|ảnh|Đồ họa|Nguồn ảnh)\s*(?:minh họa)?\s*:\s*[^.:;]{2,50}[)\]]?\.?$|[([](?:Ảnh|ảnh)\s[^)\]]{2,50}[)\]]\.?$|Ảnh minh họa\.?$/u
const SHOWN_FIRST =
  /^(?:Đồng chí|Các đồng chí|Bí thư|Phó Bí thư|Tổng Bí thư|Chủ tịch|Phó Chủ tịch|Thủ tướng|Bộ trưởng|Trưởng ban|Ông|Bà|Các đại biểu|Đại biểu|Quang cảnh|Toàn cảnh|Lãnh đạo|Ban (?:Chấp hành|Thường vụ|Tổ chức|Giám đốc)|Đoàn (?:công tác|đại biểu)|Thường trực|Cán bộ|Đảng viên|Đoàn viên|Người dân|Hình ảnh|Một góc|Một buổi|Buổi|Lễ|Hội nghị|Giờ|Khu)(?!\p{L})/u
const SHOWN_DOING =
  /(?:^|\s)(?:trao|tặng|phát biểu|chụp ảnh|tham quan|kiểm tra|chủ trì|chúc mừng|thăm|khảo sát|tại (?:buổi|hội nghị|lễ|đại hội|phiên)|dự|bỏ phiếu|ra mắt|biểu quyết|cùng|trong (?:giờ|buổi|một)|bên)(?!\p{L})/iu
const LONGEST = 420

/** `before`: the text of the paragraph above, null at the start. */
export const isCaption = (text: string, before: string | null): boolean => {
  const words = oneLine(text)
  if (words.length > LONGEST || /^[-–•*+\d]/.test(words) || text.includes('\n')) return false
  if (CREDIT.test(words) || /^[[(]?(?:Ảnh|Hình)(?:\s*\d{1,2})?\s*[\]):.]\s*\p{Lu}/u.test(words)) return true
  if (before === null || /[:;]\s*$/.test(before)) return false
  if (/[.!?:;,…”"]$/u.test(words) || !/^\p{Lu}/u.test(words)) return false
  const syllables = words.split(' ').length
  if (syllables >= 22) return true
  return syllables >= 7 && SHOWN_FIRST.test(words) && SHOWN_DOING.test(words)
}
