/** What /trogiup adds for whoever has a role: their own commands, and what they can do without one. */

export const roleHelpMessages = {
  heading: { member: 'Dành cho đảng viên', staff: 'Dành cho cán bộ', admin: 'Dành cho quản trị' },
  command: (name: string, description: string): string =>
    `/${name} – ${description.charAt(0).toLowerCase()}${description.slice(1)}`,
  inline: (username: string): string =>
    `Trong cuộc trò chuyện bất kỳ, đồng chí gõ @${username} rồi vài từ để chèn trích dẫn từ văn bản công khai.`,
  documents:
    'Đồng chí gửi tệp cho tôi để nạp văn bản. Trang của mỗi văn bản có nút “Sửa thông tin”: mức đọc, hiệu lực, gỡ khỏi thư viện.',
} as const
