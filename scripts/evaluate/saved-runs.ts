/** Runs on disk, question by question, so that a later run can be held against them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { MEASURES, type Values } from './measures.ts'
import { SetError } from './read-set.ts'
import type { AskedQuestion, SetRun } from './set-run.ts'

const FORMAT = 'evaluate/1'

export type SavedQuestion = Pick<AskedQuestion, 'id' | 'question' | 'relevant' | 'values' | 'found' | 'answer'>

export interface SavedRun {
  readonly set: string
  readonly typing: string
  readonly questions: readonly SavedQuestion[]
}

/** One question a line, so that two files can be told apart by other tools too. */
export const saveRuns = (file: string, runs: readonly SetRun[]): void => {
  const sets = runs.map(({ set, typing, questions }) => {
    const lines = questions.map(({ id, question, relevant, tags, type, values, found, answer }) =>
      JSON.stringify({ id, question, relevant, tags, type, values, found, answer }),
    )
    return `{"set":${JSON.stringify(set)},"typing":${JSON.stringify(typing)},"questions":[\n${lines.join(',\n')}\n]}`
  })
  writeFileSync(file, `{"format":"${FORMAT}","runs":[\n${sets.join(',\n')}\n]}\n`)
}

export const readRuns = (file: string): readonly SavedRun[] => {
  const value = parsed(file)
  const runs = isObject(value) && value['format'] === FORMAT && Array.isArray(value['runs']) ? value['runs'] : null
  if (!runs?.every(isRun)) throw new SetError(`${file} không phải tệp do --save ghi ra, hoặc đã hỏng.`)
  return runs
}

const parsed = (file: string): unknown => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new SetError(`Không đọc được ${file} (${(error as NodeJS.ErrnoException).code}).`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new SetError(`${file}: không phải JSON.`)
  }
}

const isRun = (value: unknown): value is SavedRun =>
  isObject(value) &&
  typeof value['set'] === 'string' &&
  typeof value['typing'] === 'string' &&
  Array.isArray(value['questions']) &&
  value['questions'].every(isQuestion)

const isQuestion = (value: unknown): value is SavedQuestion =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['question'] === 'string' &&
  isStrings(value['relevant']) &&
  isStrings(value['found']) &&
  isValues(value['values']) &&
  (value['answer'] === null || (isObject(value['answer']) && typeof value['answer']['text'] === 'string'))

const isValues = (value: unknown): value is Values =>
  isObject(value) &&
  Object.entries(value).every(([name, of]) => (MEASURES as readonly string[]).includes(name) && Number.isFinite(of))

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
