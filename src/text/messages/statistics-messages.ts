/** /thongke: figures about the questions, as staff read them. */

const number = (n: number): string => n.toLocaleString('vi-VN')

export const statisticsMessages = {
  title: 'Thống kê hỏi đáp',
  period: (days: number, last: string): string => `${days} ngày, đến hết ${last}`,
  none: (days: number): string => `Trong ${days} ngày qua chưa có câu hỏi nào.`,
  usage: 'Đồng chí gõ /thongke, /thongke 7, /thongke 30 hoặc /thongke 90 (số ngày).',
  asked: (total: number): string => `Số câu hỏi: ${number(total)}`,
  outcomes: {
    answered: (count: number, percent: number): string => `– đã trả lời: ${number(count)} (${percent}%)`,
    askedBack: (count: number, percent: number): string => `– hỏi lại cho rõ: ${number(count)} (${percent}%)`,
    refused: (count: number, percent: number): string => `– chưa trả lời được: ${number(count)} (${percent}%)`,
    failed: (count: number, percent: number): string => `– gặp lỗi: ${number(count)} (${percent}%)`,
  },
  median: (ms: number): string =>
    `Thời gian trả lời (trung vị): ${ms < 950 ? 'dưới 1 giây' : `${(ms / 1000).toFixed(1).replace('.', ',')} giây`}`,
  busiest: (day: string, count: number): string => `Ngày hỏi nhiều nhất: ${day} (${number(count)} câu)`,
  topics: 'Chủ đề (theo loại văn bản được trích dẫn)',
  documents: 'Văn bản được dùng nhiều nhất',
  notFound: 'Hay được hỏi mà thư viện chưa có',
  entry: (label: string, count: number): string => `– ${label}: ${number(count)}`,
  ofPersons: (words: string, count: number): string => `– “${words}” (${number(count)} người)`,
  fewest: (count: number): string =>
    `Để giữ kín người hỏi, chủ đề, văn bản và từ ngữ chỉ nêu khi có từ ${count} người hỏi trở lên.`,
  kept: (days: number): string => `Chủ đề, văn bản và từ ngữ tính trong ${days} ngày gần nhất (thời hạn lưu câu hỏi).`,
  otherTopic: 'Tài liệu không công khai hoặc đã gỡ',

  /** In the picture. */
  chart: {
    subtitle: (period: string, total: number): string => `${period}: ${number(total)} câu hỏi`,
    legend: {
      answered: (count: number): string => `Đã trả lời: ${number(count)}`,
      askedBack: (count: number): string => `Hỏi lại cho rõ: ${number(count)}`,
      refused: (count: number): string => `Chưa trả lời được: ${number(count)}`,
      failed: (count: number): string => `Gặp lỗi: ${number(count)}`,
    },
    topics: 'Chủ đề được hỏi (số câu)',
    noTopics: 'Chưa chủ đề nào có từ ba người hỏi.',
    caption: (period: string): string => `Thống kê hỏi đáp, ${period}. Các con số có trong tin nhắn phía trên.`,
    undrawn: 'Chưa vẽ được hình thống kê. Các con số có trong tin nhắn phía trên.',
  },
} as const
