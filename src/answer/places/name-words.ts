/** The words by which a document may be named in a question, folded. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { syllables } from '../../text/terms.ts'
import { readingsOf } from '../../text/typing/abbreviations.ts'

const KIND_WORDS = syllables(
  'nghị quyết quy định quyết định chỉ thị kết luận hướng dẫn kế hoạch chương trình thông báo quy chế điều lệ luật nghị định thông tư công văn đề án báo cáo văn bản số ngày tháng năm đảng nq qđ qđi ct kl hd kh ctr tb qc đl vb nđ tt của bch btv ban hành',
).map(({ folded }) => folded)

/** With its title; numbers without leading zeros. */
export const nameWords = ({ meta }: Pick<DocumentCard, 'meta'>): ReadonlySet<string> =>
  new Set([...folded(`${meta.title} ${identity({ meta })}`), ...KIND_WORDS])

/** Whether words name the document without saying what it is about: kind, number, date, and whose it is. */
export const isNamedBy = (words: readonly string[], card: DocumentCard, library: Library): boolean => {
  const known = new Set([...folded(`${identity(card)} ${letterheadOf(card, library)}`), ...KIND_WORDS])
  const isKnown = (word: string): boolean =>
    known.has(word) || readingsOf(word).some((reading) => folded(reading).every((one) => known.has(one)))
  return words.every(isKnown)
}

const identity = ({ meta }: Pick<DocumentCard, 'meta'>): string =>
  `${meta.number ?? ''} ${meta.issuer ?? ''} ${(meta.date ?? '').replaceAll('-', ' ')}`

const folded = (text: string): readonly string[] => syllables(text).map((one) => one.folded.replace(/^0+(?=\d)/, ''))

/** Lines in capitals at the head, and that of place and date. */
const letterheadOf = ({ id }: DocumentCard, library: Library): string =>
  (library.content(id)?.text.slice(0, 700) ?? '')
    .split('\n')
    .slice(0, 16)
    .filter((line) => (!/\p{Ll}/u.test(line) && line.length < 100) || /,\s*ngày\s+\d/u.test(line))
    .join(' ')
