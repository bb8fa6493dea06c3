/** How the bot presents itself: the greeting, the help, the way to a person, its commands and what stands on its page in Telegram. */

/** Some lines under a heading. */
export interface Part {
  readonly heading: string
  readonly lines: readonly string[]
}

export const startMessages = {
  /** Keys of the permanent keyboard, from top to bottom. */
  keyboard: { ask: 'Đặt câu hỏi', search: 'Tìm văn bản', help: 'Trợ giúp' },
  placeholder: 'Nhập câu hỏi…',

  welcome:
    'Kính chào đồng chí.\nTôi là trợ lý tự động, giúp tra cứu tài liệu công tác Đảng. Mỗi câu trả lời đều kèm trích dẫn nguyên văn; tôi không thay thế văn bản gốc.',
  holds: (count: number, newest: string | null): string =>
    `Thư viện hiện có ${count} văn bản${newest ? `, mới nhất ngày ${newest}` : ''}.`,
  holdsNothing: 'Thư viện hiện chưa có văn bản nào.',
  privacy: (days: number): string =>
    `Câu hỏi được lưu không kèm tên, tối đa ${days} ngày (câu đang chờ cán bộ: đến khi có trả lời). Muốn xóa, đồng chí dùng lệnh /xoa.\n` +
    'Tin nhắn còn nằm trên máy chủ của Telegram: xin đồng chí không nhập nội dung mật.',
  again: 'Chào đồng chí. Mời đồng chí nhập câu hỏi, hoặc chọn một nút ở bàn phím bên dưới.',
  inGroup: (username: string): string =>
    `Chào các đồng chí. Muốn hỏi tôi trong nhóm, xin gõ: /hoi@${username} rồi đến câu hỏi.`,
  howToAsk: 'Đồng chí gõ câu hỏi vào ô bên dưới rồi gửi, có dấu hay không dấu đều được.',
  examples: 'Ví dụ, đồng chí bấm nút để hỏi thử:',
  example: (n: number, question: string): string => `${n}. ${question}`,
  exampleGone: 'Câu hỏi mẫu này không còn phù hợp với thư viện hiện nay. Mời đồng chí nhập câu hỏi của mình.',

  /** Parts, each with its heading. */
  help: (username: string): readonly Part[] => [
    {
      heading: 'Cách hỏi',
      lines: [
        'Đồng chí gõ câu hỏi như nói chuyện bình thường, ví dụ:',
        '– Chi bộ họp mấy lần một tháng?',
        '– Điều 3 Quy định 27 nói gì?',
        '– chuyen sinh hoat dang can ho so gi',
        '– ĐV dự bị có được biểu quyết không?',
        'Gõ không dấu hay viết tắt (ĐV, BCH, NQ, QĐ) đều được. Sau câu trả lời, đồng chí có thể hỏi tiếp, ví dụ: “còn thời hạn thì sao?”',
      ],
    },
    {
      heading: 'Trong nhóm',
      lines: [`Đồng chí gõ /hoi@${username} rồi đến câu hỏi, hoặc trả lời một tin nhắn của tôi.`],
    },
    {
      heading: 'Các lệnh',
      lines: [
        '/vanban – xem và tìm văn bản',
        '/moi – văn bản mới nhất',
        '/tomtat – tóm tắt một văn bản',
        '/sosanh – so sánh văn bản mới với văn bản cũ',
        '/theodoi – được báo khi có văn bản mới',
        '/lienhe – liên hệ cán bộ',
        '/quen – quên các câu vừa hỏi',
        '/dung – dừng câu đang trả lời',
        '/riengtu – thông tin nào được lưu',
        '/xoa – xóa thông tin về đồng chí',
      ],
    },
  ],

  contact: (contact: string): string => `Đồng chí có thể liên hệ:\n${contact}`,
  contactStaff: 'Dưới mỗi câu trả lời có nút “Hỏi cán bộ”. Đồng chí bấm nút ấy, cán bộ sẽ trả lời ngay tại đây.',
  noContact:
    'Hiện chưa có địa chỉ liên hệ riêng. Đồng chí vui lòng liên hệ chi ủy hoặc văn phòng cấp ủy nơi đồng chí sinh hoạt.',

  /** Questions that many ask; those that this library answers may serve as examples. */
  commonQuestions: [
    'Chi bộ sinh hoạt định kỳ mấy lần một tháng?',
    'Hồ sơ chuyển sinh hoạt đảng gồm những gì?',
    'Đảng phí được quy định như thế nào?',
    'Điều kiện kết nạp đảng viên là gì?',
    'Đảng viên dự bị có những quyền gì?',
  ],
  askAboutPart: (name: string, part: string): string => `${name} nêu gì về ${part}?`,
  askAboutTitle: (name: string): string => `${name} nói về nội dung gì?`,

  /** Shown by Telegram when somebody types “/” (at most 256 letters each, telegram.md §1). */
  commands: {
    start: 'Bắt đầu, giới thiệu',
    hoi: 'Đặt câu hỏi',
    vanban: 'Xem và tìm văn bản',
    moi: 'Văn bản mới nhất',
    tomtat: 'Tóm tắt một văn bản',
    sosanh: 'So sánh hai văn bản',
    theodoi: 'Theo dõi văn bản mới',
    botheodoi: 'Thôi theo dõi tất cả',
    trogiup: 'Hướng dẫn cách hỏi',
    lienhe: 'Liên hệ cán bộ',
    dung: 'Dừng câu đang trả lời',
    quen: 'Quên cuộc trò chuyện này',
    riengtu: 'Thông tin nào được lưu',
    xoa: 'Xóa thông tin về tôi',
    chuaduoc: 'Các câu hỏi đang chờ cán bộ',
    thongke: 'Thống kê hỏi đáp',
    phienban: 'Phiên bản thư viện, quay về bản trước',
    vao: 'Dùng mã mời',
    toi: 'Quyền của tôi',
    moi_thanhvien: 'Lấy lời mời cho người mới',
    nguoidung: 'Người dùng và quyền',
    nhatky: 'Nhật ký về quyền và văn bản',
  },
  profile: {
    /** At most 64 letters. */
    name: 'Hỏi đáp công tác Đảng',
    /** At most 512: seen before Start is pressed. */
    description: (days: number): string =>
      'Trợ lý tự động tra cứu tài liệu công tác Đảng: trả lời ngắn gọn, kèm trích dẫn nguyên văn và nguồn. Không thay thế văn bản gốc.\n\n' +
      `Câu hỏi được lưu không kèm tên, tối đa ${days} ngày (câu đang chờ cán bộ: đến khi có trả lời); lệnh /xoa để xóa. Không nhập thông tin mật.`,
    /** At most 120. */
    shortDescription: 'Tra cứu tài liệu công tác Đảng, có trích dẫn nguyên văn. Không nhập thông tin mật.',
  },
} as const
