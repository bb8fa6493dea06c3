/** The log of acts as admins read it. */
import { timeOfDay } from '../numbers/clock.ts'

export const auditMessages = {
  empty: 'Nhật ký chưa có dòng nào.',
  whole: (rows: number, seal: string): string => `Nhật ký nguyên vẹn: ${rows} dòng. Dấu cuối: ${seal}`,
  broken: (at: number, rows: number): string =>
    `CẢNH BÁO: nhật ký đã bị sửa hoặc mất dòng, bắt đầu từ dòng ${at} (còn ${rows} dòng). Đồng chí giữ nguyên máy chủ và báo người phụ trách kỹ thuật.`,
  last: (count: number): string => `${count} dòng mới nhất:`,
  line: (n: number, at: number, who: string, what: string): string => `${n}. ${timeOfDay(at)} – ${who}: ${what}`,
  /** An action that has no words here is shown by its own. */
  actions: {
    'invitation.issue': 'cấp lời mời',
    'invitation.use': 'dùng lời mời',
    'invitation.refuse': 'dùng lời mời không hợp lệ',
    'invitation.approve': 'duyệt yêu cầu của',
    'invitation.decline': 'từ chối yêu cầu của',
    'role.grant': 'cấp quyền cho',
    'role.change': 'đổi quyền của',
    'role.remove': 'thu quyền của',
    'document.secret': 'gửi tệp có dấu độ mật, đã từ chối và xóa',
    'document.add': 'đưa vào thư viện',
    'document.level': 'đổi mức đọc của',
    'document.validity': 'ghi hiệu lực của',
    'document.remove': 'gỡ khỏi thư viện',
    'document.restore': 'đưa trở lại thư viện',
    'snapshot.serve': 'chuyển thư viện sang bản lập lúc',
    'role.erase': 'tự xóa dữ liệu, quyền của mình mất theo',
  } as Readonly<Record<string, string>>,
  values: {
    member: 'đảng viên',
    staff: 'cán bộ',
    admin: 'quản trị',
    public: 'công khai',
    in_force: 'còn hiệu lực',
    replaced: 'đã được thay thế',
    expired: 'hết hiệu lực',
    draft: 'dự thảo',
    unknown: 'chưa rõ hiệu lực',
    open: 'chưa dùng',
    waiting: 'chờ duyệt',
    used: 'đã dùng',
    declined: 'bị từ chối',
    'done already': 'lúc ghi thì đã như vậy',
  } as Readonly<Record<string, string>>,
  change: (before: string, after: string): string => ` (${before} → ${after})`,
  set: (after: string): string => ` (${after})`,
  reason: (reason: string): string => ` – ${reason}`,
  actors: { settings: 'cấu hình', terminal: 'cửa sổ lệnh', program: 'chương trình' } as Readonly<
    Record<string, string>
  >,
  adminOfSettings: 'quản trị trong cấu hình',
  staffOfSettings: 'cán bộ trong cấu hình',
  /** Nobody that has a role now; the beginning of their key tells one from another. */
  somebody: (key: string): string => `người ${key.slice(0, 6)}`,
} as const
