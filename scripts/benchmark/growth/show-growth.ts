/** What growing costs, as a table with the ratios first, and as charts. */
import { drawLines, type Axis, type Line } from '../draw-lines.ts'
import { aligned, type Cells } from '../../evaluate/table.ts'
import { PEERS, type Grown } from './time-growth.ts'

export const asGrowthTable = (grown: readonly Grown[]): string => {
  const row = (name: string, of: (one: Grown) => string): Cells => [name, ...grown.map(of)]
  const peer = (name: (typeof PEERS)[number]) =>
    row(`${PEER_NAMES[name]} p50/p95`, ({ peers }) => {
      const slower = peers.find((one) => one.name === name)?.slower
      return slower ? `×${ratio(slower.p50)} / ×${ratio(slower.p95)}` : 'không chạy nổi'
    })
  const pair = ({ p50, p95 }: Grown['answerMs']): string => `${p50.toFixed(2)} / ${p95.toFixed(2)}`
  const table = aligned(
    [
      row('đoạn', ({ passages }) => passages.toLocaleString('vi-VN')),
      ...PEERS.map(peer),
      row('tìm p50/p95 ms', ({ retrievalMs }) => pair(retrievalMs)),
      row('trả lời p50/p95 ms', ({ answerMs }) => pair(answerMs)),
      row('bộ nhớ MB', ({ rss }) => megabytes(rss)),
      row('mở chỉ mục ms', ({ loadMs }) => loadMs.toFixed(0)),
      row('câu đầu tiên ms', ({ firstAnswerMs }) => firstAnswerMs.toFixed(0)),
      row('chỉ mục trên đĩa MB', ({ snapshotBytes }) => megabytes(snapshotBytes)),
    ],
    WIDEST,
  )
  return `Thư viện lớn dần; × là số lần chậm hơn ta khi tìm, mỗi bên một tiến trình riêng\n${table}`
}

/** Of a first cell. */
const WIDEST = 24
const PEER_NAMES = { MiniSearch: 'MiniSearch', FTS5: 'SQLite FTS5', vectors: 'quét hết vectơ' } as const
const PASSAGES: Axis = { label: 'số đoạn trong thư viện', scale: 'log' }

/** By file name. */
export const growthCharts = (grown: readonly Grown[]): ReadonlyMap<string, string> => {
  const line = (name: string, of: (one: Grown) => number | null | undefined): Line => ({
    name,
    points: grown.flatMap((one) => {
      const y = of(one)
      return y === null || y === undefined ? [] : [{ x: one.passages, y }]
    }),
  })
  const peers = PEERS.map((name) =>
    line(PEER_NAMES[name], ({ peers: all }) => all.find((peer) => peer.name === name)?.ms?.p95),
  )
  const time = drawLines({
    title: 'Thời gian cho một câu hỏi khi thư viện lớn dần',
    subtitle: 'phân vị 95; câu hỏi thật, đoạn ghép từ câu thật; đường ngừng ở cỡ mà bên đó không chạy nổi',
    x: PASSAGES,
    y: { label: 'mili giây', scale: 'log' },
    lines: [
      line('trả lời trọn vẹn', (one) => one.answerMs.p95),
      line('chỉ tìm', (one) => one.retrievalMs.p95),
      ...peers,
    ],
  })
  const memory = drawLines({
    title: 'Bộ nhớ và đĩa khi thư viện lớn dần',
    subtitle: 'tiến trình chỉ phục vụ câu hỏi; văn bản và danh sách từ đọc từ đĩa',
    x: PASSAGES,
    y: { label: 'MB', scale: 'log' },
    lines: [
      line('bộ nhớ', (one) => one.rss / 1e6),
      line('chỉ mục trên đĩa', (one) => one.snapshotBytes / 1e6),
      ...PEERS.slice(0, 2).map((name) =>
        line(`${PEER_NAMES[name]}, bộ nhớ`, ({ peers: all }) => {
          const rss = all.find((peer) => peer.name === name)?.rss
          return rss === null || rss === undefined ? null : rss / 1e6
        }),
      ),
    ],
  })
  const start = drawLines({
    title: 'Mở chỉ mục và câu trả lời đầu tiên khi thư viện lớn dần',
    subtitle: 'mở: kiểm tra mọi tệp rồi đọc; câu đầu: từ lúc chạy node src/main.ts',
    x: PASSAGES,
    y: { label: 'mili giây', scale: 'log' },
    lines: [line('mở chỉ mục', (one) => one.loadMs), line('câu trả lời đầu tiên', (one) => one.firstAnswerMs)],
  })
  return new Map([
    ['growth-time.svg', time],
    ['growth-memory.svg', memory],
    ['growth-start.svg', start],
  ])
}

const ratio = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
