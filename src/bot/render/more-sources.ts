/** "Xem thêm nguồn": the passages around the quotes, page by page, and at the end other documents near the question. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer, Citation } from '../../answer/answer.ts'
import { kindNames, nameOf } from '../../answer/document-names.ts'
import { dayFirst, sourceLine } from '../../answer/source-line.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { telegramAnswerMessages as messages } from '../../text/messages/telegram-answer-messages.ts'
import { plainWords } from './plain-words.ts'
import { splitText } from './split-text.ts'

export interface SourcePage {
  readonly body: FormattedString
  /** Documents to open from this page. */
  readonly documents: readonly { readonly id: string; readonly label: string }[]
  /** Whether it shows words that not everybody may read. */
  readonly isRestricted: boolean
}

/** A passage shorter than this is shown with its neighbours: about one screen of a telephone. */
const AROUND = 700
/** A page with its head stays below the 3,500 of a message. */
const PAGE = 2_800
const OTHERS = 5
/** Fewer characters than these around a quote are nothing more to see. */
const WORTH = 80

/** Whether there is anything to show that the answer has not. */
export const hasMoreSources = (answer: Answer, library: Library | null): boolean =>
  library !== null &&
  (otherDocuments(answer, library).length > 0 ||
    extractsOf(answer.citations, library).some(
      ({ start, end, quotes }) => end - start - quotes.reduce((sum, quote) => sum + quote.end - quote.start, 0) > WORTH,
    ))

/** As this library, and so this asker, sees them now: what is gone or above the level is left out. */
export const sourcePages = (answer: Answer, library: Library): readonly SourcePage[] => {
  const passages = extractsOf(answer.citations, library).flatMap((extract) => {
    const { citation, card } = extract
    const text = library.content(card.id)!.text.slice(extract.start, extract.end)
    return splitText(withQuotesBold(text, extract), PAGE).map((part) => ({
      body: FormattedString.join(
        [
          FormattedString.join([
            `[${citation.n}] `,
            plainWords(sourceLine({ ...citation, validity: card.meta.validity })),
          ]),
          messages.passageLead,
          FormattedString.blockquote(part),
        ],
        '\n',
      ),
      documents: [],
      isRestricted: card.level !== 'public',
    }))
  })
  const others = otherDocuments(answer, library)
  if (others.length === 0) return passages
  const named = others.map(({ id, meta }, i) => ({
    id,
    label: `${i + 1}. ${nameOf(meta)}`,
    line: `${i + 1}. ${meta.number ? nameOf(meta) : `${kindNames[meta.kind]} “${meta.title}”`}${meta.date ? ` (${dayFirst(meta.date)})` : ''}`,
  }))
  const body = FormattedString.join([messages.otherDocuments, ...named.map(({ line }) => plainWords(line))], '\n')
  return [...passages, { body, documents: named, isRestricted: others.some(({ level }) => level !== 'public') }]
}

interface Extract {
  readonly card: DocumentCard
  /** The first that stands in it. */
  readonly citation: Citation
  readonly start: number
  readonly end: number
  readonly quotes: readonly { readonly start: number; readonly end: number }[]
}

/** Places of a document that touch are one. */
const extractsOf = (citations: readonly Citation[], library: Library): readonly Extract[] => {
  const found = citations.flatMap((citation) => extractOf(citation, library) ?? [])
  return found.reduce<Extract[]>((merged, next) => {
    const at = merged.findIndex(
      ({ card, start, end }) => card.id === next.card.id && next.start <= end && start <= next.end,
    )
    const one = merged[at]
    if (!one) return [...merged, next]
    return merged.with(at, {
      ...one,
      start: Math.min(one.start, next.start),
      end: Math.max(one.end, next.end),
      quotes: [...one.quotes, ...next.quotes],
    })
  }, [])
}

/** The passages that hold a quote, and their neighbours as far as they fit. */
const extractOf = (citation: Citation, library: Library): Extract | undefined => {
  const card = library.card(citation.documentId)
  const content = library.content(citation.documentId)
  if (!card || !content) return undefined
  const { text, passages } = content
  const named = passages[Number(citation.passageId.slice(citation.passageId.lastIndexOf('#') + 1))]
  const inPlace = named ? text.indexOf(citation.quote, named.start) : -1
  const start = inPlace >= 0 ? inPlace : text.indexOf(citation.quote)
  if (start < 0) return undefined
  const end = start + citation.quote.length
  let first = Math.max(
    0,
    passages.findLastIndex((passage) => passage.start <= start),
  )
  let last = Math.max(
    first,
    passages.findLastIndex((passage) => passage.start < end),
  )
  const length = (from: number, to: number): number => (passages[to]?.end ?? end) - (passages[from]?.start ?? start)
  while (last + 1 < passages.length && length(first, last + 1) <= AROUND) last++
  while (first > 0 && length(first - 1, last) <= AROUND) first--
  const range = {
    start: Math.min(start, passages[first]?.start ?? start),
    end: Math.max(end, passages[last]?.end ?? end),
  }
  return { card, citation, ...range, quotes: [{ start, end }] }
}

const withQuotesBold = (text: string, { start, quotes }: Extract): FormattedString => {
  const parts: FormattedString[] = []
  let at = 0
  for (const quote of [...quotes].sort((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(at, quote.start - start), quote.end - start]
    if (to <= from) continue
    parts.push(plainWords(text.slice(at, from)), boldWords(text.slice(from, to)))
    at = to
  }
  return FormattedString.join([...parts, plainWords(text.slice(at))])
}

/** Fixed width may not be bold as well: what is set as it stands stays so. */
const boldWords = (text: string): FormattedString => {
  const words = plainWords(text)
  const codes = words.entities.toSorted((a, b) => a.offset - b.offset)
  const parts: FormattedString[] = []
  let at = 0
  for (const { offset, length } of codes) {
    if (offset > at) parts.push(FormattedString.b(text.slice(at, offset)))
    parts.push(words.slice(offset, offset + length))
    at = offset + length
  }
  if (at < text.length) parts.push(FormattedString.b(text.slice(at)))
  return FormattedString.join(parts)
}

const otherDocuments = (answer: Answer, library: Library): readonly DocumentCard[] => {
  const cited = new Set(answer.citations.map(({ documentId }) => documentId))
  const ids = [...new Set(answer.hits.map(({ documentId }) => documentId))].filter((id) => !cited.has(id))
  return ids.flatMap((id) => library.card(id) ?? []).slice(0, OTHERS)
}
