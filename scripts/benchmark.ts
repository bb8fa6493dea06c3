/** Times and judges retrieval beside MiniSearch and SQLite FTS5, and times ingestion and load, in one run: `npm run benchmark -- [--json] [--limit N] [--documents N] [--files N] [FOLDER]`. */
import { createCommand, parseCount, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { compareRetrieval } from './benchmark/compare-retrieval.ts'
import { makeSet } from './benchmark/make-set.ts'
import { createFts5, createMiniSearch, createOurs } from './benchmark/searchers.ts'
import { asLines, asTable } from './benchmark/table.ts'
import { timeIngestion } from './benchmark/time-ingestion.ts'
import { readSet, SetError } from './evaluate/read-set.ts'

const command = createCommand(
  'benchmark',
  'So tìm kiếm với MiniSearch và SQLite FTS5, đo việc nạp và mở chỉ mục, trong cùng một lần chạy.',
)
  .argument('[thư mục]', 'bộ đo có corpus.jsonl và queries.jsonl; không nêu thì tự sinh một bộ')
  .option('--json', 'in một giá trị JSON')
  .option('--queries <tệp>', 'tệp câu hỏi khác trong thư mục', 'queries.jsonl')
  .option('--limit <số>', 'số câu hỏi', parseCount, 300)
  .option('--files <số>', 'số tệp để đo việc nạp', parseCount, 500)
  .option('--documents <số>', 'số tài liệu của bộ tự sinh', parseCount, 3000)

interface Options {
  readonly json?: boolean
  readonly queries: string
  readonly limit: number
  readonly documents: number
  readonly files: number
}

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  const folder = command.args[0]
  const set = folder === undefined ? makeSet(options.documents, options.limit) : readOrExplain(folder, options)
  const searchers = [await createOurs(set.corpus), createMiniSearch(set.corpus), createFts5(set.corpus)]
  try {
    const retrieval = compareRetrieval(searchers, set.questions)
    const ingestion = await timeIngestion(set.corpus.slice(0, options.files))
    const text = `${asTable(retrieval, set.corpus.length)}\n${asLines(ingestion)}`
    process.stdout.write(options.json ? `${JSON.stringify({ retrieval, ingestion })}\n` : text)
    return 0
  } finally {
    for (const searcher of searchers) searcher.close()
  }
})

function readOrExplain(folder: string, options: Options) {
  try {
    return readSet(folder, options.queries, options.limit)
  } catch (error) {
    throw error instanceof SetError ? new UsageError(error.message) : error
  }
}
