/** Questions that the library itself suggests, tried out before they are shown: an example must have an answer. */
import { createHash } from 'node:crypto'
import type { Level } from '../../../access.ts'
import type { Answer } from '../../../answer/answer.ts'
import { nameOf } from '../../../answer/document-names.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { startMessages } from '../../../text/messages/start-messages.ts'
import { syllables } from '../../../text/terms.ts'
import { isFunctionWord } from '../../../text/typing/function-words.ts'
import { fold } from '../../../text/vietnamese.ts'
import type { House } from '../../context.ts'

export interface PreparedQuestion {
  /** Opaque and the same for the same question, so that links and buttons outlive a new snapshot: `[A-Za-z0-9_-]{12}`. */
  readonly id: string
  readonly question: string
  /** Document that it was made from. */
  readonly documentId: string | null
}

export interface PreparedQuestions {
  /** Up to three that are answered now, each from another document where there are so many. */
  examples(house: Pick<House, 'library' | 'ask'>, level: Level): Promise<readonly PreparedQuestion[]>
  find(house: Pick<House, 'library'>, level: Level, id: string): PreparedQuestion | null
}

const EXAMPLES = 3
/** Questions tried for each snapshot and level before we do with fewer examples: a tenth of a second on 100,000 passages. */
const TRIED = 24
/** Documents looked into, the newest first. */
const DOCUMENTS = 40
/** Of one document; a questionnaire must not fill the list alone. */
const OF_ONE = 3

export const createPreparedQuestions = (): PreparedQuestions => {
  // a snapshot's library is one object for each level, so what was tried is forgotten with the snapshot
  const prepared = new WeakMap<Library, readonly PreparedQuestion[]>()
  const tried = new WeakMap<Library, Promise<readonly PreparedQuestion[]>>()
  const all = (library: Library): readonly PreparedQuestion[] => {
    const known = prepared.get(library) ?? questionsOf(library)
    prepared.set(library, known)
    return known
  }
  return {
    examples: (house, level) => {
      const library = house.library(level)
      if (!library) return Promise.resolve([])
      const known = tried.get(library) ?? answered(all(library), house, level)
      tried.set(library, known)
      return known
    },
    find: (house, level, id) => {
      const library = house.library(level)
      return (library && all(library).find((one) => one.id === id)) ?? null
    },
  }
}

const answered = async (
  questions: readonly PreparedQuestion[],
  house: Pick<House, 'ask'>,
  level: Level,
): Promise<readonly PreparedQuestion[]> => {
  const good: PreparedQuestion[] = []
  const used = new Set<string>()
  for (const one of questions.slice(0, TRIED)) {
    if (one.documentId !== null && used.has(one.documentId)) continue
    const answer = await house.ask(one.question, { level, turns: [], quotesOnly: true })
    const source = answer.citations[0]?.documentId
    if (source === undefined || used.has(source) || !isGood(one, answer)) continue
    used.add(source)
    good.push(one)
    if (good.length === EXAMPLES) break
  }
  return good
}

/** Answered from the document that the question was made from; one that was made from none only if the sources name all it asks for. */
const isGood = ({ question, documentId }: PreparedQuestion, { status, citations }: Answer): boolean => {
  if (status !== 'answered') return false
  if (documentId !== null) return citations[0].documentId === documentId
  const held = new Set(wordsOf(citations.map(({ title, section, quote }) => `${title} ${section} ${quote}`).join(' ')))
  return wordsOf(question).every((word) => held.has(word))
}

const wordsOf = (text: string): readonly string[] =>
  syllables(text)
    .filter(({ folded, accented }) => !isFunctionWord(folded, accented))
    .map(({ accented }) => accented)

/** Questions that stand in the documents, then those that many ask, then some about parts that have a telling name. */
const questionsOf = (library: Library): readonly PreparedQuestion[] => {
  const cards = [...library.cards]
    .filter(({ meta }) => meta.validity !== 'replaced' && meta.validity !== 'expired' && meta.validity !== 'draft')
    .sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))
    .slice(0, DOCUMENTS)
  const asked: PreparedQuestion[] = []
  const about: PreparedQuestion[] = []
  const titles: PreparedQuestion[] = []
  for (const card of cards) {
    const { meta, id } = card
    const names = library.content(id)?.headings.filter(({ rank }) => rank < CLAUSE_RANK) ?? []
    const own = [meta.title, ...names.map(({ title }) => title)].filter(isQuestion).slice(0, OF_ONE)
    asked.push(...own.map((question) => prepare(question, id)))
    const parts = names
      .map(({ title }) => title)
      .filter(tells)
      .slice(0, OF_ONE)
    if (meta.number)
      about.push(...parts.map((part) => prepare(startMessages.askAboutPart(nameOf(meta), lower(part)), id)))
    titles.push(titleQuestion(card))
  }
  const common = startMessages.commonQuestions.map((question) => prepare(question, null))
  return [...asked.slice(0, TRIED / 3), ...common, ...spread(about), ...titles]
}

/** Khoản and điểm have no names of their own (documents/document.ts, rank). */
const CLAUSE_RANK = 3
const isQuestion = (title: string): boolean => /\?\s*$/u.test(title) && title.length >= 15 && title.length <= 90

/** Names that every document has tell nothing about this one. */
const USUAL =
  /pham vi|doi tuong|hieu luc|to chuc thuc hien|thi hanh|trach nhiem|muc dich|yeu cau|tinh hinh|nhiem vu|giai phap|noi dung|nguyen tac|quy dinh chung|nhiem ky/
const tells = (title: string): boolean =>
  title.length >= 8 && title.length <= 45 && !/\d{4}|[.:;?]/u.test(title) && !USUAL.test(fold(title).toLowerCase())
const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)

const titleQuestion = ({ id, meta }: DocumentCard): PreparedQuestion =>
  prepare(startMessages.askAboutTitle(nameOf(meta)), id)

/** The first of each document before the second of any. */
const spread = (questions: readonly PreparedQuestion[]): readonly PreparedQuestion[] => {
  const seen = new Map<string | null, number>()
  return questions
    .map((one) => {
      const turn = seen.get(one.documentId) ?? 0
      seen.set(one.documentId, turn + 1)
      return { one, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one)
}

const prepare = (question: string, documentId: string | null): PreparedQuestion => ({
  id: createHash('sha256').update(question).digest('base64url').slice(0, 12),
  question,
  documentId,
})
