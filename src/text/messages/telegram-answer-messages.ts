/** What stands around an answer in Telegram: what it is, where its words stand, what may be pressed, what to do next. */

export const telegramAnswerMessages = {
  /** Once to every person, below their first answer. */
  whatWeAre:
    'Tôi là trợ lý tự động. Tôi chỉ trích nguyên văn tài liệu trong thư viện; câu trả lời không thay cho văn bản gốc.',
  /** The same where a model words the answers. */
  whatWeAreWording:
    'Tôi là trợ lý tự động. Câu trả lời được máy diễn đạt từ các câu trích trong phần Nguồn và không thay cho văn bản gốc.',
  sources: 'Nguồn:',
  note: 'Lưu ý:',
  /** Before what may not be the answer: said first, so that nobody takes it for one. */
  closest: 'Tôi chưa thấy câu trả lời trọn vẹn. Đoạn gần nhất tìm được, mong đồng chí đối chiếu:',
  /** Where every source is press. */
  pressOnly: 'Nguồn là bài báo, không phải văn bản của Đảng.',
  /** Where the answer is longer than is read at a glance. */
  goesOn: 'Câu trả lời còn tiếp trong phần Nguồn bên dưới.',
  /** Where a place that was asked for is longer than one message. */
  readOnBelow: 'Phần này dài, trên đây là đoạn đầu. Đồng chí bấm nút bên dưới để xem trọn.',
  readOn: (place: string): string => `Xem trọn ${place}`,
  thisPart: 'phần này',
  /** Where quotes that matter less are left to the sources. */
  othersBelow: 'Các đoạn liên quan khác có trong phần Nguồn bên dưới.',
  address: (url: string): string => `Xem tại: ${url}`,
  choose: 'Đồng chí bấm một nút bên dưới, hoặc gõ số thứ tự.',
  near: 'Đồng chí có thể bấm để mở tài liệu gần nhất, hoặc hỏi lại bằng từ khác.',
  rephrase: 'Đồng chí có thể hỏi lại bằng từ khác, hoặc xem danh mục bằng lệnh /vanban.',
  orContact: 'Cần người trả lời, đồng chí dùng lệnh /lienhe.',
  /** At the end of a refusal that goes to staff by itself. */
  handedOver: {
    now: 'Tôi đã chuyển câu hỏi này tới cán bộ, không kèm tên. Khi có trả lời, tôi sẽ gửi đồng chí tại đây.',
    waits: 'Câu hỏi này của đồng chí đang chờ cán bộ trả lời. Khi có trả lời, tôi sẽ gửi đồng chí tại đây.',
    others_waits: 'Câu hỏi này đang chờ cán bộ trả lời. Muốn nhận trả lời, đồng chí bấm “Hỏi cán bộ”.',
  },
  /** Where nothing has been taken in yet. */
  comeBack: 'Mời đồng chí quay lại sau.',
  orAskStaff: 'Việc cần ngay, đồng chí bấm “Hỏi cán bộ”.',
  /** Personal data in the question; `what`: as they are called. */
  masked: (what: readonly string[]): string =>
    `Tôi đã che ${what.join(', ')} trong câu hỏi. Lần sau đồng chí không cần gửi.`,
  onlyMasked: (what: readonly string[]): string =>
    `Tôi đã che ${what.join(', ')} trong tin nhắn và chưa thấy câu hỏi. Mời đồng chí gõ câu hỏi, không cần gửi số giấy tờ hay số điện thoại.`,
  /** The same words whoever asks: in a group nobody learns what there is beyond the public. */
  askInPrivate: 'Trong nhóm tôi chỉ dùng tài liệu công khai. Đồng chí có thể nhắn riêng cho tôi để hỏi.',

  moreSources: 'Xem thêm nguồn',
  original: 'Gửi văn bản gốc',
  originalOf: (name: string): string => `Gửi ${name}`,
  stop: 'Dừng',
  previous: '‹ Trước',
  next: 'Sau ›',

  page: (page: number, pages: number): string => `Đoạn ${page}/${pages}`,
  passageLead: 'Nguyên văn phần có câu trích (câu trích in đậm):',
  otherDocuments: 'Tài liệu khác có thể liên quan, bấm để mở:',
  whichOriginal: 'Đồng chí cần văn bản nào?',

  searching: 'Đang tra cứu… Đồng chí vui lòng chờ.',
  writing: (passages: number): string =>
    `Đã tìm thấy ${passages} đoạn liên quan. Đang soạn câu trả lời và đối chiếu với nguyên văn…`,
  stopped: 'Đã dừng.',
  nothingToStop: 'Không có câu hỏi nào đang chờ.',
  sentAbove: 'Tôi đã gửi ở trên.',
  notYours: 'Nút này dành cho người đã hỏi. Đồng chí hãy gửi câu hỏi của mình.',
  answerGone: 'Câu trả lời này đã cũ nên không còn lưu. Mời đồng chí hỏi lại.',
  documentGone: 'Văn bản này không còn trong phần thư viện đồng chí được xem. Mời đồng chí hỏi lại.',
  choiceUsed: 'Tôi đã trả lời theo văn bản này ở trên.',

  askHere: 'Mời đồng chí nhập câu hỏi, ví dụ: Chi bộ họp định kỳ mấy lần một tháng?',
  askHereInGroup: (username: string): string =>
    `Mời đồng chí trả lời (reply) tin nhắn này bằng câu hỏi, hoặc gõ: /hoi@${username} rồi đến câu hỏi.`,
  noWords:
    'Tôi chưa thấy câu hỏi trong tin nhắn. Mời đồng chí viết bằng chữ, ví dụ: Chi bộ họp định kỳ mấy lần một tháng?',

  groupHello: (username: string): string =>
    `Xin chào. Tôi trả lời câu hỏi về công tác Đảng kèm lời trích nguyên văn tài liệu công khai trong thư viện. Để hỏi, đồng chí gõ /hoi@${username} rồi đến câu hỏi, hoặc trả lời (reply) một tin nhắn của tôi. Tôi chỉ trả lời khi được gọi.`,
  groupNotServed: 'Xin lỗi các đồng chí, tôi không phục vụ nhóm này nên xin rời nhóm. Mời đồng chí nhắn riêng cho tôi.',
} as const
