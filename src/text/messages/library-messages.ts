/** What a person reads while looking through the library. */

export const libraryMessages = {
  empty: 'Thư viện chưa có văn bản nào để xem. Mời đồng chí quay lại sau.',
  overview: (count: number, newest: string | null): string =>
    `Thư viện có ${count} văn bản${newest ? `, mới nhất ngày ${newest}` : ''}.`,
  chooseKind: 'Đồng chí chọn loại văn bản cần xem.',
  orSearch: 'Hoặc gõ số hiệu hay vài từ trong tên, ví dụ: /vanban kết nạp',
  typeWords: 'Đồng chí gõ số hiệu hoặc vài từ trong tên văn bản rồi gửi, ví dụ: kết nạp',
  all: 'Tất cả văn bản',
  chooseYear: 'Đồng chí chọn năm ban hành hoặc năm đăng.',
  noYear: 'Không ghi ngày',
  inYear: (name: string, year: string): string => `${name}, năm ${year}`,
  undated: (name: string): string => `${name}, không ghi ngày`,
  listed: (name: string, count: number, page: number, pages: number): string =>
    `${name}: ${count} văn bản${pages > 1 ? ` – trang ${page}/${pages}` : ''}`,
  newest: 'Văn bản mới nhất trong thư viện',
  found: (query: string, count: number): string => `Tìm “${query}”: có ${count} văn bản.`,
  firstOf: (shown: number): string =>
    `Trên đây là ${shown} văn bản phù hợp nhất. Đồng chí gõ thêm từ để tìm đúng văn bản cần xem.`,
  nearest: (query: string): string => `Không có văn bản nào mang tên “${query}”. Các văn bản có nội dung gần nhất:`,
  numberNotHeld: (number: string): string => `Thư viện không có văn bản ${number}.`,
  nothing: (query: string): string =>
    `Tôi không tìm thấy văn bản nào với “${query}”. Đồng chí thử gõ từ khác, hoặc xem theo loại bằng /vanban.`,
  gone: 'Tôi không tìm thấy văn bản này trong phần thư viện đồng chí được xem. Đồng chí xem danh mục bằng /vanban.',
  changed: 'Văn bản này đã được cập nhật. Đây là mục lục mới.',

  date: (date: string, isArticle: boolean): string => `${isArticle ? 'Ngày đăng' : 'Ngày ban hành'}: ${date}`,
  issuer: (issuer: string): string => `Cơ quan ban hành: ${issuer}`,
  newspaper: (section: string): string => `Chuyên mục: ${section}`,
  level: { public: null, member: 'Phạm vi: chỉ đảng viên được xem', staff: 'Phạm vi: chỉ cán bộ được xem' },
  validity: (state: string): string => `Hiệu lực: ${state}`,
  replacedBy: (names: string): string => `Đã được thay thế bởi ${names}`,
  replaces: (numbers: string): string => `Thay thế: ${numbers}`,
  byPerson: '(theo ghi nhận của cán bộ)',
  holdsFrom: (day: string): string => `Có hiệu lực từ ngày ${day}`,
  notYet: (day: string): string => `Chưa có hiệu lực; có hiệu lực từ ngày ${day}`,
  holdsTo: (day: string): string => `Có hiệu lực đến hết ngày ${day}`,
  willBeReplaced: (name: string): string => `Sẽ được thay thế bởi ${name}`,
  amendedBy: (names: string): string => `Đã được sửa đổi, bổ sung bởi ${names}`,
  amends: (numbers: string): string => `Sửa đổi, bổ sung: ${numbers}`,
  saidSo: (quote: string, by: string | null): string => `“${quote}”${by ? ` (${by})` : ''}`,
  contains: (parts: string): string => `Gồm: ${parts}`,
  mainPoints: 'Một số nội dung (trích nguyên văn):',
  point: ({ quote, place }: { readonly quote: string; readonly place: string | null }): string =>
    `“${quote}”${place ? ` (${place})` : ''}`,
  share: (link: string): string => `Liên kết để chia sẻ: ${link}`,

  opening: 'Phần mở đầu',
  wholeText: 'Toàn văn',
  outline: (name: string, page: number, pages: number): string =>
    `Mục lục ${name}${pages > 1 ? ` – trang ${page}/${pages}` : ''}`,
  pageOf: (page: number, pages: number): string => `Trang ${page}/${pages} của phần này`,

  askAbout: (name: string): string =>
    `Mời đồng chí nhập câu hỏi về ${name}, ví dụ: “Văn bản này nói gì về …?” hoặc “Điều 3 quy định gì?”`,
  buttons: {
    back: '‹ Trước',
    next: 'Sau ›',
    years: 'Chọn năm',
    kinds: 'Xem các loại văn bản',
    outline: 'Xem mục lục',
    file: 'Gửi văn bản gốc',
    askAbout: 'Hỏi về văn bản này',
    document: 'Về trang văn bản',
    replacement: 'Xem văn bản thay thế',
  },
} as const
