/** What stands behind /sosanh: two numbers, one number, or words of titles, in whatever way people set them apart. */
import {
  cardsNumbered,
  pairOfSides,
  sidesNamed,
  type PairAsked,
  type Side,
} from '../../../answer/compare/which-pair.ts'
import type { Library } from '../../../search/search-index.ts'
import { comparisonMessages } from '../../../text/messages/comparison-messages.ts'
import { oneLine } from '../../../text/vietnamese.ts'
import { searchDocuments } from '../documents/search-documents.ts'

const LONGEST = 300
/** `27 12 05` */
const THREE = /^(?:\d{1,5}[\s,;]+){2,}\d{1,5}$/
const BETWEEN = /\s+(?:so với|so voi|và|va|với|voi|vs\.?|-|–|\|)\s+|\s*[,;\n]\s*/iu

export const askedPair = async (typed: string, library: Library): Promise<PairAsked> => {
  const words = typed.slice(0, LONGEST).trim()
  if (THREE.test(words)) return { kind: 'none', sentence: comparisonMessages.onlyTwo, near: [] }
  const named = sidesNamed(oneLine(words), library)
  if (named.length > 1) return pairOfSides(named, words, library)
  const sides = (
    await Promise.all(
      apart(words)
        .slice(0, 2)
        .map((part) => sideOf(oneLine(part), library)),
    )
  ).flat()
  return pairOfSides(sides.length > 0 ? sides : named, words, library)
}

/** `27 12`, `quy định 27 12`, `27-QĐ/ĐUK và 12`: at the words that join, else before the last number, else before the second word. */
const apart = (words: string): readonly string[] => {
  const parts = words.split(BETWEEN).filter((part) => part.trim() !== '')
  if (parts.length > 1) return parts
  const last = /^(.*\d\S*)\s+(?:số\s+|so\s+)?(\d\S*)$/iu.exec(words)
  return last ? [last[1]!, last[2]!] : parts
}

const sideOf = async (words: string, library: Library): Promise<readonly Side[]> => {
  const [named] = sidesNamed(words, library)
  if (named) return [named]
  if (/^\d{1,5}$/.test(words)) return [{ name: words, cards: cardsNumbered(words, library) }]
  const found = await searchDocuments(words, library, async () => [])
  return [{ name: words, cards: found?.cards ?? [] }]
}
