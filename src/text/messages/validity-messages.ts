/** What is said of the validity of a document; the sentence that it rests on is quoted below. */

const STATES: Readonly<Record<string, string>> = {
  in_force: 'còn hiệu lực',
  expired: 'đã hết hiệu lực',
  draft: 'là dự thảo, chưa có hiệu lực',
}

export const validityMessages = {
  inForce: (name: string, from: string): string =>
    `${name} có hiệu lực từ ngày ${from}; thư viện không có văn bản nào thay thế hoặc bãi bỏ văn bản này.`,
  noSuccessor: (name: string): string => `Thư viện không có văn bản nào thay thế hoặc bãi bỏ ${name}.`,
  holdsStill: (name: string): string => `${name} chưa bị thay thế.`,
  thisOne: 'Văn bản này',
  noDate: (name: string): string => `${name} không ghi rõ ngày có hiệu lực.`,
  until: (to: string): string => `Văn bản có hiệu lực đến hết ngày ${to}.`,
  notYet: (name: string, from: string): string => `${name} chưa có hiệu lực; văn bản có hiệu lực từ ngày ${from}.`,
  expired: (name: string, on: string | null): string =>
    on === null ? `${name} đã hết hiệu lực.` : `${name} đã hết hiệu lực; ngày cuối còn hiệu lực là ${on}.`,
  draft: (name: string): string => `${name} là dự thảo, chưa có hiệu lực.`,
  replacedBy: (name: string, by: string): string => `${name} đã được thay thế bởi ${by}.`,
  abolishedBy: (name: string, by: string): string => `${name} đã bị bãi bỏ bởi ${by}.`,
  inTurn: (last: string): string => `Văn bản thay thế gần nhất trong thư viện là ${last}.`,
  replacedUnknown: (name: string): string =>
    `${name} đã được thay thế; thư viện không có văn bản thay thế để trích dẫn.`,
  willBeReplaced: (by: string, from: string): string => `Văn bản sẽ được thay thế bởi ${by} từ ngày ${from}.`,
  changedBy: (by: string): string => `Một số nội dung đã được sửa đổi, bổ sung bởi ${by}.`,
  since: (day: string): string => `Việc thay thế có hiệu lực từ ngày ${day}.`,
  statedByPerson: (name: string, state: string): string =>
    `${name}: ${STATES[state] ?? state} (theo ghi nhận của cán bộ quản lý thư viện).`,
  statedSuccessor: (name: string, by: string): string =>
    `${name} đã được thay thế bởi ${by} (theo ghi nhận của cán bộ quản lý thư viện; thư viện chưa có văn bản thay thế).`,
  statedAmendment: (name: string, by: string): string =>
    `${name} đã được sửa đổi, bổ sung bởi ${by} (theo ghi nhận của cán bộ quản lý thư viện).`,
  holdsFrom: (name: string, from: string, isStated: boolean): string =>
    `${name} có hiệu lực từ ngày ${from}${isStated ? ' (theo ghi nhận của cán bộ quản lý thư viện)' : ''}.`,
  holdsTo: (name: string, to: string): string => `${name} có hiệu lực đến hết ngày ${to}.`,
  amendedBy: (name: string, by: string): string => `${name} đã được sửa đổi, bổ sung bởi ${by}.`,
  notAmended: (name: string): string => `Thư viện không có văn bản nào sửa đổi, bổ sung ${name}.`,
  replaces: (name: string, others: string): string => `${name} thay thế ${others}.`,
  amends: (name: string, others: string): string => `${name} sửa đổi, bổ sung ${others}.`,
  replacesNone: (name: string): string => `${name} không ghi thay thế văn bản nào.`,
  amendsNone: (name: string): string => `${name} không ghi sửa đổi, bổ sung văn bản nào.`,
  missingReplaced: (number: string, by: string): string =>
    `Thư viện không có toàn văn ${number}; theo ${by}, văn bản này đã được thay thế hoặc bãi bỏ.`,
} as const
