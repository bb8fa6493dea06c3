/** What whoever runs the program reads when the records cannot be opened: one line, what happened and what to do. */

export const recordsMessages = {
  inUse: (folder: string): string =>
    `Đã có một chương trình khác đang dùng thư mục ghi chép ${folder}. Hãy dừng chương trình đó trước, hoặc đặt DATA_DIR khác.`,
  damaged: (file: string, detail: string): string =>
    `Tệp ghi chép ${file} bị hỏng nên chương trình không mở và không sửa gì (${detail}). Hãy chép tệp này sang nơi khác, đặt bản sao lưu gần nhất vào chỗ cũ rồi chạy lại.`,
  newer: (file: string, found: number, known: number): string =>
    `Tệp ghi chép ${file} do phiên bản mới hơn của chương trình tạo ra (mức ${found}, bản này hiểu đến mức ${known}). Hãy chạy phiên bản mới hơn.`,
  notKept: (file: string, setting: string, found: string): string =>
    `Không thể ghi chép an toàn vào ${file}: thiết lập ${setting} không được giữ (đang là ${found}). Hãy đặt DATA_DIR trên đĩa của chính máy này, không phải ổ mạng.`,
  notWritable: (folder: string, reason: string): string =>
    `Không ghi được vào thư mục ghi chép ${folder} (${reason}). Hãy cấp quyền ghi cho tài khoản chạy chương trình, hoặc đặt DATA_DIR ở nơi khác.`,
  keyMissing: (file: string): string =>
    `Thiếu tệp khóa ${file} trong khi đã có dữ liệu ghi chép; không có khóa này thì không nhận ra ai trong dữ liệu. Hãy đặt lại tệp khóa từ bản sao lưu; nếu không còn, chuyển cả thư mục ghi chép đi nơi khác để bắt đầu lại.`,
  keyDamaged: (file: string): string => `Tệp khóa ${file} bị hỏng. Hãy đặt lại tệp này từ bản sao lưu rồi chạy lại.`,
} as const
