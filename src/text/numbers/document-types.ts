/** The types of numbered documents by their names and symbols, as they are written and as people type them. */

/** Kinds of numbered documents; each is a `DocumentKind`. */
export type NumberedKind =
  | 'resolution'
  | 'regulation'
  | 'decision'
  | 'directive'
  | 'conclusion'
  | 'rules'
  | 'guidance'
  | 'plan'
  | 'programme'
  | 'scheme'
  | 'notice'
  | 'report'
  | 'letter'
  | 'law'

/** Full names; `quy định` may also be typed `qui định`. */
export const NAMES: readonly (readonly [string, readonly NumberedKind[]])[] = [
  ['nghị quyết', ['resolution']],
  ['chỉ thị', ['directive']],
  ['kết luận', ['conclusion']],
  ['quy định', ['regulation']],
  ['quyết định', ['decision']],
  ['quy chế', ['rules']],
  ['hướng dẫn', ['guidance']],
  ['kế hoạch', ['plan']],
  ['đề án', ['scheme']],
  ['chương trình hành động', ['programme']],
  ['chương trình', ['programme']],
  ['thông tri', ['notice']],
  ['thông báo', ['notice']],
  ['báo cáo', ['report']],
  ['công văn', ['letter']],
  ['tờ trình', ['letter']],
  ['nghị định', ['law']],
  ['thông tư', ['law']],
  ['luật', ['law']],
]
/** Abbreviations as people type them; `đa` only with its đ (`da` is đã), `tt` is thông tư or thông tri. */
export const SHORT: readonly (readonly [string, readonly NumberedKind[]])[] = [
  ['nq', ['resolution']],
  ['ctr', ['programme']],
  ['ct', ['directive', 'programme']],
  ['kl', ['conclusion']],
  ['qđi', ['regulation']],
  ['qđ', ['regulation', 'decision']],
  ['qd', ['regulation', 'decision']],
  ['qc', ['rules']],
  ['hd', ['guidance']],
  ['kh', ['plan']],
  ['đa', ['scheme']],
  ['tb', ['notice']],
  ['cv', ['letter']],
  ['ttr', ['letter']],
  ['tt', ['law', 'notice']],
  ['nđ', ['law']],
  ['nd', ['law']],
]
const SYMBOLS: Readonly<Record<string, readonly NumberedKind[]>> = {
  ...Object.fromEntries(SHORT.map(([name, kinds]) => [name.replaceAll('đ', 'd'), kinds])),
  nqlt: ['resolution'],
  qdns: ['decision'],
  qyd: ['regulation'],
  da: ['scheme'],
  bc: ['report'],
  ttlt: ['law'],
  tbkl: ['notice'],
}

/** The kinds that a folded symbol stands for, likeliest first: `qd` → regulation, decision; empty if unknown. */
export const kindsOfSymbol = (symbol: string): readonly NumberedKind[] => SYMBOLS[symbol] ?? []
