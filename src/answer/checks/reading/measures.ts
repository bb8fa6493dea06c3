/** Units of measure. */
import { key } from '../../../text/vietnamese.ts'

/** What is measured in these is not told by another noun: 90 điểm are no 90 %, 7 ngày no 7 tháng. */
export const MEASURES: ReadonlySet<string> = new Set(
  'ngày|ngày làm việc|tháng|năm|năm học|tuần|giờ|phút|giây|quý|kỳ|học kỳ|lần|điểm|%|đồng|tuổi|buổi|tiết|tín|khóa|mét|m|m2|ha|km|kg|cấp|bậc|usd|phiếu|trang|thập|thế|đợt'
    .split('|')
    .map(key),
)
