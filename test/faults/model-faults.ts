/** What a model may do wrong while somebody waits for an answer, and what is to be recorded of it. */
import type { ChatReply, Fault, OpenAiServer } from '../support/openai-server.ts'
import { copyist, nearestUnit, says } from '../support/model-house.ts'

export interface ModelFaultCase {
  readonly name: string
  /** Sets it up; the server answers well until then. */
  readonly happens: (server: OpenAiServer) => void | Promise<void>
  /** What may stand in the record: one of these. */
  readonly why: readonly string[]
  /** Words of the model that must not reach the asker. */
  readonly mark?: string
}

const MARK = 'KHÔNG-ĐƯỢC-HIỆN'

const always =
  (fault: Fault) =>
  (server: OpenAiServer): void =>
    server.always('chat', fault)

const reply =
  (text: string | ((n: number) => ChatReply)) =>
  (server: OpenAiServer): void =>
    server.chat((call) => {
      const unit = nearestUnit(call)
      return typeof text === 'string' ? { text } : text(unit?.n ?? 1)
    })

export const modelFaults: readonly ModelFaultCase[] = [
  { name: 'never answers', happens: always({ kind: 'silence' }), why: ['stalled'] },
  { name: 'headers, then silence', happens: always({ kind: 'stall', after: 0 }), why: ['stalled'] },
  { name: 'stalls in the stream', happens: always({ kind: 'stall', after: 3 }), why: ['stalled'] },
  { name: 'first byte after ten minutes', happens: always({ kind: 'slow', ms: 600_000 }), why: ['stalled'] },
  { name: 'pings and never a word', happens: always({ kind: 'pings', everyMs: 50 }), why: ['stalled', 'timeout'] },
  { name: '429, retry-after 3600', happens: always({ status: 429, retryAfter: 3600 }), why: ['rate_limited'] },
  { name: '429', happens: always({ status: 429 }), why: ['rate_limited'] },
  { name: '500', happens: always({ status: 500, body: MARK }), why: ['server_error'] },
  { name: '503', happens: always({ status: 503 }), why: ['server_error'] },
  { name: '401', happens: always({ status: 401 }), why: ['unauthorised'] },
  { name: '400', happens: always({ status: 400 }), why: ['bad_request'] },
  { name: 'connection refused', happens: (server) => server.down(), why: ['unreachable'] },
  { name: 'reset before the headers', happens: always({ kind: 'reset' }), why: ['unreachable', 'cut'] },
  { name: 'reset in the stream', happens: always({ kind: 'reset', after: 3 }), why: ['cut'] },
  { name: 'stream cut, no finish_reason', happens: always({ kind: 'eof', after: 4 }), why: ['cut'] },
  {
    name: 'half a line of JSON, then the end',
    happens: always({ kind: 'half-json', after: 3 }),
    why: ['bad_reply', 'cut'],
  },
  { name: 'finish_reason length', happens: always({ kind: 'finish', finish: 'length' }), why: ['cut'] },
  {
    name: 'finish_reason content_filter',
    happens: always({ kind: 'finish', finish: 'content_filter' }),
    why: ['filtered'],
  },
  { name: '200 with a web page', happens: always({ kind: 'html' }), why: ['bad_reply'] },
  { name: '200 with an empty body', happens: always({ kind: 'empty-body' }), why: ['bad_reply'] },
  { name: '200 with broken JSON', happens: always({ kind: 'broken-json' }), why: ['bad_reply'] },
  {
    name: '200 with an error inside',
    happens: always({ kind: 'error-inside', message: MARK }),
    why: ['bad_reply'],
    mark: MARK,
  },
  { name: '200 with another JSON', happens: always({ kind: 'wrong-shape' }), why: ['bad_reply'] },
  { name: 'no choices', happens: always({ kind: 'no-choices' }), why: ['bad_reply'] },
  { name: 'content null', happens: always({ kind: 'content', content: null }), why: ['empty'] },
  { name: 'content of blanks', happens: always({ kind: 'content', content: ' \n ' }), why: ['empty'] },
  { name: 'refusal field', happens: always({ kind: 'refusal', text: MARK }), why: ['filtered'], mark: MARK },
  { name: 'endless output', happens: always({ kind: 'endless', text: `${MARK} ` }), why: ['endless'], mark: MARK },
  {
    name: 'refusal in words',
    happens: reply(`Xin lỗi, tôi không thể giúp việc này. ${MARK}`),
    why: ['unreadable'],
    mark: MARK,
  },
  {
    name: 'broken JSON as content',
    happens: reply(`{"completeness": "complete", "statements": [{"text": "${MARK}`),
    why: ['unreadable'],
    mark: MARK,
  },
  { name: 'a JSON of another shape', happens: reply(`{"answer": "${MARK}"}`), why: ['unreadable'], mark: MARK },
  {
    name: 'wrong language',
    happens: reply((n) => says([{ text: `The branch meets once every month ${MARK}.`, sources: [n] }])),
    why: ['rejected'],
    mark: MARK,
  },
  {
    name: 'a lie',
    happens: reply((n) => says([{ text: 'Chi bộ sinh hoạt định kỳ mỗi tháng chín lần.', sources: [n] }])),
    why: ['rejected'],
    mark: 'chín lần',
  },
  {
    name: 'no citation',
    happens: reply(() => says([{ text: 'Chi bộ sinh hoạt định kỳ mỗi tháng một lần.', sources: [] }])),
    why: ['rejected'],
  },
  {
    name: 'a link of its own',
    happens: reply((n) =>
      says([{ text: 'Chi bộ sinh hoạt định kỳ mỗi tháng một lần, xem tại chi-bo.example.', sources: [n] }]),
    ),
    why: ['rejected'],
    mark: 'chi-bo.example',
  },
]

/** Well again. */
export const recover = async (server: OpenAiServer): Promise<void> => {
  await server.up()
  server.reset()
  server.chat(copyist)
}
