/** Times and judges retrieval beside MiniSearch and SQLite FTS5 in one run: `npm run benchmark -- [--json] [--limit N] [--documents N] [FOLDER]`. */
import { createCommand, parseCount, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { compareRetrieval } from './benchmark/compare-retrieval.ts'
import { makeSet } from './benchmark/make-set.ts'
import { createFts5, createMiniSearch, createOurs } from './benchmark/searchers.ts'
import { asTable } from './benchmark/table.ts'
import { readSet, SetError } from './evaluate/read-set.ts'

const command = createCommand(
  'benchmark',
  'So tốc độ và chất lượng tìm kiếm với MiniSearch và SQLite FTS5, trong cùng một lần chạy.',
)
  .argument('[thư mục]', 'bộ đo có corpus.jsonl và queries.jsonl; không nêu thì tự sinh một bộ')
  .option('--json', 'in một giá trị JSON')
  .option('--queries <tệp>', 'tệp câu hỏi khác trong thư mục', 'queries.jsonl')
  .option('--limit <số>', 'số câu hỏi', parseCount, 300)
  .option('--documents <số>', 'số tài liệu của bộ tự sinh', parseCount, 3000)

interface Options {
  readonly json?: boolean
  readonly queries: string
  readonly limit: number
  readonly documents: number
}

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  const folder = command.args[0]
  const set = folder === undefined ? makeSet(options.documents, options.limit) : readOrExplain(folder, options)
  const searchers = [await createOurs(set.corpus), createMiniSearch(set.corpus), createFts5(set.corpus)]
  try {
    const compared = compareRetrieval(searchers, set.questions)
    process.stdout.write(options.json ? `${JSON.stringify(compared)}\n` : asTable(compared, set.corpus.length))
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
