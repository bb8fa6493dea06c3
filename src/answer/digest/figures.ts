/** Quantities in a sentence: a share, or a number with what it counts. Dates, numbers of documents, places and list markers are none. */

const N = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?|\\d+\\.\\d{1,2}'
// what stands behind a number that is a quantity; "5 nhiệm vụ", "9 chỉ tiêu" only count what is said elsewhere
const COUNTED =
  'đảng viên|quần chúng|chi bộ|đảng bộ|tổ chức|cấp ủy|cấp uỷ|đồng chí|người|cán bộ|công chức|viên chức|hộ|gia đình|em|học sinh|sinh viên|thanh niên|đoàn viên|hội viên|thanh thiếu nhi|doanh nghiệp|hợp tác xã|xã|phường|thôn|tỉnh|thành phố|địa phương|cơ quan|đơn vị|cơ sở|trường|lớp|khóa|khoá|buổi|cuộc|lần|kỳ|lượt|đợt|ngày|giờ|tháng|quý|ha|héc ta|hecta|km|km2|m2|mét|tấn|kg|tạ|lít|mw|kwh|kw|triệu|tỷ|tỉ|nghìn|ngàn|đồng|usd|đô la|căn|nhà|phòng|giường|bác sĩ|bác sỹ|điểm|bậc|nước|quốc gia|nền kinh tế|trung tâm|khu|cụm|dự án|công trình|mô hình|sản phẩm|đề tài|sáng kiến|ý tưởng|bài|tin|cây|chương trình|hoạt động|diễn đàn|tuyến|đội|nhóm|câu lạc bộ|clb|suất|phần quà|đơn vị máu|trường hợp|văn bằng|bằng|chứng chỉ|giải|tổ|chuyên đề|chỉ số|vạn dân|container|hành khách|thuê bao|giao dịch|dịch vụ|thủ tục|hồ sơ|kênh|ứng dụng|nền tảng|vị trí|nghiên cứu viên|kỹ sư|chuyên gia|nhà khoa học|dân'

const SHARE = new RegExp(`(?<![\\p{L}\\d/.,-])(?:${N})\\s*(?:%|phần trăm|‰)`, 'iu')
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?:${N})(?:\\s*[-–]\\s*(?:${N}))?\\s+(?:\\p{L}+\\s+){0,1}?(?:${COUNTED})(?![\\p{L}\\p{M}])`,
  'iu',
)
const SPELLED = new RegExp(
  `(?:ít nhất|tối thiểu|từ|trên|mỗi năm|hằng năm|hàng năm|có)\\s+(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\\s+(?:\\p{L}+\\s+){0,1}?(?:${COUNTED})(?![\\p{L}\\p{M}])`,
  'iu',
)
const FRACTION = /(?<![\p{L}\d/.-])\d{1,3}\/\d{1,3}\s+(?!\d)(?=\p{L})/u
const RANK =
  /(?:thứ|top|nhóm|hạng|vị trí thứ|trong)\s+\d{1,3}(?!\d|[/.]\d)\s*(?:nước|quốc gia|địa phương|tỉnh|thành phố|cả nước|trường|nền kinh tế|\p{L})/iu
const YEARS = /(?:đạt|tối thiểu|ít nhất|trên|mỗi)\s+(?:\p{L}+\s+)?\d+(?:,\d+)?\s+(?:năm|tuổi)(?!\p{L})/iu
const TIMES = /(?:gấp|tăng|giảm)\s+(?:\p{L}+\s+){0,3}?(?:\d+(?:,\d+)?|hai|ba|bốn)\s+lần/iu

// taken out before anything is looked for
const NO_FIGURE = [
  /(?:kỷ|kỉ) niệm\s+(?:lần thứ\s+)?\d{1,3}\s*(?:năm|ngày)/giu,
  /^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[ivxlc]{1,6})[.)/]|[-–•+*])\s*/iu,
  /ngày\s+\d{1,2}\s*(?:tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?)/giu,
  /\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{2,4}/gu,
  /(?:tháng|quý)\s+(?:\d{1,2}|[IVX]{1,4})(?:\s*[/-]\s*\d{4}|\s+năm\s+\d{4})?(?!\p{L})/giu,
  /(?:năm|giai đoạn|nhiệm kỳ|khóa|khoá|từ)?\s*(?<!\d)(?:19|20)\d{2}(?:\s*(?:[-–—/]|đến)\s*(?:19|20)?\d{2})?(?![\d%.,]\d|\s*%)/giu,
  /\d{1,5}\s*[-/]\s*\p{Lu}[\p{L}\d]{0,6}(?:[-/]\p{Lu}[\p{L}\d]*)+/gu,
  /\d{1,5}\s*[-/]\s*\p{Lu}{2}[\p{L}\d-]*/gu,
  /(?:nghị quyết|quyết định|quy định|chỉ thị|kết luận|hướng dẫn|kế hoạch|nghị định|thông tư|luật|đề án|điều|khoản|điểm|mục|chương|phần|phụ lục|biểu|mẫu|số)\s+(?:số\s*)?\d{1,5}(?:\s*[,và]+\s*\d{1,3}(?!\s*%))*/giu,
  /(?:lần thứ|thứ|kỳ họp thứ|hội nghị(?: lần)?(?: thứ)?)\s+\d{1,3}(?!\s*\p{L}*(?:nước|cả nước))/giu,
]

const withoutOthers = (text: string): string => NO_FIGURE.reduce((rest, other) => rest.replace(other, ' '), text)

/** `share`: a percentage; `quantity`: a number with its unit; null: neither. */
export const figureIn = (text: string): 'share' | 'quantity' | null => {
  if (!/\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười/iu.test(text)) return null
  const rest = withoutOthers(text)
  if (SHARE.test(rest)) return 'share'
  return [QUANTITY, FRACTION, RANK, YEARS, TIMES, SPELLED].some((pattern) => pattern.test(rest)) ? 'quantity' : null
}
