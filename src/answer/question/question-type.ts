/** What kind of answer a question asks for: a person, a time, a number, a list … */
import { fold, key } from '../../text/vietnamese.ts'

export const QUESTION_TYPES = [
  'article',
  'howlong',
  'when',
  'howmany',
  'why',
  'where',
  'who',
  'yesno',
  'list',
  'how',
  'def',
  'what',
] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

/** In small letters, without a neighbouring letter on either side; `\b` does not know Vietnamese letters. */
const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'u')

// Compared under the accented key (lý = lí). First match wins. The unmarked twin is the folded pattern; where folding would clash (đâu/đầu, mấy/máy) it is given apart.
const PATTERNS: readonly (readonly [QuestionType, string, string?])[] = [
  [
    'article',
    'điều nào|điều mấy|khoản nào|khoản mấy|(?:văn bản|quyết định|nghị quyết|quy định|chỉ thị|kết luận|hướng dẫn|thông tư|nghị định|luật) (?:nào|số mấy|số bao nhiêu)|số (?:văn bản|hiệu|ký hiệu)|văn bản số',
    'dieu nao|dieu may|khoan nao|khoan may|(?:van ban|quyet dinh|nghi quyet|quy dinh|chi thi|ket luan|huong dan|thong tu|nghi dinh|luat) (?:nao|so may|so bao nhieu)|so (?:van ban|hieu|ky hieu)|van ban so',
  ],
  [
    'howlong',
    'bao lâu|mấy (?:ngày|tháng|năm|tuần|giờ|phút|tiếng)|bao nhiêu (?:ngày|tháng|năm|tuần|giờ|phút|tiếng|học kỳ)|thời hạn (?:là )?(?:mấy|bao nhiêu)',
  ],
  [
    'when',
    'khi nào|bao giờ|lúc nào|hôm nào|(?:ngày|tháng|năm|thời gian|thời điểm|giai đoạn|thế kỷ|thập niên|mùa) (?:nào|mấy|bao nhiêu)|nhiệm kỳ nào|từ bao giờ|thời gian .{0,40}khi nào',
  ],
  [
    'howmany',
    'bao nhiêu|mấy',
    'bao nhieu|may (?:lan|nguoi|chi tieu|nhiem vu|dieu|buoc|loai|dong chi|don vi|cap|phan|khoan|hinh thuc|noi dung|diem|chi bo|bieu hien|dang vien)|co may',
  ],
  ['why', 'vì sao|tại sao|lý do|lí do|do đâu|sao lại|nguyên nhân|để làm gì|nhằm mục đích gì|mục đích gì'],
  [
    'where',
    'đâu|nơi nào|chỗ nào|(?:địa điểm|tỉnh|thành phố|nước|quốc gia|vùng|khu vực|quận|huyện|xã|châu lục) nào',
    'o dau|tai dau|den dau|tu dau|noi nao|cho nao|(?:dia diem|tinh|thanh pho|nuoc|quoc gia|vung|khu vuc|quan|huyen|xa) nao',
  ],
  ['who', 'ai|(?:người|vị|đồng chí|ông|bà|nhà văn|cầu thủ|cá nhân|nhân vật|tác giả) nào|tên (?:là )?gì'],
  [
    'yesno',
    '(?:không|chưa|ko|đúng hay sai)(?: ạ| vậy| nhỉ| thế)?[ ?.!]*$|hay không|đúng không|phải không|được không|có phải|có được|có thể .{0,80}không|hay chưa',
  ],
  [
    'list',
    'những gì|gồm|kể tên|liệt kê|(?:những|các) .{1,50} nào|là những|nêu (?:các|những)|các bước|những ai|(?:các|những) .{2,60}(?:là gì| gì)',
  ],
  ['how', 'thế nào|ra sao|làm sao|cách nào|bằng cách|cách thức|ntn|thì sao'],
  ['def', '(?:là|nghĩa là) (?:gì|cái gì)'],
]

const COMPILED = PATTERNS.map(([type, marked, unmarked]) => ({
  type,
  marked: words(key(marked)),
  unmarked: words(unmarked ?? fold(marked)),
}))

/** `marked`: whether the asker typed diacritics; restored ones may be wrong, so the folded patterns are a second try. */
export const questionType = (question: string, marked: boolean): QuestionType => {
  const spelled = key(question)
  const sure = COMPILED.find((entry) => entry.marked.test(spelled))
  if (sure || marked) return sure?.type ?? 'what'
  const folded = fold(question).toLowerCase()
  return COMPILED.find((entry) => entry.unmarked.test(folded))?.type ?? 'what'
}
