/** What people read who send a file: admins see what was recognised, others what to do instead. */

export const uploadMessages = {
  buttons: {
    /** The one that stands is marked. */
    level: { public: 'Công khai', member: 'Đảng viên', staff: 'Cán bộ' },
    current: (label: string): string => `✓ ${label}`,
    put: 'Đưa vào thư viện',
    drop: 'Bỏ',
  },

  /** To those who may not add documents. */
  notForYou:
    'Cảm ơn đồng chí đã gửi tệp. Tôi không nhận tệp từ người dùng và đã bỏ qua tệp này, không lưu. Cần hỏi về nội dung nào, đồng chí hãy gõ câu hỏi; muốn bổ sung văn bản, đồng chí gửi văn bản cho cán bộ phụ trách (/lienhe).',
  privateOnly: 'Tôi chỉ nhận tệp của quản trị viên trong cuộc trò chuyện riêng. Tệp trong nhóm được bỏ qua, không lưu.',

  tooLarge: (limitMb: number): string =>
    `Tệp lớn hơn ${limitMb} MB nên Telegram không cho tôi tải về. Đồng chí hãy chia nhỏ tệp, hoặc chép tệp vào thư mục tài liệu trên máy chủ rồi chạy lệnh nạp.`,
  unreachable: 'Tôi chưa tải được tệp từ Telegram. Đồng chí vui lòng gửi lại tệp.',
  refused: (name: string, why: string): string => `Tệp “${name}” không nhận được: ${why}`,
  secret: (name: string, why: string): string =>
    `Tệp “${name}”: ${why} Bản tải về đã được xóa. Theo quy định về bảo vệ bí mật nhà nước, tài liệu mật không được gửi qua Telegram; đồng chí hãy xóa ngay tin nhắn chứa tệp.`,
  heldAlready: (name: string, source: string): string =>
    `Tệp “${name}” đã có trong thư viện (${source}), nội dung giống hệt. Không cần nạp lại.`,

  /** The preview, line by line. */
  read: (name: string): string => `Đã đọc tệp “${name}”, chưa đưa vào thư viện`,
  kind: 'Loại',
  title: 'Tên',
  number: 'Số, ký hiệu',
  date: 'Ngày',
  issuer: 'Cơ quan ban hành',
  none: 'không thấy',
  passages: (count: number): string => `Số đoạn tra cứu được: ${count}`,
  beginning: 'Phần đầu',
  secrecy: 'Dấu độ mật: không thấy',
  draft: 'Văn bản là dự thảo, chưa có hiệu lực.',
  sameNumber: (names: string): string =>
    `Thư viện đã có văn bản cùng số: ${names}. Nếu đây là bản mới, hãy bỏ bản cũ trong thư mục tài liệu.`,
  warning: 'Lưu ý',
  presetLevel: (label: string): string => `Theo dấu hoặc thông tin ghi trong tệp, mức chọn sẵn là “${label}”.`,
  chooseLevel: 'Ai được xem? Đồng chí bấm chọn một mức (dấu ✓ là mức đang chọn), rồi bấm “Đưa vào thư viện”.',
  whoReads: 'Mức “Đảng viên”: đảng viên, cán bộ và quản trị đọc được. Mức “Cán bộ”: chỉ cán bộ và quản trị.',

  noLevel: 'Đồng chí bấm chọn mức được xem trước.',
  levelChosen: (label: string): string => `Mức được xem: ${label}`,
  putting: 'Đang đưa vào thư viện, đồng chí chờ ít giây…',
  put: (title: string, level: string, seconds: string): string =>
    `Đã đưa “${title}” vào thư viện (mức: ${level}), tìm được sau ${seconds} giây.`,
  example: (question: string): string => `Đồng chí thử hỏi: ${question}`,
  duplicate: (why: string): string => `${why} Tệp vừa gửi đã được bỏ.`,
  failed: {
    disk_full:
      'Chưa đưa được vào thư viện vì ổ đĩa đầy. Thư viện cũ vẫn dùng được; tệp còn chờ, đồng chí bấm lại nút sau.',
    stopped: 'Việc nạp đã dừng giữa chừng. Thư viện cũ vẫn dùng được; tệp còn chờ, đồng chí bấm lại nút.',
    internal:
      'Chưa đưa được vào thư viện vì sự cố khi nạp. Thư viện cũ vẫn dùng được; tệp còn chờ, đồng chí bấm lại nút; nếu vẫn lỗi, hãy xem nhật ký của máy chủ.',
  },
  notTaken: (why: string): string =>
    `Chưa đưa được vào thư viện: ${why} Tệp còn chờ; đồng chí có thể bấm lại nút hoặc bấm “Bỏ”.`,
  dropped: 'Đã bỏ tệp, không lưu gì.',
  gone: 'Tệp này không còn chờ nữa. Đồng chí vui lòng gửi lại tệp.',
} as const
