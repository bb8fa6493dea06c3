/** Tells a question that an interviewer asks from what is said otherwise. */

const ASKER =
  /^(?:[*•]\s*|[-]\s*)?(?:PV|P\.V|Phóng viên|PHÓNG VIÊN|Hỏi|HỎI|Nhà báo|BTV|MC)(?:\s+[\p{Lu}][\p{L}\s]{0,40})?\s*:\s*/u
const STAR = /^[*]\s*/u
const DASH = /^-\s*(?=(?:Thưa|Xin|Vậy|Đồng chí|Ông|Bà|Theo)\s)/u
const ADDRESSED =
  /thưa\s+(?:đồng\s+chí|ông|bà|anh|chị|bác|thầy|cô|giáo\s+sư|thiếu\s+tướng|trung\s+tướng|thượng\s+tướng|đại\s+tướng)/iu
const ASKS = /\?["”’»)]*$/u
const LENGTH = 900

/** The question's own words if the line (aligned, one line) is one: `* …?`, `PV: …`, `- Thưa đồng chí, …?`; otherwise null. */
export const interviewQuestion = (line: string): string | null => {
  if (line.length > LENGTH) return null
  const asker = ASKER.exec(line)
  if (asker) return line.slice(asker[0].length)
  const mark = STAR.exec(line) ?? DASH.exec(line)
  const words = line.slice(mark?.[0].length ?? 0)
  const addressed = ADDRESSED.test(words)
  if (!ASKS.test(words) && !(addressed && /[!.]["”]?$/u.test(words) && mark)) return null
  return mark || addressed ? words : null
}
