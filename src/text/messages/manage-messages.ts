/** What admins read while they change how a document stands: who may read it, whether it is in force, and whether it is in the library. */

export const manageMessages = {
  levels: { public: 'công khai', member: 'đảng viên', staff: 'cán bộ' },
  page: {
    level: (level: string): string => `Mức đọc: ${level}`,
    validity: (state: string): string => `Hiệu lực: ${state}`,
    replacedBy: (names: string): string => `được thay thế bởi ${names}`,
    stated: '(do quản trị ghi)',
    read: '(theo văn bản)',
    file: (source: string): string => `Tệp: ${source}`,
  },
  buttons: {
    manage: 'Sửa thông tin',
    level: 'Đổi mức đọc',
    validity: 'Đổi hiệu lực',
    remove: 'Gỡ khỏi thư viện',
    back: 'Về trang văn bản',
    up: '‹ Trở lại',
    levels: { public: 'Công khai', member: 'Đảng viên', staff: 'Cán bộ' },
    states: {
      in_force: 'Còn hiệu lực',
      expired: 'Hết hiệu lực',
      draft: 'Dự thảo',
      replaced: 'Được thay thế bởi…',
      text: 'Theo văn bản ghi',
    },
    confirm: 'Đúng, đổi',
    confirmRemoval: 'Đúng, gỡ',
    cancel: 'Không',
    restore: 'Đưa trở lại',
  },

  chooseLevel: 'Ai được đọc văn bản này?',
  chooseState: 'Văn bản này hiện thế nào?',

  askLevel: (name: string, before: string, after: string): string => `Đổi mức đọc của ${name}: ${before} → ${after}?`,
  narrower:
    'Ai ở dưới mức ấy sẽ không thấy văn bản này nữa: trong câu trả lời, danh mục, kết quả tìm và liên kết đã chia sẻ.',
  wider: 'Thêm nhiều người được đọc và được trích dẫn văn bản này. Điều đã đọc thì không thu lại được.',
  toPublic: 'Đồng chí hãy chắc rằng văn bản không phải là tài liệu nội bộ.',
  askState: (name: string, after: string): string => `Ghi hiệu lực của ${name}: ${after}?`,
  overText: 'Điều đồng chí ghi được dùng thay cho điều đọc được trong văn bản.',
  askText: (name: string): string =>
    `Bỏ điều quản trị đã ghi về hiệu lực của ${name}, dùng lại điều đọc được trong văn bản?`,
  askRemoval: (name: string): string => `Gỡ ${name} khỏi thư viện?`,
  removal: 'Tệp được chuyển sang thư mục riêng (removed), không bị xóa; đồng chí có thể đưa trở lại.',

  askReplacement: (name: string): string =>
    `Văn bản nào thay thế ${name}? Đồng chí gõ số hiệu hoặc vài từ trong tên văn bản ấy, ví dụ: 27-QĐ/ĐUK`,
  pickReplacement: 'Đồng chí chọn văn bản thay thế:',
  noReplacement: (words: string): string =>
    `Thư viện không có văn bản nào có số hiệu hợp với “${words}” mà mọi người đọc văn bản này đều được đọc. Đồng chí gõ lại, hoặc gõ /vanban để thôi.`,

  working: 'Đang ghi và cập nhật thư viện, đồng chí chờ ít giây…',
  cancelled: 'Đã giữ nguyên.',
  levelDone: (name: string, before: string, after: string): string =>
    `Đã đổi mức đọc của ${name}: ${before} → ${after}. Có hiệu lực ngay.`,
  stateDone: (name: string, before: string, after: string): string =>
    `Đã ghi hiệu lực của ${name}: ${before} → ${after}. Có hiệu lực ngay.`,
  removed: (name: string): string => `Đã gỡ ${name} khỏi thư viện. Tệp còn giữ trong thư mục removed.`,
  removedAlready: 'Văn bản này đã được gỡ khỏi thư viện. Tệp còn giữ trong thư mục removed.',
  restored: (name: string, level: string): string => `Đã đưa ${name} trở lại thư viện, mức đọc: ${level}.`,

  failed: {
    gone: 'Văn bản này không còn trong thư viện.',
    moved:
      'Văn bản vừa được thay đổi sau khi đồng chí mở, nên chưa ghi gì. Đồng chí mở lại văn bản để xem bản hiện nay.',
    missing: 'Tệp gốc của văn bản này không còn ở chỗ cũ trên máy chủ, nên chưa ghi được gì.',
    changed:
      'Tệp gốc trên máy chủ đã khác với bản trong thư viện, nên chưa ghi gì. Hãy chạy lại lệnh nạp tài liệu rồi thử lại.',
    broken: 'Tệp thông tin đi kèm đang viết sai nên chưa ghi được gì; hãy sửa tệp ấy trên máy chủ.',
    not_writable: 'Không ghi được vào thư mục chứa tệp này trên máy chủ (quyền ghi, hoặc tệp ở ổ đĩa khác).',
    elsewhere:
      'Tệp này nằm ngoài thư mục tài liệu của hệ thống nên tôi không chuyển đi. Hãy gỡ tệp ở đó rồi chạy lại lệnh nạp tài liệu.',
    occupied: 'Chỗ cũ của tệp nay đã có tệp khác nên chưa đưa trở lại được.',
    refused: 'Tệp không nạp lại được, nên đã giữ nguyên như cũ.',
    disk_full: 'Ổ đĩa đầy nên chưa ghi được gì. Thư viện giữ nguyên.',
    stopped: 'Việc đang làm đã dừng giữa chừng. Thư viện giữ nguyên; đồng chí có thể bấm lại nút.',
    internal: 'Gặp sự cố khi cập nhật thư viện. Thư viện giữ nguyên; đồng chí xem nhật ký của máy chủ.',
  },
} as const
