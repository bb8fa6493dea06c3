/** Why a question was missed, by name. What is said of a cause is Vietnamese; its details carry the numbers of the case. */

/** In the order in which they are shown. */
export const CAUSES = {
  not_candidate: 'Tài liệu đúng không nằm trong số được xét',
  neighbour: 'Tài liệu kề bên hoặc cùng tên đứng trước',
  lacks_words: 'Tài liệu đúng thiếu từ của câu hỏi',
  order: 'Đủ từ, chỉ thua về thứ hạng',
  refused_weak: 'Từ chối nhầm vì độ khớp dưới ngưỡng',
  refused_later: 'Từ chối nhầm dù đủ độ khớp',
  asked_back: 'Hỏi lại thay vì trả lời',
  screened: 'Bị chặn trước khi tìm',
  other_document: 'Câu trả lời trích tài liệu khác',
  other_passage: 'Đúng tài liệu, khác đoạn',
  other_unit: 'Đúng đoạn, chọn câu khác',
  cut_short: 'Đáp án chỉ được trích một phần',
  not_literal: 'Đáp án không có nguyên văn trong tài liệu đúng',
  answered_unknown: 'Trả lời câu không có trong tài liệu',
} as const
export type CauseName = keyof typeof CAUSES

export interface Cause {
  readonly name: CauseName
  /** One Vietnamese sentence about this very case. */
  readonly detail: string
}

export const number = (value: number, digits = 2): string => value.toFixed(digits).replace('.', ',')
