/** What a person reads about a document in short: its parts, its targets, who carries it out. */

export const digestMessages = {
  /** What /tomtat asks; `name` as it was typed, or nothing. */
  asked: (name: string): string => `Tóm tắt ${name}`.trim(),

  which: 'Đồng chí muốn xem tóm tắt văn bản nào? Xin ghi số hiệu hoặc tên văn bản.',
  whichTargets: 'Có nhiều văn bản nêu chỉ tiêu. Đồng chí hỏi văn bản nào?',

  parts: (name: string, count: number, called: string, articles: number): string =>
    `${name} có ${count} ${called}${articles > 0 ? `, ${articles} điều` : ''}:`,
  partsInLine: (count: number, called: string, articles: number): string =>
    `Gồm ${count} ${called}${articles > 0 ? `, ${articles} điều` : ''}:`,
  /** Where the numbering has gaps, nothing is counted. */
  uncountedParts: (name: string, called: string): string => `Các ${called} tôi thấy trong ${name}:`,
  uncountedInLine: (called: string): string => `Các ${called}:`,
  partsLeft: (shown: number, all: number, called: string): string =>
    `Trên đây là ${shown} trong ${all} ${called}; toàn bộ có ở mục lục của văn bản.`,
  articles: (first: string, last: string): string => `(${first} đến ${last})`,

  targets: (name: string, count: number): string => `${name} có ${count} chỉ tiêu, mục tiêu kèm số liệu:`,
  targetsInSummary: (count: number): string => `Chỉ tiêu, mục tiêu kèm số liệu (${count}):`,
  targetsLeft: (shown: number, all: number, name: string): string =>
    `Trên đây là ${shown} trong ${all} chỉ tiêu; đồng chí mở trang văn bản ${name} để xem đủ.`,
  moreTargets: (shown: number, all: number, name: string): string =>
    `Trên đây là ${shown} trong ${all} chỉ tiêu; đồng chí hỏi “Các chỉ tiêu của ${name}” để xem thêm.`,
  onlyFigures: 'Chỉ liệt kê câu có số liệu; nội dung khác xin xem nguyên văn.',

  points: 'Một số nội dung, trích nguyên văn:',
  duties: 'Tổ chức thực hiện:',

  /** Pages of the bot. */
  summaryPage: (name: string): string => `Tóm tắt ${name}`,
  targetsPage: (name: string, page: number, pages: number): string =>
    `Chỉ tiêu của ${name}${pages > 1 ? ` – trang ${page}/${pages}` : ''}`,
  counted: (count: number): string => `Có ${count} chỉ tiêu, mục tiêu kèm số liệu, trích nguyên văn:`,
  noTargets: 'Tôi không thấy chỉ tiêu kèm số liệu trong văn bản này.',
  byStructure: 'Tóm tắt lập tự động theo bố cục, trích nguyên văn; không thay cho văn bản gốc.',
  buttons: { summary: 'Tóm tắt', targets: 'Chỉ tiêu' },
} as const
