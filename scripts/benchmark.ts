/** Times and judges retrieval beside MiniSearch and SQLite FTS5, times ingestion and load, judges the vector search under an access filter, and tells what growing costs, in one run: `npm run benchmark -- [--json] [--limit N] [--documents N] [--ingest-sizes N,N…] [--files-folder FOLDER] [--vectors N] [--dimensions N] [--sizes N,N…] [--grow-from FOLDER] [--graph-vectors N] [--charts FOLDER] [FOLDER]`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCommand, parseCount, runCommand, UsageError } from '../src/terminal/command-line.ts'
import { compareRetrieval } from './benchmark/compare-retrieval.ts'
import { readSeed } from './benchmark/growth/grow-library.ts'
import { asFormatTable, asIngestionTable } from './benchmark/ingestion/show-ingestion.ts'
import { timeFormats } from './benchmark/ingestion/time-formats.ts'
import { timeIngestion, type IngestionTimes } from './benchmark/ingestion/time-ingestion.ts'
import { makeSet } from './benchmark/make-set.ts'
import { asGrowthTable, growthCharts } from './benchmark/growth/show-growth.ts'
import { timeGrowth } from './benchmark/growth/time-growth.ts'
import { createFts5, createMiniSearch, createOurs } from './evaluate/searchers.ts'
import { asTable, asVectorLines } from './benchmark/table.ts'
import { chooseGraph } from './benchmark/vectors/choose-graph.ts'
import { asGraphTable, graphCharts } from './benchmark/vectors/show-graph.ts'
import { timeFilteredVectors } from './benchmark/vectors/time-filtered-vectors.ts'
import { readSet, SetError } from './evaluate/read-set.ts'

const command = createCommand(
  'benchmark',
  'So tìm kiếm với MiniSearch và SQLite FTS5, đo việc nạp và mở chỉ mục, trong cùng một lần chạy.',
)
  .argument('[thư mục]', 'bộ đo có corpus.jsonl và queries.jsonl; không nêu thì tự sinh một bộ')
  .option('--json', 'in một giá trị JSON')
  .option('--queries <tệp>', 'tệp câu hỏi khác trong thư mục', 'queries.jsonl')
  .option('--limit <số>', 'số câu hỏi', parseCount, 300)
  .option(
    '--ingest-sizes <các số>',
    'các cỡ thư viện (số đoạn) để đo việc nạp, cách nhau bằng dấu phẩy; 0: không đo',
    parseSizes,
    [1_000, 10_000],
  )
  .option('--files-folder <thư mục>', 'thư mục chứa tệp thật (PDF, Word…) để đo tốc độ đọc theo trang')
  .option('--documents <số>', 'số tài liệu của bộ tự sinh', parseCount, 3000)
  .option('--vectors <số>', 'số vectơ tự sinh để đo tìm theo nghĩa dưới quyền đọc', parseCount, 50_000)
  .option('--dimensions <số>', 'số chiều của các vectơ ấy', parseCount, 256)
  .option(
    '--sizes <các số>',
    'các cỡ thư viện (số đoạn) để đo chi phí khi lớn dần, cách nhau bằng dấu phẩy; 0: không đo',
    parseSizes,
    [1_000, 10_000, 100_000],
  )
  .option(
    '--grow-from <thư mục>',
    'thư mục chứa các bộ đo, lấy câu để ghép thành thư viện lớn; không nêu thì dùng bộ tự sinh',
  )
  .option(
    '--graph-vectors <số>',
    'số vectơ để so các kiểu đồ thị (M, ef) với quét hết; không nêu thì không so',
    parseCount,
  )
  .option('--charts <thư mục>', 'ghi biểu đồ SVG vào đó')

interface Options {
  readonly json?: boolean
  readonly queries: string
  readonly limit: number
  readonly documents: number
  readonly ingestSizes: readonly number[]
  readonly filesFolder?: string
  readonly vectors: number
  readonly dimensions: number
  readonly sizes: readonly number[]
  readonly growFrom?: string
  readonly graphVectors?: number
  readonly charts?: string
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
    const ingestion = await ingestOrExplain(options)
    const formats = options.filesFolder === undefined ? [] : await timeFormats(options.filesFolder)
    const vectors = timeFilteredVectors(options.vectors, options.dimensions, VECTOR_QUESTIONS)
    const graphs =
      options.graphVectors === undefined ? [] : chooseGraph(options.graphVectors, options.dimensions, VECTOR_QUESTIONS)
    const growth = growOrExplain(options)
    const text = [
      asTable(retrieval, set.corpus.length),
      ...(ingestion.length > 0 ? [asIngestionTable(ingestion)] : []),
      ...(formats.length > 0 ? [asFormatTable(formats)] : []),
      asVectorLines(vectors),
      ...(graphs.length > 0 ? [asGraphTable(graphs)] : []),
      ...(growth.length > 0 ? [asGrowthTable(growth)] : []),
    ].join('\n')
    process.stdout.write(
      options.json ? `${JSON.stringify({ retrieval, ingestion, formats, vectors, graphs, growth })}\n` : text,
    )
    if (options.charts !== undefined) {
      mkdirSync(options.charts, { recursive: true })
      const charts = [...(growth.length > 0 ? growthCharts(growth) : []), ...graphCharts(graphs)]
      for (const [name, chart] of charts) writeFileSync(join(options.charts, name), chart)
    }
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

async function ingestOrExplain({ growFrom, ingestSizes }: Options): Promise<readonly IngestionTimes[]> {
  const times: IngestionTimes[] = []
  try {
    if (ingestSizes.length === 0) return times
    const seed = readSeed(growFrom ?? null, 0)
    for (const passages of ingestSizes) times.push(await timeIngestion(seed, passages))
    return times
  } catch (error) {
    throw error instanceof SetError ? new UsageError(error.message) : error
  }
}

function growOrExplain({ growFrom, sizes, limit }: Options) {
  try {
    return timeGrowth({
      folder: growFrom ?? null,
      sizes,
      questions: limit,
      onSize: (passages) => process.stderr.write(`… ${passages} đoạn\n`),
    })
  } catch (error) {
    throw error instanceof SetError ? new UsageError(error.message) : error
  }
}

function parseSizes(text: string): readonly number[] {
  if (text === '0') return []
  const sizes = text.split(',').map(Number)
  if (sizes.every((size) => Number.isInteger(size) && size > 0 && size <= 10_000_000)) return sizes
  throw new UsageError('Các cỡ thư viện là các số đoạn, cách nhau bằng dấu phẩy, ví dụ 1000,100000.')
}
