/** Who we are, for whoever reads the logs of a server: our name and how to reach the office. */
import { fold } from '../../text/vietnamese.ts'
import { ROBOT_NAME } from './manners.ts'

const LONGEST = 150

/** A header holds no diacritics and no line breaks, and a comment in it no brackets. */
export const userAgentOf = (contact: string | null): string => {
  const plain = fold(contact ?? '')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/[()\\<>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  return `${ROBOT_NAME}/1.0 (${plain === '' ? 'document library' : `contact: ${plain}`})`
}
