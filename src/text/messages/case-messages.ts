/** What askers and staff read about a question that was handed to staff. */

export const caseMessages = {
  /** Labels of buttons. */
  buttons: {
    notRight: 'Chưa đúng ý',
    askStaff: 'Hỏi cán bộ',
    giveName: 'Cho biết tên',
    keepName: 'Không',
    close: 'Đóng',
    sendMore: 'Gửi thêm',
    approve: 'Đưa vào thư viện',
    withdraw: 'Gỡ khỏi thư viện',
    show: (n: number): string => `Xem câu hỏi số ${n}`,
    older: 'Trang trước',
    newer: 'Trang sau',
  },

  /** To the asker. */
  passedOn: (n: number): string =>
    `Tôi đã chuyển câu hỏi của đồng chí tới cán bộ (câu hỏi số ${n}), không kèm tên. Khi có trả lời, tôi sẽ gửi đồng chí tại đây.`,
  mayName: 'Đồng chí có muốn cho cán bộ biết tên không?',
  noted: 'Tôi đã ghi nhận câu trả lời này chưa đúng ý đồng chí. Người phụ trách sẽ xem lại.',
  passedOnShort: 'Đã chuyển tới cán bộ. Khi có trả lời, tôi sẽ gửi đồng chí.',
  notedShort: 'Đã ghi nhận. Cảm ơn đồng chí.',
  alreadyPassedOn: 'Câu hỏi này đã được gửi, đồng chí vui lòng chờ trả lời.',
  tooMany: (count: number): string =>
    `Đồng chí đang có ${count} câu hỏi chờ cán bộ trả lời. Vui lòng chờ trả lời rồi gửi tiếp.`,
  nameGiven: (name: string): string => `Cán bộ đã được biết tên đồng chí: ${name}.`,
  nameUnknown: 'Tôi chưa xem được tên của đồng chí. Câu hỏi vẫn được gửi, không kèm tên.',
  nameKept: 'Câu hỏi vẫn được gửi, không kèm tên.',
  staffAnswer: 'Cán bộ trả lời câu hỏi:',
  closedForAsker: (question: string): string =>
    `Cán bộ đã xem câu hỏi “${question}” và không trả lời thêm. Nếu vẫn cần, đồng chí chọn /lienhe.`,

  /** To staff. */
  reasons: { not_right: 'người hỏi thấy chưa đúng ý', ask_staff: 'hỏi cán bộ', refused: 'trợ lý chưa trả lời được' },
  title: (n: number, reason: string): string => `Câu hỏi số ${n}: ${reason}`,
  question: 'Câu hỏi',
  answered: 'Trợ lý đã trả lời',
  sources: 'Nguồn',
  notShown: 'Câu trả lời dựa trên tài liệu không công khai nên không hiện ở đây.',
  asker: (name: string | null): string => `Người hỏi: ${name ?? 'không nêu tên'}`,
  askedTimes: (count: number): string => `Đã được hỏi ${count} lần.`,
  staffReply: 'Đã trả lời',
  howToAnswer:
    'Để trả lời, hãy dùng chức năng Trả lời (Reply) của Telegram cho chính tin nhắn này. Tin trả lời được gửi ngay cho người hỏi.',
  hasName: (n: number, name: string): string => `Người hỏi câu số ${n} đồng ý cho biết tên: ${name}.`,
  delivered: (n: number): string => `Đã gửi tới người hỏi (câu hỏi số ${n}).`,
  undelivered: (n: number): string =>
    `Chưa gửi được trả lời cho câu hỏi số ${n}: người hỏi đã chặn trợ lý, không còn dùng Telegram hoặc không còn quyền xem tài liệu được hỏi.`,
  alreadyAnswered: (n: number): string => `Câu hỏi số ${n} đã có người trả lời. Vẫn gửi thêm tin này cho người hỏi?`,
  sentAlready: 'Tin này đã được gửi.',
  editSent: (n: number): string => `Đã sửa câu trả lời đã gửi (câu hỏi số ${n}).`,
  fileNotEdited: 'Tệp đã gửi thì không sửa được. Đồng chí hãy gửi một trả lời mới.',
  ownAccount:
    'Tin gửi dưới danh nghĩa ẩn danh hoặc kênh không được chuyển tới người hỏi. Đồng chí hãy trả lời bằng tài khoản của mình.',
  gone: 'Câu hỏi này không còn (đã cũ, hoặc người hỏi đã xóa dữ liệu).',
  closed: (n: number): string => `Đã đóng câu hỏi số ${n}.`,
  notOpen: 'Câu hỏi này đã được trả lời hoặc đã đóng.',
  noneOpen: 'Không có câu hỏi nào đang chờ trả lời.',
  open: (count: number): string => `Có ${count} câu hỏi đang chờ trả lời, cũ nhất trước:`,
  page: (page: number, pages: number): string => `Trang ${page}/${pages}.`,
  line: (n: number, age: string, reason: string): string => `Số ${n} – ${age} – ${reason}`,
  /** `ms`: milliseconds. */
  age: (ms: number): string => {
    const minutes = Math.max(0, Math.floor(ms / 60_000))
    if (minutes === 0) return 'vừa xong'
    if (minutes < 60) return `${minutes} phút`
    return minutes < 1_440 ? `${Math.floor(minutes / 60)} giờ` : `${Math.floor(minutes / 1_440)} ngày`
  },

  /** About taking an answer into the library. */
  whichBasis: (n: number): string =>
    `Câu trả lời số ${n} căn cứ vào văn bản nào? Đồng chí hãy trả lời (Reply) tin này bằng số văn bản, điều khoản hoặc đường dẫn. Không có căn cứ thì không đưa vào thư viện được.`,
  noBasis: 'Tôi chưa thấy số văn bản, điều khoản hoặc đường dẫn nào, ví dụ: Điều 5 Quy định 294-QĐ/TW.',
  noText:
    'Trả lời này là tệp hoặc ảnh nên không đưa vào thư viện bằng nút này được. Đồng chí nhờ quản trị viên gửi tệp riêng cho trợ lý.',
  approving: 'Đang đưa vào thư viện, đồng chí chờ ít giây…',
  approved: (n: number, question: string): string =>
    `Đã đưa câu trả lời số ${n} vào thư viện. Ai hỏi “${question}” sẽ nhận được câu trả lời này.`,
  notApproved: (n: number, why: string): string =>
    `Chưa đưa được câu trả lời số ${n} vào thư viện: ${why} Đồng chí có thể bấm lại nút.`,
  notWithdrawn: (n: number, why: string): string =>
    `Chưa gỡ được câu trả lời số ${n} khỏi thư viện: ${why} Đồng chí có thể bấm lại nút.`,
  why: {
    disk_full: 'ổ đĩa đầy.',
    stopped: 'việc nạp đã dừng giữa chừng.',
    internal: 'có sự cố khi nạp.',
  },
  notForLibrary: 'Không đưa vào thư viện được: câu trả lời của trợ lý dựa trên tài liệu không công khai.',
  alreadyApproved: 'Câu trả lời này đã có trong thư viện.',
  withdrawing: 'Đang gỡ khỏi thư viện, đồng chí chờ ít giây…',
  withdrawn: (n: number): string => `Đã gỡ câu trả lời số ${n} khỏi thư viện.`,
  notInLibrary: 'Câu trả lời này không có trong thư viện.',
  libraryUnchanged: 'Bản trong thư viện chưa đổi; nếu cần, đồng chí gỡ ra rồi đưa vào lại.',
  basis: (words: string): string => `(căn cứ: ${words})`,
} as const
