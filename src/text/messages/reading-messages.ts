/** What an admin is told when a file cannot be read: what is wrong and what to do, in Vietnamese. */

export const READ_FAILURES = [
  'empty', // nothing in it: 0 bytes, or no text at all
  'encrypted', // opens with a password only
  'unsupported', // not a kind of file that is read here
  'damaged', // of the right kind, but broken
  'too_large', // more bytes, entries or characters than are read
  'too_complex', // nested or split so finely that no person made it
  'no_text_layer', // a scan, and no program here to recognise it
  'needs_program', // readable only with a program that is not installed
  'time_limit',
  'memory_limit',
  'vanished', // gone when it was to be read
  'changed_while_reading',
  'not_a_file', // a folder, a link, a device
  'not_permitted', // the system does not let us read it
  'bad_sidecar', // its .meta.json states something impossible
  'internal', // the reader itself failed
] as const
export type ReadFailureReason = (typeof READ_FAILURES)[number]

const SENTENCES: Readonly<Record<ReadFailureReason, (detail: string) => string>> = {
  empty: () => 'Tệp rỗng, không có chữ nào. Vui lòng kiểm tra lại tệp gốc.',
  encrypted: () => 'Tệp có mật khẩu nên không đọc được. Vui lòng gỡ mật khẩu rồi nạp lại.',
  unsupported: (what) =>
    `Không đọc loại tệp này${inBrackets(what)}. Vui lòng chuyển sang .docx, .pdf, .html, .md hoặc .txt rồi nạp lại.`,
  damaged: (what) => `Tệp bị hỏng${inBrackets(what)}. Vui lòng mở và lưu lại tệp, hoặc lấy bản khác.`,
  too_large: (what) => `Tệp quá lớn${inBrackets(what)}. Vui lòng chia nhỏ tệp rồi nạp lại.`,
  too_complex: (what) =>
    `Cấu trúc bên trong tệp phức tạp bất thường${inBrackets(what)} nên bị từ chối. Vui lòng lưu lại dưới dạng đơn giản hơn.`,
  no_text_layer: (what) =>
    `Tệp là bản quét, không có lớp chữ, cần nhận dạng chữ (OCR)${inBrackets(what)}. Cài đặt: apt-get install poppler-utils tesseract-ocr tesseract-ocr-vie, hoặc nạp bản có chữ.`,
  needs_program: (what) =>
    `Cần LibreOffice để đọc loại tệp này${inBrackets(what)}. Cài đặt: apt-get install libreoffice-writer, hoặc lưu lại thành .docx rồi nạp lại.`,
  time_limit: (what) => `Đọc tệp quá thời gian cho phép${inBrackets(what)}. Vui lòng chia nhỏ hoặc lưu lại tệp.`,
  memory_limit: (what) => `Đọc tệp cần quá nhiều bộ nhớ${inBrackets(what)}. Vui lòng chia nhỏ hoặc lưu lại tệp.`,
  vanished: () => 'Tệp không còn ở đó khi đọc tới. Vui lòng nạp lại nếu vẫn cần.',
  changed_while_reading: () => 'Tệp thay đổi trong lúc đọc. Vui lòng chờ ghi xong rồi nạp lại.',
  not_a_file: (what) => `Không phải tệp thông thường${inBrackets(what)} nên không đọc.`,
  not_permitted: () => 'Không có quyền đọc tệp. Vui lòng kiểm tra quyền truy cập.',
  bad_sidecar: (what) =>
    `Thông tin kèm theo (.meta.json hoặc phần đầu tệp) có lỗi${inBrackets(what)}. Vui lòng sửa rồi nạp lại.`,
  internal: (what) => `Bộ đọc gặp lỗi với tệp này${inBrackets(what)}. Vui lòng báo người quản trị kỹ thuật.`,
}

const inBrackets = (detail: string): string => (detail === '' ? '' : ` (${detail})`)

/** One or two courteous sentences that say what is wrong and what to do. `detail` is a short Vietnamese phrase. */
export const readFailureSentence = (reason: ReadFailureReason, detail = ''): string => SENTENCES[reason](detail)

/** Warnings about a file that was read: one sentence each. */
export const READ_WARNINGS = {
  ordersMachine: (sample: string): string =>
    `Tệp có câu như ra lệnh cho máy trả lời: “${sample}”. Câu này không được trích dẫn; vui lòng kiểm tra nguồn của tệp.`,
  hiddenText: (sample: string): string => `Tệp có chữ bị ẩn đã được bỏ qua: “${sample}”.`,
  ocr: 'Chữ được nhận dạng từ ảnh quét, có thể sai; vui lòng đối chiếu với bản gốc.',
  ocrPartly: (read: number, all: number): string => `Chỉ nhận dạng chữ ${read}/${all} trang đầu của bản quét.`,
  scrambled: 'Lớp chữ của tệp có dấu hiệu bị xáo trộn; vui lòng kiểm tra nội dung trước khi sử dụng.',
  secondReader: 'Lớp chữ của tệp bị xáo trộn nên đã được đọc bằng pdftotext.',
  legacyFont: 'Tệp dùng bảng mã cũ (TCVN3 hoặc VNI), đã được chuyển sang Unicode.',
  guessedEncoding: 'Không xác định chắc bảng mã của tệp; vui lòng kiểm tra nội dung.',
  withoutOffice:
    'Đọc .doc không có LibreOffice: số thứ tự tự động (như “Điều 1.”) có thể mất; vui lòng lưu lại thành .docx hoặc cài libreoffice-writer.',
  emptyPages: (pages: string): string => `Không có chữ ở trang ${pages} (có thể là ảnh quét).`,
} as const
