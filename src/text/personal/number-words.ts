/** The words that stand beside a number and say what it is. Folded, lower case. */

export type PersonalKind = 'id' | 'passport' | 'phone' | 'account' | 'card' | 'file' | 'tax' | 'insurance'

/** Longer words first where one begins with another. */
const WORDS: Readonly<Record<PersonalKind, string>> = {
  id: 'cccd|cmnd|cmtnd|cmt|cmtnd|can cuoc|chung minh(?: thu| nhan dan)?|dinh danh|giay to tuy than',
  passport: 'ho chieu|passport',
  phone:
    'sdt|s[o0] dt|sodt|dien thoai|dtdd|dd|dt|zalo|viber|whatsapp|hotline|phone|tel|mobile|so may|di dong|goi(?: cho| lai| so| toi| vao)*|alo|lien (?:he|lac)(?: voi| qua| so| toi)*|nhan tin',
  account:
    'stk|so tk|tai khoan|account|tk|chuyen khoan|the (?:atm|ngan hang|tin dung|visa|ghi no|napas)|visa|mastercard|napas|vietcombank|vcb|bidv|agribank|techcombank|tcb|vietinbank|ctg|mb ?bank|sacombank|tp ?bank|vp ?bank|acb|vib|shb|hd ?bank|lien ?viet|lp ?bank|ngan hang',
  card: '(?:so )?the dang(?: vien)?|the dv|(?:so|ma)(?: so| hieu)? dang vien|so the',
  file: 'so ly lich|so ll|ly lich dang vien',
  tax: 'ma so thue|ma thue|mst',
  insurance: 'bhxh|bhyt|bhtn|bao hiem xa hoi|bao hiem y te|so bao hiem|the bao hiem|ma bao hiem',
}

const KINDS = Object.keys(WORDS) as readonly PersonalKind[]
const ANY = KINDS.map((kind) => `(?<${kind}>${WORDS[kind]})`).join('|')
const EVERY_WORD = new RegExp(`(?<![a-z])(?:${ANY})(?![a-z])`, 'g')
const WORD_AFTER = new RegExp(
  `^[\\s,;:(=-]*(?:(?:la|thuoc|day la|chinh la|o|tai|ben|cua) )?(?:(?:so|ma so|ma) )?(?:${ANY})(?![a-z])`,
)

/** What the nearest word before a number says that it is. `before`: the folded text that ends where the number begins. */
export const kindBefore = (before: string): PersonalKind | null => {
  let last: RegExpMatchArray | null = null
  for (const match of before.matchAll(EVERY_WORD)) last = match
  return kindOf(last)
}

/** What the words right after a number say: `… là số CMND của tôi`. */
export const kindAfter = (after: string): PersonalKind | null => kindOf(WORD_AFTER.exec(after))

const kindOf = (match: RegExpMatchArray | null): PersonalKind | null =>
  KINDS.find((kind) => match?.groups?.[kind] !== undefined) ?? null

const LAW =
  'quyet dinh|nghi quyet|nghi dinh|chi thi|thong tu(?: lien tich)?|thong tri|thong bao|quy dinh|quy che|huong dan|ket luan|ke hoach|cong van|cong dien|to trinh|bao cao|van ban|luat|bo luat|phap lenh|lenh|dieu le|dieu|(?<!tai |chuyen )khoan|diem|muc|chuong|phu luc|trang'
const TIME = 'nam|ngay|thang|quy|khoa|nhiem ky|giai doan'
const SUM = 'so tien|tong so|tong|kinh phi|ngan sach|gia|tri gia|dan so|von'
const PLAIN_BEFORE = new RegExp(`(?<![a-z])(?:(?:${LAW})(?: so)?|${TIME}|${SUM})[\\s:=.]*(?:la )?[\\s:=.]*$`)

/** Whether what stands right before says that the number is a document's, a date or an amount. */
export const isPlainBefore = (before: string): boolean => PLAIN_BEFORE.test(before)

const UNIT_AFTER =
  /^\s?(?:dong|vnd|d(?![a-z])|trieu|ty|ti(?![a-z])|nghin|ngan(?! hang)|usd|do la|dola|euro|nguoi|dang vien|chi bo|ho(?![a-z])|m2|m3|ha(?![a-z])|km|tan(?![a-z])|kg|%|phan tram|luot|cuoc|truong hop)/

/** Whether a unit follows: then it is an amount. */
export const isAmountBefore = (after: string): boolean => UNIT_AFTER.test(after)
