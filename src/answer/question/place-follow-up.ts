/** A place asked for after another one: "còn Điều 6?", "khoản 2, 3 thì sao", "điều tiếp theo", and what one asks of the document shown last. */
import { sectionAt } from '../../documents/structure/section-at.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { syllables } from '../../text/terms.ts'
import { clean, oneLine } from '../../text/vietnamese.ts'
import { leanedOn, type Turn } from '../answer.ts'
import { nameOf } from '../document-names.ts'
import { askedAbout } from '../look-up/metadata-question.ts'
import { documentAsked } from '../look-up/document-question.ts'
import { findPlaces, neighbourOf, placeAt, type FoundPlace } from '../places/find-places.ts'
import { placesAsked } from '../places/place-asked.ts'
import { pathName, rankOf, type PlacePath } from '../places/place-path.ts'
import { contentOf } from '../places/saying.ts'
import { refuseWithDocument, type Refused } from '../refusal.ts'
import { withoutPointing, type Standalone } from './follow-up.ts'
import { relativePlace, type RelativePlace } from './relative-place.ts'

export type Followed =
  | { readonly kind: 'question'; readonly standalone: Standalone }
  /** The article after the last one. */
  | { readonly kind: 'refused'; readonly standalone: Standalone; readonly refused: Refused }

/** Null for a question that stands alone, or leans on a turn in another way. */
export const placeFollowUp = (asked: string, turns: readonly Turn[], library: Library): Followed | null => {
  const last = leanedOn(turns)
  const id = last?.documentId ?? (last?.choices?.length === 1 ? last.choices[0]!.documentId : null)
  const card = id ? library.card(id) : undefined
  if (!last || !card || mentionsIn(asked).length > 0) return null
  const question = clean(oneLine(asked))
  const step = relativePlace(question)
  if (step) return stepped(step, last, card, library)
  const places = placesAsked(question)
  if (places && contentOf(withoutPointing(places.rest)).length === 0) {
    const path = joined(places.paths, last, card, library)
    return path && { kind: 'question', standalone: of(card, `${path.map(pathName).join(', ')}`) }
  }
  if (!places && asksOfDocument(question)) return { kind: 'question', standalone: of(card, withoutPointing(question)) }
  return null
}

const of = (card: DocumentCard, words: string): Standalone => ({
  text: oneLine(`${words.replace(/[?!.\s]+$/u, '')} ${nameOf(card.meta)}`),
  dependent: true,
  documentId: card.id,
  only: true,
  joinedWith: null,
})

/** "ai ký?", "nơi nhận?", "gồm mấy chương?" and nothing else. */
const asksOfDocument = (question: string): boolean => {
  const asked = documentAsked(withoutPointing(question))
  if (asked) return asked.others.length === 0
  const about = askedAbout(question)
  return about !== null && contentOf(withoutPointing(question)).every((word) => OF_DOCUMENT.has(word))
}
const OF_DOCUMENT = new Set(
  syllables(
    'ai ký ban hành ngày nào năm tháng khi bao giờ số hiệu ký tác giả viết đăng cơ quan đơn vị tổ chức cấp người phát công bố tên mấy nhiêu',
  ).map(({ folded }) => folded),
)

/** The places as asked, with what stood above the last one where it takes that to find them. */
const joined = (
  paths: readonly PlacePath[],
  last: Turn,
  card: DocumentCard,
  library: Library,
): readonly PlacePath[] | null => {
  const shown = pathOf(last.section) ?? pathOf(last.standalone) ?? []
  const top = Math.min(...paths.flat().map(rankOf))
  const above = shown.filter((step) => rankOf(step) < top)
  const below = last.choices?.length === 1 ? shown.filter((step) => rankOf(step) > top) : []
  const has = (made: readonly PlacePath[]): boolean => made.some((path) => findPlaces(library, card, path).length > 0)
  const tries = [
    ...(below.length > 0 ? [paths.map((path) => [...path, ...below])] : []),
    ...above.map((_, i) => paths.map((path) => [...above.slice(i), ...path])),
    paths,
  ]
  return tries.find(has) ?? null
}

const pathOf = (text: string | null | undefined): PlacePath | undefined =>
  text ? placesAsked(clean(text))?.paths[0] : undefined

const stepped = ({ kind, to }: RelativePlace, last: Turn, card: DocumentCard, library: Library): Followed | null => {
  const from = to === 'next' ? (last.lastSection ?? last.section) : last.section
  const path = pathOf(from) ?? pathOf(last.standalone)
  const shown: FoundPlace | undefined = path && findPlaces(library, card, path)[0]
  const content = library.content(card.id)
  if (!content || (!shown && (to === 'next' || to === 'previous'))) return null
  const heading = neighbourOf(content.headings, shown, kind, to)
  const named = of(card, '')
  if (!heading) {
    const sentence = answerMessages.noNeighbour(to === 'next', pathName(path ?? []), nameOf(card.meta))
    return { kind: 'refused', standalone: named, refused: refuseWithDocument(sentence, card) }
  }
  const { start, end } = placeAt(library, card, heading)
  const section = sectionAt(content, start, end).section
  return section === null ? null : { kind: 'question', standalone: of(card, section) }
}
