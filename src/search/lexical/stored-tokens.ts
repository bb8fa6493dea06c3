/** Tokens, in memory or staying on the disk: of those only what is looked at closely is read, a page at a time. */
import type { LexicalIndex } from './lexical-index.ts'
import type { SectionFile } from './stored-postings.ts'

/** Tokens of a page: a passage lies in one or two. */
const PAGE = 1024
/** Pages that are kept, 4 KB each. */
const KEPT = 6144

type TokenReader = Pick<LexicalIndex, 'tokenAt' | 'copyTokens' | 'copyTitle'>
type Titles = Pick<LexicalIndex, 'titleFrom' | 'bodyFrom'>

export const tokensInMemory = (tokens: Uint32Array, { titleFrom, bodyFrom }: Titles): TokenReader => ({
  tokenAt: (position) => tokens[position]!,
  copyTokens: (from, to, into) => into.set(tokens.subarray(from, to)),
  copyTitle: (document, into) => into.set(tokens.subarray(titleFrom[document], bodyFrom[document])),
})

export const storedTokens = (file: SectionFile, titles: Titles): TokenReader => {
  const pages = new Map<number, Uint32Array>()
  let last = -1
  let page: Uint32Array = new Uint32Array(0)
  const open = (number: number): Uint32Array => {
    let found = pages.get(number)
    if (found) pages.delete(number)
    else {
      // the memory of the page that has to go takes the new one
      const oldest = pages.size < KEPT ? undefined : pages.keys().next().value!
      found = oldest === undefined ? new Uint32Array(PAGE) : pages.get(oldest)!
      if (oldest !== undefined) pages.delete(oldest)
      file.read(found.subarray(0, Math.min(PAGE, file.size / 4 - number * PAGE)), number * PAGE * 4)
    }
    pages.set(number, found)
    return found
  }
  const pageOf = (position: number): Uint32Array => {
    const number = Math.floor(position / PAGE)
    if (number !== last) {
      page = open(number)
      last = number
    }
    return page
  }
  return {
    copyTitle: titlesOf(file, titles),
    tokenAt: (position) => pageOf(position)[position % PAGE]!,
    copyTokens: (from, to, into) => {
      for (let at = from; at < to;) {
        const found = pageOf(at)
        const start = at % PAGE
        const end = Math.min(PAGE, start + to - at)
        for (let i = start; i < end; i++) into[at - from + i - start] = found[i]!
        at += end - start
      }
    },
  }
}

/** Titles are looked at with every passage, and short: each is kept once it was read. */
const titlesOf = (file: SectionFile, { titleFrom, bodyFrom }: Titles): TokenReader['copyTitle'] => {
  const documents = bodyFrom.length
  const starts = new Uint32Array(documents + 1)
  for (let d = 0; d < documents; d++) starts[d + 1] = starts[d]! + bodyFrom[d]! - titleFrom[d]!
  const kept = new Uint32Array(starts[documents]!)
  const isRead = new Uint8Array(documents)
  return (document, into) => {
    const title = kept.subarray(starts[document], starts[document + 1])
    if (isRead[document] === 0) {
      file.read(title, titleFrom[document]! * 4)
      isRead[document] = 1
    }
    into.set(title)
  }
}
