/** A long text in pieces that fit into a message, cut between paragraphs where there is one to cut at. Nothing is lost but blank lines. */

/** Room for a heading line above it; a message takes 4096 UTF-16 units (telegram.md §1), parts are to stay below 3,500 (issue). */
const PIECE = 3000

export const piecesOf = (text: string, limit = PIECE): readonly string[] => {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const at = cutIn(rest, limit)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** Behind the last paragraph, line, sentence or word that ends in the second half; in the middle of a word only where there is none. */
const cutIn = (text: string, limit: number): number => {
  for (const end of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(end, limit - end.length)
    if (at >= limit / 2) return at + end.length
  }
  // never between the halves of a surrogate pair
  return /[\uD800-\uDBFF]/.test(text[limit - 1]!) ? limit - 1 : limit
}
