/** "Ai là chủ tịch Hội …?", "vợ của ông … là ai": a question for the person who stands in a relation to somebody or something. */
import { syllables } from '../../text/terms.ts'
import { key } from '../../text/vietnamese.ts'

export interface PersonAsked {
  /** By blood or marriage, or by an office or a work. */
  readonly kind: 'kin' | 'office'
  /** The relation and the words that mean the same, each as accented keys. */
  readonly relations: readonly (readonly string[])[]
  /** Of whom or what, folded: its name, without the kind of thing that it is. */
  readonly whose: readonly string[]
}

/** The longest first: "con trai" is not "con". */
const phrases = (listed: string): readonly (readonly string[])[] =>
  listed
    .split(/;\s*/)
    .map((phrase) => phrase.split(' ').map(key))
    .sort((a, b) => b.length - a.length)

const KIN = phrases(
  'cha; bố; ba; mẹ; má; vợ; chồng; con; con trai; con gái; anh trai; chị gái; em trai; em gái; ông nội; bà nội; ông ngoại; bà ngoại; người yêu; bạn trai; bạn gái; phu nhân; con rể; con dâu',
)
const OFFICES = phrases(
  `chủ tịch; phó chủ tịch; tổng thống; thủ tướng; phó thủ tướng; bộ trưởng; thứ trưởng; giám đốc; tổng giám đốc; phó giám đốc;
hiệu trưởng; phó hiệu trưởng; bí thư; phó bí thư; tổng bí thư; trưởng ban; phó trưởng ban; phó ban; chánh văn phòng; trưởng phòng; trưởng khoa; chủ nhiệm;
cục trưởng; vụ trưởng; viện trưởng; chánh án; chánh thanh tra; tư lệnh; tổng tư lệnh; giáo hoàng; vua; hoàng đế; nữ hoàng; huấn luyện viên; đội trưởng;
tác giả; đạo diễn; người sáng lập; nhà sáng lập; người sáng tạo; người phát minh; lãnh tụ; thủ lĩnh; nhân vật chính; diễn viên chính; cha đẻ`,
)
const RELATIONS = [
  ...OFFICES.map((phrase) => ({ kind: 'office' as const, phrase })),
  ...KIN.map((phrase) => ({ kind: 'kin' as const, phrase })),
].sort((a, b) => b.phrase.length - a.phrase.length)
const SAME = new Map(
  [
    'cha; bố; ba',
    'bố; cha; ba',
    'mẹ; má',
    'vợ; phu nhân; bà xã',
    'chồng; ông xã',
    'con; con trai; con gái',
    'người sáng lập; sáng lập; nhà sáng lập; thành lập',
    'người phát minh; phát minh; sáng chế; cha đẻ',
    'người sáng tạo; sáng tạo; cha đẻ',
    'tác giả; sáng tác; viết; soạn',
  ].map((line) => {
    const same = line.split('; ').map((phrase) => phrase.split(' ').map(key))
    return [same[0]!.join(' '), same] as const
  }),
)

/** What kind of thing a name is of: the name alone may stand in a text. */
const KINDS = new Set(
  phrases(
    `công; ty; cổ; phần; tập; đoàn; nước; bộ; phim; cuốn; quyển; sách; tiểu; thuyết; bài; thơ; hát; ca; khúc; sĩ; nhà; văn; diễn; viên; hãng; trường; đại; học;
đội; tuyển; ngôn; ngữ; lập; trình; tác; phẩm; hiện; tại; nay; giáo; sư; chương; nhân; vật; truyện; ra; ông; bà; đồng; chí; thần; thời; trang; tnhh; người; đảo; lão; thầy; cô; anh; chị`,
  ).map(([word]) => word!),
)
const OPENS = phrases('ai là; ai đang là; ai hiện là; tên của; tên; cho biết; cho tôi biết; xin hỏi')
const CLOSES = phrases('là ai; tên là gì; có tên là gì; tên gì; hiện nay; hiện tại; hiện nay là ai; bây giờ')
const ASKS = new Set('ai nào gì mấy bao sao thế không chưa ko được phải'.split(' ').map(key))
/** Where the name ends and a time, a place or a clause begins. */
const ENDS = new Set('vào trong năm khi tại ở lúc trước sau theo mà đã'.split(' ').map(key))
/** Most words of a wish that does not ask: "chồng của …", "tổng thống …". */
const BARE = 10

/** `undefined`: no such question, or one that asks in another way. */
export const personAsked = (question: string): PersonAsked | undefined => {
  const words = syllables(question)
  const keys = words.map(({ accented }) => accented)
  const isCapital = (at: number): boolean => /\p{Lu}/u.test(question[words[at]!.start]!)
  const standsAt = (phrase: readonly string[], at: number): boolean => phrase.every((word, i) => keys[at + i] === word)
  let from = 0
  let to = words.length
  const opening = OPENS.find((phrase) => standsAt(phrase, 0))
  from += opening?.length ?? 0
  for (let closing: readonly string[] | undefined; ; to -= closing.length) {
    closing = CLOSES.find((phrase) => to - phrase.length > from && standsAt(phrase, to - phrase.length))
    if (!closing) break
  }
  const found = RELATIONS.find(({ phrase }) => standsAt(phrase, from))
  if (!found || keys.slice(from, to).some((word) => ASKS.has(word))) return undefined
  const { kind, phrase: relation } = found
  let at = from + relation.length
  const owned = keys[at] === 'của'
  if (owned) at++
  const isWhole = from > 0 || to < words.length
  if (!isWhole && (to - from > BARE || !(owned || (at < to && isCapital(at))))) return undefined
  while (at < to && KINDS.has(keys[at]!) && !(isCapital(at) && at + 1 < to && isCapital(at + 1))) at++
  const capital = words.findIndex((_word, i) => i >= at && i < to && isCapital(i))
  const begin = capital < 0 ? at : capital
  const end = keys.findIndex((word, i) => i > begin && !isCapital(i) && ENDS.has(word))
  const whose = words.slice(begin, end < 0 ? to : Math.min(end, to)).map(({ folded }) => folded)
  return whose.length === 0 ? undefined : { kind, relations: SAME.get(relation.join(' ')) ?? [relation], whose }
}
