/** What a person reads who follows kinds of documents, bodies, numbers or subjects. */

export const followMessages = {
  heading: 'Theo dõi văn bản mới',
  none: 'Đồng chí chưa theo dõi mục nào.',
  followed: 'Đồng chí đang theo dõi:',
  item: (n: number, name: string): string => `${n}. ${name}`,
  how: [
    'Muốn theo dõi, đồng chí bấm một nút bên dưới, hoặc gõ /theodoi rồi đến loại văn bản, cơ quan, số văn bản hay chủ đề. Ví dụ:',
    '/theodoi nghị quyết',
    '/theodoi Tỉnh ủy',
    '/theodoi quy định 27',
    '/theodoi sinh hoạt chi bộ',
  ].join('\n'),
  more: 'Muốn theo dõi thêm, đồng chí bấm “Theo dõi thêm”, hoặc gõ /theodoi rồi đến loại văn bản, cơ quan, số văn bản hay chủ đề.',
  chooseBody: 'Đồng chí chọn cơ quan ban hành:',
  noBodies: 'Văn bản trong thư viện chưa ghi cơ quan ban hành.',

  name: {
    everything: 'mọi văn bản',
    anyDocument: 'văn bản',
    or: ' hoặc ',
    of: (body: string): string => ` của ${body}`,
    about: (words: string): string => ` về “${words}”`,
    subject: (words: string): string => `chủ đề “${words}”`,
  },

  done: (name: string): string => `Đồng chí đã theo dõi: ${name}.`,
  already: (name: string): string => `Đồng chí đang theo dõi mục này rồi: ${name}.`,
  willTell: 'Khi thư viện có văn bản mới thuộc mục này, hoặc văn bản đã có được sửa, thay thế, hết hiệu lực, tôi sẽ báo đồng chí tại đây.', // prettier-ignore
  willTellOfOne: 'Khi văn bản này được sửa, thay thế hoặc hết hiệu lực, tôi sẽ báo đồng chí tại đây.',
  notAtNight: (from: number, to: number): string => `Tôi không báo trong khoảng ${from} giờ đến ${to} giờ.`,
  has: (count: number): string => (count === 1 ? 'Thư viện hiện có:' : `Thư viện hiện có ${count} văn bản thuộc mục này, mới nhất:`), // prettier-ignore
  hasSome: 'Trong thư viện hiện có, chẳng hạn:',
  hasNone: 'Hiện thư viện chưa có văn bản nào thuộc mục này.',
  sawNone: 'Tôi chưa thấy văn bản nào thuộc mục này trong thư viện.',
  several: (count: number): string => `Có ${count} văn bản mang số này, tôi sẽ báo về cả ${count}. Muốn theo dõi một văn bản, đồng chí gõ thêm “của” và tên cơ quan.`, // prettier-ignore
  full: (most: number): string => `Đồng chí đang theo dõi ${most} mục, nhiều nhất có thể. Muốn thêm mục mới, xin bỏ bớt một mục.`, // prettier-ignore
  vague:
    'Xin đồng chí ghi rõ hơn muốn theo dõi gì, ví dụ: /theodoi nghị quyết, /theodoi quy định 27, hoặc /theodoi sinh hoạt chi bộ.',
  long: 'Chủ đề dài quá. Xin đồng chí ghi vài từ chính, ví dụ: /theodoi kết nạp đảng viên.',

  removed: (name: string): string => `Đã bỏ theo dõi: ${name}.`,
  removedAll: (count: number): string => `Đã bỏ theo dõi cả ${count} mục. Tôi sẽ không báo văn bản mới nữa.`,
  removedOne: 'Đã bỏ theo dõi. Tôi sẽ không báo văn bản mới nữa.',
  nothingToRemove: 'Đồng chí không theo dõi mục nào.',
  notFollowed: 'Mục này không còn được theo dõi.',

  news: (names: string): string => `Có văn bản mới mà đồng chí theo dõi (${names}):`,
  changes: (names: string): string => `Có thay đổi ở văn bản mà đồng chí theo dõi (${names}):`,
  both: (names: string): string => `Có văn bản mới và thay đổi ở văn bản mà đồng chí theo dõi (${names}):`,
  andMore: (count: number): string => `… và ${count} văn bản khác. Đồng chí xem ở /moi hoặc /vanban.`,
  dated: (name: string, date: string | null, issuer: string | null): string =>
    [name, date && `ngày ${date}`, issuer && `của ${issuer}`].filter(Boolean).join(' '),
  replaces: (names: string): string => `Thay thế: ${names}.`,
  state: (name: string): string => `Hiệu lực: ${name}.`,
  changed: 'Nội dung trong thư viện vừa được sửa.',
  replacedBy: (names: string): string => `Đã được thay thế bởi ${names}.`,
  replaced: 'Đã được thay thế.',
  expired: 'Đã hết hiệu lực.',

  buttons: {
    follow: (name: string): string => `+ ${name}`,
    counted: (name: string, count: number): string => `${name} (${count})`,
    everything: 'Mọi văn bản',
    byBody: 'Chọn theo cơ quan',
    back: 'Quay lại',
    more: 'Theo dõi thêm',
    open: (name: string): string => `Xem ${name}`,
    remove: 'Bỏ theo dõi',
    removeItem: (n: number, name: string): string => `Bỏ ${n}. ${name}`,
    removeAll: 'Bỏ theo dõi tất cả',
    edit: 'Sửa mục theo dõi',
    again: 'Theo dõi lại',
  },
} as const
