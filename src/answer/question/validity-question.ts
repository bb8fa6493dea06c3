/** Questions about the validity of a document: "còn hiệu lực không?", "văn bản nào thay thế …?", "hiệu lực từ ngày nào?" */
import { clean, fold } from '../../text/vietnamese.ts'

export type ValidityAsked = 'holds' | 'from' | 'to' | 'replacedBy' | 'replaces' | 'amendedBy' | 'amends'

const KIND =
  'van ban|vb|nghi quyet|nq|quy dinh|qui dinh|quyet dinh|qd|chi thi|ct|ket luan|kl|huong dan|hd|quy che|qc|ke hoach|cai'
const NOT = '(?:hay )?(?:khong|ko|kg|k|hong|hok|chua)(?: (?:vay|a|nhi|the|ha|ban|dc|duoc|nua))*'
const HOLD = '(?:hieu luc|hl)(?: thi hanh| phap ly)?'
const WHICH = `(?:(?:${KIND}|so|nhung ${KIND}|cac ${KIND}) )?(?:nao|gi|may)(?: (?:vay|the|a|nhi))*`
const WHEN =
  '(?:tu |vao |ke tu |luc |tu luc |hoi )?(?:ngay (?:nao|may|bao nhieu)|khi nao|bao gio|thang nao|nam nao|luc nao|thoi diem nao|hom nao)'
const CHANGE = '(?:sua doi|sua|bo sung)(?:(?: va)? bo sung)?'

const pattern = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u')
const ASKED: readonly (readonly [ValidityAsked, RegExp])[] = [
  [
    'to',
    pattern(`het ${HOLD} (?:${WHEN})|${HOLD} (?:den|toi) (?:${WHEN})|(?:${WHEN}) .{0,60}?het ${HOLD}|ngay het ${HOLD}`),
  ],
  [
    'from',
    pattern(
      `(?:co )?${HOLD} (?:${WHEN})|(?:${WHEN}) .{0,60}?(?:co|bat dau) ${HOLD}|(?:${WHEN}) (?:co )?${HOLD}|ngay (?:co )?${HOLD}|(?:ap dung|thi hanh) (?:ke tu|tu) (?:ngay nao|khi nao|bao gio)|co ${HOLD} (?:ke )?tu`,
    ),
  ],
  [
    'amendedBy',
    pattern(
      `${CHANGE} (?:boi|bang|theo|tai|o) ${WHICH}|(?:${KIND}) (?:nao|gi) (?:da |se |dang )?(?:duoc ban hanh de )?${CHANGE}|(?:da |co |bi |duoc )+(?:${KIND} nao )?${CHANGE}(?: gi| lan nao)?(?: .{0,12})? ${NOT}|${CHANGE} (?:gi |lan nao )?${NOT}`,
    ),
  ],
  ['amends', pattern(`${CHANGE}(?: mot so dieu| mot so noi dung)?(?: cua| cho)? (?:${KIND}) (?:nao|gi)`)],
  [
    'replacedBy',
    pattern(
      `(?:bi |duoc |da )+thay(?: the)? (?:boi |bang )?${WHICH}|thay(?: the)? (?:boi|bang) ${WHICH}|(?:${KIND}) (?:nao|gi|moi nao) (?:da |se |dang |moi )?(?:duoc ban hanh )?(?:de )?(?:thay the|bai bo)|co gi thay the|thay the (?:no|van ban nay|van ban do|quy dinh nay) la (?:gi|${WHICH})|(?:co )?(?:${KIND}) (?:nao )?(?:moi )?(?:thay the|thay) (?:nao )?(?:chua|khong|ko)`,
    ),
  ],
  [
    'replaces',
    pattern(
      `(?:thay the|bai bo|thay(?= cho))(?: cho)? (?:(?:${KIND}) (?:nao|gi|so may|cu nao)|nhung (?:${KIND}) nao|cac (?:${KIND}) nao|gi|cai gi|nhung gi)`,
    ),
  ],
  [
    'holds',
    pattern(
      `(?:con|het|dang co|co con|dang con|co) ${HOLD}(?: .{0,20})? ${NOT}|con ${HOLD}|(?:het|mat) ${HOLD} ${NOT}|con (?:duoc )?(?:ap dung|dung|su dung|thi hanh|gia tri)(?: duoc| nua)* ${NOT}|(?:da )?(?:bi |duoc )?(?:thay the|bai bo|huy bo)(?: roi)? ${NOT}|tinh trang ${HOLD}|${HOLD} (?:ra sao|the nao|nhu the nao)`,
    ),
  ],
]

/** `null` for any other question. */
export const validityAsked = (question: string): ValidityAsked | null => {
  const said = folded(question)
  return ASKED.find(([, words]) => words.test(said))?.[0] ?? null
}

const folded = (question: string): string =>
  fold(clean(question))
    .toLowerCase()
    .replace(/[?!.,;:\s]+/gu, ' ')
    .trim()

const AROUND = new Set(
  'van ban nay do no ay kia tren vay the con thi da duoc co la cho hoi xin toi biet a nhi roi gi quy dinh nghi quyet quyet chi thi ket luan huong dan hien nay bay gio'.split(
    ' ',
  ),
)

/** Whether it says nothing beside that, so that the document must be the one spoken of before: "còn hiệu lực không ạ?" */
export const isBareValidityQuestion = (question: string): boolean => {
  const said = folded(question)
  const words = ASKED.find(([, pattern]) => pattern.test(said))?.[1]
  if (!words) return false
  const rest = said.replace(words, ' ').split(' ').filter(Boolean)
  return rest.every((word) => AROUND.has(word))
}

const NAMES_KIND = pattern(`(?!cai)(?:${KIND})|dieu le|luat|nghi dinh|thong tu|de an|chuong trinh|thong bao`)

/** Whether a kind of document is named at all: a card or a letter of introduction may lose validity too. */
export const namesKind = (question: string): boolean => NAMES_KIND.test(folded(question))
