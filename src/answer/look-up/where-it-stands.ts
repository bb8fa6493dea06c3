/** "X quy định ở điều nào?": the place is said first, then its words. */
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { syllables } from '../../text/terms.ts'
import { clean } from '../../text/vietnamese.ts'
import { nameOf } from '../document-names.ts'
import { composePlaces } from '../places/compose-places.ts'
import { placeAt } from '../places/find-places.ts'
import { placeSought } from '../question/place-sought.ts'
import { contentOf } from '../places/saying.ts'
import { drafted } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'

const PLACE = /Điều|khoản|Phần|Chương|mục/u
/** Places said in one sentence. */
const MOST = 3

/** The article that is called so; `undefined` where none is, or no place is asked for. */
export const articleCalled = ({ standalone, scope, library }: Situation): Outcome | undefined => {
  const card = scope.only?.length === 1 && scope.wants === 'words' ? scope.only[0]! : undefined
  const wanted = topicOf(standalone.text)
  if (!card || !wanted || wanted.length === 0) return undefined
  const headings = library.content(card.id)?.headings ?? []
  const called = headings.filter(({ label, title, rank }) => {
    const words = syllables(title).map(({ folded }) => folded)
    return label !== null && rank <= 3.5 && wanted.every((word) => words.includes(word))
  })
  if (called.length !== 1) return undefined
  const draft = composePlaces(library, [placeAt(library, card, called[0]!)])
  return draft.citations.length > 0 ? withPlaces(drafted(draft)) : undefined
}

/** The answer with the places of its quotes said first. */
export const placesFirst = ({ standalone }: Situation, outcome: Outcome): Outcome =>
  topicOf(standalone.text) === null ? outcome : withPlaces(outcome)

const withPlaces = (outcome: Outcome): Outcome => {
  if (outcome.kind === 'refused') return outcome
  const { draft, notices } = outcome
  const places = new Map<string, Set<string>>()
  for (const citation of draft.citations) {
    if (
      citation.section === null ||
      !PLACE.test(citation.section) ||
      citation.kind === 'article' ||
      citation.kind === 'staff_answer'
    )
      continue
    const name = nameOf(citation)
    places.set(name, (places.get(name) ?? new Set()).add(citation.section))
  }
  const said = [...places].flatMap(([name, sections]) => [[[...sections].slice(0, MOST).join('; '), name].join(', ')])
  if (said.length === 0 || said.length > MOST) return outcome
  // a model could only put the place in other words
  return drafted({ ...draft, text: `${answerMessages.standsAt(said)}\n${draft.text}` }, notices)
}

/** What is sought, in words of content; null where no place is asked for. */
const topicOf = (question: string): readonly string[] | null => {
  const text = clean(question).replace(/[?!.\s]+$/u, '')
  const asks = placeSought(text)
  if (!asks) return null
  const blank = (left: string, start: number, end: number): string =>
    left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
  const rest = mentionsIn(text).reduce(
    (left, { start, end }) => blank(left, start, end),
    blank(text, asks.start, asks.end),
  )
  return contentOf(rest)
}
