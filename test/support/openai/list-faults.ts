/** Faults that lists of vectors and lists of scores share. */
import type { Fault } from './faults.ts'

export const duplicated = <Item extends { readonly index: number }>(
  items: readonly Item[],
  fault: Fault | null,
): readonly Item[] => {
  if (fault?.kind === 'duplicate-index') return items.map((item) => ({ ...item, index: items[0]!.index }))
  if (fault?.kind !== 'index-out-of-range') return items
  return items.map((item, at) => (at === 0 ? { ...item, index: fault.index ?? items.length } : item))
}

const MARK = '«NaN»'

/** What stands for NaN until the JSON is written. */
export const nanOf = (fault: Extract<Fault, { kind: 'nan' }>): string | null => (fault.literal === true ? MARK : null)

/** As Python's json writes it. */
export const withNaN = (json: string): string => json.replaceAll(`"${MARK}"`, 'NaN')
