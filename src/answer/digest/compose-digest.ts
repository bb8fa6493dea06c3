/** A digest as an answer: lines of ours around exact quotes, each with its place, in the order of the document. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import { digestMessages } from '../../text/messages/digest-messages.ts'
import type { Citation } from '../answer.ts'
import { citationOf } from '../citations.ts'
import { nameOf } from '../document-names.ts'
import { describedAs, datedName, titlePlace } from '../look-up/title-place.ts'
import { composeExtract, marked, type Draft } from '../quotes/compose-extract.ts'
import { shownQuote } from '../quotes/quotes.ts'
import { drafted, type Outcome } from '../situation.ts'
import { dutiesIn } from './duties.ts'
import { targetsIn, type Content, type Target } from './find-targets.ts'
import { mainPoints } from './main-points.ts'
import { outlineOf } from './outline.ts'

/** Parts and targets that an answer lists; the rest stands on the pages of the document. */
const MOST = 20
/** The same within a summary, which is read at a glance. */
const OF_PARTS = 12
const OF_TARGETS = 4
const ALL_TARGETS = 6
const OF_DUTIES = 3

interface Place {
  readonly start: number
  readonly end: number
}

/** Lines with quotes, and the citations behind their numbers. */
const startPaper = (library: Library, card: DocumentCard) => {
  const citations: Citation[] = []
  const lines: string[] = []
  const cite = ({ start, end }: Place): Citation | undefined => {
    const citation = citationOf(library, { card, start, end }, citations.length + 1)
    // a heading may give orders to a machine as any sentence may
    if (!citation || ordersMachine(citation.quote)) return undefined
    citations.push(citation)
    return citation
  }
  const quote = (place: Place, behind = ''): string | null => {
    const citation = cite(place)
    return citation ? `${marked(shownQuote(citation.quote))}${behind && ` ${behind}`} [${citation.n}]` : null
  }
  return {
    cite,
    quote,
    /** A line of ours and the quotes under it; nothing where there are none. */
    block: (lead: string, quotes: readonly (string | null)[]): void => {
      const shown = quotes.filter((one) => one !== null)
      if (shown.length > 0) lines.push([lead, ...shown].join('\n'))
    },
    line: (text: string): void => void lines.push(text),
    draft: (counted: readonly number[]): Draft => ({ text: lines.join('\n'), citations, counted }),
  }
}
type Paper = ReturnType<typeof startPaper>

export const composeParts = (library: Library, card: DocumentCard): Outcome | undefined => {
  const content = library.content(card.id)
  const outline = content && outlineOf(content)
  if (!outline || outline.parts.length < 2) return undefined
  const { parts, called, articles, isWhole } = outline
  const paper = startPaper(library, card)
  const shown = parts.slice(0, MOST)
  paper.block(
    isWhole
      ? digestMessages.parts(datedName(card.meta), parts.length, called, articles)
      : digestMessages.uncountedParts(datedName(card.meta), called),
    shown.map((part) => paper.quote(part, part.articles ? digestMessages.articles(...part.articles) : '')),
  )
  const left = shown.length < parts.length ? [digestMessages.partsLeft(shown.length, parts.length, called)] : []
  const ranges = shown.flatMap((part) => (part.articles ?? []).flatMap((label) => Number(/\d+/.exec(label)?.[0] ?? 0)))
  return drafted(paper.draft([parts.length, articles, ...ranges]), left)
}

/** `years`: only those that speak of them, where any does. */
export const composeTargets = (library: Library, card: DocumentCard, years: readonly number[]): Outcome | undefined => {
  const content = library.content(card.id)
  if (!content) return undefined
  const { listed, onlyCounted } = targetsIn(content, card.meta)
  if (listed.length === 0) {
    if (!onlyCounted) return undefined
    return drafted(composeExtract(library, [{ card, ...onlyCounted }], answerMessages.onlyCounted(onlyCounted.words)))
  }
  const ofYears = listed.filter((target) => years.every((year) => speaksOf(content, target, year)))
  const meant = ofYears.length > 0 ? ofYears : listed
  const paper = startPaper(library, card)
  const shown = meant.slice(0, MOST)
  paper.block(digestMessages.targets(datedName(card.meta), meant.length), quotesOfTargets(paper, shown))
  const left =
    shown.length < meant.length ? [digestMessages.targetsLeft(shown.length, meant.length, nameOf(card.meta))] : []
  return drafted(paper.draft([meant.length]), [...left, digestMessages.onlyFigures])
}

/** Without a model: what it is, its parts, its targets or main points, and who carries it out. */
export const composeSummary = (
  library: Library,
  card: DocumentCard,
): { readonly draft: Draft; readonly notices: readonly string[] } | undefined => {
  const content = library.content(card.id)
  if (!content) return undefined
  const paper = startPaper(library, card)
  const title = titlePlace(card, library)
  const named = title && paper.cite(title)
  if (named) paper.line(`${describedAs(card.meta)} [${named.n}]`)
  const { parts, called, articles, isWhole } = outlineOf(content)
  if (parts.length > 1) {
    const cited = parts.slice(0, OF_PARTS).flatMap((part) => {
      const citation = paper.cite(part)
      return citation
        ? [
            `${shownQuote(citation.quote)
              .replace(/\n/g, ' ')
              .replace(/[.:;]$/u, '')} [${citation.n}]`,
          ]
        : []
    })
    const more = cited.length < parts.length ? '; …' : ''
    const lead = isWhole
      ? digestMessages.partsInLine(parts.length, called, articles)
      : digestMessages.uncountedInLine(called)
    paper.line(`${lead} ${cited.join('; ')}${more}`)
  }
  const { listed } = targetsIn(content, card.meta)
  const targets = listed.length <= ALL_TARGETS ? listed : listed.slice(0, OF_TARGETS)
  const isTold = (line: Place): boolean => parts.length > 1 && parts.some(({ start }) => start === line.start)
  if (listed.length > 0)
    paper.block(digestMessages.targetsInSummary(listed.length), quotesOfTargets(paper, targets, isTold))
  else
    paper.block(
      digestMessages.points,
      mainPoints(content)
        .filter(({ start, end }) => !named || !content.text.slice(start, end).includes(named.quote))
        .map((place) => paper.quote(place)),
    )
  paper.block(
    digestMessages.duties,
    dutiesIn(content, OF_DUTIES).map((place) => paper.quote(place)),
  )
  const left =
    targets.length < listed.length ? [digestMessages.moreTargets(targets.length, listed.length, nameOf(card.meta))] : []
  const draft = paper.draft([parts.length, articles, listed.length])
  return draft.citations.length > 1 ? { draft, notices: [...left, digestMessages.byStructure] } : undefined
}

/** Under the line that says until when, where there is one that has not been read above. */
const quotesOfTargets = (
  paper: Paper,
  targets: readonly Target[],
  isTold: (line: Place) => boolean = () => false,
): readonly (string | null)[] =>
  targets.flatMap((target, i) => {
    const { under } = target
    const isNew = under && under.start !== targets[i - 1]?.under?.start && !isTold(under)
    return [...(isNew ? [paper.quote(under)] : []), paper.quote(target)]
  })

const speaksOf = ({ text }: Content, { start, end, under }: Target, year: number): boolean =>
  `${text.slice(start, end)} ${under ? text.slice(under.start, under.end) : ''}`.includes(`${year}`)

/** Quotation marks that differ from those inside. */
