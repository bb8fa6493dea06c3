/** Whether texts name the person who is asked for by a relation: where both words stand and nobody is named with them, nothing is answered. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import { syllables, type Syllable } from '../../text/terms.ts'
import { key } from '../../text/vietnamese.ts'
import type { Question } from '../question/question.ts'
import type { PersonAsked } from '../question/person-asked.ts'

/** `apart`: no text holds the relation and whose it is; `together`: one does; `told`: somebody is named in that relation. */
type Told = 'apart' | 'together' | 'told'

const words = (listed: string): ReadonlySet<string> => new Set(listed.split(' ').map(key))

/** What may stand before a person's name. */
const TITLES = words(
  'ông bà anh chị cô chú bác em đồng chí ca sĩ diễn viên nhạc sĩ nhà văn thơ nghệ sĩ nsnd nsưt gs ts pgs ths tiến thạc giáo sư doanh nhân người vị bé cầu thủ đại tướng thượng trung thiếu tá úy',
)
/** What may stand between a relation and a name and changes nothing. */
const LINKS = words(
  'là tên bởi do ra của hiện nay đang tại cũ mới ruột thứ cả út đầu lòng hai ba một trẻ trưởng nhiệm kỳ công ty cổ phần tập đoàn nước bộ phim cuốn sách tiểu thuyết bài hát hãng trường đại học đội tuyển',
)
const SAYS = words('là tên bởi do')
/** "Mẹ Lan" is Lan's mother, "chồng Lan" may be Lan. */
const PARENTS = words('cha bố ba mẹ má con')
/** Between a relation and whose it is. */
const OWNER_NEAR = 6
/** Other words between a relation and a name. */
const FREE = 1
/** A body's name of so many syllables is there where its first ones are: "Đảng ủy Khối Cơ quan và Doanh nghiệp (CQ&DN) tỉnh". */
const LONG_NAME = 5
const OF_LONG_NAME = 0.6

const STOPS = /[.!?…;|"“”/]/
const PARTS = /[,:–\-()]/

/**
 * Whether a question asks for a person whom nothing found names. Of kin somebody must be named; an office needs its name and that of
 * its body in one passage: who holds it is told in more ways than can be listed. Of search_qa_vi .45 of the questions without an
 * answer are so refused, and .07 of the others, of which every second was answered wrongly.
 */
export const isPersonLeftOut = ({ person, asked }: Question, found: readonly ScoredPassage[]): boolean => {
  if (!person) return false
  const told = personTold(
    person,
    found.map((passage) => `${passage.card.meta.title}\n${passage.text}`),
    asked,
  )
  return person.kind === 'kin' ? told !== 'told' : told === 'apart'
}

/** `asked`: the folded syllables of the question, which are no answer to it. */
const personTold = (person: PersonAsked, texts: readonly string[], asked: ReadonlySet<string>): Told => {
  let told: Told = 'apart'
  const isLong = person.kind === 'office' && person.whose.length >= LONG_NAME
  const whose = isLong ? person.whose.slice(0, Math.ceil(OF_LONG_NAME * person.whose.length)) : person.whose
  for (const text of texts) {
    const all = syllables(text)
    const owners = placesOf(whose, all, ({ folded }) => folded)
    if (owners.length === 0) continue
    const relations = person.relations.flatMap((relation) =>
      placesOf(relation, all, ({ accented }) => accented).map((at) => [at, at + relation.length - 1] as const),
    )
    if (relations.length === 0) continue
    told = 'together'
    if (isNamed(person, text, all, relations, owners, asked)) return 'told'
  }
  return told
}

const placesOf = (phrase: readonly string[], all: readonly Syllable[], form: (word: Syllable) => string): number[] => {
  const places: number[] = []
  for (let at = 0; at + phrase.length <= all.length; at++)
    if (phrase.every((word, i) => form(all[at + i]!) === word)) places.push(at)
  return places
}

const isNamed = (
  { kind, whose }: PersonAsked,
  text: string,
  all: readonly Syllable[],
  relations: readonly (readonly [number, number])[],
  owners: readonly number[],
  asked: ReadonlySet<string>,
): boolean => {
  const gap = (at: number): string => (at === 0 ? '' : text.slice(all[at - 1]!.end, all[at]!.start))
  const some = (from: number, to: number, test: (at: number) => boolean): boolean => {
    for (let at = from; at <= to; at++) if (test(at)) return true
    return false
  }
  // under an office the line below names who holds it
  const isStop = (at: number): boolean => STOPS.test(gap(at)) || (kind === 'kin' && gap(at).includes('\n'))
  const isOwner = (at: number): boolean => owners.some((owner) => at >= owner && at < owner + whose.length)
  const names = namesIn(text, all, asked, (at) => at === 0 || isStop(at) || gap(at).includes('\n'), gap)
  return relations.some(([first, last]) =>
    names.some(([begin, end]) => {
      const isAfter = begin > last
      if (!isAfter && end >= first) return false
      const [from, to] = isAfter ? [last + 1, begin] : [end + 1, first]
      if (some(from, to, isStop)) return false
      const between = (at: number): boolean => at < to
      const others = all.slice(from, to).filter((word, i) => {
        const free = !TITLES.has(word.accented) && !LINKS.has(word.accented)
        return free && !isOwner(from + i)
      })
      if (others.length > FREE) return false
      const isSaid =
        some(from, to, (at) => PARTS.test(gap(at))) ||
        some(from, to, (at) => between(at) && (SAYS.has(all[at]!.accented) || TITLES.has(all[at]!.accented)))
      const owned = owners.some((owner) => owner > last && owner - last <= OWNER_NEAR && !some(last + 1, owner, isStop))
      if (owned) return isSaid || kind === 'office' || some(from, to, (at) => between(at) && isOwner(at))
      if (!owners.some((owner) => owner < first)) return false
      return kind === 'office' || (isAfter && (isSaid || !PARENTS.has(all[first]!.accented)))
    }),
  )
}

/** Runs of capitalised words that hold one the question does not; a lone first word of a sentence has its capital anyway. */
const namesIn = (
  text: string,
  all: readonly Syllable[],
  asked: ReadonlySet<string>,
  opens: (at: number) => boolean,
  gap: (at: number) => string,
): (readonly [number, number])[] => {
  const isCapital = (at: number): boolean => /\p{Lu}/u.test(text[all[at]!.start]!)
  const names: (readonly [number, number])[] = []
  for (let at = 0; at < all.length; at++) {
    if (!isCapital(at)) continue
    let end = at
    while (end + 1 < all.length && isCapital(end + 1) && /^[ -]$/.test(gap(end + 1))) end++
    const isNew = all.slice(at, end + 1).some(({ folded }) => !asked.has(folded))
    if (isNew && (end > at || !opens(at))) names.push([at, end])
    at = end
  }
  return names
}
