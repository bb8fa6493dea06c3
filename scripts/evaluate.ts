/** Measures a question set on its own throw-away index, with the models of the settings: `npm run evaluate -- [--json] [--queries FILE] [--limit N] [--retrieval-only] FOLDER`. */
import { chooseEmbedder, chooseModels } from '../src/choose-models.ts'
import { loadConfig } from '../src/config.ts'
import { createMemoryBook } from '../src/models/guard/budget.ts'
import { modelsForQuestion } from '../src/models/question-models.ts'
import { find } from '../src/search/find.ts'
import { createLogger } from '../src/telemetry.ts'
import { createCommand, parseCount, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { measureAnswers, type ModelsToMeasure } from './evaluate/measure-answers.ts'
import { measureRetrieval } from './evaluate/measure-retrieval.ts'
import { openTrialIndex } from './evaluate/trial-index.ts'
import { readSet, SetError } from './evaluate/read-set.ts'
import { asJson, asLines, type Measures } from './evaluate/measures.ts'

const command = createCommand('evaluate', 'Đo một bộ câu hỏi trên chỉ mục tạm của riêng nó.')
  .argument('<thư mục>', 'nơi có corpus.jsonl và queries.jsonl')
  .option('--json', 'in một giá trị JSON')
  .option('--queries <tệp>', 'tệp câu hỏi khác, trong thư mục ấy hoặc theo đường dẫn', 'queries.jsonl')
  .option('--limit <số>', 'chỉ hỏi chừng ấy câu, rải đều trong bộ', parseCount)
  .option('--retrieval-only', 'chỉ đo tìm kiếm, không soạn câu trả lời')

interface Options {
  readonly json?: boolean
  readonly queries: string
  readonly limit?: number
  readonly retrievalOnly?: boolean
}

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  const set = readOrExplain(command.args[0]!, options)
  const config = loadConfig()
  const log = createLogger(config.logLevel)
  const embedder = chooseEmbedder(config)
  const models = chooseModels(config, embedder, createMemoryBook(), log)
  const isServed = [models.chat, models.embedder, models.reranker].some((model) => model !== null)
  const index = await openTrialIndex(set.corpus, embedder)
  const warn = (message: string, error: unknown): void => log.warn({ err: error }, message)
  const measured: ModelsToMeasure = {
    open: () => modelsForQuestion(models, null),
    maySee: config.models.maySee,
    maxTokens: config.models.chat?.maxTokens ?? 0,
    find: (question, options, mine) => find(question, index.scope, mine, options, warn),
  }
  try {
    const measures: Measures = {
      queries: set.questions.length,
      passages: index.passages,
      ingestSeconds: index.ingestSeconds,
      ...(await measureRetrieval(
        set.questions,
        isServed ? (question, how) => measured.find(question, how, measured.open()) : index.retrieve,
      )),
      ...(options.retrievalOnly ? {} : await measureAnswers(set.questions, index, isServed ? measured : null)),
    }
    process.stdout.write(options.json ? `${JSON.stringify(asJson(measures))}\n` : asLines(measures))
    return 0
  } finally {
    index.close()
  }
})

function readOrExplain(folder: string, options: Options) {
  try {
    return readSet(folder, options.queries, options.limit ?? Infinity)
  } catch (error) {
    throw error instanceof SetError ? new UsageError(error.message) : error
  }
}
