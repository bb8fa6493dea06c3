/** Who may know of an answer: the highest level of the documents that it rests on or names. */
import { LEVELS, type Level } from '../access.ts'
import type { Library } from '../search/search-index.ts'

/** Nothing for the public level, which is what an answer without a level has. */
export const levelOf = (documentIds: readonly string[], library: Library | null): { readonly level?: Level } => {
  const levels = documentIds.map((id) => LEVELS.indexOf(library?.card(id)?.level ?? 'public'))
  const highest = LEVELS[Math.max(0, ...levels)]!
  return highest === 'public' ? {} : { level: highest }
}
