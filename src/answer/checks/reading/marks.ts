/** Words that bend what a sentence says: negations, strengths, bounds. Told apart from the words that only look like them. */
import { key } from '../../../text/vietnamese.ts'

// Words of one group say the same.
const MARKS = {
  not: 'không|không được|không được phép|không có|không còn|không thể|không có thể|không là|không phải là|không có quyền|chưa|chưa được|chưa có|chưa phải là|chẳng|đừng|cấm|nghiêm cấm|nghiêm cấm việc|cấm việc',
  not_behind: 'bị cấm|bị nghiêm cấm',
  need_not:
    'không phải|không cần|không cần phải|không bắt buộc|không bắt buộc phải|không nhất thiết|không nhất thiết phải|không nhất thiết cần phải|không bắt buộc cần phải|không buộc phải',
  all: 'tất cả|toàn bộ|mọi|toàn thể|bất kỳ|bất cứ',
  most: 'hầu hết|phần lớn|đa số|đại đa số|đa phần|hầu như',
  some: 'một số|một vài|vài|một phần|một bộ phận|số ít|thiểu số',
  only: 'chỉ|duy nhất|chỉ được',
  must: 'phải|cần phải|bắt buộc|bắt buộc phải|buộc|buộc phải|có trách nhiệm|có nghĩa vụ|phải có trách nhiệm',
  duty: 'trách nhiệm|nghĩa vụ|yêu cầu|nhiệm vụ|chịu trách nhiệm|điều kiện|tiêu chuẩn',
  may: 'có thể',
  allowed: 'được phép|có quyền|được quyền',
  right: 'quyền|quyền hạn|được',
  need: 'cần',
  should: 'nên',
  encouraged: 'khuyến khích',
  at_least: 'ít nhất|tối thiểu|không ít hơn|không dưới|không thấp hơn|ít nhất là|tối thiểu là|sớm nhất',
  at_most:
    'nhiều nhất|tối đa|không quá|không vượt quá|chậm nhất|muộn nhất|không cao hơn|không hơn|không nhiều hơn|tối đa là|chậm nhất là|không được quá|không được vượt quá',
  and_up: 'trở lên',
  and_down: 'trở xuống',
  within: 'trong vòng|trong thời hạn|trong thời gian|trong',
  over: 'quá|vượt|vượt quá|hơn|nhiều hơn|cao hơn|lớn hơn',
  under: 'chưa đủ|chưa đến|chưa quá|ít hơn|thấp hơn|nhỏ hơn',
  before: 'trước|trước khi|trước ngày|trước lúc',
  after: 'sau|sau khi|sau ngày|sau đó',
  formerly: 'trước đây|trước kia',
  about: 'khoảng|ước|ước tính|dự kiến|xấp xỉ|cơ bản|về cơ bản|chủ yếu',
  outside: 'ngoài|bên ngoài',
  higher: 'cấp trên|cấp trên trực tiếp',
  lower: 'cấp dưới|cấp dưới trực tiếp',
  more: 'tăng|tăng lên|tăng thêm|gia tăng',
  fewer: 'giảm|giảm xuống|giảm bớt|cắt giảm',
  except: 'trừ|ngoại trừ|trừ trường hợp|trừ khi',
  at_once: 'ngay|lập tức|ngay lập tức|ngay sau|ngay sau khi',
}
export type Mark = keyof typeof MARKS

// what holds the syllables of a mark and is none
const PLAIN =
  'bằng khen|văn bằng|bằng cấp|bằng tốt nghiệp|kết nạp lại|bầu lại|học lại|cấp lại|thi lại|chuyển đi|chuyển đến|chuyển ra|chuyển vào|nơi đi|nơi đến|tăng cường|miễn giảm|không gian|không khí|không quân|hàng không|không ngừng|chỉ tiêu|chỉ thị|chỉ đạo|chỉ định|chỉ huy|chỉ số|chỉ dẫn|chỉ rõ|chỉ ra|địa chỉ|chứng chỉ|đình chỉ|tôn chỉ|tín chỉ|chỉ giới|sau đại học|trước mắt|trước pháp luật|quá trình|quá khứ|quá độ|quá cảnh|quá hạn|bên phải|gặp phải|vấp phải|mắc phải|nên người|làm nên|trở nên|cần thiết|cần kiệm|cần cù|nhu cầu|thẩm quyền|chính quyền|ủy quyền|phân quyền|quyền lợi|bản quyền|quyền lực|chủ quyền|mơ ước|công ước|điều ước|thỏa ước|quy ước|khoảng cách|khoảng trống|ngay thẳng|buộc tội|ràng buộc|trừng phạt|khấu trừ|loại trừ|bài trừ|phòng trừ|diệt trừ|trong nước|trong sạch'
// the same, and nothing but a link between sentences
const EMPTY =
  'ngoài ra|không những|không chỉ|hay không|sau đây|như sau|sau này|trước hết|trước tiên|hơn nữa|phải chăng|ngay cả|trong đó|bên trong'

interface Lexeme {
  readonly syllables: number
  /** Null for words that only look like a mark. */
  readonly mark: Mark | null
  readonly isEmpty: boolean
}

/** By key, syllables joined with blanks. */
const LEXEMES: ReadonlyMap<string, Lexeme> = new Map(
  [
    ...Object.entries(MARKS).map(([mark, words]) => ({ words, mark: mark as Mark, isEmpty: false })),
    { words: PLAIN, mark: null, isEmpty: false },
    { words: EMPTY, mark: null, isEmpty: true },
  ].flatMap(({ words, ...rest }) =>
    words.split('|').map((word) => [key(word), { syllables: word.split(' ').length, ...rest }] as const),
  ),
)
const LONGEST = Math.max(...[...LEXEMES.values()].map(({ syllables }) => syllables))

/** The longest entry that begins at syllable `at`. */
export const lexemeAt = (keys: readonly string[], at: number): Lexeme | null => {
  for (let length = Math.min(LONGEST, keys.length - at); length > 0; length--) {
    const lexeme = LEXEMES.get(keys.slice(at, at + length).join(' '))
    if (lexeme) return lexeme
  }
  return null
}
