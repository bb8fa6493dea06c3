/** What a person reads who has asked more than can be answered just now: kind, and when to come back. */

export const limitMessages = {
  /** `waitMs`: milliseconds until the next question is taken. */
  person: (waitMs: number): string =>
    `Tôi chưa kịp trả lời hết các câu hỏi. Mời đồng chí gửi lại câu hỏi ${soon(waitMs)}.`,
  chat: (waitMs: number): string =>
    `Nhóm đang có nhiều câu hỏi cùng lúc. Mời đồng chí hỏi lại ${soon(waitMs)}, hoặc nhắn riêng cho tôi.`,
  day: (perDay: number): string =>
    `Hôm nay đồng chí đã hỏi đủ ${perDay} câu, là số câu tôi có thể trả lời một người trong ngày. Mời đồng chí hỏi tiếp sau 0 giờ ngày mai. Việc cần ngay, đồng chí chọn /lienhe để gặp cán bộ.`,
  overloaded:
    'Tôi đang quá tải vì có rất nhiều người cùng hỏi. Mong đồng chí thông cảm và gửi lại câu hỏi sau khoảng 1 phút nữa.',
} as const

/** `khoảng 20 giây nữa`, `khoảng 3 phút nữa`: rounded up, so that who comes back then is not sent away again. */
const soon = (waitMs: number): string => {
  const seconds = Math.max(5, Math.ceil(waitMs / 5_000) * 5)
  return seconds < 60 ? `sau khoảng ${seconds} giây nữa` : `sau khoảng ${Math.ceil(seconds / 60)} phút nữa`
}
