/** Questions that a document's structure answers: its recipients, what it rests on, its chapters and articles, whom it applies to. */
import { syllables } from '../../text/terms.ts'
import { foldAligned } from '../../text/aligned.ts'
import { clean } from '../../text/vietnamese.ts'
import type { DocumentCard } from '../../search/search-index.ts'
import { nameWords } from '../places/name-words.ts'
import { contentOf } from '../places/saying.ts'
import { placesAsked } from '../places/place-asked.ts'

export type DocumentPart = 'recipients' | 'grounds' | 'contents' | 'counts' | 'scope'

const word = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u')
const KIND = 'phan|chuong|muc|dieu|khoan|diem'
const MANY = `(?:may|bao nhieu) (?:${KIND})(?! kien)`
const PARTS: readonly (readonly [DocumentPart, RegExp])[] = [
  [
    'recipients',
    word(
      '(?:danh sach )?noi nhan(?: (?:o|la|gom|ghi|cua))?(?: (?:dau|ai|nhung (?:ai|dau|don vi nao|noi nao)))?|(?:duoc )?gui (?:cho|den|toi) (?:ai|dau|nhung ai|nhung dau|nhung noi nao|nhung don vi nao)|gui nhung (?:noi|don vi) nao',
    ),
  ],
  [
    'grounds',
    word(
      '(?:duoc )?(?:ban hanh )?(?:can cu|dua) (?:vao |tren |theo )*(?:(?:nhung |cac )?(?:van ban|co so|quy dinh) (?:nao|gi)|dau|nhung gi|gi)|(?:phan |nhung |cac |nhung )?can cu (?:phap ly|ban hanh)(?: (?:la gi|gom gi|nao))?|phan can cu|(?:cac|nhung) can cu|can cu',
    ),
  ],
  [
    'counts',
    word(
      `(?:gom|co|chia(?: thanh| lam)?|bao gom)?(?: co)?(?: tat ca)? ?${MANY}(?:(?:,| va|, va)? ?${MANY})*|bo cuc(?: the nao| ra sao)?|cau truc(?: the nao| ra sao)?`,
    ),
  ],
  [
    'contents',
    word(
      `(?:(?:gom|co|bao gom|chia thanh) )?(?:co )?(?:nhung|cac) (?:${KIND}) (?:nao|gi)(?! kien)|(?:gom|co|bao gom) (?:${KIND}) (?:nao|gi)|(?:liet ke|ke ten|danh sach|ten) (?:(?:cac|nhung) )?(?:${KIND})|muc luc`,
    ),
  ],
  [
    'scope',
    word(
      'pham vi(?: va| ,|,)? ?(?:doi tuong)?(?: dieu chinh| ap dung)?(?: va doi tuong ap dung|, doi tuong ap dung)?|doi tuong(?: ap dung| dieu chinh| va pham vi)?|(?:duoc )?ap dung (?:cho|doi voi|voi) (?:ai|nhung ai|doi tuong nao|nhung doi tuong nao|cac doi tuong nao|don vi nao|nhung don vi nao|noi nao)',
    ),
  ],
]

export interface DocumentAsked {
  readonly part: DocumentPart
  /** The words that ask, folded. */
  readonly words: string
  /** Words besides, folded: those of the document's name, or it asks something else. */
  readonly others: readonly string[]
}

/** Null for a question that asks none of these. */
export const documentAsked = (question: string): DocumentAsked | null => {
  const text = clean(question).replace(/[?!.\s]+$/u, '')
  const rest = placesAsked(text)?.rest ?? text
  const flat = foldAligned(rest)
  for (const [part, pattern] of PARTS) {
    const found = pattern.exec(flat)
    if (!found) continue
    const without = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
    return { part, words: found[0], others: contentOf(without) }
  }
  return null
}

/** Whether the question says nothing besides but this document's name. */
export const isOnlyAbout = ({ others }: Pick<DocumentAsked, 'others'>, card: DocumentCard): boolean => {
  const name = nameWords(card)
  return others.every((one) => name.has(one))
}

/** The kinds of parts that are asked for, in order: `chuong`, `dieu`. */
export const kindsIn = (words: string): readonly string[] => [
  ...new Set(syllables(words).flatMap(({ folded }) => (KIND.split('|').includes(folded) ? [folded] : []))),
]
