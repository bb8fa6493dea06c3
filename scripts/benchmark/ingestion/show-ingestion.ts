/** What ingestion takes, as tables. */
import { aligned, type Cells } from '../../evaluate/table.ts'
import type { FormatTimes } from './time-formats.ts'
import type { IngestionTimes } from './time-ingestion.ts'

export const asIngestionTable = (times: readonly IngestionTimes[]): string => {
  const row = (name: string, of: (one: IngestionTimes) => string): Cells => [name, ...times.map(of)]
  const table = aligned(
    [
      row('đoạn', ({ passages }) => whole(passages)),
      row('tệp', ({ files }) => whole(files)),
      row('lần đầu, s', ({ firstSeconds }) => firstSeconds.toFixed(1)),
      row('lần đầu, đoạn/s', ({ passagesPerSecond }) => whole(passagesPerSecond)),
      row('không gì đổi, s', ({ unchangedSeconds }) => unchangedSeconds.toFixed(1)),
      row('đổi một tệp, s', ({ oneChangedSeconds }) => oneChangedSeconds.toFixed(1)),
      row('mở chỉ mục, ms', ({ loadMs }) => whole(loadMs)),
      row('RAM: nạp + đọc, MB', ({ peakMb }) => `${whole(peakMb.own)} + ${whole(peakMb.readers)}`),
      row('MiniSearch, s', ({ peers }) => (peers ? peers.MiniSearch.toFixed(1) : '–')),
      row('SQLite FTS5, s', ({ peers }) => (peers ? peers.FTS5.toFixed(1) : '–')),
    ],
    WIDEST,
  )
  return `Nạp tệp văn bản bằng npm run ingest, từ lúc gọi đến lúc xong\n(MiniSearch, FTS5: chỉ lập chỉ mục trong bộ nhớ)\n${table}`
}

/** Of a first cell. */
const WIDEST = 24

export const asFormatTable = (times: readonly FormatTimes[]): string => {
  const rows = times.map(({ format, files, pages, pagesPerSecond, passagesPerSecond }) => [
    format,
    whole(files),
    whole(pages),
    whole(pagesPerSecond),
    whole(passagesPerSecond),
  ])
  const table = aligned([['định dạng', 'tệp', 'trang', 'trang/s', 'đoạn/s'], ...rows])
  return `Đọc tệp thật, mỗi tệp nhiều lần (Word, Markdown: 2.500 ký tự tính là một trang)\n${table}`
}

const whole = (value: number): string => String(Math.round(value))
