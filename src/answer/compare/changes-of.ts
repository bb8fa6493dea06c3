/** What changed, as a reader is told it: one entry for a part that is new or gone, one for each clause that changed, with how telling it is. */
import { fold } from '../../text/vietnamese.ts'
import type { ComparedDocuments } from './compare-documents.ts'
import type { PartPair, PiecePair, Run } from './comparison.ts'

export interface Change {
  readonly kind: 'changed' | 'new' | 'gone' | 'split' | 'merged' | 'here' | 'away'
  readonly part: PartPair
  /** Null where the part is told of as a whole. */
  readonly piece: PiecePair | null
  /** More tells more. */
  readonly worth: number
}

/** In the order of the comparison; not of the frame, not of what is only renumbered. */
export const changesOf = ({ parts, older, newer, olderText, newerText }: ComparedDocuments): readonly Change[] =>
  parts.flatMap((part): readonly Change[] => {
    const own = (part.new ?? part.old)!
    if (own.isFrame || part.kind === 'same') return []
    const usual = USUAL.test(fold(own.name).toLowerCase()) ? USUAL_LESS : 0
    const isPress = older.meta.kind === 'article' || newer.meta.kind === 'article'
    if (part.kind !== 'changed') return [{ kind: part.kind, part, piece: null, worth: (isPress ? 1 : WHOLE) - usual }]
    return part.pieces.flatMap((piece): readonly Change[] => {
      if (piece.kind === 'same' || isHeadLine(piece, part)) return []
      const words = piece.new ? newerText.slice(piece.new.start, piece.new.end) : olderText.slice(piece.old!.start, piece.old!.end) // prettier-ignore
      return [{ kind: piece.kind, part, piece, worth: worthOf(piece, words) - usual }]
    })
  })

const WHOLE = 4
/** Parts that change with every version: they say when it begins and who carries it out. */
const USUAL = /hieu luc|thi hanh|to chuc thuc hien|dieu khoan thi|trach nhiem thi/
const USUAL_LESS = 3
// what a rule turns on: whether, how much, at most
const TURNS =
  /(?<!\p{L})(?:không|chưa|phải|cấm|được|tối đa|tối thiểu|ít nhất|nhiều nhất|trở lên|trở xuống|chỉ|trừ|bắt buộc)(?!\p{L})/iu

/** The line that names a part; its words are told with the part's name. */
const isHeadLine = (piece: PiecePair, { old, new: own }: PartPair): boolean =>
  own !== null && own.pieces.length > 1 && old !== null && own.label !== null && (piece.new === own.pieces[0] || piece.old === old.pieces[0]) // prettier-ignore

const worthOf = ({ kind, runs }: PiecePair, words: string): number => {
  if (kind === 'here' || kind === 'away') return kind === 'here' ? 0.5 : 0.25
  if (kind !== 'changed') return 1.5 + (/\d/.test(words) ? 1 : 0) + (TURNS.test(words) ? 0.5 : 0)
  const differing = runs.filter((run) => run.kind !== 'same')
  const said = differing.map((run) => (run.old ?? run.new).text).join(' ')
  const isPrecise = differing.length <= 4 ? 0.5 : 0
  return 1 + (hasFigure(runs) ? 2.5 : /\d/.test(said) ? 1 : 0) + (TURNS.test(said) ? 1 : 0) + isPrecise
}

/** A figure on either side of one place: `60 phút` → `90 phút`. */
const hasFigure = (runs: readonly Run[]): boolean =>
  runs.some((run, i) => {
    const next = runs[i + 1]
    return run.kind === 'gone' && next?.kind === 'new' && /\d/.test(run.old.text) && /\d/.test(next.new.text)
  })
