/** What a person reads about what is kept of them, and when it is erased. */

import type { Part } from './start-messages.ts'

export const privacyMessages = {
  /** Parts, each with its heading. */
  kept: (days: number): readonly Part[] => [
    {
      heading: 'Tôi lưu những gì',
      lines: [
        `– Câu hỏi và câu trả lời, tối đa ${days} ngày; riêng câu đang chờ cán bộ thì đến khi có trả lời. Số điện thoại, số giấy tờ trong câu hỏi được che trước khi lưu.`,
        '– Một mã thay cho tài khoản của đồng chí. Tôi chỉ lưu tên khi đồng chí đồng ý cho cán bộ biết.',
        '– Số định danh Telegram, để riêng, chỉ dùng để gửi câu trả lời.',
      ],
    },
    {
      heading: 'Để làm gì',
      lines: ['– Để trả lời, để hiểu câu hỏi tiếp theo, và để cán bộ xem lại khi đồng chí yêu cầu.'],
    },
    {
      heading: 'Ai xem được',
      lines: [
        '– Cán bộ phụ trách chỉ thấy câu hỏi được chuyển tới họ, không kèm tên nếu đồng chí không đồng ý.',
        '– Tin nhắn còn nằm trên máy chủ của Telegram. Xin đồng chí không nhập nội dung mật.',
      ],
    },
    {
      heading: 'Muốn xóa',
      lines: [
        '– /quen: quên các câu vừa hỏi trong cuộc trò chuyện này.',
        '– /xoa: xóa mọi thông tin về đồng chí. Câu hỏi đã được đưa vào thư viện (không kèm tên) thì vẫn còn ở đó.',
      ],
    },
  ],
  forgotten: 'Tôi đã quên các câu trước. Mời đồng chí hỏi câu mới.',
  sure: [
    'Đồng chí muốn xóa mọi thông tin về mình ở đây?',
    '',
    'Tôi sẽ xóa câu hỏi, câu trả lời, yêu cầu đã gửi cán bộ và tệp đang chờ của đồng chí. Việc này không lấy lại được.',
    'Câu hỏi đã được cán bộ đưa vào thư viện (không kèm tên) thì vẫn còn ở đó.',
    'Tin nhắn trong cuộc trò chuyện trên Telegram vẫn còn; đồng chí có thể tự xóa trong Telegram.',
  ].join('\n'),
  /** To whoever has a role. */
  roleGoesToo:
    'Quyền được cấp cho đồng chí tại đây cũng mất theo. Nhật ký cấp và thu quyền chỉ giữ một mã, không giữ tên.',
  erased:
    'Đã xóa mọi thông tin về đồng chí. Đồng chí vẫn có thể hỏi tôi bất cứ lúc nào; khi đó tôi coi như gặp đồng chí lần đầu.',
  nothingErased: 'Tôi không xóa gì. Mời đồng chí tiếp tục.',
  onlyInPrivate: (username: string): string =>
    `Để bảo vệ thông tin riêng, đồng chí nhắn riêng cho tôi lệnh này: https://t.me/${username}`,
  buttons: { erase: 'Xóa', keep: 'Không' },
} as const
