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
  /** What the set says of the question: where it comes from, its kind. */
  readonly tags?: readonly string[]
}

/** A set that cannot be read; the message is one Vietnamese line. */
export class SetError extends Error {}

/** `queries` is a name in the folder or a path. With a `limit` the questions are spread evenly over the file. */
export const readSet = (
  folder: string,
  queries: string,
  limit: number,
): { corpus: readonly CorpusEntry[]; questions: readonly SetQuestion[] } => ({
  corpus: readCorpus(folder),
  questions: readQuestions(folder, queries, limit),
})

export const readCorpus = (folder: string): readonly CorpusEntry[] => {
  const file = join(folder, 'corpus.jsonl')
  if (!existsSync(file)) {
    throw new SetError(`Không thấy ${file}: thư mục đo phải có corpus.jsonl và queries.jsonl.`)
  }
  const corpus = linesOf(file).map(({ value, line }) => ({
    id: idOf(value['id']) ?? missing('id', file, line),
    title: typeof value['title'] === 'string' ? value['title'] : '',
    text: text(value, 'text', file, line),
  }))
  if (corpus.length === 0) throw new SetError(`${file} không có tài liệu nào, nên không có gì để tìm trong đó.`)
  return once(corpus, file)
}

export const readQuestions = (folder: string, queries: string, limit: number): readonly SetQuestion[] => {
  const file = [join(folder, queries), queries].find((path) => existsSync(path))
  if (!file) throw new SetError(`Không thấy tệp câu hỏi ${queries} trong ${folder}.`)
  const questions = linesOf(file).map(({ value, line }) => {
    const tags = strings(value['tags'])
    return {
      id: idOf(value['id']) ?? String(line),
      question: text(value, 'question', file, line),
      relevant: strings(value['relevant']),
      answers: strings(value['answers']),
      ...(tags.length > 0 && { tags }),
    }
  })
  if (questions.length === 0) throw new SetError(`${file} không có câu hỏi nào.`)
  return spread(once(questions, file), limit)
}

const linesOf = (file: string): { value: Record<string, unknown>; line: number }[] =>
  read(file)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((content, i) => (content.trim() ? [{ value: parsed(content, file, i + 1), line: i + 1 }] : []))

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SetError(`Không đọc được ${file} (${(error as NodeJS.ErrnoException).code}).`)
  }
}

const parsed = (content: string, file: string, line: number): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    throw new SetError(`${file}, dòng ${line}: không phải JSON.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SetError(`${file}, dòng ${line}: cần một đối tượng JSON.`)
  return value as Record<string, unknown>
}

const text = (value: Record<string, unknown>, name: string, file: string, line: number): string => {
  const found = value[name]
  return typeof found === 'string' ? found : missing(name, file, line)
}

const missing = (name: string, file: string, line: number): never => {
  throw new SetError(`${file}, dòng ${line}: thiếu "${name}".`)
}

/** An id that stands twice would be measured twice and found once. */
const once = <T extends { readonly id: string }>(entries: readonly T[], file: string): readonly T[] => {
  const seen = new Set<string>()
  for (const { id } of entries) {
    if (seen.has(id)) throw new SetError(`${file}, dòng ${lineOf(id, file)}: mã "${id}" đã dùng ở một dòng trước.`)
    seen.add(id)
  }
  return entries
}

/** Of its second place. */
const lineOf = (id: string, file: string): number =>
  linesOf(file).filter(({ value, line }) => (idOf(value['id']) ?? String(line)) === id)[1]?.line ?? 0

const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((item) => idOf(item) ?? []) : typeof value === 'string' ? [value] : []

const spread = <T>(items: readonly T[], limit: number): readonly T[] =>
  items.length <= limit
    ? items
    : Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)]!)
