/** The comparison as a table, what matters first: ratios, then quality, then the bare times of this machine. */
import { aligned } from '../evaluate/table.ts'
import type { Compared } from './compare-retrieval.ts'
import type { FilteredTimes } from './vectors/time-filtered-vectors.ts'

export const asTable = (compared: readonly Compared[], documents: number): string => {
  const rows = compared.map(({ name, slower, ms, recall1, ndcg10, buildSeconds }) => [
    name,
    `×${slower.p50.toFixed(1)}`,
    `×${slower.p95.toFixed(1)}`,
    share(recall1),
    share(ndcg10),
    ms.p50.toFixed(2),
    ms.p95.toFixed(2),
    buildSeconds.toFixed(1),
  ])
  const head = ['', 'p50', 'p95', 'R@1', 'nDCG@10', 'p50 ms', 'p95 ms', 'lập chỉ mục s']
  return `${documents} tài liệu; × là số lần chậm hơn dòng đầu\n${aligned([head, ...rows])}`
}

export const asVectorLines = ({ vectors, dimensions, buildSeconds, rows }: FilteredTimes): string => {
  const table = rows.map((row) => [
    `${Math.round(row.share * 100)} %`,
    row.spread === 'scattered' ? 'rải rác' : 'theo chủ đề',
    share(row.recall10),
    row.searchMs.p50.toFixed(1),
    row.searchMs.p95.toFixed(1),
    row.scanMs.p50.toFixed(1),
    row.scanMs.p95.toFixed(1),
  ])
  const columns = ['được đọc', 'nằm', 'recall@10', 'p50 ms', 'p95 ms', 'quét hết p50', 'p95']
  const head = `Tìm theo nghĩa dưới quyền đọc: ${vectors} vectơ, ${dimensions} chiều, dựng đồ thị ${buildSeconds.toFixed(0)} s`
  return `${head}\n${aligned([columns, ...table])}`
}

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3))
