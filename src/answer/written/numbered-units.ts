/** What a model may read and cite: the sentences and list items of the found passages, each under a number of its own. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import { sectionAt } from '../../documents/structure/section-at.ts'
import type { Library } from '../../search/search-index.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import type { Candidate } from '../quotes/unit-features.ts'
import { sourceLine } from '../source-line.ts'

/** A unit under the number by which the model cites it. */
export interface NumberedUnit {
  readonly n: number
  readonly unit: Candidate
  /** Headings, introductions and the source line: what the unit says is said under them. */
  readonly above: readonly string[]
}

/** A passage as it is shown: where it stands, and its units in order. */
export interface NumberedPassage {
  readonly source: string
  readonly units: readonly NumberedUnit[]
}

/** `candidates`: passage by passage, in the order of the text. A sentence that gives orders to a machine is left out. */
export const numberUnits = (candidates: readonly Candidate[], library: Library): readonly NumberedPassage[] => {
  let n = 0
  const passages = new Map<ScoredPassage, Candidate[]>()
  for (const unit of candidates) passages.set(unit.passage, [...(passages.get(unit.passage) ?? []), unit])
  return [...passages].map(([passage, units]) => {
    const source = sourceOfPassage(passage, library)
    const byIndex = new Map(units.map((unit) => [unit.index, unit]))
    return {
      source,
      units: units
        .filter(({ text }) => !ordersMachine(text))
        .map((unit) => ({
          n: ++n,
          unit,
          above: [source, passage.card.meta.title, ...passage.passage.path, ...introductions(unit, byIndex)],
        })),
    }
  })
}

const sourceOfPassage = ({ card, passage }: ScoredPassage, library: Library): string => {
  const content = library.content(card.id)
  const section = content ? sectionAt(content, passage.start, passage.end).section : null
  return sourceLine({ ...card.meta, section })
}

/** The lines of the passage that a unit stands under, nearest last. */
const introductions = (unit: Candidate, byIndex: ReadonlyMap<number, Candidate>): readonly string[] => {
  const lines: string[] = []
  for (let at = byIndex.get(unit.parent); at; at = byIndex.get(at.parent)) lines.unshift(oneLine(at.text))
  return lines
}
