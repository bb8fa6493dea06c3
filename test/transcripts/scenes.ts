/** The conversations: who says what, in which order, and whose chat is shown. */
import type { Program } from '../support/program.ts'
import type { TelegramServer } from '../support/telegram-server.ts'
import type { BenchGroup } from '../support/telegram/group.ts'
import type { BenchPerson } from '../support/telegram/person.ts'

export interface Stage {
  readonly server: TelegramServer
  readonly program: Program
  readonly staff: BenchGroup
  readonly admin: BenchPerson
}

export interface Shown {
  readonly of: { readonly chatId: number }
  /** Where a scene shows more than one chat. */
  readonly title?: string
}

export interface Scene {
  readonly title: string
  /** What to look at, in a sentence. */
  readonly about: string
  readonly env?: Readonly<Record<string, string>>
  /** The chats to show, in order. */
  readonly play: (stage: Stage) => Promise<readonly Shown[]>
}

const asks = async (person: BenchPerson, ...lines: readonly string[]): Promise<void> => {
  for (const line of lines) {
    await person.send(line)
    await person.nextReply()
  }
}

export const scenes: readonly Scene[] = [
  {
    title: 'Lần đầu, gõ không dấu, hỏi tiếp',
    about: 'Câu trả lời đứng trước, nguồn trong phần trích dẫn thu gọn; câu hỏi nối tiếp được hiểu theo câu trước.',
    play: async ({ server }) => {
      const lan = server.user({ name: 'Bác Lan' })
      await lan.send('/start')
      await lan.replies(2)
      await asks(lan, 'ky sinh hoat dat bao nhieu diem thi xep loai tot', 'thế còn loại khá?')
      return [{ of: lan }]
    },
  },
  {
    title: 'Xem thêm nguồn, nhận văn bản gốc',
    about: 'Đoạn văn quanh câu trích và tệp gốc, chỉ với người được đọc.',
    play: async ({ server }) => {
      const minh = server.user({ name: 'Anh Minh' })
      await asks(minh, 'Đảng viên vắng sinh hoạt 3 kỳ thì sao?')
      await minh.tap('Xem thêm nguồn')
      await minh.nextReply()
      await minh.tap((label) => label.startsWith('Gửi văn bản'))
      await minh.nextReply()
      return [{ of: minh }]
    },
  },
  {
    title: 'Điều chưa có, điều không trả lời',
    about: 'Không có nguồn thì không trả lời; hỏi chưa rõ thì hỏi lại; không suy đoán về nhân sự.',
    play: async ({ server }) => {
      const hoa = server.user({ name: 'Chị Hoa' })
      await asks(
        hoa,
        'Điều 3 nói gì?',
        'quy dinh 27',
        'Nghị quyết 99-NQ/ABC nói gì?',
        'Ai sẽ làm bí thư khóa tới?',
        'giá vàng hôm nay',
      )
      return [{ of: hoa }]
    },
  },
  {
    title: 'Tìm và đọc văn bản',
    about: 'Duyệt theo loại, tìm bằng số hiệu, mở mục lục, đọc từng điều.',
    play: async ({ server }) => {
      const tam = server.user({ name: 'Cô Tâm' })
      await asks(tam, '/vanban', '/vanban 27-qd/duk')
      await tam.tap((label) => label.includes('mục lục'))
      await tam.waitFor(({ buttons }) => buttons.some(({ text }) => text === 'Điều 4'))
      await tam.tap('Điều 4')
      await tam.waitFor(({ text }) => text.includes('Điều 4'))
      return [{ of: tam }]
    },
  },
  {
    title: 'Sửa câu hỏi',
    about: 'Câu hỏi được sửa thì câu trả lời được thay ngay tại chỗ.',
    play: async ({ server }) => {
      const nam = server.user({ name: 'Anh Nam' })
      const asked = await nam.send('Quy định 27 có hiệu lực từ ngày nào?')
      const reply = await nam.nextReply()
      const before = reply.edits.length
      await asked.edit('Quy định 27 do ai ban hành?')
      await server.until(() => reply.edits.length > before, 'the edited answer')
      return [{ of: nam }]
    },
  },
  {
    title: 'Trong nhóm có chủ đề',
    about: 'Chỉ trả lời khi được gọi, trong đúng chủ đề, dưới dạng trả lời tin nhắn; chuyện khác để yên.',
    play: async ({ server }) => {
      const [ha, vu] = [server.user({ name: 'Hà' }), server.user({ name: 'Vũ' })]
      const group = server.group({ title: 'Chi bộ 3', forum: true, members: [ha, vu] })
      const topic = group.topic('Sinh hoạt')
      await topic.as(vu).send('Chiều nay họp mấy giờ nhỉ?')
      await topic.as(ha).send(`/hoi@${server.bot.username} chi bộ họp thường kỳ mấy lần một tháng?`)
      await topic.nextReply()
      return [{ of: group }]
    },
  },
  {
    title: 'Hỏi cán bộ',
    about: 'Cán bộ thấy câu hỏi mà không thấy người hỏi; trả lời ngay trong nhóm; câu hay được đưa vào thư viện.',
    play: async ({ server, staff }) => {
      const [thu, canBo] = [server.user({ name: 'Chị Thu' }), server.user({ name: 'Cán bộ Hải' })]
      staff.join(canBo)
      await asks(thu, 'Mất thẻ đảng viên thì làm thủ tục cấp lại ở đâu?')
      await thu.tap('Hỏi cán bộ')
      const notice = await staff.waitFor(({ text }) => text.includes('thẻ đảng'))
      await staff
        .as(canBo)
        .reply(
          notice,
          'Đồng chí báo cáo chi bộ và nộp đơn tại văn phòng đảng ủy cơ sở. Căn cứ: Hướng dẫn 03-HD/BTCĐUK.',
        )
      await thu.waitFor(({ text }) => text.includes('nộp đơn'))
      await staff.waitFor(({ buttons }) => buttons.some(({ text }) => text.includes('thư viện')))
      await staff.as(canBo).tap((label) => label.includes('Đưa vào thư viện'))
      await staff.waitFor(({ text }) => /thư viện/.test(text) && /tìm|xong|đã/i.test(text))
      const son = server.user({ name: 'Anh Sơn' })
      await asks(son, 'mat the dang vien thi xin cap lai o dau')
      return [
        { of: thu, title: 'Người hỏi' },
        { of: staff, title: 'Nhóm cán bộ' },
        { of: son, title: 'Người hỏi sau' },
      ]
    },
  },
  {
    title: 'Quản trị gửi văn bản mới',
    about: 'Gửi tệp, xem máy nhận ra gì, chọn mức, xác nhận; hỏi được ngay, không phải chạy lại.',
    play: async ({ server, admin }) => {
      await admin.document({ name: 'huong-dan-17.txt', mime: 'text/plain', bytes: GUIDANCE })
      const preview = await admin.waitFor(({ buttons }) => buttons.some(({ text }) => text === 'Công khai'))
      await admin.tap('Công khai', { on: preview })
      await server.until(() => preview.rows.flat().includes('Đưa vào thư viện'), 'the button that publishes')
      await admin.tap('Đưa vào thư viện', { on: preview })
      await admin.waitFor(({ text }) => /giây/.test(text))
      await asks(admin, 'thời hạn nộp báo cáo tự kiểm tra là ngày nào')
      return [{ of: admin }]
    },
  },
  {
    title: 'Riêng tư',
    about: 'Số định danh được che trước khi lưu; một lệnh xóa hết những gì đang giữ về mình.',
    play: async ({ server }) => {
      const dung = server.user({ name: 'Ông Dũng' })
      await asks(dung, '/riengtu', 'Tôi số CCCD 001085012345, muốn chuyển sinh hoạt đảng thì hồ sơ gồm gì?', '/xoa')
      await dung.tap((label) => label.startsWith('Xóa'))
      await dung.waitFor(({ text }) => /đã xóa/i.test(text))
      return [{ of: dung }]
    },
  },
  {
    title: 'Tin nhắn thoại, ảnh, hỏi dồn, mạng gián đoạn',
    about:
      'Không gì bị lờ đi; hỏi quá nhanh thì được nhắc nhẹ; câu hỏi gửi lúc bot tắt vẫn được trả lời kèm lời xin lỗi.',
    env: { QUESTIONS_PER_MINUTE: '9' },
    play: async ({ server, program }) => {
      const yen = server.user({ name: 'Bà Yên' })
      await yen.voice()
      await yen.nextReply()
      await yen.photo()
      await yen.nextReply()
      await program.stop()
      server.clock.set(new Date(Date.now() - 10 * 60_000))
      await yen.send('Đại hội chi bộ bao lâu tổ chức một lần?')
      server.clock.set(new Date())
      await program.restart()
      await yen.nextReply()
      await yen.send('Chi bộ sinh hoạt định kỳ mấy lần một tháng?')
      await yen.nextReply()
      for (const words of ['alo', 'alo?', 'có ai không']) await yen.send(words)
      await yen.waitFor(({ text }) => /giây nữa/.test(text))
      return [{ of: yen }]
    },
  },
  {
    title: 'Hiệu lực, đúng điều khoản, khác gì bản cũ, tóm tắt',
    about:
      'Câu quyết định hiệu lực được trích; một điều được trả trọn; hai bản được so từng chỗ; chỉ tiêu có số liệu được liệt kê.',
    env: { QUESTIONS_PER_MINUTE: '60' },
    play: async ({ server }) => {
      const quang = server.user({ name: 'Chú Quang' })
      await asks(
        quang,
        'quy dinh 12 con hieu luc khong',
        'Điều 2 quy định 27 nói gì',
        'khoản sau?',
        'khác gì bản cũ',
        'Trước đây mỗi kỳ sinh hoạt không dưới bao nhiêu phút?',
        '/tomtat nghị quyết 05',
        'Huyện ủy Bù Đăng ở đâu?',
      )
      return [{ of: quang }]
    },
  },
  {
    title: 'So sánh và theo dõi',
    about: 'Hai văn bản được so từng chỗ, bản đầy đủ là một tệp; văn bản mới được báo cho người theo dõi.',
    env: { QUESTIONS_PER_MINUTE: '60' },
    play: async ({ server }) => {
      const thao = server.user({ name: 'Cô Thảo' })
      await asks(thao, '/sosanh', '/sosanh 27 12')
      await thao.tap((label) => label.startsWith('Gửi bản so sánh'))
      await thao.nextReply()
      await asks(thao, '/theodoi nghi quyet', '/theodoi')
      return [{ of: thao }]
    },
  },
]

const GUIDANCE = `TÀI LIỆU MẪU – HƯ CẤU
ĐẢNG BỘ TỈNH LAM GIANG
ỦY BAN KIỂM TRA ĐẢNG ỦY KHỐI
Số 17-HD/UBKTĐUK
ĐẢNG CỘNG SẢN VIỆT NAM
Lam Giang, ngày 12 tháng 3 năm 2025

HƯỚNG DẪN
tự kiểm tra của chi bộ năm 2025

1. Chi bộ tự kiểm tra việc chấp hành quy chế làm việc và việc thu nộp đảng phí.
2. Báo cáo tự kiểm tra gửi về Ủy ban Kiểm tra Đảng ủy Khối trước ngày 30 tháng 6 năm 2025.
3. Chi bộ có dưới 9 đảng viên được làm báo cáo rút gọn theo mẫu kèm theo.
`
