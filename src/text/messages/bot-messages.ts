/** What the bot says about itself and its work; answers, limits and documents have files of their own. */
import { timeOfDay } from '../numbers/clock.ts'

export const botMessages = {
  late: 'Xin lỗi đồng chí vì trả lời muộn.',
  givenUp: (askedAt: number): string =>
    `Xin lỗi đồng chí, câu hỏi gửi lúc ${timeOfDay(askedAt)} đã quá một ngày mà tôi chưa trả lời được do gián đoạn. Nếu vẫn cần, đồng chí vui lòng gửi lại.`,
  failed:
    'Xin lỗi đồng chí, hệ thống gặp sự cố nên chưa trả lời được. Đồng chí vui lòng thử lại sau ít phút; nếu vẫn lỗi, hãy dùng lệnh /lienhe.',
} as const
