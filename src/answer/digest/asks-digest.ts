/** Questions for a whole document in short: its summary, its parts, its targets. Whatever else is said must name the document. */
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { syllables } from '../../text/terms.ts'
import { hasMarks } from '../../text/vietnamese.ts'

export type DigestKind = 'summary' | 'parts' | 'targets'

export interface DigestAsked {
  readonly kind: DigestKind
  /** Years until which targets are asked for. */
  readonly years: readonly number[]
  /** Folded words that are left: those of the document's name, or of something else that is asked. */
  readonly rest: readonly string[]
}

const phrase = (source: string): RegExp => new RegExp(`(?<![^ ])(?:${source})(?![^ ])`, 'gu')

/** Tried in this order on folded syllables with a blank between them. */
const KINDS: readonly (readonly [DigestKind, RegExp])[] = [
  [
    'parts',
    phrase(
      'bo cuc|cau truc|ket cau|muc luc|de muc|dan y|(?:(?:bao )?gom|co|chia (?:lam|thanh)) (?:(?:nhung|cac) (?:phan|chuong|muc)|(?:may|bao nhieu) phan)(?: nao| gi)?|(?:bao )?gom (?:nhung|cac) dieu (?:nao|gi)|(?:nhung|cac) (?:phan|chuong) (?:nao|gi)|(?:may|bao nhieu) phan',
    ),
  ],
  ['targets', phrase('chi tieu')],
  [
    'summary',
    phrase(
      'tom tat|tom luoc|tom gon|noi dung (?:chinh|chu yeu|co ban|cot loi|quan trong)|(?:diem|y) (?:chinh|chu yeu|noi bat|quan trong|co ban)|tong quan|khai quat',
    ),
  ],
]

// one of several answers to choose from, as a quiz asks
const QUIZ = phrase('mot trong (?:nhung|cac|so)|(?:dieu|phuong an|y|cau|noi dung) nao (?:duoi|sau) day|dung hay sai')

// said around them; what is left over must name a document
const AROUND = new Set(
  `cua trong tai theo cho toi minh em chau xin hay giup hoi ve la gi nao nhung cac cu the gom bao co nhieu may duoc khong neu ke liet
ten danh sach muc tieu den toi nam giai doan tu voi nhe a da de ra dat xac dinh nhu va ro day du ngan gon lai mot cach doc xem
tong the toan bo tat ca noi dung chinh chu yeu co ban so lieu con so o duoi dang thi sao vay nay do tren ay no biet muon can tim hieu
phan so nhat quan trong chung`.split(/\s+/),
)

/** null where nothing of the kind is asked. */
export const asksDigest = (question: string): DigestAsked | null => {
  const words = syllables(question)
  const said = words.map(({ folded }) => folded).join(' ')
  const kind = KINDS.find(([, asked]) => said.search(asked) >= 0)?.[0]
  if (
    !kind ||
    said.search(QUIZ) >= 0 ||
    (kind === 'targets' && hasMarks(question) && !/chỉ\s+tiêu/iu.test(question.normalize('NFC')))
  )
    return null
  const without = KINDS.reduce((rest, [, asked]) => rest.replace(asked, ' '), said)
    .split(' ')
    .filter(Boolean)
  const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word)
  return {
    kind,
    years: without.filter(isYear).map(Number),
    rest: without.filter((word) => !isYear(word) && !AROUND.has(word) && !isFunctionWord(word, null)),
  }
}

/** Such a question without a document and without anything else: it is put to the document spoken of last. */
export const asksDigestAlone = (question: string): boolean => {
  const asked = asksDigest(question)
  return asked !== null && asked.rest.length === 0 && asked.years.length === 0
}
