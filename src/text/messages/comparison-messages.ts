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

  withItself: (name: string): string => `Đồng chí nêu một văn bản hai lần (${name}). Đồng chí cho biết thêm văn bản thứ hai để so sánh.`,
  severalOlder: (name: string): string => `${name} thay thế nhiều văn bản. Đồng chí muốn so sánh với văn bản nào?`,
  olderNotHeld: (name: string, numbers: readonly string[]): string =>
    `${name} thay thế ${numbers.join(', ')}, nhưng thư viện không có văn bản ấy nên tôi chưa so sánh được.`,
  nothingReplaced: (name: string): string =>
    `Trong thư viện không có văn bản nào do ${name} thay thế, cũng không có văn bản nào thay thế ${name}. Đồng chí nêu thêm số của văn bản cần so sánh.`,
  noPairs:
    'Trong thư viện chưa có văn bản nào thay thế văn bản khác. Đồng chí nêu số của hai văn bản cần so sánh.',
  whichNew: 'Đồng chí muốn so sánh văn bản nào với văn bản cũ?',
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
  someOf: (shown: number, all: number): string => `Trên đây là ${shown} trong ${all} chỗ thay đổi, chọn những chỗ đáng chú ý nhất.`,
  strangers:
    'Hai văn bản không có phần nào tương ứng với nhau nên không so sánh được từng phần. Đồng chí nên đối chiếu với văn bản mà nó thay thế.',
  unchanged: 'Hai văn bản giống nhau về nội dung; chỉ có thể khác cách trình bày.',
  onlyFrame: 'Nội dung các phần giữ nguyên; chỉ khác phần mở đầu hoặc nơi nhận, chữ ký.',

  /** The whole comparison as a file. */
  page: {
    title: (newer: string, older: string): string => `So sánh ${newer} với ${older}`,
    restricted: 'Có văn bản không công khai: không sao chép, không chuyển tiếp.',
    older: 'Văn bản trước',
    newer: 'Văn bản nay',
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
    others: (names: readonly string[]): string => `Có phần chuyển từ hoặc sang: ${names.join(', ')}`,
    movedTo: (section: string | null): string => `Chuyển sang ${section ?? 'phần khác'}`,
    cameFrom: (section: string | null): string => `(${section ?? 'phần khác'})`,
    then: 'Trước:',
    now: 'Nay:',
    notThen: 'Trước không có.',
    notNow: 'Nay không còn.',
    made: (day: string): string =>
      `Bản so sánh do máy lập ngày ${day} từ văn bản trong thư viện, không thay thế văn bản gốc.`,
  },
} as const
