/** What is said of bodies that are no longer, and of a table of them that is wrong. */

export const unitMessages = {
  /** `followedBy`: what it is part of now, or nothing; `source`: `Nghị quyết …, số …, ngày …`. */
  ended: (name: string, date: string, followedBy: string, source: string, note: string | null): string =>
    `${name} ${followedBy ? `được sắp xếp vào ${followedBy}` : 'không còn'} từ ngày ${date} (theo ${source}).${note ? ` ${note}` : ''}`,
  endedBody: (name: string, date: string, followedBy: string, source: string, note: string | null): string =>
    `${name} đã kết thúc hoạt động từ ngày ${date}${followedBy ? `; nay là ${followedBy}` : ''} (theo ${source}).${note ? ` ${note}` : ''}`,
  source: (title: string, number: string | null, date: string | null): string =>
    [title, number && `số ${number}`, date && `ngày ${date}`].filter(Boolean).join(', '),
  and: ' và ',

  text: 'phải là chữ',
  empty: 'không được để trống',
  tooLong: (most: number): string => `dài quá ${most} ký tự`,
  tooMany: 'có quá nhiều tên',
  list: 'phải là danh sách tên trong dấu [ ]',
  oneSyllable: 'tên chỉ có một tiếng thì dễ nhầm; hãy ghi tên đầy đủ, hoặc ghi ở beforeName',
  date: 'phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2025-07-01',
  url: 'phải là địa chỉ http hoặc https',
  kind: (kinds: readonly string[]): string => `phải là một trong: ${kinds.join(', ')}`,
  objectFault: 'thiếu, thừa hoặc sai tên trường',
  noName: 'cần ít nhất một tên trong names, namesWithMarks hoặc beforeName',
  noJson: (detail: string): string => `Tệp không phải JSON hợp lệ (${detail}); bảng không được dùng.`,
  noTable: 'Tệp phải có dạng { "units": [ … ] }; bảng không được dùng.',
  fault: (n: number, name: string | null, field: string, what: string): string =>
    `Mục ${n}${name ? ` (“${name}”)` : ''}${field ? `, trường ${field}` : ''}: ${what}. Mục này không được dùng.`,
} as const
