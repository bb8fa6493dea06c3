/** Snippets for words that somebody types: of each of the best documents its best words, exact, with their place. No model, no answer. */
import { sectionAt } from '../documents/structure/section-at.ts'
import { lookUp } from '../search/look-up.ts'
import type { Query, Retrieval, ScoredPassage } from '../search/retrieval.ts'
import type { DocumentCard, Library } from '../search/search-index.ts'
import { mentionsIn } from '../text/numbers/document-mentions.ts'
import { ordersMachine } from '../text/orders-machine.ts'
import { syllables, wordsOf } from '../text/terms.ts'
import { isFunctionWord } from '../text/typing/function-words.ts'
import { unitsOf, type Unit } from '../text/units/sentences.ts'
import { clean, oneLine } from '../text/vietnamese.ts'
import { isOver } from '../documents/document.ts'

export interface Snippet {
  readonly card: DocumentCard
  /** Exact words: a slice of the document's text; null where the document itself was asked for, and no place in it. */
  readonly quote: string | null
  readonly section: string | null
}

export interface SnippetDeps {
  readonly library: Library
  retrieve(words: string, how: { readonly top: number; readonly onlyDocuments?: readonly string[] }): Retrieval
}

/** Fewer letters say nothing yet: the newest documents are shown. */
const LEAST_LETTERS = 3
/** Words that are looked at: what an inline query may hold (Bot API, InlineQuery). */
const LONGEST = 256
/** Share of the words' weight that a document must hold, or it is only near by chance. */
const HELD = 0.5
/** What a word is worth that stands there with other marks than were typed: “vắng” for “vàng”. */
const OTHER_MARKS = 0.3
/** A quote goes on while it is shorter than this, and ends before it is longer than that. */
const ENOUGH = 200
const MOST = 700

/** At most `most`, best first, one a document. */
export const snippetsFor = (words: string, { library, retrieve }: SnippetDeps, most: number): readonly Snippet[] => {
  const query = oneLine(clean(words.toWellFormed())).slice(0, LONGEST)
  if ((query.match(/[\p{L}\p{N}]/gu) ?? []).length < LEAST_LETTERS)
    return newest(library.cards).slice(0, most).map(whole)
  const { named, cards } = lookUp(query, library)
  // a number that nobody here bears is no reason to show others
  if (named && cards.length === 0) return []
  if (named && !asksMore(query)) return inOrder(cards).slice(0, most).map(whole)
  const found = retrieve(query, { top: most, ...(named && { onlyDocuments: cards.map(({ id }) => id) }) })
  const snippets = found.documents.flatMap(({ passage }): Snippet[] =>
    named || holds(passage, found.query) ? [quoteIn(passage, found.query, library)] : [],
  )
  return named && snippets.length === 0 ? inOrder(cards).slice(0, most).map(whole) : snippets
}

const whole = (card: DocumentCard): Snippet => ({ card, quote: null, section: null })

const newest = (cards: readonly DocumentCard[]): readonly DocumentCard[] =>
  [...cards].sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))

/** What is over stands behind, the newest first. */
const inOrder = (cards: readonly DocumentCard[]): readonly DocumentCard[] =>
  newest(cards).toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)))

/** Whether anything is said beside the number of a document and the words around it. */
const asksMore = (query: string): boolean => {
  const mentions = mentionsIn(query)
  return syllables(query).some(
    ({ start, folded, accented }) =>
      !mentions.some((mention) => mention.start <= start && start < mention.end) &&
      !AROUND.has(folded) &&
      !isFunctionWord(folded, accented),
  )
}
/** Văn bản, tài liệu, số, ngày, năm, của … */
const AROUND = new Set('van ban tai lieu so ngay thang nam cua tim xem noi dung ve'.split(' '))

/** The share of the words' weight that stands in the passage, its title and its number. */
const holds = ({ card, text, passage }: ScoredPassage, query: Query): boolean => {
  const held = wordsIn([card.meta.title, card.meta.number, card.meta.issuer, ...passage.path, text].join(' \n '))
  const total = query.syllables.reduce((sum, { weight, idf }) => sum + weight * idf, 0)
  return total > 0 && weightOf(query, held) >= HELD * total
}

interface Held {
  readonly folded: ReadonlySet<string>
  readonly accented: ReadonlySet<string>
}

const wordsIn = (text: string): Held => {
  const words = wordsOf(text)
  return {
    folded: new Set(words.map(({ folded }) => folded)),
    accented: new Set(words.map(({ accented }) => accented)),
  }
}

const weightOf = ({ syllables: asked, marked }: Query, held: Held): number =>
  asked.reduce((sum, { weight, idf, forms, accented, folded }) => {
    const isSpelled = marked && accented !== null && accented !== folded
    const most = isSpelled && !held.accented.has(accented) ? OTHER_MARKS : 1
    const factor = forms.reduce((best, form) => {
      if (!held.folded.has(form.folded)) return best
      return Math.max(best, form.folded === folded ? Math.min(most, form.factor) : form.factor)
    }, 0)
    return sum + weight * idf * factor
  }, 0)

/** The unit that says most of the words, and what follows it while it is short. */
const quoteIn = ({ card, passage, text }: ScoredPassage, query: Query, library: Library): Snippet => {
  const units = unitsOf(text).filter((unit) => !ordersMachine(text.slice(unit.start, unit.end)))
  const worth = units.map(({ start, end }) => weightOf(query, wordsIn(text.slice(start, end))))
  const best = worth.indexOf(Math.max(...worth))
  if (best < 0) return whole(card)
  // a bullet says nothing where no list stands around it
  const start = units[best]!.start + (/^[+*•–-]\s+/u.exec(text.slice(units[best]!.start))?.[0].length ?? 0)
  let last = best
  while (goesOn(units, last, start, text)) last++
  const end = cutEnd(text, start, units[last]!.end)
  const { section } = sectionAt(library.content(card.id)!, passage.start + start, passage.start + end)
  return { card, quote: text.slice(start, end), section }
}

const goesOn = (units: readonly Unit[], last: number, start: number, text: string): boolean => {
  const [here, next] = [units[last]!, units[last + 1]]
  // what was left out between them is not quoted
  if (!next || next.end - start > MOST || text.slice(here.end, next.start).trim() !== '') return false
  return here.end - start < ENOUGH || here.kind === 'heading' || text[here.end - 1] === ':'
}

const cutEnd = (text: string, start: number, end: number): number => {
  if (end - start <= MOST) return end
  const space = text.lastIndexOf(' ', start + MOST)
  return space > start
    ? space
    : start +
        text
          .slice(start, start + MOST)
          .toWellFormed()
          .replace(/\uFFFD$/, '').length
}
