/** Tokens that stay on the disk: only those of the passages that are looked at closely are read, a page at a time. */
import type { SectionFile } from './stored-postings.ts'

/** Tokens of a page: a passage lies in one or two. */
const PAGE = 1024
/** Pages that are kept, 4 KB each. */
const KEPT = 2048

/** The token at a position. */
export const storedTokens = (file: SectionFile): ((position: number) => number) => {
  const pages = new Map<number, Uint32Array>()
  let last = -1
  let page: Uint32Array = new Uint32Array(0)
  const open = (number: number): Uint32Array => {
    let found = pages.get(number)
    if (found) pages.delete(number)
    else {
      found = new Uint32Array(Math.min(PAGE, file.size / 4 - number * PAGE))
      file.read(found, number * PAGE * 4)
      if (pages.size === KEPT) pages.delete(pages.keys().next().value!)
    }
    pages.set(number, found)
    return found
  }
  return (position) => {
    const number = Math.floor(position / PAGE)
    if (number !== last) {
      page = open(number)
      last = number
    }
    return page[position - number * PAGE]!
  }
}
