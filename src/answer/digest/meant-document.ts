/** Which document a question for a digest means: named, pointed at, called by words of its title, or the only one that fits. */
import { isOver } from '../../documents/document.ts'
import type { DocumentCard } from '../../search/search-index.ts'
import { NAMES } from '../../text/numbers/document-types.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { digestMessages } from '../../text/messages/digest-messages.ts'
import { syllables } from '../../text/terms.ts'
import { fold } from '../../text/vietnamese.ts'
import { kindNames, nameOf } from '../document-names.ts'
import { whichDocument } from '../look-up/which-document.ts'
import { askBack, type Refused } from '../refusal.ts'
import type { Situation } from '../situation.ts'
import type { DigestAsked } from './asks-digest.ts'
import { targetsIn } from './find-targets.ts'

export type Meant =
  | { readonly kind: 'one'; readonly card: DocumentCard }
  | { readonly kind: 'ask'; readonly refused: Refused }
  /** The question is about something else. */
  | { readonly kind: 'none' }

/** Documents looked through for the one that has targets. */
const LOOKED_THROUGH = 10
/** How many words of a title say which document is meant although others have them too. */
const TELLING_WORDS = 3

const NONE: Meant = { kind: 'none' }
const one = (card: DocumentCard): Meant => ({ kind: 'one', card })

export const meantDocument = (situation: Situation, asked: DigestAsked): Meant => {
  const { standalone, scope, named, retrieval, library, near } = situation
  if (scope.only) {
    // a question that leans on a document says its name; one of several of a number is told apart by its body
    const names = new Set(
      scope.only.flatMap(({ meta }) => syllables(`${nameOf(meta)} ${meta.issuer ?? ''}`).map(({ folded }) => folded)),
    )
    return asked.rest.every((word) => OF_ANY.has(word) || names.has(word)) ? ofNamed(scope.only) : NONE
  }
  if (named.named) return NONE
  const ranked = retrieval.documents.map(({ card }) => card)
  const telling = asked.rest.filter((word) => !OF_ANY.has(word))
  if (telling.length > 0) return ofTitle(ranked, telling, asked)
  if (asked.rest.length > 0) {
    const meant = whichDocument(standalone.text, named, retrieval, library, null)
    if (meant.kind === 'one') return one(meant.card)
    if (meant.kind === 'several') return { kind: 'ask', refused: askBack(answerMessages.severalArticles, meant.cards) }
  }
  if (asked.kind !== 'targets') return { kind: 'ask', refused: askBack(digestMessages.which, near.filter(holds)) }
  const having = ranked
    .slice(0, LOOKED_THROUGH)
    .filter((card) => holds(card) && hasTargets(situation, card, asked.years))
  if (having.length > 1) return { kind: 'ask', refused: askBack(digestMessages.whichTargets, having) }
  return having[0] ? one(having[0]) : NONE
}

const holds = (card: DocumentCard): boolean => !isOver(card)

const ofNamed = (cards: readonly DocumentCard[]): Meant => {
  if (cards.length === 1) return one(cards[0]!)
  const inForce = cards.filter(holds)
  if (inForce.length === 1) return one(inForce[0]!)
  return { kind: 'ask', refused: askBack(answerMessages.severalNumbers(nameOf(cards[0]!.meta)), cards) }
}

/** The document whose title, kind and issuer have every word that is left. */
const ofTitle = (ranked: readonly DocumentCard[], telling: readonly string[], asked: DigestAsked): Meant => {
  const fitting = ranked.filter(({ meta }) => {
    const words = new Set(
      syllables(`${meta.title} ${meta.issuer ?? ''} ${kindNames[meta.kind]}`).map(({ folded }) => folded),
    )
    return asked.rest.every((word) => words.has(word) || OF_ANY.has(word)) && telling.every((word) => words.has(word))
  })
  const [first, ...others] = fitting.filter(holds).length > 0 ? fitting.filter(holds) : fitting
  if (!first) return NONE
  if (others.length === 0 || telling.length >= TELLING_WORDS) return one(first)
  // of targets that several speak of, the words are looked for
  if (asked.kind === 'targets') return NONE
  return { kind: 'ask', refused: askBack(digestMessages.which, [first, ...others]) }
}

const hasTargets = ({ library }: Situation, card: DocumentCard, years: readonly number[]): boolean => {
  const content = library.content(card.id)
  if (!content) return false
  const { listed, onlyCounted } = targetsIn(content, card.meta)
  if (listed.length === 0) return onlyCounted !== null && years.length === 0
  const said = [
    card.meta.title,
    ...listed.flatMap(({ start, end, under }) => [
      content.text.slice(start, end),
      under ? content.text.slice(under.start, under.end) : '',
    ]),
  ].join('\n')
  return years.every((year) => said.includes(`${year}`))
}

/** What any document may be called. */
const OF_ANY: ReadonlySet<string> = new Set(
  [...NAMES.map(([name]) => fold(name)), 'van ban tai lieu bai bao bai viet phong van tep nq qd ct kl kh hd tb bc']
    .join(' ')
    .split(' '),
)
