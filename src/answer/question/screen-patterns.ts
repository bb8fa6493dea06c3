/** Wording that is not looked up: orders to the machine, persons' affairs, insults, small talk, today's weather. */
import { fold, hasMarks, key } from '../../text/vietnamese.ts'

export type Screened =
  'injection' | 'abuse' | 'personalData' | 'personnel' | 'opinion' | 'drafting' | 'offTopic' | 'greeting' | 'thanks'

interface Rule {
  readonly kind: Screened
  readonly marked: RegExp
  readonly unmarked: RegExp
}

const START = '(?<![\\p{L}\\p{M}\\d])(?:'
const END = ')(?![\\p{L}\\p{M}\\d])'
// what it is held against is in small letters
const compile = (source: string): RegExp => new RegExp(START + source + END, 'u')
/** Written with marks; asked without marks it is compared folded, or by `unmarked` where folding would hit other words. */
const rule = (kind: Screened, source: string, unmarked = fold(source)): Rule => ({
  kind,
  marked: compile(key(source)),
  unmarked: compile(unmarked),
})

const PERSON =
  'ông|bà|anh|chị|cô|chú|đồng chí|đ/c|bí thư|phó bí thư|tổng bí thư|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|trưởng ban|thủ trưởng|lãnh đạo'
const OFFICE =
  'bí thư|phó bí thư|tổng bí thư|chủ tịch|phó chủ tịch|thủ tướng|giám đốc|trưởng ban|lãnh đạo|ủy viên|bộ trưởng|người đứng đầu'
const NEXT = 'khóa tới|nhiệm kỳ tới|sắp tới|tới đây|khóa sau|nhiệm kỳ sau|khóa mới|kỳ tới|năm tới'
const TODAY = 'hôm nay|hôm qua|ngày mai|bây giờ|hiện giờ|lúc này|tuần này|tối nay|sáng nay|chiều nay'
const LIVE =
  'nhiệt độ|thời tiết|trời (?:mưa|nắng)|giá vàng|giá xăng|giá đô|tỷ giá|chứng khoán|xổ số|tỉ số|lịch thi đấu|bóng đá|kẹt xe'

