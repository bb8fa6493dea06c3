/** Measures question sets on throw-away indexes of their own, with the models of the settings; reports, saves and compares runs. `--help` says how. */
import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { chooseEmbedder, chooseModels } from '../src/choose-models.ts'
import { loadConfig } from '../src/config.ts'
import { createMemoryBook } from '../src/models/guard/budget.ts'
import { modelsForQuestion } from '../src/models/question-models.ts'
import { find } from '../src/search/find.ts'
import { createLogger } from '../src/telemetry.ts'
import { runCommand, UsageError, type ExitCode } from '../src/terminal/command-line.ts'
import { wrap, pageOf } from '../src/terminal/wrap.ts'
import { allAsLines, macroRow, setAsLines } from './evaluate/as-lines.ts'
import { rowAsJson, setAsJson } from './evaluate/as-json.ts'
import { allSets, oneSet } from './evaluate/choose-sets.ts'
import { compareRuns } from './evaluate/compare-runs.ts'
import { comparisonAsJson, comparisonAsLines } from './evaluate/comparison-lines.ts'
import { measureChosen, type HowToMeasureAll } from './evaluate/measure-chosen.ts'
import { messages } from './evaluate/messages.ts'
import { parseEvaluation, type EvaluateOptions } from './evaluate/options.ts'
import { SetError } from './evaluate/read-set.ts'
import { comparisonReport } from './evaluate/report/comparison-report.ts'
import { runReport } from './evaluate/report/run-report.ts'
import { readRuns, saveRuns } from './evaluate/saved-runs.ts'
import type { SetRun } from './evaluate/set-run.ts'

await runCommand(async () => {
  const { folder, options } = parseEvaluation()
  try {
    for (const file of [options.report, options.save]) if (file !== undefined) mustBeWritable(file)
    return options.compare ? compare(options.compare, options) : await measure(folder!, options)
  } catch (error) {
    throw error instanceof SetError ? new UsageError(error.message) : error
  }
})

async function measure(folder: string, options: EvaluateOptions): Promise<ExitCode> {
  const { sets, skipped } = options.all
    ? allSets(folder, options.ask, options.typing)
    : { sets: [oneSet(folder, options.queries, options.typing)], skipped: [] }
  for (const { name, why } of skipped) tell(messages.skipped(name, why))
  const runs = await measureChosen(sets, {
    ...howToFind(),
    limit: options.limit ?? Infinity,
    retrievalOnly: options.retrievalOnly ?? false,
    explained: options.report !== undefined,
    withPeers: options.peers ?? false,
    onUnknownIds: (set, count) => tell(messages.unknownIds(set, count)),
  })
  if (options.save !== undefined) saveRuns(options.save, runs)
  if (options.report !== undefined)
    writeFileSync(options.report, runReport(runs, new Date().toISOString().slice(0, 10)))
  const { width } = pageOf(process.stdout)
  const lines = (): string => (options.all ? allAsLines(runs, width) : setAsLines(runs, width))
  process.stdout.write(options.json ? `${JSON.stringify(asJson(runs, skipped, options))}\n` : lines())
  sayWritten(options)
  return 0
}

function compare(files: readonly string[], options: EvaluateOptions): ExitCode {
  const [before, after] = files
  const comparison = compareRuns(readRuns(before!), readRuns(after!))
  if (options.report !== undefined)
    writeFileSync(options.report, comparisonReport(comparison, new Date().toISOString().slice(0, 10)))
  const { width } = pageOf(process.stdout)
  process.stdout.write(
    options.json ? `${JSON.stringify(comparisonAsJson(comparison))}\n` : comparisonAsLines(comparison, width),
  )
  sayWritten(options)
  return 0
}

const asJson = (runs: readonly SetRun[], skipped: readonly object[], { all }: EvaluateOptions): object => {
  if (all) {
    const typings = [...new Set(runs.map(({ typing }) => typing))]
    const macro = typings.map((typing) => ({
      typing,
      ...rowAsJson(macroRow(runs.filter((run) => run.typing === typing))),
    }))
    return { sets: runs.map(setAsJson), macro, skipped }
  }
  const [first, ...others] = runs
  return { ...setAsJson(first!), ...(others.length > 0 && { others: others.map(setAsJson) }) }
}

/** The models of the settings; none: words alone, at once. */
function howToFind(): Pick<HowToMeasureAll, 'embedder' | 'models'> {
  const config = loadConfig()
  const log = createLogger(config.logLevel)
  const embedder = chooseEmbedder(config)
  const models = chooseModels(config, embedder, createMemoryBook(), log)
  const isServed = [models.chat, models.embedder, models.reranker].some((model) => model !== null)
  const warn = (message: string, error: unknown): void => log.warn({ err: error }, message)
  return {
    embedder,
    models: isServed
      ? {
          open: () => modelsForQuestion(models, null),
          maySee: config.models.maySee,
          maxTokens: config.models.chat?.maxTokens ?? 0,
          find: (index, question, how, mine) => find(question, index.scope, mine, how, warn),
        }
      : null,
  }
}

/** Before anything is measured: a minute of work must not end at a folder that is not there. */
function mustBeWritable(file: string): void {
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK)
    if (existsSync(file) && statSync(file).isDirectory()) throw new Error('is a folder')
  } catch {
    throw new SetError(`Không ghi được ${file}: thư mục chưa có, hoặc không có quyền ghi.`)
  }
}

function sayWritten({ save, report }: EvaluateOptions): void {
  if (save !== undefined) tell(messages.saved(save))
  if (report !== undefined) tell(messages.reported(report))
}

function tell(line: string): void {
  process.stderr.write(`${wrap(line, pageOf(process.stderr).width)}\n`)
}
