/** What an admin reads where documents do not agree with one another, and what can be done about it. */

interface Concerned {
  readonly source: string
  readonly name: string
  readonly date: string | null
  readonly length: number
}
type Sentence = (documents: readonly Concerned[]) => string

const dayFirst = (iso: string | null): string => (iso ? ` ngày ${iso.split('-').reverse().join('/')}` : '')
const shown = ({ name, date, source }: Concerned): string => `${name}${dayFirst(date)} (${source})`
const listed = (documents: readonly Concerned[]): string => documents.map(shown).join('; ')

/** Two readings of one paper differ by a few letters. */
const ALIKE = 0.02

export const conflictMessages = {
  same_identity: ((documents) => {
    const lengths = documents.map(({ length }) => length)
    const isAlike = Math.max(...lengths) - Math.min(...lengths) <= ALIKE * Math.max(...lengths)
    const { name, date } = documents[0]!
    const content = isAlike ? 'nội dung gần như nhau' : 'nội dung khác nhau'
    const sources = documents.map(({ source }) => source)
    const more = sources.length > 4 ? ` và ${sources.length - 4} tệp khác` : ''
    return `${documents.length} tệp cùng là ${name}${dayFirst(date)}, ${content}: ${sources.slice(0, 4).join('; ')}${more}. Hãy giữ một bản, hoặc sửa số, ngày trong tệp .meta.json.`
  }) satisfies Sentence,
  said_replaced: (([replaced, by]) =>
    `${shown(by!)} ghi thay thế ${shown(replaced!)}, nhưng người quản lý đã ghi văn bản này còn hiệu lực (validity: in_force). Hãy bỏ dòng đó nếu văn bản đã được thay thế; hiện vẫn theo lời người quản lý.`) satisfies Sentence,
  dated_before: (([replaced, by]) =>
    `${shown(by!)} ghi thay thế ${shown(replaced!)}, nhưng không ban hành sau văn bản ấy. Hãy kiểm tra ngày của hai văn bản; hiện chưa coi là đã thay thế.`) satisfies Sentence,
  circle: ((documents) =>
    `Các văn bản ghi thay thế lẫn nhau: ${listed(documents)}. Hãy kiểm tra "replaces" và ngày; hiện chưa coi văn bản nào là đã được thay thế.`) satisfies Sentence,
  two_successors: (([replaced, ...by]) =>
    `${shown(replaced!)} được ${by.length} văn bản cùng ghi là đã thay thế: ${listed(by)}. Hãy kiểm tra văn bản nào đang thay thế.`) satisfies Sentence,
  dates: (([document]) =>
    `${shown(document!)} có ngày hết hiệu lực trước ngày có hiệu lực. Hãy kiểm tra validFrom và validTo.`) satisfies Sentence,
  replacedElsewhere: (name: string, numbers: string): string =>
    `${name} thay thế ${numbers}; thư viện không có văn bản bị thay thế.`,
} as const