const RULES: readonly Rule[] = [
  rule(
    'injection',
    '(?:bỏ qua|quên|phớt lờ|lờ|hủy bỏ|xóa)(?: đi| hết| ngay)* (?:(?:mọi|tất cả|toàn bộ|các|những|hết) )*(?:hướng dẫn|chỉ dẫn|câu lệnh|lệnh|quy tắc|yêu cầu|lời nhắc|thiết lập|chỉ thị|vai trò)(?: [^ ]+){0,3} (?:trước|ở trên|bên trên|phía trên|của bạn|hệ thống|đã cho|ban đầu|trước đó)',
  ),
  rule('injection', '^(?:hãy )?(?:bỏ qua|quên|phớt lờ) (?:mọi|tất cả|toàn bộ|chuyện|hết|đi)(?: [^ ]+)*'),
  rule(
    'injection',
    '(?:system|hidden|initial) prompt|prompt(?: [^ ]+){0,2} hệ thống|(?:lời nhắc|câu lệnh|chỉ dẫn) hệ thống|(?:in|hiện|hiển thị|tiết lộ|đưa|cho xem)(?: [^ ]+){0,3} prompt',
  ),
  rule(
    'injection',
    '(?:ignore|disregard|forget|override) (?:all|any|the|previous|prior|above|your|everything)|jailbreak|(?:dan|developer|god|debug) mode|you are (?:now|going to)|from now on|pretend (?:to|you|that)|act as|do anything now|unfiltered',
  ),
  rule(
    'injection',
    '^(?:(?:bạn|em|hãy|thử|nào|giờ|bây giờ) ?)*(?:giả vờ|đóng vai|đóng giả|giả làm|nhập vai|giả sử bạn)(?: [^ ]+)*|hãy (?:giả danh|mạo danh)|từ (?:giờ|bây giờ|nay)(?: trở đi)?,? (?:bạn|mày|em|hãy|trợ lý)|^(?:trợ lý|chatbot|chatgpt|bot) ?[:,](?: [^ ]+)*|chế độ (?:nhà phát triển|không giới hạn)',
  ),
  rule(
    'abuse',
    'địt|đụ má|đm|đkm|lồn|cặc|đéo|vãi (?:lồn|cứt)|(?:mẹ|bố|cha|bọn|tụi|chúng|lũ) mày|thằng chó|óc chó|đồ (?:ngu|chó|khốn|điên|súc vật|rác)|ngu (?:vl|vcl|thế|quá)|cút đi',
    'dit me|dkm|dcm|vcl|vkl|clgt|bon may toan|do ngu|thang cho|oc cho|do khon|ngu vl',
  ),
  rule(
    'personalData',
    `(?:sđt|số điện thoại|số đt|số máy|số zalo|zalo|facebook|địa chỉ nhà|nhà riêng|số nhà|số tài khoản)(?: (?:riêng|cá nhân|di động|của|anh|chị))* (?:${PERSON})(?: [^ ]+)*`,
  ),
  rule(
    'personalData',
    '(?:cccd|cmnd|căn cước(?: công dân)?|chứng minh nhân dân|số thẻ(?: đảng)?)[^\\d]{0,25}\\d[\\dx]{5,}|(?:tra|tìm|xem|tra cứu)(?: (?:giúp|hộ|cứu|dùm|giùm|tôi|cho|thông tin))* (?:hồ sơ|lý lịch)(?: [^ ]+){0,3} (?:ông|bà|anh|chị|đồng chí|cccd|cmnd|số \\d)',
  ),
  rule(
    'personnel',
    `ai (?:sẽ|sắp)(?: [^ ]+){0,2} (?:làm|giữ|thay|lên|là|kế nhiệm|đảm nhiệm|trúng cử|được bầu)(?: (?:chức|vào|thành|làm|giữ|vị trí|thay))* (?:${OFFICE})|ai (?:sẽ )?(?:làm|giữ|thay|lên)(?: chức)? (?:${OFFICE})(?: [^ ]+){0,6} (?:${NEXT})|(?:${NEXT})(?: [^ ]+){0,6} ai (?:sẽ |lên |được |là )?(?:làm|giữ|thay|lên|bầu)`,
  ),
  rule(
    'personnel',
    `(?:ông|bà|anh|chị|đồng chí|đ/c)(?: [^ ]+){1,9} (?:(?:có|đã|đang|sắp|sẽ|từng) )*bị (?:kiểm tra|kỷ luật|điều tra|bắt|khởi tố|cách chức|thanh tra|tố cáo|đình chỉ)(?: (?:rồi|thật|gì|hay|có))*,? (?:đúng không|phải không|chưa|không|thật không|à|hả)[ ?.!]*$`,
  ),
  rule(
    'opinion',
    `(?:${OFFICE}|ai|đồng chí)(?: (?:nào|là|người|thì))* (?:giỏi|tốt|tài|tệ|dở|kém|xấu|liêm khiết|trong sạch|tham nhũng) nhất|(?:có )?nên (?:[^ ]+ ){0,3}(?:đa nguyên|đa đảng)`,
  ),
  rule(
    'opinion',
    '(?:theo|ý kiến|quan điểm|suy nghĩ|nhận xét|đánh giá|cảm nghĩ)(?: riêng| cá nhân)?(?: của)? (?:bạn|mày|bot|trợ lý|chatbot|admin)(?! đọc)|(?:bạn|mày|bot|chatbot) (?:nghĩ|thấy|cho rằng|đánh giá|thích|ủng hộ|có tin|có thích)',
    '(?:theo|y kien|quan diem|suy nghi|nhan xet|danh gia) (?:cua )?(?:ban nghi|bot|chatbot|tro ly)|(?:ban nghi|bot nghi)(?: gi| sao| the nao)',
  ),
  rule(
    'offTopic',
    `(?:${LIVE})(?: [^ ]+)* (?:${TODAY})|(?:${TODAY})(?: [^ ]+)* (?:${LIVE})|^(?:dự báo )?(?:${LIVE})(?: [^ ]+){0,4}[ ?.!]*$|mấy độ`,
  ),
]

