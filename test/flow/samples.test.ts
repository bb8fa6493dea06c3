/** The regression gate: the questions of data/eval, asked of the sample documents through the whole program. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { createApp, type App } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { fold } from '../../src/text/vietnamese.ts'
import { root } from '../support/run.ts'

interface Expected {
  readonly id: string
  readonly question: string
  readonly relevant: readonly string[]
  readonly answers: readonly string[]
}

const questions = readFileSync(join(root, 'data/eval/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected)

const dataDir = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
let app: App

beforeAll(async () => {
  app = createApp(createConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }, '/'))
  const found = findFiles(['data/documents'], root)
  const report = await app.ingest({ found, level: null, dryRun: false, prune: false })
  expect(report.counts.refused).toBe(0)
})
afterAll(() => {
  app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const ask = (question: string): Promise<Answer> => app.ask(question, { level: 'public', turns: [] })

const check = (answer: Answer, { relevant, answers }: Expected): void => {
  if (relevant.length === 0) {
    expect(answer.status, answer.text).toBe('refused')
    return
  }
  expect(answer.status, answer.text).toBe('answered')
  for (const words of answers) expect(answer.text).toContain(words)
  const library = app.library('public')!
  const sources = answer.citations.map(({ documentId }) => library.card(documentId)!.source.split('/').at(-1))
  expect(
    sources.some((source) => relevant.includes(source!)),
    sources.join(),
  ).toBe(true)
  for (const { documentId, quote } of answer.citations) expect(library.content(documentId)!.text).toContain(quote)
}

it.each(questions)('$id $question', async (expected) => {
  check(await ask(expected.question), expected)
})

it.each(questions.filter(({ relevant }) => relevant.length > 0))('$id without diacritics', async (expected) => {
  check(await ask(fold(expected.question).toLowerCase()), expected)
})
