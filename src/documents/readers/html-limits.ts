import { Parser } from 'htmlparser2'
import { refuse } from './refuse.ts'

// far above any page that a person or a portal made; 1 MB of nested <div> held a parser for more than 90 s (reliability §0.7)
const MAX_DEPTH = 512
const MAX_TAGS = 300_000
const MAX_ATTRIBUTES = 300_000
const MAX_ATTRIBUTES_OF_ONE = 500

/** Walks the markup once without building anything and refuses what would choke the tree builder. */
export const checkHtmlLimits = (markup: string): void => {
  let depth = 0
  let tags = 0
  let attributes = 0
  let ofOne = 0
  const parser = new Parser({
    onopentagname: () => {
      ofOne = 0
      tags++
      depth++
      if (depth > MAX_DEPTH) refuse('too_complex', `quá ${MAX_DEPTH} tầng thẻ lồng nhau`)
      if (tags > MAX_TAGS) refuse('too_complex', `quá ${MAX_TAGS} thẻ`)
    },
    onattribute: () => {
      attributes++
      ofOne++
      if (attributes > MAX_ATTRIBUTES || ofOne > MAX_ATTRIBUTES_OF_ONE) refuse('too_complex', 'quá nhiều thuộc tính')
    },
    onclosetag: () => {
      depth--
    },
  })
  // in pieces, so that a bomb is refused at its beginning
  for (let at = 0; at < markup.length; at += 65_536) parser.write(markup.slice(at, at + 65_536))
  parser.end()
}
