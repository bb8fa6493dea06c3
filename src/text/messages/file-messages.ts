/** What a person reads in place of an original file that cannot be sent. */

export const fileMessages = {
  unknown:
    'Văn bản này không còn trong thư viện, hoặc đồng chí chưa được quyền đọc. Đồng chí dùng /vanban để tìm văn bản khác.',
  missing:
    'Tệp gốc của văn bản này hiện không còn trên máy chủ nên tôi chưa gửi được. Đồng chí dùng /lienhe để nhờ cán bộ.',
  changed:
    'Tệp gốc của văn bản này vừa được thay đổi và chưa được nạp lại nên tôi chưa gửi. Đồng chí vui lòng thử lại sau.',
  unsent:
    'Tôi đã thử nhiều lần mà chưa gửi được tệp gốc vì đường truyền. Đồng chí mở văn bản bằng /vanban để đọc hoặc thử lại sau, hoặc dùng /lienhe.',
  too_large:
    'Tệp gốc của văn bản này lớn hơn mức Telegram cho phép gửi (50 MB). Đồng chí dùng /lienhe để nhận bằng cách khác.',
} as const
