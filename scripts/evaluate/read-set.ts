/** Reads a question set: `corpus.jsonl` and its questions, one JSON value a line. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface CorpusEntry {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface SetQuestion {
  readonly id: string
  readonly question: string
  /** Corpus ids that answer it; none: it must be refused. */
  readonly relevant: readonly string[]
  readonly answers: readonly string[]
}

/** A set that cannot be read; the message is one Vietnamese line. */
export class SetError extends Error {}

/** `queries` is a name in the folder or a path. With a `limit` the questions are spread evenly over the file. */
export const readSet = (
  folder: string,
  queries: string,
  limit: number,
): { corpus: readonly CorpusEntry[]; questions: readonly SetQuestion[] } => {
  const corpusFile = join(folder, 'corpus.jsonl')
  if (!existsSync(corpusFile)) {
    throw new SetError(`Không thấy ${corpusFile}: thư mục đo phải có corpus.jsonl và queries.jsonl.`)
  }
  const queriesFile = [join(folder, queries), queries].find((path) => existsSync(path))
  if (!queriesFile) throw new SetError(`Không thấy tệp câu hỏi ${queries} trong ${folder}.`)
  const corpus = linesOf(corpusFile).map(({ value, line }) => ({
    id: text(value, 'id', corpusFile, line),
    title: typeof value['title'] === 'string' ? value['title'] : '',
    text: text(value, 'text', corpusFile, line),
  }))
  const questions = linesOf(queriesFile).map(({ value, line }) => ({
    id: typeof value['id'] === 'string' ? value['id'] : String(line),
    question: text(value, 'question', queriesFile, line),
    relevant: strings(value['relevant']),
    answers: strings(value['answers']),
  }))
  return { corpus, questions: spread(questions, limit) }
}

const linesOf = (file: string): { value: Record<string, unknown>; line: number }[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((content, i) => (content.trim() ? [{ value: parsed(content, file, i + 1), line: i + 1 }] : []))

const parsed = (content: string, file: string, line: number): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    throw new SetError(`${file}, dòng ${line}: không phải JSON.`)
  }
  if (typeof value !== 'object' || value === null) throw new SetError(`${file}, dòng ${line}: cần một đối tượng JSON.`)
  return value as Record<string, unknown>
}

const text = (value: Record<string, unknown>, name: string, file: string, line: number): string => {
  const found = value[name]
  if (typeof found === 'string') return found
  throw new SetError(`${file}, dòng ${line}: thiếu "${name}".`)
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

const spread = <T>(items: readonly T[], limit: number): readonly T[] =>
  items.length <= limit
    ? items
    : Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)]!)
