/** Times and judges retrieval beside MiniSearch and SQLite FTS5, times ingestion and load, and judges the vector search under an access filter, in one run: `npm run benchmark -- [--json] [--limit N] [--documents N] [--files N] [--vectors N] [--dimensions N] [FOLDER]`. */
import { createCommand, parseCount, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { compareRetrieval } from './benchmark/compare-retrieval.ts'
import { makeSet } from './benchmark/make-set.ts'
import { createFts5, createMiniSearch, createOurs } from './benchmark/searchers.ts'
import { asLines, asTable, asVectorLines } from './benchmark/table.ts'
import { timeFilteredVectors } from './benchmark/time-filtered-vectors.ts'
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
  .option('--vectors <số>', 'số vectơ tự sinh để đo tìm theo nghĩa dưới quyền đọc', parseCount, 50_000)
  .option('--dimensions <số>', 'số chiều của các vectơ ấy', parseCount, 256)

interface Options {
  readonly json?: boolean
  readonly queries: string
  readonly limit: number
  readonly documents: number
  readonly files: number
  readonly vectors: number
  readonly dimensions: number
}

/** Enough for a 95th percentile. */
const VECTOR_QUESTIONS = 100

await runCommand(async () => {
  const options = command.parse().opts<Options>()
  const folder = command.args[0]
  const set = folder === undefined ? makeSet(options.documents, options.limit) : readOrExplain(folder, options)
  const searchers = [await createOurs(set.corpus), createMiniSearch(set.corpus), createFts5(set.corpus)]
  try {
    const retrieval = compareRetrieval(searchers, set.questions)
    const ingestion = await timeIngestion(set.corpus.slice(0, options.files))
    const vectors = timeFilteredVectors(options.vectors, options.dimensions, VECTOR_QUESTIONS)
    const text = `${asTable(retrieval, set.corpus.length)}\n${asLines(ingestion)}\n${asVectorLines(vectors)}`
    process.stdout.write(options.json ? `${JSON.stringify({ retrieval, ingestion, vectors })}\n` : text)
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
