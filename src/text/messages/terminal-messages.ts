/** What people read in a terminal around the answers. */
export const terminalMessages = {
  sources: 'Nguồn',
  prompt: 'Đồng chí hỏi: ',
  welcome: (documents: number, newest: string | null): string =>
    `Hỏi đáp công tác Đảng – trợ lý tra cứu tự động, không thay thế văn bản gốc.\n` +
    `Thư viện đang có ${documents} tài liệu${newest ? `, mới nhất ngày ${newest}` : ''}. Gõ câu hỏi (có dấu hay không dấu đều được), ` +
    `/vanban để xem danh mục, /thoat để dừng.`,
  firstIngest: 'Chưa có chỉ mục: đang nạp các tài liệu trong',
  noLibrary: (folder: string): string =>
    `Thư viện chưa có tài liệu nào. Hãy chép tài liệu vào ${folder} rồi chạy: npm run ingest -- ${folder}`,
  goodbye: 'Tạm biệt.',
  forgotten: 'Đã quên các câu hỏi trước.',
  help: 'Lệnh: /vanban (danh mục tài liệu) · /quen (quên các câu trước) · /trogiup · /thoat. Còn lại đều được hiểu là câu hỏi.',
  diskFull: 'Ổ đĩa không đủ chỗ: chưa ghi gì, chỉ mục cũ vẫn dùng được. Hãy giải phóng chỗ trống rồi chạy lại.',
  damagedIndex: (folder: string): string =>
    `Chỉ mục trong ${folder} bị hỏng hoặc do phiên bản khác của chương trình ghi. ` +
    'Hãy nạp lại các tài liệu: npm run ingest -- <thư mục tài liệu>',
  missingVectors: (model: string, folder: string): string =>
    `Chỉ mục chưa có vectơ của mô hình ${model}: đang tìm theo từ ngữ. Để tìm theo nghĩa, hãy nạp lại: npm run ingest -- ${folder}`,
  stopped: 'Đã dừng theo yêu cầu; chưa ghi gì, chỉ mục cũ vẫn dùng được.',
  unexpected: 'Có lỗi ngoài dự kiến, chương trình dừng lại. Chi tiết kỹ thuật:',
} as const
