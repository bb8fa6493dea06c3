/** What a person reads of a comparison of two documents. */

const WORDS = { article: 'điều', section: 'mục', paragraph: 'đoạn' } as const
export interface Quoted {
  /** The quote in its marks, with its number. */
  readonly words: string
  readonly section: string | null
}
/** The place, unless the words begin with it: `Điều 4. …`. */
const at = ({ section }: Quoted): string => (section ? `${section}: ` : '')
type PartWord = keyof typeof WORDS

export const comparisonMessages = {
  opening: 'Phần mở đầu',
  closing: 'Nơi nhận, chữ ký',

  withItself: (name: string): string =>
    `Đồng chí nêu một văn bản hai lần (${name}). Đồng chí cho biết thêm văn bản thứ hai để so sánh.`,
  severalOlder: (name: string): string => `${name} thay thế nhiều văn bản. Đồng chí muốn so sánh với văn bản nào?`,
  olderNotHeld: (name: string, numbers: readonly string[]): string =>
    `${name} thay thế ${numbers.join(', ')}, nhưng thư viện không có văn bản ấy nên tôi chưa so sánh được.`,
  nothingReplaced: (name: string): string =>
    `Trong thư viện không có văn bản nào do ${name} thay thế, cũng không có văn bản nào thay thế ${name}. Đồng chí nêu thêm số của văn bản cần so sánh.`,
  noPairs: 'Trong thư viện chưa có văn bản nào thay thế văn bản khác. Đồng chí nêu số của hai văn bản cần so sánh.',
  whichNew: 'Đồng chí muốn so sánh văn bản nào với văn bản cũ?',
  onlyTwo: 'Mỗi lần tôi so sánh hai văn bản.',
  tooLong: 'Hai văn bản này dài quá mức tôi so sánh được. Đồng chí mở từng văn bản bằng /vanban để đọc.',

  /** `2 điều mới, 5 điều thay đổi, không điều nào giữ nguyên` is said without the nothings. */
  summary: (
    by: PartWord,
    counts: {
      readonly same: number
      readonly changed: number
      readonly added: number
      readonly gone: number
      readonly split: number
      readonly merged: number
      readonly renumbered: number
    },
  ): string => {
    const word = WORDS[by]
    const said = [
      [counts.same, 'giữ nguyên'],
      [counts.changed, 'thay đổi'],
      [counts.added, 'mới'],
      [counts.gone, 'không còn'],
      [counts.split, by === 'article' ? 'tách ra từ điều cũ' : 'tách ra từ phần cũ'],
      [counts.merged, by === 'article' ? 'nhập vào điều khác' : 'nhập vào phần khác'],
    ] as const
    const named = said.filter(([n]) => n > 0).map(([n, what]) => `${n} ${word} ${what}`)
    const renumbered = counts.renumbered > 0 ? ` (${counts.renumbered} ${word} đổi số thứ tự)` : ''
    return `${named.join(', ')}${renumbered}.`
  },
  against: (newer: string, older: string): string => `${newer} so với ${older}:`,
  changed: (now: Quoted, then: Quoted): string =>
    `– ${at(now)}nay ${now.words}; trước đây${then.section && then.section !== now.section ? `, ${then.section}` : ''}: ${then.words}`,
  added: (now: Quoted): string => `– Mới: ${at(now)}${now.words}`,
  gone: (then: Quoted): string => `– Không còn: ${at(then)}${then.words}`,
  split: (now: Quoted, from: readonly string[]): string => `– Tách từ ${from.join(', ')} cũ: ${at(now)}${now.words}`,
  merged: (then: Quoted, into: readonly string[]): string => `– Nhập vào ${into.join(', ')}: ${at(then)}${then.words}`,
  moved: (then: Quoted): string => `– Chuyển sang chỗ khác: ${at(then)}${then.words}`,
  someOf: (shown: number, all: number): string =>
    `Trên đây là ${shown} trong ${all} chỗ thay đổi, chọn những chỗ đáng chú ý nhất.`,
  strangers:
    'Hai văn bản không có phần nào tương ứng với nhau nên không so sánh được từng phần. Đồng chí nên đối chiếu với văn bản mà nó thay thế.',
  unchanged: 'Hai văn bản giống nhau về nội dung; chỉ có thể khác cách trình bày.',
  onlyFrame: 'Nội dung các phần giữ nguyên; chỉ khác phần mở đầu hoặc nơi nhận, chữ ký.',

  /** `/sosanh` alone. */
  howTo: (example: string): string =>
    `Để so sánh hai văn bản, đồng chí gõ /sosanh rồi đến số của hai văn bản, ví dụ:\n${example}\nNếu chỉ gõ một số, tôi so văn bản ấy với văn bản mà nó thay thế.`,
  example: (newer: string, older: string): string => `/sosanh ${newer} ${older}`,
  offered: 'Hoặc bấm nút để xem một cặp có sẵn:',
  pair: (n: number, newer: string, older: string): string => `${n}. ${newer} so với ${older}`,
  notFound: (words: string): string => `Tôi không tìm thấy văn bản nào là “${words}” trong thư viện.`,
  choose: 'Đồng chí bấm một nút bên dưới.',
  near: 'Đồng chí có thể bấm để mở văn bản.',
  sides: { newer: 'Văn bản mới', older: 'Văn bản cũ' },
  telling: 'Những thay đổi đáng chú ý nhất',
  marks: { old: 'Chữ gạch ngang là chữ bị bỏ', new: 'chữ đậm gạch chân là chữ mới' },
  howMarked: (page: number, pages: number): string => `Trang ${page}/${pages}`,
  then: 'Trước: ',
  now: 'Nay: ',
  goesOn: '(còn tiếp trong bản đầy đủ)',
  state: {
    changed: 'thay đổi',
    new: 'mới',
    gone: 'không còn',
    split: 'tách ra',
    merged: 'nhập vào phần khác',
    here: 'chuyển từ phần khác sang',
    away: 'chuyển sang phần khác',
  },
  /** Of a clause, within its article. */
  apart: 'tách ra',
  joined: (section: string | null): string => `gộp vào ${section ?? 'đoạn khác'}`,
  formerly: (name: string): string => `trước là ${name}`,
  buttons: {
    whole: 'Xem toàn bộ so sánh',
    all: 'Xem từng chỗ ›',
    back: '‹ Trước',
    next: 'Sau ›',
    file: 'Gửi bản so sánh đầy đủ',
    open: (name: string): string => `Mở ${name}`,
    withOlder: 'So sánh với bản cũ',
    withNewer: 'So sánh với bản mới',
  },
  caption: (newer: string, older: string): string =>
    `So sánh ${newer} với ${older}. Đồng chí bấm vào tệp để mở bằng trình duyệt.`,
  /** In place of a page that cannot be sent. */
  unsent: {
    unknown:
      'Một trong hai văn bản không có trong phần thư viện đồng chí được xem. Đồng chí xem danh mục bằng /vanban.',
    too_long: 'Hai văn bản này dài quá mức tôi so sánh được. Đồng chí mở từng văn bản bằng /vanban để đọc.',
    unsent: 'Tôi đã thử nhiều lần mà chưa gửi được bản so sánh vì đường truyền. Đồng chí vui lòng thử lại sau.',
  },
  /** The whole comparison as a file. */
  page: {
    title: (newer: string, older: string): string => `So sánh ${newer} với ${older}`,
    restricted: 'Có văn bản không công khai: không sao chép, không chuyển tiếp.',
    older: 'Văn bản cũ',
    newer: 'Văn bản mới',
    number: 'Số, ký hiệu',
    issuer: 'Cơ quan ban hành',
    date: 'Ngày ban hành',
    validity: 'Hiệu lực',
    notSaid: 'không ghi',
    legend:
      'Cách đọc: <del>chữ gạch ngang</del> là chữ bị bỏ; <ins>chữ gạch chân</ins> là chữ mới; chữ thường là chữ giữ nguyên. Khác nhau về dấu cách, dấu ngoặc kép, cách đặt dấu thanh (hoà, hòa) không tính là thay đổi.',
    changedParts: 'Các phần có thay đổi',
    sameParts: (n: number): string => `Các phần giữ nguyên (${n})`,
    frame: 'Phần mở đầu, tên chương, nơi nhận',
    kinds: {
      same: 'Giữ nguyên',
      changed: 'Thay đổi',
      new: 'Mới',
      gone: 'Không còn',
      split: 'Tách ra',
      merged: 'Nhập vào phần khác',
    },
    was: (name: string): string => `trước là ${name}`,
    elsewhere: 'trước ở vị trí khác',
    from: (names: readonly string[]): string => `có phần chuyển từ ${names.join(', ')} của văn bản cũ`,
    to: (names: readonly string[]): string => `có phần chuyển sang ${names.join(', ')} của văn bản mới`,
    others: (names: readonly string[]): string => `có phần chuyển từ hoặc sang ${names.join(', ')}`,
    movedTo: (section: string | null): string => `Chuyển sang ${section ?? 'phần khác'}`,
    cameFrom: (section: string | null): string => `(${section ?? 'phần khác'})`,
    then: 'Trước:',
    now: 'Nay:',
    both: 'Giữ nguyên:',
    notThen: 'Trước không có.',
    notNow: 'Nay không còn.',
    made: (day: string): string =>
      `Bản so sánh do máy lập ngày ${day} từ văn bản trong thư viện, không thay thế văn bản gốc.`,
  },
} as const
