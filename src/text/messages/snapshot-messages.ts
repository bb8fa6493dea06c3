/** What admins read about the states of the library that are kept, in Telegram and in the terminal. */
import { timeOfDay } from '../numbers/clock.ts'

interface Described {
  readonly createdAt: string
  readonly documents: number
  readonly passages: number
  readonly embedder: string | null
}

const at = ({ createdAt }: Pick<Described, 'createdAt'>): string => timeOfDay(Date.parse(createdAt))

export const snapshotMessages = {
  none: 'Thư viện chưa có phiên bản nào: chưa nạp tài liệu.',
  serving: 'Phiên bản đang dùng',
  before: 'Bản trước còn giữ',
  after: 'Bản mới hơn còn giữ',
  described: (one: Described): string =>
    `Lập lúc ${at(one)}: ${one.documents} văn bản, ${one.passages} đoạn, tìm theo từ${one.embedder === null ? '' : ` và theo nghĩa (${one.embedder})`}.`,
  noOther: 'Không có bản nào khác để quay về. Hệ thống giữ bản đang dùng và bản liền trước.',
  isStandIn:
    'Lưu ý: bản mới nhất bị hỏng trên đĩa nên bản này đang dùng thay. Đồng chí hãy chạy lại lệnh nạp tài liệu trên máy chủ.',

  /** What going over would do. */
  same: 'Hai bản giống nhau về văn bản.',
  wouldChange: (count: number): string => `Nếu chuyển sang bản này, ${count} văn bản sẽ khác:`,
  comes: (name: string): string => `+ có thêm: ${name}`,
  goes: (name: string): string => `– không còn: ${name}`,
  changes: (name: string): string => `± khác nội dung hoặc thông tin: ${name}`,
  level: (name: string, before: string, after: string): string => `! mức đọc ${before} → ${after}: ${name}`,
  more: (count: number): string => `… và ${count} văn bản khác.`,
  wider: (count: number): string =>
    `Chú ý: ${count} văn bản sẽ được nhiều người đọc hơn hiện nay (dòng có dấu !, hoặc văn bản đã gỡ nay trở lại). Đồng chí xem kỹ trước khi chuyển.`,
  levels: { public: 'công khai', member: 'đảng viên', staff: 'cán bộ' },

  buttons: {
    goBack: 'Quay về bản trước',
    goForward: 'Trở lại bản mới',
    confirm: 'Đúng, chuyển',
    cancel: 'Không chuyển',
  },
  confirm: (one: Described): string => `Chuyển thư viện sang bản lập lúc ${at(one)}?`,
  cancelled: 'Đã giữ nguyên phiên bản đang dùng.',
  done: (one: Described): string =>
    `Đã chuyển: thư viện đang dùng bản lập lúc ${at(one)} (${one.documents} văn bản), có hiệu lực ngay.`,
  nextIngestion:
    'Lần nạp tài liệu sau sẽ dựng trên bản này và so với các tệp trong thư mục tài liệu: thay đổi nào còn nằm trong tệp sẽ có lại. Muốn bỏ hẳn, đồng chí sửa hoặc gỡ tệp. Bản vừa rời được giữ đến lần nạp ấy.',
  failed: {
    moved: 'Thư viện vừa được cập nhật trong lúc đồng chí xem, nên chưa chuyển. Đồng chí xem lại bằng /phienban.',
    gone: 'Bản cần chuyển sang không còn trên đĩa. Phiên bản đang dùng giữ nguyên.',
    damaged: 'Bản cần chuyển sang bị hỏng trên đĩa nên không dùng được. Phiên bản đang dùng giữ nguyên.',
    busy: 'Đang có lượt nạp tài liệu, chưa chuyển được. Đồng chí thử lại sau ít phút.',
  },
  switching: 'Đang kiểm tra và chuyển…',

  /** In the terminal. */
  noneBefore: 'Không có bản trước để quay về.',
  noneNewer: 'Không có bản mới hơn để trở lại: bản đang dùng là bản mới nhất.',
  alone: '--rollback và --forward đứng một mình, không kèm đường dẫn hay tùy chọn khác ngoài --json và --dry-run.',
} as const
