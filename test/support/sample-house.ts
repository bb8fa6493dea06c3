/** The sample documents taken in through the whole program, and the questions that data/eval has for them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../../src/answer/answer.ts'
import { createApp } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { readQuestions, type SetQuestion } from '../../scripts/evaluate/read-set.ts'
import { root } from './run.ts'

/** `relevant` are names of files in data/documents. */
export const sampleQuestions = (file: string): readonly SetQuestion[] =>
  readQuestions(join(root, 'data/eval'), file, Infinity)

export interface SampleHouse {
  ask(question: string): Promise<Answer>
  /** Name of the file that a document comes from. */
  fileOf(documentId: string): string
  textOf(documentId: string): string
  close(): void
}

export const openSampleHouse = async (): Promise<SampleHouse> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const app = createApp(createConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }, '/'))
  const report = await app.ingest({
    found: findFiles(['data/documents'], root),
    level: null,
    dryRun: false,
    prune: false,
  })
  if (report.counts.refused > 0) throw new Error('a sample document was refused')
  const library = app.library('public')!
  return {
    ask: (question) => app.ask(question, { level: 'public', turns: [] }),
    fileOf: (documentId) => library.card(documentId)!.source.split('/').at(-1)!,
    textOf: (documentId) => library.content(documentId)!.text,
    close: () => {
      app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T
