/** Words of an asker as they may leave the house. */
import { maskPersonalData } from './personal-data.ts'
import { withoutPersonalData } from './without-personal-data.ts'

/** Without numbers of papers, phones and accounts, and without the words that only bring them up; masked ones stay masked. */
export const outward = (text: string): string => {
  const masked = maskPersonalData(text).text
  return withoutPersonalData(masked).text || masked
}
