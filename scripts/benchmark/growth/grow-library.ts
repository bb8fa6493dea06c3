/** Libraries of any size, recombined from the sentences of question sets: real words, real questions, the same on every run. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { documentFromText } from '../../../src/documents/create-document.ts'
import type { Document, DocumentMeta, Heading, Passage } from '../../../src/documents/document.ts'
import { unitsOf } from '../../../src/text/units/sentences.ts'
import { readSet, SetError, type CorpusEntry, type SetQuestion } from '../../evaluate/read-set.ts'
import { makeSet } from '../make-set.ts'
import { seeded } from '../seeded.ts'

/** What libraries are grown from. */
export interface Seed {
  readonly sentences: readonly string[]
  readonly titles: readonly string[]
  readonly questions: readonly string[]
}

/** Passages of a document: few in a notice, many in a charter. */
const FEWEST = 3
const MOST = 30
/** Syllables of a paragraph: our passages are about as long (retrieval-study §7). */
const PARAGRAPH = 128
/** A text without sentence ends (a table, a list of names) would be a paragraph by itself. */
const LONGEST_SENTENCE = 400
/** Of documents that bear a number, those that replace an older one. */
const REPLACING = 0.1

/** A folder of sets, a set, or nothing: then a made-up one. `questions` of them, taken evenly from every set and every part of it. */
export const readSeed = (folder: string | null, questions: number): Seed => {
  const sets = folder === null ? [makeSet(2000, questions)] : setsIn(folder, questions)
  const asked = (at: number): string[] => sets.flatMap((set) => set.questions[at]?.question ?? [])
  const mixed: string[] = []
  for (let at = 0; mixed.length < questions && asked(at).length > 0; at++) mixed.push(...asked(at))
  const entries = sets.flatMap(({ corpus }) => corpus)
  const sentences = entries.flatMap(({ text }) =>
    unitsOf(text)
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ').trim())
      .filter((words) => words.length > 0 && words.length <= LONGEST_SENTENCE),
  )
  const titles = entries.map(({ title }) => title.replace(/\s+/gu, ' ').trim()).filter((title) => title !== '')
  return { sentences, titles, questions: mixed.slice(0, questions) }
}

/**
 * Documents until they have at least that many passages, one after the other: no more than one is held. A paragraph is a passage;
 * they are laid out here, since reading a million of them would take longer than all that is timed with them.
 */
export function* grownDocuments(seed: Seed, passages: number): Iterable<Document> {
  const random = seeded(20261129)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = (from: readonly string[]): string => from[below(from.length)]!
  const older: Numbered[] = []
  for (let made = 0, n = 0; made < passages; n++) {
    const number = n % 3 === 0 ? numbered(n, random, older) : null
    const title = `${firstHalf(pick(seed.titles))} ${secondHalf(pick(seed.titles))}`
    const paragraphs = Array.from({ length: FEWEST + below(MOST - FEWEST + 1) }, () => {
      const sentences: string[] = []
      for (let syllables = 0; syllables < PARAGRAPH;) {
        const sentence = pick(seed.sentences)
        sentences.push(sentence)
        syllables += sentence.split(' ').length
      }
      return sentences
    })
    const id = `g${String(n).padStart(7, '0')}`
    const document = documentFromText({ id, title, text: title })
    yield { ...document, meta: { ...document.meta, ...number }, ...laidOut(paragraphs, number !== null) }
    made += paragraphs.length
  }
}

/** Papers with a number have articles, the others running text. */
const laidOut = (
  paragraphs: readonly (readonly string[])[],
  inArticles: boolean,
): Pick<Document, 'text' | 'headings' | 'passages'> => {
  let text = ''
  const headings: Heading[] = []
  const passages = paragraphs.map((sentences, ordinal): Passage => {
    if (ordinal > 0) text += '\n\n'
    const start = text.length
    const label = inArticles ? `Điều ${ordinal + 1}` : null
    const heading: Heading | null = label === null ? null : { start, rank: 2, label, title: sentences[0]! }
    if (heading) headings.push(heading)
    text += heading ? `${label}. ${sentences.join(' ')}` : sentences.join(' ')
    const path = heading ? [`${label}. ${heading.title}`] : []
    return { ordinal, start, end: text.length, path, page: null, kind: 'body' }
  })
  return { text, headings, passages }
}

interface Numbered extends Pick<DocumentMeta, 'kind' | 'number' | 'date' | 'replaces'> {
  readonly number: string
  readonly date: string
}

/** Numbers start again every year, as they do: several documents bear the same, and newer ones replace some of the older. */
const numbered = (n: number, random: () => number, older: Numbered[]): Numbered => {
  const year = 2000 + Math.floor(random() * 26)
  const date = `${year}-0${1 + Math.floor(random() * 9)}-15`
  const [kind, symbol] = n % 2 === 0 ? (['resolution', 'NQ/TU'] as const) : (['regulation', 'QĐ/TW'] as const)
  const before = random() < REPLACING ? older[Math.floor(random() * older.length)] : undefined
  const replaces = before && before.date < date ? [before.number] : []
  const made = { kind, number: `${1 + Math.floor(random() * 400)}-${symbol}`, date, replaces }
  older.push(made)
  return made
}

const firstHalf = (title: string): string => title.slice(0, middleOf(title))
const secondHalf = (title: string): string => title.slice(middleOf(title)).trim()
const middleOf = (title: string): number => {
  const blank = title.indexOf(' ', title.length / 2)
  return blank < 0 ? title.length : blank
}

interface QuestionSet {
  readonly corpus: readonly CorpusEntry[]
  readonly questions: readonly SetQuestion[]
}

const setsIn = (folder: string, questions: number): readonly QuestionSet[] => {
  const folders = [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort(),
  ]
  const sets = folders.flatMap((one): QuestionSet[] => {
    try {
      return [readSet(one, 'queries.jsonl', questions)]
    } catch (error) {
      if (error instanceof SetError) return []
      throw error
    }
  })
  if (sets.length === 0) throw new SetError(`Trong ${folder} không có bộ đo nào (corpus.jsonl và queries.jsonl).`)
  return sets
}
