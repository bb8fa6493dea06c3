/** What an admin reads of pages that are taken in from the web: each line says what happened and what to do. */

const REASONS: Readonly<Record<string, (detail: string) => string>> = {
  bad_url: () => 'Địa chỉ viết chưa đúng.',
  scheme: () => 'Chỉ tải được địa chỉ bắt đầu bằng http:// hoặc https://.',
  userinfo: () => 'Địa chỉ có kèm tên đăng nhập hoặc mật khẩu nên không tải.',
  port: () =>
    'Cổng này chưa được phép; muốn tải, hãy ghi máy chủ kèm cổng (ví dụ lamgiang.vn:8443) vào SOURCE_HOSTS hoặc "hosts".',
  host_not_allowed: () =>
    'Máy chủ này chưa được phép; muốn tải, hãy ghi tên máy chủ vào SOURCE_HOSTS hoặc vào "hosts" của nguồn.',
  private_address: () => 'Địa chỉ dẫn vào mạng nội bộ hoặc vùng dành riêng nên không tải.',
  no_host: () => 'Không tìm thấy máy chủ theo tên này; hãy xem lại địa chỉ hoặc mạng.',
  unreachable: () => 'Không kết nối được tới máy chủ; hãy thử lại sau.',
  slow: () => 'Máy chủ trả lời quá chậm nên đã thôi; hãy thử lại sau.',
  cut: () => 'Trang bị đứt quãng khi đang tải; hãy thử lại sau.',
  too_large: () => 'Trang hoặc tệp lớn hơn 20 MB nên không tải.',
  bad_response: () => 'Máy chủ trả lời không đúng giao thức HTTP.',
  bad_encoding: () => 'Nội dung nén bị hỏng hoặc nén theo cách không đọc được.',
  bad_certificate: () => 'Chứng thư bảo mật (https) của máy chủ không hợp lệ nên không tải.',
  stopped: () => 'Đã dừng trước khi tải xong.',
  too_many_redirects: () => 'Bị chuyển hướng quá 5 lần hoặc vòng tròn.',
  bad_redirect: () => 'Máy chủ chuyển hướng mà không nói tới đâu.',
  downgrade: () => 'Bị chuyển từ https về http (không bảo mật) nên không theo.',
  robots: () => 'Trang web không cho chương trình tự động tải trang này (robots.txt).',
  robots_unreachable: () => 'Chưa đọc được robots.txt của trang web nên chưa tải; hãy thử lại sau.',
  noindex: () => 'Trang đề nghị không lưu vào kho tìm kiếm (noindex) nên không nạp.',
  type: (type) => `Loại nội dung không đọc được (${type === '' ? 'không rõ' : type}).`,
  server_error: (status) => `Máy chủ báo lỗi ${status}; hãy thử lại sau.`,
  status: (status) => `Máy chủ báo lỗi ${status}.`,
  gone: () => 'Trang không còn trên máy chủ (báo không tìm thấy).',
  not_a_listing: () => 'Không phải là RSS, Atom hay sitemap như đã khai; hãy xem lại "kind" hoặc địa chỉ.',
  later: () => 'Máy chủ đề nghị chờ; sẽ tải ở lần sau.',
  died: () => 'Lần kiểm tra trước đứt giữa chừng vì một sự cố khi đọc nguồn này.',
  over_limit: (left) => `Còn ${left} trang vượt số trang mỗi lần; sẽ tải ở lần sau.`,
}

