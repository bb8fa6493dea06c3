/** Every sentence of an answer or refusal that is ours; what stands in “ ” between them is a document's. */

const EXAMPLES = [
  'Điều kiện kết nạp đảng viên là gì?',
  'Chi bộ họp định kỳ mấy lần một tháng?',
  'Mục tiêu của Đảng bộ trong nhiệm kỳ này là gì?',
]

export const answerMessages = {
  empty: `Mời đồng chí nhập câu hỏi về công tác Đảng. Ví dụ: ${EXAMPLES.join(' · ')}`,
  greeting: `Xin chào. Tôi tra cứu tài liệu công tác Đảng có trong thư viện và trả lời kèm trích dẫn. Đồng chí có thể hỏi, ví dụ: ${EXAMPLES.join(' · ')}`,
  thanks: 'Rất vui được giúp đồng chí. Cần tra cứu thêm nội dung nào, đồng chí cứ nhập câu hỏi.',
  tooLong: (limit: number): string =>
    `Câu hỏi dài quá ${limit} ký tự nên tôi chưa xử lý được. Đồng chí vui lòng rút gọn thành một câu hỏi.`,
  secret:
    'Nội dung vừa gửi có dấu hiệu mang dấu độ mật nên tôi không tiếp nhận và không lưu. Theo quy định về bảo vệ bí mật nhà nước, tài liệu mật không được gửi qua kênh này; đồng chí vui lòng xóa tin nhắn và làm việc qua kênh quy định.',
  injection:
    'Tôi chỉ tra cứu và trích dẫn tài liệu công tác Đảng trong thư viện, không nhận lệnh thay đổi cách làm việc. Đồng chí vui lòng nêu câu hỏi cần tra cứu.',
  abuse:
    'Tôi xin ghi nhận đồng chí chưa hài lòng. Đồng chí vui lòng nêu nội dung cần tra cứu, tôi sẽ tìm trong tài liệu.',
  personnel:
    'Tôi không suy đoán về nhân sự hoặc vụ việc chưa được công bố chính thức. Tôi có thể tra cứu quy định, tiêu chuẩn và quy trình trong tài liệu.',
  opinion:
    'Tôi không nêu quan điểm hay nhận xét riêng; tôi chỉ trích dẫn những gì tài liệu trong thư viện nêu. Đồng chí có thể hỏi về nội dung văn bản, quy định.',
  personalData:
    'Tôi không tra cứu hoặc cung cấp thông tin cá nhân. Nếu là công việc, đồng chí vui lòng liên hệ cơ quan có thẩm quyền qua kênh chính thức.',
  drafting:
    'Tôi không soạn thảo văn bản thay cho tổ chức hoặc cá nhân; tôi chỉ tra cứu và trích dẫn tài liệu có trong thư viện. Đồng chí có thể hỏi về thể thức, nội dung, trình tự mà tài liệu quy định.',
  english:
    'Tôi trả lời bằng tiếng Việt, với nguyên văn của văn bản, và không dịch; đồng chí vui lòng hỏi bằng tiếng Việt. (I answer in Vietnamese only, in the exact words of the documents. Please ask in Vietnamese.)',
  offTopic: 'Nội dung này nằm ngoài phạm vi công tác Đảng mà tôi tra cứu được.',
  notFound: 'Tôi chưa tìm thấy nội dung này trong thư viện tài liệu.',
  notInDocument: (name: string): string => `Tôi chưa tìm thấy nội dung này trong ${name}.`,
  locatorNotIn: (locator: string, name: string): string => `Tôi không thấy ${locator} trong ${name}.`,
  atPlace: (name: string, way: string): string => `Theo ${name}${way ? `, ${way}` : ''}:`,
  placeTwice: (locator: string, name: string, ways: readonly string[]): string =>
    `${name} có nhiều chỗ mang ${locator} (${ways.slice(0, 6).join('; ')}${ways.length > 6 ? '…' : ''}). Đồng chí cho biết thuộc Điều hoặc mục nào?`,
  placesLeft: (last: string): string =>
    `Phần được hỏi rất dài nên tôi dừng ở ${last}. Đồng chí có thể hỏi tiếp phần sau.`,
  onlySoMany: (locator: string, where: string, count: number, noun: string): string =>
    `Tôi không thấy ${locator} trong ${where}, chỉ có ${count} ${noun}.`,
  otherParts: (where: string, noun: string, parts: readonly string[]): string =>
    `${where} không chia thành ${noun}; gồm các phần: ${parts.join('; ')}.`,
  noSigner: (name: string): string => `${name} trong thư viện không ghi người ký.`,
  noRecipients: (name: string): string => `${name} không ghi nơi nhận.`,
  noGrounds: (name: string): string => `${name} không ghi phần căn cứ.`,
  contents: (where: string, noun: string): string => `${where} gồm các ${noun}:`,
  countedAll: (where: string, counts: readonly string[], none: readonly string[]): string =>
    `${where} có ${counts.join(', ')}${none.length > 0 ? `, không chia thành ${none.join(', ')}` : ''}.`,
  onlyArticles: (where: string, noun: string, count: number): string =>
    `${where} không chia thành ${noun}; có ${count} điều.`,
  noNeighbour: (isNext: boolean, shown: string, name: string): string =>
    `${name} không có phần nào cùng loại ${isNext ? 'sau' : 'trước'} ${shown}.`,
  standsAt: (places: readonly string[]): string => `Nội dung này ở ${places.join('; và ')}.`,
  notDivided: (where: string, noun: string): string => `${where} không chia thành ${noun}.`,
  hasParts: (parts: readonly string[]): string => `Đồng chí có thể hỏi cụ thể hơn về từng phần: ${parts.join('; ')}.`,
  numberNotHeld: (number: string): string => `Thư viện không có văn bản ${number}.`,
  mentionedIn: 'Văn bản ấy được nhắc đến trong các tài liệu sau:',
  onlyMentioned: (name: string): string =>
    `Thư viện không có toàn văn ${name}; trên đây là phần tài liệu khác nhắc đến.`,
  periodNotFound: (period: string): string =>
    `Tôi chưa tìm thấy số liệu hoặc nội dung của ${period} trong thư viện tài liệu.`,
  term: (range: string): string => `nhiệm kỳ, giai đoạn ${range}`,
  emptyLibrary: 'Thư viện chưa có tài liệu nào để tra cứu.',
  libraryHolds: (count: number, kinds: string, newest: string | null): string =>
    `Thư viện hiện có ${count} tài liệu${kinds ? ` (${kinds})` : ''}${newest ? `, mới nhất ngày ${newest}` : ''}.`,
  nearest: 'Các tài liệu gần nhất:',
  closestOnly: 'Trên đây là đoạn gần nhất tìm được, có thể chưa trả lời trọn câu hỏi; đồng chí vui lòng đối chiếu.',
  /** Under an answer in a model's words. */
  worded: 'Câu trả lời do máy diễn đạt lại; nguyên văn ở phần Nguồn.',
  maybePartial: 'Câu trả lời có thể chưa trọn; đồng chí vui lòng đối chiếu với nguyên văn.',
  /** Where the search by meaning failed. */
  byWordsOnly: 'Hiện chỉ tìm được theo từ ngữ. Nếu chưa đúng ý, đồng chí hỏi lại bằng từ khác.',
  locatorOpen: (locator: string): string => `Nhiều văn bản có ${locator}. Đồng chí muốn xem ở văn bản nào?`,
  locatorMissing: (locator: string): string =>
    `Tôi không thấy ${locator} trong tài liệu đang có. Đồng chí cho biết tên hoặc số văn bản cần xem.`,
  severalNumbers: (name: string): string => `Có nhiều văn bản là ${name}. Đồng chí hỏi văn bản nào?`,
  moreOfNumber: (count: number): string =>
    `Ngoài các văn bản dưới đây còn ${count} văn bản khác; đồng chí có thể nói thêm năm hoặc cơ quan ban hành.`,
  severalArticles: 'Thư viện có nhiều tài liệu. Đồng chí hỏi tài liệu nào?',
  disagree: (first: string, second: string): string =>
    `Hai tài liệu nêu số liệu khác nhau. ${first} ${second} Đồng chí hỏi theo tài liệu nào?`,
  states: (source: string, quote: string): string => `${source} nêu: “${quote}”`,
  onlyCounted: (counted: string): string =>
    `Tài liệu chỉ nêu số lượng (${counted}), tôi không thấy phần liệt kê cụ thể.`,
  notAll: (said: string, asked: string): string => `Tài liệu viết “${said}”, không phải “${asked}”.`,
  published: (title: string, date: string): string => `Bài “${title}” đăng ngày ${date}.`,
  issued: (name: string, date: string): string => `${name} ban hành ngày ${date}.`,
  issuedBy: (name: string, issuer: string): string => `${name} do ${issuer} ban hành.`,
  writtenBy: (title: string, author: string): string => `Bài “${title}” ghi tác giả: ${author}.`,
  signedBy: (name: string, signer: string): string => `Người ký ${name}: ${signer}.`,
  numbered: (title: string, number: string): string => `“${title}” có số, ký hiệu ${number}.`,
  oldSource: (date: string): string => `Nguồn ngày ${date}, tư liệu có thể đã cũ.`,
  termOver: (from: number, to: number, date: string | null): string =>
    `Nguồn${date ? ` ngày ${date}` : ''} viết về nhiệm kỳ ${from}-${to} đã kết thúc; thông tin có thể đã thay đổi.`,
  replacedBy: (name: string, by: string): string => `${name} đã được thay thế bởi ${by}.`,
  replacedInTurn: (name: string, by: string, last: string): string =>
    `${name} đã được thay thế bởi ${by}; văn bản thay thế gần nhất trong thư viện là ${last}.`,
  replaced: (name: string): string => `${name} đã được thay thế.`,
  changedBy: (name: string, by: string): string =>
    `Một số nội dung của ${name} đã được sửa đổi, bổ sung bởi ${by}; đồng chí vui lòng đối chiếu.`,
  willBeReplaced: (name: string, by: string, from: string): string =>
    `${name} sẽ được thay thế bởi ${by} từ ngày ${from}.`,
  notYetInForce: (name: string, from: string): string => `${name} chưa có hiệu lực; có hiệu lực từ ngày ${from}.`,
  laterThanAsked: (name: string, from: string): string =>
    `${name} chỉ có hiệu lực từ ngày ${from}; tôi chưa tìm thấy văn bản áp dụng vào thời điểm đồng chí hỏi.`,
  /** Asked of before, and only what holds now answers. */
  nothingBefore:
    'Tôi chưa tìm thấy văn bản trước đây về nội dung này; trên đây là theo văn bản hiện có trong thư viện.',
  onlyReplaced: (old: string, by: string): string =>
    `Nội dung này chỉ có trong ${old}, là văn bản đã được thay thế; tôi chưa tìm thấy trong ${by} và các văn bản còn hiệu lực. Đồng chí có thể mở:`,
  onlyExpired: (old: string): string =>
    `Nội dung này chỉ có trong ${old}, là văn bản đã hết hiệu lực. Đồng chí có thể mở để xem lại:`,
  onlyPress:
    'Nguồn là bài báo, không phải văn bản của Đảng. Tôi chưa thấy nội dung này trong văn bản nào của thư viện.',
  expired: (name: string): string => `${name} đã hết hiệu lực.`,
  draft: (name: string): string => `${name} là dự thảo, chưa có hiệu lực.`,
  understoodAs: (question: string): string => `Câu hỏi được hiểu là: ${question}`,
  joinedWith: (question: string): string => `Hiểu là hỏi tiếp câu trước: “${question}”.`,
  askedOf: (name: string): string => `Hiểu là hỏi tiếp về ${name}.`,
  accordingToArticle: (date: string | null, title: string): string =>
    date ? `Theo bài báo ngày ${date}:` : `Theo bài báo “${title}”:`,
  staffAnswered: (date: string | null): string => `Cán bộ trả lời${date ? ` ngày ${date}` : ''}:`,
  accordingTo: (name: string, date: string | null): string => `Theo ${name}${date ? ` ngày ${date}` : ''}:`,
  failed: 'Xin lỗi đồng chí, hệ thống gặp sự cố khi tìm câu trả lời. Đồng chí vui lòng thử lại sau ít phút.',
} as const
