/** Short helpful words for what is no question: voices, pictures, places, buttons of yesterday. */

const ASK = 'Đồng chí hãy gõ câu hỏi thành chữ, có dấu hay không dấu đều được.'

export const otherMessages = {
  voice:
    'Tôi chưa nghe được tin nhắn thoại. Đồng chí hãy gõ câu hỏi, hoặc bấm hình micro trên bàn phím điện thoại để đọc thành chữ rồi gửi.',
  picture:
    'Tôi chưa đọc được ảnh và video; tệp không được lưu. Cần hỏi về văn bản trong ảnh, đồng chí gõ số văn bản hoặc câu hỏi. Muốn bổ sung văn bản vào thư viện, đồng chí gửi cho cán bộ phụ trách (/lienhe).',
  pictureOfAdmin:
    'Tôi chưa đọc được ảnh và video; tệp không được lưu. Muốn đưa văn bản vào thư viện, đồng chí gửi dưới dạng tệp (Word, PDF, văn bản).',
  place: 'Tôi không cần vị trí của đồng chí và không lưu thông tin này. ' + ASK,
  contact: 'Tôi không cần danh bạ, số điện thoại và không lưu thông tin này. ' + ASK,
  poll: 'Tôi không tham gia bình chọn hoặc danh sách việc. ' + ASK,
  playful: 'Cảm ơn đồng chí. ' + ASK,
  unknown: 'Tôi chưa hiểu loại tin nhắn này. ' + ASK,
  unknownCommand: (command: string, nearest: string): string =>
    `Tôi không có lệnh /${command}. Có phải đồng chí muốn dùng /${nearest}? Danh sách lệnh: /trogiup`,
  unknownCommandAlone: (command: string): string => `Tôi không có lệnh /${command}. Danh sách lệnh: /trogiup`,
  staleButton: 'Nút này không còn dùng được.',
} as const
