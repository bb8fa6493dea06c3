/** What whoever runs the bot reads in the terminal: one line each, what happened and what to do. */

export const runningMessages = {
  running: (username: string, how: string): string => `Bot @${username} đang chạy (${how}). Nhấn Ctrl+C để dừng.`,
  polling: 'nhận tin bằng long polling',
  webhook: (port: number): string => `nhận tin bằng webhook, cổng ${port}`,
  stopping: 'Đang dừng: trả lời nốt các câu đang làm…',
  unreachable: (apiRoot: string, proxy: string | null, seconds: number): string =>
    `Chưa kết nối được tới Telegram (${apiRoot}${proxy === null ? '' : `, qua proxy ${proxy}`}). Chương trình vẫn thử lại sau mỗi ${seconds} giây. Nếu kéo dài, hãy kiểm tra mạng${proxy === null ? ', hoặc đặt TELEGRAM_PROXY' : ' và TELEGRAM_PROXY'}.`,
  noStaffChat: (id: number): string =>
    `Bot chưa ở trong nhóm cán bộ ${id} (STAFF_CHAT_ID), nên câu hỏi chuyển tới cán bộ chưa có ai nhận. Hãy thêm bot vào nhóm, hoặc sửa STAFF_CHAT_ID trong .env rồi chạy lại.`,
  wrongToken:
    'Telegram không nhận TELEGRAM_BOT_TOKEN: mã sai hoặc đã bị thu hồi. Hãy lấy mã mới ở @BotFather, sửa trong .env rồi chạy lại.',
  conflict:
    'Một chương trình khác đang dùng cùng TELEGRAM_BOT_TOKEN để nhận tin. Hãy dừng chương trình đó rồi chạy lại; mỗi bot chỉ chạy một nơi.',
  portInUse: (port: number): string =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy đặt PORT khác, hoặc dừng chương trình đó.`,
  webhookRefused: (description: string): string =>
    `Telegram không nhận TELEGRAM_WEBHOOK_URL (${description}). Hãy sửa địa chỉ (https, cổng 443, 80, 88 hoặc 8443), hoặc đặt TELEGRAM_MODE=polling.`,
  broken:
    'Bot phải dừng vì một lỗi không lường trước; chi tiết ở nhật ký phía trên. Hãy chạy lại, các câu hỏi đã nhận vẫn còn.',
  /** To admins, in Telegram. */
  budgetUsedUp:
    'Hạn mức mô hình của hôm nay đã dùng hết. Từ giờ đến hết ngày tôi trả lời bằng trích nguyên văn. Muốn đổi, sửa MODEL_TOKENS_PER_DAY hoặc MODEL_COST_PER_DAY rồi khởi động lại.',
} as const
