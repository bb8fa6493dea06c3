/** What people read about who may read what: invitations, joining, roles given and taken. */
import { dayOf, timeOfDay } from '../numbers/clock.ts'

const roles = { member: 'đảng viên', staff: 'cán bộ', admin: 'quản trị' } as const
type RoleName = keyof typeof roles

const reach = {
  member: 'xem tài liệu công khai và tài liệu dành cho đảng viên',
  staff: 'xem mọi tài liệu trong thư viện, trả lời câu hỏi chuyển đến và cấp lời mời',
  admin: 'xem mọi tài liệu, nạp tài liệu, cấp và thu quyền của người khác',
} as const

export const peopleMessages = {
  roles,
  /** In place of what waited to be sent when the right to read it went. */
  changedMeanwhile: 'Quyền xem của đồng chí vừa thay đổi nên nội dung này không được gửi. Mời đồng chí hỏi lại.',

  /** To whoever issues invitations. */
  inviteUsage:
    'Đồng chí gõ /moi_thanhvien để lấy một lời mời, hoặc thêm số lượng (nhiều nhất 20), ví dụ: /moi_thanhvien 5',
  inviteUsageAdmin: 'Mời cán bộ: /moi_thanhvien cán bộ',
  onlyAdminInvitesStaff: 'Lời mời dành cho cán bộ chỉ người quản trị lấy được, trong cuộc trò chuyện riêng với tôi.',
  tooManyOpen: (most: number): string =>
    `Đang có ${most} lời mời chưa ai dùng. Đồng chí dùng bớt, hoặc chờ lời mời cũ hết hạn rồi lấy thêm.`,
  issued: (count: number, role: RoleName, until: number, isGroup: boolean): string =>
    [
      `${count === 1 ? 'Dưới đây là một lời mời' : `Dưới đây là ${count} lời mời`} dành cho ${roles[role]}. Mỗi lời mời dùng một lần, cho một người, đến hết ${timeOfDay(until)}.`,
      isGroup
        ? 'Đồng chí chuyển cho đúng người được mời. Tin này ai trong nhóm cũng thấy: một lời mời chỉ chuyển một lần.'
        : 'Đồng chí chuyển riêng cho đúng người được mời, không đăng vào nhóm.',
    ].join('\n'),
  /** To be passed on as it is. */
  letter: (role: RoleName, link: string, code: string, until: number): string =>
    [
      `Mời đồng chí dùng trợ lý hỏi đáp công tác Đảng (phần dành cho ${roles[role]}).`,
      '',
      `Đồng chí bấm vào liên kết này rồi bấm “Bắt đầu”: ${link}`,
      `Hoặc nhắn cho trợ lý: /vao ${code}`,
      '',
      `Lời mời dùng một lần, đến ngày ${dayOf(until)}. Xin đồng chí không chuyển cho người khác.`,
    ].join('\n'),
  listed: (n: number, link: string, code: string): string => `${n}. ${link}\nhoặc nhắn: /vao ${code}`,

  /** To whoever joins. */
  joinUsage: 'Đồng chí gõ /vao rồi đến mã trong lời mời, ví dụ: /vao BCGH-KLMN-PQRS',
  joinInPrivate: (username: string): string =>
    `Mã mời là của riêng đồng chí, xin không gửi trong nhóm. Đồng chí nhắn riêng cho tôi: https://t.me/${username}`,
  /** The same for a wrong, a used, an expired and a withdrawn one. */
  notUsable:
    'Lời mời này không dùng được: sai, đã dùng hoặc đã hết hạn. Đồng chí xin cán bộ phụ trách một lời mời mới.',
  tooManyAttempts:
    'Đồng chí đã thử nhiều lần chưa đúng. Đồng chí vui lòng thử lại sau một giờ, hoặc hỏi cán bộ phụ trách.',
  joined: (role: RoleName): string =>
    `Đồng chí đã có quyền ${roles[role]}: ${reach[role]}.\nQuyền này dùng khi nhắn riêng cho tôi; trong nhóm tôi chỉ dùng tài liệu công khai. Xem quyền của mình: /toi.`,
  had: 'Đồng chí đã có quyền này rồi, lời mời vẫn còn nguyên. Xem quyền của mình: /toi.',
  waits: 'Lời mời hợp lệ. Tôi đã chuyển tới người quản trị để duyệt; có kết quả tôi báo đồng chí ngay tại đây.',
  waiting: 'Yêu cầu của đồng chí đang chờ người quản trị duyệt. Có kết quả tôi báo đồng chí ngay tại đây.',
  declined:
    'Người quản trị chưa đồng ý yêu cầu tham gia của đồng chí. Đồng chí vẫn hỏi được tài liệu công khai; cần biết thêm xin liên hệ cán bộ phụ trách.',
  mayName: 'Người quản trị chỉ thấy đồng chí dưới một mã, không thấy tên. Đồng chí có muốn cho biết tên không?',
  nameGiven: (name: string): string =>
    `Người quản trị được biết tên đồng chí: ${name}. Muốn ẩn lại, đồng chí dùng /toi.`,
  nameKept: 'Tôi không cho biết tên của đồng chí.',
  nameUnknown: 'Tôi chưa xem được tên của đồng chí trên Telegram. Người quản trị vẫn chỉ thấy mã.',

  /** To whoever a role was given or taken from by an admin. */
  changedTo: (role: RoleName): string => `Quyền của đồng chí nay là ${roles[role]}: ${reach[role]}.`,
  removed:
    'Quyền xem tài liệu dành riêng của đồng chí nay đã kết thúc. Đồng chí vẫn hỏi được mọi tài liệu công khai. Cảm ơn đồng chí.',

  /** /toi. */
  own: (role: RoleName | null, since: number | null): string =>
    role === null
      ? 'Quyền của đồng chí: hỏi và xem tài liệu công khai.'
      : `Quyền của đồng chí: ${roles[role]} – ${reach[role]}${since === null ? ' (theo cấu hình của máy chủ)' : `, từ ngày ${dayOf(since)}`}.`,
  ownCode: (code: string): string => `Người quản trị thấy đồng chí dưới mã ${code}.`,
  ownName: (name: string): string => `Người quản trị được biết tên đồng chí: ${name}.`,
  onlyInPrivate: (username: string): string => `Việc này chỉ làm khi nhắn riêng cho tôi: https://t.me/${username}`,

  /** To admins. */
  request: (code: string, role: RoleName): string =>
    `Có người dùng lời mời dành cho ${roles[role]}, đang chờ duyệt (yêu cầu ${code}). Tên: chưa cho biết.`,
  requestNamed: (code: string, name: string): string => `Yêu cầu ${code}: người này cho biết tên là ${name}.`,
  decided: (code: string, yes: boolean): string => `Yêu cầu ${code}: ${yes ? 'đã đồng ý' : 'đã từ chối'}.`,
  decidedAlready: 'Yêu cầu này đã được giải quyết.',
  people: (
    counts: Readonly<Record<RoleName, number>>,
    inSettings: { readonly admin: number; readonly staff: number },
  ) =>
    [
      `Người dùng có quyền: ${counts.admin} quản trị, ${counts.staff} cán bộ, ${counts.member} đảng viên.`,
      ...(inSettings.admin + inSettings.staff > 0
        ? [
            `Ngoài ra trong cấu hình máy chủ: ${inSettings.admin} quản trị, ${inSettings.staff} cán bộ (chỉ đổi được trong tệp .env).`,
          ]
        : []),
    ].join('\n'),
  nobody: 'Chưa ai được cấp quyền tại đây. Mời người tham gia: /moi_thanhvien',
  waitingCount: (count: number): string => `Đang chờ duyệt: ${count}.`,
  page: (page: number, pages: number): string => `Trang ${page}/${pages}.`,
  line: (code: string, role: RoleName, since: number, name: string | null): string =>
    `${code} – ${roles[role]}, từ ${dayOf(since)}${name === null ? '' : ` – ${name}`}`,
  person: (code: string, role: RoleName, since: number, name: string | null): string =>
    `Mã ${code}\nTên: ${name ?? 'không nêu'}\nQuyền: ${roles[role]}, từ ngày ${dayOf(since)}`,
  itIsYou: 'Đây là chính đồng chí.',
  sureRemove: (code: string): string =>
    `Thu quyền của ${code}? Đồng chí chọn lý do (chỉ ghi trong nhật ký, không gửi cho người đó):`,
  sureChange: (code: string, role: RoleName): string => `Đổi quyền của ${code} thành ${roles[role]}?`,
  changed: (code: string, role: RoleName): string => `${code} nay là ${roles[role]}. Tôi đã báo cho người đó.`,
  taken: (code: string, wasStaff: boolean): string =>
    `Đã thu quyền của ${code}, có hiệu lực ngay. Tôi đã báo cho người đó.${wasStaff ? ' Nếu người đó còn trong nhóm cán bộ, đồng chí mời ra khỏi nhóm.' : ''}`,
  /** What was changed in the records is not what they may do. */
  setOtherwise: (code: string, role: RoleName): string =>
    `Đã ghi, nhưng ${code} vẫn có quyền ${roles[role]} theo cấu hình của máy chủ. Muốn thu quyền ấy, đồng chí bỏ người này khỏi tệp .env rồi khởi động lại.`,
  gone: 'Người này không còn trong danh sách, hoặc đồng chí không còn quyền làm việc này.',
  lastAdmin: 'Đồng chí là quản trị duy nhất. Hãy giao quyền quản trị cho người khác trước.',
  reasons: { moved: 'Chuyển nơi khác', left: 'Thôi công tác', mistake: 'Cấp nhầm', other: 'Lý do khác' },
  buttons: {
    yes: 'Đồng ý',
    no: 'Từ chối',
    giveName: 'Cho biết tên',
    keepName: 'Không',
    hideName: 'Ẩn tên',
    to: { member: 'Đổi thành đảng viên', staff: 'Đổi thành cán bộ', admin: 'Đổi thành quản trị' },
    remove: 'Thu quyền',
    sure: 'Đổi',
    back: 'Về danh sách',
    waiting: 'Xem yêu cầu chờ duyệt',
    previous: '‹ Trước',
    next: 'Sau ›',
  },
} as const
