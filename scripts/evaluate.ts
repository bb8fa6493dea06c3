/** Measures a question set on its own throw-away index: `npm run evaluate -- [--json] [--queries FILE] [--limit N] [--retrieval-only] FOLDER`. */
import { createCommand, parseCount, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { measureAnswers } from './evaluate/measure-answers.ts'
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
  const index = await openTrialIndex(set.corpus)
  try {
    const measures: Measures = {
      queries: set.questions.length,
      passages: index.passages,
      ingestSeconds: index.ingestSeconds,
      ...measureRetrieval(set.questions, index),
      ...(options.retrievalOnly ? {} : await measureAnswers(set.questions, index)),
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
