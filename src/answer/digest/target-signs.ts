/** By which words a target is known, and by which a report of what was reached, a threshold of a rule, or a mere count of targets. */
import { key } from '../../text/vietnamese.ts'

/** Tried on `key(text)`: the spellings of a word are one there. */
const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${key(source)})(?![\\p{L}\\d])`, 'u')

// a quota of pupils or posts is a chỉ tiêu too, and nobody strives for it
const QUOTA = word(
  'tuyển sinh|tuyển dụng|xét tuyển|tuyển chọn|thí sinh|trúng tuyển|biên chế|nguyện vọng|điểm chuẩn|tờ khai|kê khai|khai thuế|kế toán|biểu mẫu',
)
const AIM_HEADING = word('chỉ tiêu|mục tiêu|phấn đấu|tầm nhìn')
const REPORT_HEADING = word(
  'kết quả(?! cần đạt)|tình hình|thực trạng|đánh giá|bối cảnh|hạn chế|khuyết điểm|nguyên nhân|ưu điểm|bài học|tổng kết|sự cần thiết|sơ kết',
)
const FOUNDATION = word('căn cứ')
const TASK_HEADING = word(
  'nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|thực hiện|nội dung|trọng tâm|chủ đề|hoạt động',
)
const OWN_AIM = /^[\divxlc.\s)a-z]*(?:mục tiêu|chỉ tiêu)/u

/** Of the headings and introductions above a sentence, nearest last: whose part it stands in. */
export const partOf = (above: readonly string[]): 'aims' | 'report' | 'tasks' | 'none' => {
  let isTask = false
  for (const heading of above.toReversed()) {
    // a question heads an answer about aims, not the aims
    if (heading.includes('?')) continue
    const words = key(heading)
    if (REPORT_HEADING.test(words) && !OWN_AIM.test(words)) return 'report'
    // "Mục tiêu, nhiệm vụ" holds both: the part below it says which
    if (AIM_HEADING.test(words))
      return isTask && TASK_HEADING.test(words) ? 'tasks' : QUOTA.test(words) ? 'none' : 'aims'
    if (FOUNDATION.test(words) && !words.endsWith(':')) return 'report'
    isTask ||= TASK_HEADING.test(words)
  }
  return isTask ? 'tasks' : 'none'
}

const STRIVES = word(
  'phấn đấu|quyết tâm|mục tiêu (?:là|đến|cụ thể)|chỉ tiêu(?: cụ thể)? ?:|đạt mục tiêu|hướng tới tối thiểu',
)
const REACHES = word(
  'đạt|trên|ít nhất|tối thiểu|trở lên|không quá|dưới|giảm|tăng|nâng|còn|hoàn thành|có|chiếm|bảo đảm|đảm bảo|gấp|thuộc|khoảng|bình quân',
)
const LEAST = word('ít nhất|tối thiểu|trở lên|trở xuống|phấn đấu|từ \\d+(?:,\\d+)?')
const AHEAD =
  /(?<![\p{L}\d])(?:đến|tới|trước|vào|trong)\s+(?:(?:hết|cuối|đầu|giữa)\s+)?(?:năm\s+)?((?:19|20)\d\d)(?!\d)/gu

export const strives = (text: string): boolean => STRIVES.test(key(text))
export const reaches = (text: string): boolean => REACHES.test(key(text))
export const setsLeast = (text: string): boolean => LEAST.test(key(text))

/** `đến năm 2030 … đạt`: a year that is not before the paper's own. */
export const looksAhead = (text: string, year: number | null): boolean => {
  const years = [...key(text).matchAll(AHEAD)].map((match) => Number(match[1]))
  return years.length > 0 && years.every((one) => year === null || one >= year)
}

const PAST = word(
  'đã|hiện có|hiện nay|hiện đang|đến nay|vừa qua|thời gian qua|năm qua|nhiệm kỳ qua|cùng kỳ|còn (?:hạn chế|yếu|hình thức|thấp)|ước đạt|tháng đầu năm|trước đây|theo (?:thống kê|số liệu|báo cáo)|tính đến|trải qua',
)

const COMPARED = /so với (?:(?:cuối|đầu) )?(?:năm )?(?:19|20)\d\d/gu

/** Words that mostly report, and stand in aims too: `100% kết quả giải quyết hồ sơ được số hóa`. */
const OFTEN_PAST = word('kết quả|đạt được|chưa|thực tế|bước đầu')

/** A report of what is or was: `đã kết nạp 70 đảng viên`, `năm 2023 có 86,5 % …`; `perhaps`: unless it stands among aims or looks ahead. */
export const reports = (text: string, year: number | null): 'surely' | 'perhaps' | 'no' => {
  const words = key(text)
  if (PAST.test(words)) return 'surely'
  if (OFTEN_PAST.test(words)) return 'perhaps'
  // "tăng gấp 2 lần so với năm 2020" is measured by the past, and ahead
  const own = words.replace(COMPARED, ' ')
  const years = [...own.matchAll(/(?<![\d/-])((?:19|20)\d\d)(?!\d)/gu)].map((match) => Number(match[1]))
  return year !== null && years.length > 0 && years.every((one) => one < year) ? 'surely' : 'no'
}

const THRESHOLD = word(
  'xếp loại|được công nhận|số phiếu|phiếu bầu|phiếu thuận|biểu quyết|tán thành|quá nửa|quá bán|mức đóng|mức hưởng|phụ cấp|tiền lương|mức lương|trợ cấp|lãi suất|thuế suất|lệ phí|phạt tiền|bị phạt|xử phạt|hệ số|thời hạn|chậm nhất|điều kiện|tiêu chuẩn|trường hợp|nếu|độ tuổi|theo quy định tại|khung hình phạt|bồi thường|cổ phần|vốn điều lệ|hợp lệ|số dư|vi phạm|kỷ luật',
)

/** A bar of a rule: who is above it is elected, paid, fined or classed; nobody strives for it. */
export const isThreshold = (text: string): boolean => THRESHOLD.test(key(text)) || QUOTA.test(key(text))

/** What an article concludes from what it has just quoted. */
export const concludes = (text: string): boolean => CONCLUDES.test(text)
const CONCLUDES = /^(?:như vậy|theo đó|tóm lại|do đó|qua đó)[\s,]/iu

const COUNT =
  /(?<=(?:đề ra|xác định|thông qua|đặt ra|quyết nghị|gồm|có|với|định ra|nêu ra|thống nhất)(?:\s+(?:là|các|cả|tổng số|tổng cộng))?\s+)(?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s*(?:\/\s*\d{1,3}\s*)?(?:nhóm\s+)?chỉ tiêu(?:\s+(?:chủ yếu|cụ thể|cơ bản|chính|quan trọng|phát triển|lớn))?(?![\p{L}])/iu

/** Where a sentence counts targets: `9 chỉ tiêu chủ yếu`. Offsets in it, end exclusive. */
export const countedIn = (text: string): { readonly start: number; readonly end: number } | null => {
  const found = isThreshold(text) ? null : COUNT.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : null
}