export const gatherReason = (reason: string, detail = '', at: string | null = null): string => {
  const words = REASONS[reason]?.(detail) ?? reason
  return at === null ? words : `Chuyển hướng tới ${at}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

export const gatherMessages = {
  outcomes: {
    added: 'mới',
    changed: 'đã cập nhật',
    unchanged: 'không đổi',
    duplicate: 'trùng',
    fetched: 'đã tải',
    withdrawn: 'đã gỡ',
    missing: 'không thấy',
    refused: 'TỪ CHỐI',
    postponed: 'để sau',
  },
  missingOnce:
    'Máy chủ báo không còn trang này. Bản đã nạp vẫn giữ; nếu lần kiểm tra sau vẫn không còn thì sẽ gỡ khỏi thư viện.',
  noindexOnce:
    'Trang nay đề nghị không lưu vào kho tìm kiếm (noindex). Bản đã nạp vẫn giữ; nếu lần kiểm tra sau vẫn vậy thì sẽ gỡ khỏi thư viện.',
  withdrawn: (aside: string): string =>
    `Hai lần kiểm tra liền nhau đều thấy trang không còn hoặc đề nghị không lưu, nên trang được gỡ khỏi thư viện; tệp cất ở ${aside}.`,
  droppedPage: (aside: string): string => `Đã bỏ khỏi thư viện theo yêu cầu; tệp cất ở ${aside}.`,
  keptVersion: 'Bản đã nạp trước đó vẫn được giữ nguyên.',
  deleted: 'Bản tải về đã được xóa.',
  summary: (counts: Readonly<Record<string, number>>): string => {
    const words = Object.entries(counts).filter(([, count]) => count > 0)
    const names = gatherMessages.outcomes as Readonly<Record<string, string>>
    return `Trang web: ${words.map(([outcome, count]) => `${names[outcome]!.toLowerCase()} ${count}`).join(', ')}.`
  },
  waiting: 'Đang có một lượt tải trang web khác; chờ lượt đó xong…',
  visiting: (url: string): string => `Đang tải ${url}`,
  stopped: (pages: number): string =>
    pages === 0
      ? 'Đã dừng theo yêu cầu; chưa tải trang nào, chỉ mục cũ vẫn dùng được.'
      : `Đã dừng theo yêu cầu; ${pages} trang đã xem xong, lần chạy sau sẽ nạp tiếp. Chỉ mục cũ vẫn dùng được.`,
  failed: 'Việc tải trang web dừng vì một sự cố; các trang đã tải được giữ lại, hãy chạy lại lệnh.',
  nothingDue: 'Chưa nguồn nào đến hạn kiểm tra.',
  noSources: (file: string): string => `Chưa có nguồn nào: không có tệp ${file}. Xem mẫu ở data/sources.example.json.`,
  noPaths: 'Với --sources hoặc --drop, hãy chạy riêng, không kèm đường dẫn hay địa chỉ khác.',
  noLevel:
    'Với --sources hoặc --drop, không ghi --level hay --limit; mức đọc và số trang của nguồn ghi trong sources.json ("level", "limit").',
  noPrune: '--prune chỉ dùng với tệp và thư mục, không dùng cùng địa chỉ web, --sources hay --drop.',
  wholeAddress: 'Nếu là trang web, hãy ghi đủ địa chỉ, ví dụ https://lamgiang.vn/tin.',
  badUrl: (url: string, why: string): string => `Không tải được ${url}: ${why}`,
  badSources: (file: string, faults: readonly string[]): string =>
    `${file} viết chưa đúng:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  leftBehind: (url: string, count: number): string =>
    `Nguồn ${url} không còn trong sources.json, nhưng ${count} trang của nguồn vẫn ở trong thư viện. Muốn bỏ, hãy chạy: npm run ingest -- --drop ${url}`,
  nothingToDrop: 'Không có trang nào đã nạp từ địa chỉ này.',
  stillListed: 'Nguồn còn trong sources.json nên lần kiểm tra sau sẽ nạp lại; hãy bỏ nguồn khỏi tệp đó trước.',
  /** To admins, in Telegram. */
  news: (source: string, titles: readonly string[], added: number): string =>
    `${added} tài liệu mới từ ${source}:\n${titles.map((title) => `• ${title}`).join('\n')}${added > titles.length ? `\n… và ${added - titles.length} tài liệu khác. Gõ /moi để xem.` : ''}`,
  lastingFaults: (faults: readonly (readonly [source: string, fault: string])[]): string =>
    `Mấy lần liền tôi chưa lấy được tài liệu từ:\n${faults.map(([source, fault]) => `• ${source}: ${fault}`).join('\n')}\nTài liệu đã nạp vẫn dùng được. Khi có điều kiện, đồng chí xem lại data/sources.json hoặc trang web ấy.`,
  withdrawnNews: (titles: readonly string[]): string =>
    `Đã gỡ khỏi thư viện vì trang web nguồn không còn đăng hoặc đề nghị không lưu:\n${titles.map((title) => `• ${title}`).join('\n')}`,
  secretNews: (url: string): string =>
    `Trang ${url} mang dấu độ mật nên không được nạp, bản tải về đã xóa. Đồng chí báo cho đơn vị quản lý trang web.`,
} as const
