/** A made-up library of any size with questions whose answers are known, for timing where no question set is at hand. */
import { fold } from '../../src/text/vietnamese.ts'
import type { CorpusEntry, SetQuestion } from '../evaluate/read-set.ts'
import { seeded } from './seeded.ts'

const WHO = [
  'Đảng ủy xã',
  'Chi bộ thôn',
  'Ban Tổ chức',
  'Ủy ban kiểm tra',
  'Hội phụ nữ',
  'Đoàn thanh niên',
  'Văn phòng cấp ủy',
  'Tổ công tác',
]
const PLACE = [
  'An Hòa',
  'Bình Minh',
  'Cẩm Sơn',
  'Đồng Tâm',
  'Gia Lộc',
  'Hưng Thịnh',
  'Kim Liên',
  'Long Phú',
  'Mỹ Đức',
  'Phú Quý',
  'Tân Lập',
  'Vĩnh Xuân',
]
const DOES = [
  'triển khai',
  'tổng kết',
  'kiểm tra',
  'phổ biến',
  'xây dựng',
  'đánh giá',
  'sơ kết',
  'quán triệt',
  'rà soát',
  'công khai',
]
const WHAT = [
  'nghị quyết đại hội',
  'kế hoạch kết nạp đảng viên',
  'quy chế làm việc',
  'chuyên đề học tập',
  'chương trình giám sát',
  'việc thu đảng phí',
  'hồ sơ đảng viên',
  'công tác dân vận',
  'phong trào thi đua',
  'việc chuyển sinh hoạt đảng',
  'đề án tinh gọn đầu mối',
  'phương án nhân sự',
]
const WHEN = [
  'đầu năm',
  'quý một',
  'giữa nhiệm kỳ',
  'tháng tám',
  'cuối năm',
  'dịp kỷ niệm ngày thành lập',
  'trong tuần qua',
  'sau hội nghị',
]
const HOW = [
  'đúng thời hạn',
  'gắn với nhiệm vụ chính trị',
  'theo hướng dẫn của cấp trên',
  'công khai và dân chủ',
  'có phân công từng đồng chí',
  'bằng hình thức trực tuyến',
]

/** The same on every run. Of the questions a third is typed with marks, a third without, a third is short. */
export const makeSet = (
  documents: number,
  questions: number,
): { corpus: readonly CorpusEntry[]; questions: readonly SetQuestion[] } => {
  const random = seeded(20260101)
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!
  const number = (below: number): number => 1 + Math.floor(random() * below)
  const made = Array.from({ length: documents }, (_, i) => {
    const subject = { who: pick(WHO), place: pick(PLACE), does: pick(DOES), what: pick(WHAT), number: number(400) }
    const sentence = (): string =>
      `${pick(WHO)} ${pick(PLACE)} ${pick(DOES)} ${pick(WHAT)} ${pick(WHEN)}, ${pick(HOW)}, với ${number(90)} đồng chí tham gia.`
    const lead = `${subject.who} ${subject.place} ${subject.does} ${subject.what} cho ${subject.number} đảng viên ${pick(WHEN)}.`
    const text = [lead, ...Array.from({ length: 5 + number(25) }, sentence)].join(' ')
    return {
      entry: { id: `t${i}`, title: `${subject.who} ${subject.place} ${subject.does} ${subject.what}`, text },
      subject,
    }
  })
  const asked = Array.from({ length: Math.min(questions, documents) }, (_, i): SetQuestion => {
    const { entry, subject } = made[Math.floor((i * documents) / Math.min(questions, documents))]!
    const { who, place, does, what } = subject
    const full = `${who} ${place} ${does} ${what} cho ${subject.number} đảng viên khi nào?`
    const question = [full, fold(full), `${what} cho ${subject.number} đảng viên ${place}`][i % 3]!
    return { id: `c${i}`, question, relevant: [entry.id], answers: [] }
  })
  return { corpus: made.map(({ entry }) => entry), questions: asked }
}
