/** How `npm run evaluate` is called. */
import { createCommand, parseCount, UsageError } from '../../src/terminal/command-line.ts'

export interface EvaluateOptions {
  readonly json?: boolean
  readonly all?: boolean
  readonly queries: readonly string[]
  readonly typing: readonly string[]
  readonly ask: ReadonlyMap<string, string>
  readonly limit?: number
  readonly retrievalOnly?: boolean
  readonly peers?: boolean
  readonly report?: string
  readonly save?: string
  readonly compare?: readonly string[]
}

const EXAMPLES = `
Ví dụ:
  npm run evaluate -- bo-do/so-tay
  npm run evaluate -- --all bo-do --ask tu-choi=so-tay --typing nodia,telex
  npm run evaluate -- --all bo-do --save truoc.json --report truoc.html
  npm run evaluate -- --compare truoc.json sau.json --report so-sanh.html

Mỗi bộ là một thư mục có corpus.jsonl ({"id","title","text"}) và queries.jsonl
({"id","question","relevant":["id"],"answers":["…"],"tags":["…"]}); "relevant"
trống nghĩa là phải từ chối.
`

export const parseEvaluation = (): { readonly folder: string | undefined; readonly options: EvaluateOptions } => {
  const command = createCommand('evaluate', 'Đo một hay nhiều bộ câu hỏi, mỗi bộ trên chỉ mục tạm của riêng nó.')
    .argument('[thư mục]', 'nơi có corpus.jsonl và queries.jsonl; với --all: nơi có các bộ')
    .option('--json', 'in một giá trị JSON')
    .option('--all', 'đo mọi thư mục con có corpus.jsonl và queries.jsonl')
    .option('--queries <tệp>', 'tệp câu hỏi khác, trong thư mục ấy hoặc theo đường dẫn; nêu nhiều lần được', collect)
    .option('--typing <cách>', 'đo thêm queries.CÁCH.jsonl của mỗi bộ, ví dụ nodia,telex,typo', parseTypings)
    .option('--ask <bộ=kho>', 'với --all: hỏi các câu của bộ này trên kho của bộ kia; nêu nhiều lần được', parseAsk)
    .option('--limit <số>', 'chỉ hỏi chừng ấy câu mỗi tệp, rải đều trong tệp', parseCount)
    .option('--retrieval-only', 'chỉ đo tìm kiếm, không soạn câu trả lời')
    .option('--peers', 'đo cả MiniSearch và SQLite FTS5 trên cùng câu hỏi')
    .option('--report <tệp.html>', 'ghi báo cáo một trang: số đo, từng câu sai và lý do')
    .option('--save <tệp.json>', 'ghi kết quả từng câu, để so sánh về sau')
    .option('--compare <tệp...>', 'so hai tệp do --save ghi ra: trước, sau')
    .addHelpText('after', EXAMPLES)
  const given = command.parse().opts<Partial<EvaluateOptions>>()
  const options = {
    ...given,
    queries: given.queries ?? ['queries.jsonl'],
    typing: given.typing ?? [],
    ask: given.ask ?? new Map(),
  }
  const folder = command.args[0]
  const fault = faultIn(folder, given)
  if (fault) throw new UsageError(`${fault} Xem cách dùng: thêm --help.`)
  return { folder, options }
}

const faultIn = (folder: string | undefined, given: Partial<EvaluateOptions>): string | null => {
  if (given.compare) {
    if (given.compare.length !== 2) return '--compare cần đúng hai tệp: trước và sau.'
    const clash = (['all', 'queries', 'typing', 'ask', 'limit', 'retrievalOnly', 'peers', 'save'] as const).some(
      (name) => given[name] !== undefined,
    )
    return folder !== undefined || clash ? '--compare chỉ đi với --json và --report.' : null
  }
  if (folder === undefined) return 'Thiếu thư mục có bộ câu hỏi.'
  if (given.all && given.queries) return '--queries chỉ dùng cho một bộ; với --all hãy dùng --typing hoặc --ask.'
  return !given.all && given.ask ? '--ask chỉ đi với --all; với một bộ hãy dùng --queries.' : null
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

const parseTypings = (value: string): readonly string[] =>
  value.split(',').map((name) => {
    if (/^[\p{L}\p{N}_-]+$/u.test(name.trim())) return name.trim()
    throw new UsageError('Giá trị của --typing phải là các tên cách nhau bằng dấu phẩy, ví dụ nodia,telex.')
  })

const parseAsk = (value: string, before: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> => {
  const [set, corpus, more] = value.split('=')
  if (!set || !corpus || more !== undefined)
    throw new UsageError('Giá trị của --ask phải viết là bộ=kho, ví dụ tu-choi=so-tay.')
  return new Map([...(before ?? []), [set, corpus]])
}
