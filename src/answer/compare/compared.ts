/** "Quy định 27 khác gì quy định 12?": the most telling changes, each side quoted with its place; the whole comparison is a page of its own. */
import { comparisonMessages, type Quoted } from '../../text/messages/comparison-messages.ts'
import { syllables } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import type { Citation } from '../answer.ts'
import { citationOf } from '../citations.ts'
import { nameOf } from '../document-names.ts'
import { titlePlace } from '../look-up/title-place.ts'
import { askBack, decline, refuseWithLibrary, type Refused } from '../refusal.ts'
import { drafted, refusing, type Outcome, type Situation } from '../situation.ts'
import { asksComparison, insistsOnComparison, topicOf } from './asks-comparison.ts'
import { changesOf, type Change } from './changes-of.ts'
import { compareDocuments, type ComparedDocuments } from './compare-documents.ts'
import type { Part, Piece, Run, Span } from './comparison.ts'
import { quotedSpan } from './quoted-span.ts'
import { haveNothingInCommon, sumOf } from './sum-of.ts'
import { pairAsked, type PairAsked } from './which-pair.ts'

/** Changes told of in an answer, and letters that they may take together: what is read at a glance (bot/render/visible-answer.ts). */
const MOST = 5
const LETTERS = 880

/** `undefined` when no comparison of documents is asked for. */
export const compared = ({ standalone, library }: Situation, asked: string): Outcome | undefined => {
  if (!asksComparison(asked)) return undefined
  const about = standalone.documentId ? library.card(standalone.documentId) : undefined
  const pair = pairAsked(asked, library, about)
  // "Nghị quyết 05 có gì mới?" where there is nothing older: what it says is looked up
  if (pair.kind !== 'pair' && !insistsOnComparison(asked)) return undefined
  if (pair.kind !== 'pair') return refusing(refusedPair(pair, library))
  const result = compareDocuments(library, pair.older.id, pair.newer.id)
  if (!result.ok) return refusing(decline('not_found', comparisonMessages.tooLong))
  return answerOf(result.compared, library, topicOf(asked))
}

const refusedPair = (pair: Exclude<PairAsked, { kind: 'pair' }>, library: Situation['library']): Refused =>
  pair.kind === 'ask' ? askBack(pair.sentence, pair.cards) : refuseWithLibrary('not_found', pair.sentence, library, pair.near) // prettier-ignore

const answerOf = (compared: ComparedDocuments, library: Situation['library'], topic: string): Outcome => {
  const { older, newer } = compared
  const names = comparisonMessages.against(nameOf(newer.meta), nameOf(older.meta))
  const citations: Citation[] = []
  const quote: Quote = (card, span, whole = span) => {
    const citation = span && citationOf(library, { card, ...span }, citations.length + 1)
    if (!citation) return null
    citations.push(citation)
    const [before, behind] = [span.start > whole!.start ? '… ' : '', span.end < whole!.end ? ' …' : '']
    const words = citation.quote.replace(/\s+/g, ' ')
    return { words: `“${before}${words}${behind}” [${citation.n}]`, section: words.startsWith(citation.section ?? '—') ? null : citation.section } // prettier-ignore
  }
  const changes = onTopic(changesOf(compared), compared, topic)
  const lines: string[] = []
  let letters = names.length
  for (const change of haveNothingInCommon(compared) ? [] : chosen(changes)) {
    const before = citations.length
    const line = lineOf(change, compared, quote)
    letters += (line?.length ?? 0) + 2
    if (line && (letters <= LETTERS || lines.length === 0)) lines.push(line)
    else citations.length = before
  }
  const told = lines.length
  // whatever is said of two documents rests on both
  for (const card of [newer, older])
    if (!citations.some(({ documentId }) => documentId === card.id)) {
      const title = quote(card, titlePlace(card, library))
      if (title) lines.push(`${nameOf(card.meta)}: ${title.words}`)
    }
  const notices = [
    sumOf(compared),
    ...(changes.length > told && told > 0 ? [comparisonMessages.someOf(told, changes.length)] : []),
  ]
  const outcome = drafted({ text: [names, ...lines].join('\n'), citations }, notices)
  return outcome.kind === 'drafted' ? { ...outcome, compared: { older: older.id, newer: newer.id } } : outcome
}

/** The most telling, in the order in which they stand. */
const chosen = (changes: readonly Change[]): readonly Change[] => {
  const best = new Set([...changes].sort((a, b) => b.worth - a.worth).slice(0, MOST))
  return changes.filter((change) => best.has(change))
}

/** `whole`: what the words are a part of. */
type Quote = (card: ComparedDocuments['older'], span: Span | undefined, whole?: Span) => Quoted | null

const lineOf = ({ kind, part, piece }: Change, compared: ComparedDocuments, quote: Quote): string | null => {
  const { older, newer, olderText, newerText } = compared
  const now = piece ? piece.new : part.new
  const then = piece ? piece.old : part.old
  const runs = piece?.runs ?? []
  const ofNow = now && kind !== 'away' ? quote(newer, shownOf(newerText, now, runs, 'new'), now) : null
  const ofThen = then && kind !== 'new' ? quote(older, shownOf(olderText, then, runs, 'old'), then) : null
  const m = comparisonMessages
  if (ofNow && ofThen) return m.changed(ofNow, ofThen)
  if (ofNow) return kind === 'split' ? m.split(ofNow, part.others) : m.added(ofNow)
  if (ofThen)
    return kind === 'merged' ? m.merged(ofThen, part.others) : kind === 'away' ? m.moved(ofThen) : m.gone(ofThen)
  return null
}

/** Of a whole part, its heading and as many of its clauses as make a line. */
const shownOf = (text: string, shown: Piece | Part, runs: readonly Run[], side: 'old' | 'new'): Span => {
  if (!('pieces' in shown)) return quotedSpan(text, shown, runs, side)
  const fitting = shown.pieces.filter(({ end }, i) => i === 0 || end - shown.start <= PART_SHOWN)
  return quotedSpan(text, { start: shown.start, end: fitting.at(-1)!.end }, runs, side)
}
const PART_SHOWN = 170

/** Where something particular is asked of the two, what speaks of it; all where nothing does. */
const onTopic = (
  changes: readonly Change[],
  { olderText, newerText }: ComparedDocuments,
  topic: string,
): readonly Change[] => {
  const asked = syllables(topic).filter(({ folded }) => !isFunctionWord(folded, null))
  if (asked.length === 0) return changes
  const share = ({ part, piece }: Change): number => {
    const spans = [[olderText, piece ? piece.old : part.old], [newerText, piece ? piece.new : part.new], [newerText, part.new?.pieces[0] ?? null], [olderText, part.old?.pieces[0] ?? null]] as const // prettier-ignore
    const said = new Set(spans.flatMap(([text, span]) => (span ? syllables(text.slice(span.start, span.end)).map(({ folded }) => folded) : []))) // prettier-ignore
    return asked.filter(({ folded }) => said.has(folded)).length / asked.length
  }
  const shares = changes.map(share)
  const best = Math.max(0, ...shares)
  return best < SPOKEN_OF ? changes : changes.filter((_, i) => shares[i]! >= Math.max(SPOKEN_OF, best - 0.2))
}
const SPOKEN_OF = 0.6
