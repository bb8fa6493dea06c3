/** Faults of models, by their names in models/model-error.ts, as an admin reads them. */
const FAULTS: Readonly<Record<string, string>> = {
  timeout: 'không trả lời kịp',
  stalled: 'không trả lời kịp',
  rate_limited: 'máy chủ giới hạn số lần gọi',
  server_error: 'máy chủ báo lỗi',
  unreachable: 'không kết nối được',
  unauthorised: 'khóa không được nhận',
  bad_request: 'máy chủ không nhận yêu cầu, có thể sai tên mô hình',
  bad_reply: 'trả lời không đúng dạng',
  cut: 'trả lời bị đứt quãng',
  endless: 'trả lời quá dài',
}

/** What an admin reads while documents are being ingested. */
export const ingestMessages = {
  link: 'Là liên kết (symlink) nên không đọc; hãy chép chính tệp đó vào thư mục.',
  not_a_file: 'Không phải là tệp thường nên không đọc.',
  unreadable: 'Không mở được nên không đọc; hãy kiểm tra quyền truy cập rồi nạp lại.',
  vanished: 'Tệp biến mất hoặc không mở được trong lúc nạp; hãy kiểm tra rồi nạp lại.',
  versionKept: 'Bản đã nạp trước đó vẫn được giữ nguyên.',
  duplicateOf: (source: string): string => `Trùng nội dung với ${source} nên không nạp lần nữa.`,
  waiting: (holder: string): string => `Đang có một lượt nạp khác (${holder}); chờ lượt đó xong…`,
  rebuilding: 'Chỉ mục cũ không đọc được nữa: chỉ mục mới sẽ chỉ gồm các tài liệu nạp lần này.',
  embedding: (done: number, total: number): string => `Đã tạo vectơ cho ${done}/${total} đoạn`,
  publishing: 'Đang dựng và ghi chỉ mục…',
  outcomes: {
    added: 'mới',
    changed: 'đã cập nhật',
    unchanged: 'không đổi',
    removed: 'đã bỏ',
    duplicate: 'trùng',
    refused: 'TỪ CHỐI',
  },
  summary: (counts: Readonly<Record<string, number>>, seconds: number): string =>
    `Mới ${counts.added}, cập nhật ${counts.changed}, không đổi ${counts.unchanged}, bỏ ${counts.removed}, ` +
    `trùng ${counts.duplicate}, từ chối ${counts.refused} – ${seconds.toFixed(1).replace('.', ',')} giây.`,
  published: (documents: number, passages: number): string =>
    `Chỉ mục mới đã dùng được: ${documents} tài liệu, ${passages} đoạn.`,
  conflicts: (count: number): string => `Cần xem lại: ${count} chỗ các văn bản nói không khớp nhau.`,
  moreConflicts: (count: number): string => `  … và ${count} chỗ khác (xem đủ bằng --json).`,
  notes: 'Ghi chú:',
  nothingNew: 'Không có gì thay đổi; chỉ mục giữ nguyên.',
  noFiles: 'Không thấy tệp nào để nạp; chỉ mục giữ nguyên.',
  nothingDone: 'Không nạp được tệp nào; chỉ mục giữ nguyên.',
  embedded: (asked: number, passages: number, tokens: number, cost: string | null, model: string): string =>
    `Vectơ (${model}): tạo mới ${asked}, dùng lại ${passages - asked} trong ${passages} đoạn; khoảng ${tokens} token${cost === null ? '' : `, chi phí khoảng ${cost}`}.`,
  wouldEmbed: (asked: number, passages: number, tokens: number, cost: string | null, model: string): string =>
    `Nếu nạp thật, cần tạo vectơ (${model}) cho ${asked} trong ${passages} đoạn: khoảng ${tokens} token${cost === null ? '' : `, chi phí khoảng ${cost}`}.`,
  vectorsMissing: (missing: number): string =>
    `Còn ${missing} đoạn chưa có vectơ vì mô hình không trả lời; các đoạn ấy được tìm theo từ. Lần nạp sau sẽ tạo tiếp.`,
  embedderFailed: (fault: string): string =>
    `Mô hình tạo vectơ không dùng được (${FAULTS[fault] ?? fault}) nên chưa ghi chỉ mục mới; chỉ mục cũ vẫn dùng được. Vectơ đã tạo được giữ lại: chạy lại lệnh này sẽ tiếp tục từ chỗ dở, không phải trả tiền lần hai. Hãy kiểm tra OPENAI_BASE_URL, OPENAI_API_KEY và OPENAI_EMBEDDING_MODEL.`,
  dryRun: 'Chạy thử: không ghi gì cả.',
  noPath: 'Hãy cho biết tệp hoặc thư mục cần nạp, ví dụ: npm run ingest -- data/documents',
  missing: (paths: readonly string[]): string =>
    `Không tìm thấy hoặc không mở được: ${paths.join(', ')}. Hãy kiểm tra lại đường dẫn.`,
} as const