// "Soạn giúp nghị quyết …" asks for work; "Soạn nghị quyết gồm những bước nào" asks for a rule
const DRAFTING = rule(
  'drafting',
  '^(?:[^ ]+ ){0,4}(?:soạn|viết|thảo|soạn thảo|lập|ban hành|sáng tác|dịch|vẽ|làm)(?: [^ ]+)? (?:giúp|hộ|dùm|giùm|cho (?:tôi|em|mình|chúng tôi))(?: [^ ]+)*|(?:giúp|nhờ|hãy|làm ơn|vui lòng)(?: (?:tôi|em|mình|bạn))? (?:soạn|viết|soạn thảo|sáng tác|lập trình|code|kể chuyện|làm thơ)(?: [^ ]+)*|^(?:soạn|viết|sáng tác|soạn thảo) (?:cho|giúp|một|1|code|mã|bài|thơ|đoạn)(?: [^ ]+)*|viết code|viết chương trình|lập trình python',
)
const ASKS =
  /(?<![\p{L}])(?:thế nào|ra sao|cách|là gì|gồm|nào|mẫu|thể thức|quy định|ai|the nao|cach|la gi|gom|nao|mau|the thuc|quy dinh)(?![\p{L}])/iu
const GREETING = rule(
  'greeting',
  '^[^a-zà-ỹđ0-9]*(?:(?:xin )?chào|hello|hi|alo|a lô|test|thử|hey|ok|oke|cảm ơn|cám ơn|thanks?|thank you|tks|vâng|dạ|bye|tạm biệt|ê|start|giúp|help|(?:bạn|mày|em|bot|ad|đây) là (?:ai|gì|robot|bot|máy|người hay máy)|bạn tên (?:là )?gì|bạn (?:làm|giúp|biết) được (?:gì|những gì)|bạn biết (?:gì|những gì))(?: (?:bạn|bot|anh|chị|em|ad|admin|cháu|con|bác|cô|chú|ông|bà|đồng chí|nhé|ạ|các|buổi|sáng|nhiều|mọi|người|thôi|vậy|thế|à|hả|1|2|3|you))*[\\s!.~?,]*$',
)

/** Said at the end: a greeting in reply would be heard as having missed it. */
const THANKS = rule(
  'thanks',
  '^[^a-zà-ỹđ0-9]*(?:(?:xin|rất|vâng|dạ|ok|oke|tôi) )*(?:cảm ơn|cám ơn|thanks?|thank you|tks|vâng|dạ|ok|oke|(?:được|rõ|hiểu) rồi|tạm biệt|bye)(?: (?:bạn|bot|anh|chị|em|ad|admin|cháu|con|bác|cô|chú|ông|bà|đồng chí|nhé|ạ|các|rất|nhiều|mọi|người|thôi|vậy|thế|à|you))*[\\s!.~,]*$',
)

// an office and a name behind it; of the office alone the documents may well say when it is disciplined
const OFFICE_AND_NAME =
  /(?<!\p{L})(?:[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc|[Tt]rưởng ban|[Uu]ỷ viên|[Ủủ]y viên|[Bb]ộ trưởng|[Tt]hủ tướng)\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,3}\s.{0,40}bị (?:kiểm tra|kỷ luật|kỉ luật|điều tra|bắt|khởi tố|cách chức|thanh tra|tố cáo|đình chỉ)/u

/** What kind of line it is if it is not to be looked up; null for everything else. */
export const screenWording = (question: string): Screened | null => {
  const marked = hasMarks(question)
  const text = marked ? key(question) : fold(question).toLowerCase()
  const hits = (one: Rule): boolean => (marked ? one.marked : one.unmarked).test(text)
  if (hits(THANKS)) return 'thanks'
  if (hits(GREETING) || !/\p{L}{2}/u.test(text)) return 'greeting'
  if (OFFICE_AND_NAME.test(question.normalize('NFC'))) return 'personnel'
  const found = RULES.find(hits)
  if (found) return found.kind
  return hits(DRAFTING) && !ASKS.test(question.replace(/(?:giúp|giup) (?:tôi|toi)/giu, '')) ? 'drafting' : null
}
