/** What a person reads of a measurement: names of measures and kinds, legends, remarks. */
import type { QuestionType } from '../../src/answer/question/question-type.ts'
import { FEWEST_IN_MACRO } from './estimates.ts'
import type { Measure } from './measures.ts'

export const measureNames: Readonly<Record<Measure, string>> = {
  'recall@1': 'Tài liệu đúng đứng đầu (R@1)',
  'recall@5': 'Tài liệu đúng trong 5 kết quả (R@5)',
  'recall@10': 'Tài liệu đúng trong 10 kết quả',
  'mrr@10': 'Nghịch đảo thứ hạng (MRR@10)',
  'ndcg@10': 'Chất lượng xếp hạng (nDCG@10)',
  answerHit: 'Câu trả lời có đáp án',
  answerLength: 'Độ dài câu trả lời (ký tự)',
  quoteHit: 'Phần trích có đáp án',
  quoteLength: 'Độ dài phần trích (ký tự)',
  refusedRight: 'Từ chối đúng (kho không có)',
  refusedWrong: 'Từ chối nhầm (kho có)',
}

export const typeNames: Readonly<Record<QuestionType, string>> = {
  article: 'văn bản, điều nào',
  howlong: 'bao lâu',
  when: 'khi nào',
  howmany: 'bao nhiêu',
  why: 'vì sao',
  where: 'ở đâu',
  who: 'ai',
  yesno: 'có hay không',
  list: 'gồm những gì',
  how: 'thế nào',
  def: 'là gì',
  what: 'khác',
}

export const AS_TYPED = 'như gõ'

export const messages = {
  legend:
    'Số phần trăm; ±: sai số ở mức tin cậy 95 % (lấy mẫu lại các câu hỏi); “–”: không có câu nào để đo. “chữ”: độ dài trung bình của câu trả lời, tính bằng ký tự. “từ chối đúng”: trong các câu mà kho không có; “từ chối nhầm”: trong các câu mà kho có.',
  macro: `Dòng trung bình: mỗi bộ tính như nhau; một số đo của một bộ chỉ được tính khi dựa trên ít nhất ${FEWEST_IN_MACRO} câu.`,
  macroLabel: 'TRUNG BÌNH',
  interval: 'khoảng 95 %',
  value: 'giá trị',
  questions: 'số câu',
  ofSet: (set: string, queries: number, passages: number): string => `${set}: ${queries} câu hỏi, ${passages} đoạn`,
  times: (p50: string, p95: string, seconds: string): string =>
    `Thời gian tìm một câu: ${p50} ms (trung vị), ${p95} ms (95 %). Lập chỉ mục: ${seconds} s.`,
  quotes: (quotes: number, verbatim: number): string =>
    quotes === verbatim
      ? `Trích dẫn: ${quotes}, tất cả đúng nguyên văn.`
      : `Trích dẫn: ${quotes}, trong đó ${quotes - verbatim} KHÔNG đúng nguyên văn.`,
  byTag: 'Theo nhãn',
  byType: 'Theo kiểu hỏi',
  byTyping: 'Theo cách gõ',
  bySet: 'Bộ câu hỏi',
  peers: 'So với',
  ours: 'chương trình này',
  skipped: (name: string, why: string): string => `Bỏ qua ${name}: ${why}`,
  unknownIds: (set: string, count: number): string =>
    `${set}: ${count} câu nêu mã tài liệu không có trong kho, nên không thể tìm đúng.`,
  reportLegend:
    'Số phần trăm, dưới mỗi số là khoảng tin cậy 95 % (lấy mẫu lại các câu hỏi). “Từ chối đúng” tính trên các câu mà kho không có câu trả lời, “từ chối nhầm” trên các câu mà kho có. Dấu ✓: tài liệu đúng. Từ được tô: từ của câu hỏi.',
  report: {
    title: 'Kết quả đo tìm kiếm và trả lời',
    made: (day: string): string => `Đo ngày ${day}.`,
    summary: 'Tóm tắt',
    measures: 'Các số đo',
    causes: 'Vì sao sai (bấm vào số để xem từng câu)',
    sum: 'Cộng',
    count: 'Câu',
    misses: (count: number, of: number): string => `Câu chưa đạt: ${count} trong ${of}`,
    noMisses: 'Không có câu nào sai.',
    why: 'Vì sao',
    understood: 'Hiểu là',
    repairs: 'Chữ có thể là',
    found: 'Tìm thấy',
    right: 'Đúng ra là',
    golds: 'Đáp án',
    answer: 'Trả lời',
    none: 'Kho không có câu trả lời: phải từ chối.',
    seenAbove: 'Đã có ở trên (dấu ✓).',
    nothing: 'Không tìm thấy gì.',
    rank: (rank: number): string => `thứ ${rank}`,
    unranked: 'ngoài số được xét',
    score: (score: string): string => `điểm ${score}`,
    status: (status: string, reason: string | null): string =>
      status === 'answered' ? 'Xem câu trả lời' : `Từ chối (${reason ?? status}): xem lời đáp`,
    toTop: 'Về đầu trang',
  },
  saved: (file: string): string => `Đã ghi kết quả từng câu vào ${file}.`,
  reported: (file: string): string => `Đã ghi báo cáo vào ${file}; mở bằng trình duyệt.`,
} as const

export const comparisonMessages = {
  title: 'So sánh hai lần đo',
  before: 'trước',
  after: 'sau',
  difference: 'hiệu',
  legend:
    'Số phần trăm. “hiệu”: sau trừ trước, với khoảng tin cậy 95 % (lấy mẫu lại từng cặp câu). “p”: xác suất để một khác biệt lớn như vậy chỉ do ngẫu nhiên; dưới 0,05 thì khó là ngẫu nhiên.',
  same: (names: readonly string[]): string => `Không đổi: ${names.join('; ')}.`,
  lost: (count: number): string => `Kém đi ở ${count} câu:`,
  won: (count: number): string => `Tốt lên ở ${count} câu:`,
  more: (count: number): string => `… và ${count} câu nữa; xem đủ bằng --report hoặc --json.`,
  change: (name: string, before: number, after: number): string => `${name}: ${before} → ${after}`,
  found: 'Tìm thấy',
  answer: 'Trả lời',
  right: 'Tài liệu đúng',
} as const
