/** What ingestion takes, as tables. */
import type { FormatTimes } from './time-formats.ts'
import type { IngestionTimes } from './time-ingestion.ts'

export const asIngestionTable = (times: readonly IngestionTimes[]): string => {
  const rows = times.map((row) => [
    whole(row.passages),
    whole(row.files),
    row.firstSeconds.toFixed(1),
    whole(row.passagesPerSecond),
    row.unchangedSeconds.toFixed(1),
    row.oneChangedSeconds.toFixed(1),
    whole(row.loadMs),
    `${whole(row.peakMb.own)} + ${whole(row.peakMb.readers)}`,
    row.peers ? row.peers.MiniSearch.toFixed(1) : '–',
    row.peers ? row.peers.FTS5.toFixed(1) : '–',
  ])
  const head = [
    'đoạn',
    'tệp',
    'lần đầu s',
    'đoạn/s',
    'không đổi s',
    'đổi một tệp s',
    'mở ms',
    'RAM MB: nạp + đọc',
    'MiniSearch s',
    'FTS5 s',
  ]
  return `Nạp tệp văn bản bằng npm run ingest, từ lúc gọi đến lúc xong (MiniSearch, FTS5: chỉ lập chỉ mục trong bộ nhớ)\n${inColumns([head, ...rows])}\n`
}

export const asFormatTable = (times: readonly FormatTimes[]): string => {
  const rows = times.map(({ format, files, pages, pagesPerSecond, passagesPerSecond }) => [
    format,
    whole(files),
    whole(pages),
    whole(pagesPerSecond),
    whole(passagesPerSecond),
  ])
  return `Đọc tệp thật, mỗi tệp nhiều lần (Word, Markdown: 2.500 ký tự tính là một trang)\n${inColumns([['định dạng', 'tệp', 'trang', 'trang/s', 'đoạn/s'], ...rows])}\n`
}

const whole = (value: number): string => String(Math.round(value))

const inColumns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i]!)).join('  ')).join('\n')
}
