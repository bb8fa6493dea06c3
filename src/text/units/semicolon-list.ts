/** A long sentence that is a list in disguise: an introduction up to its colon, and parts that end in semicolons. */

const LONG = 220
const MEAN_PART = 40
const REFERENCE =
  /^\s*(?:và\s+)?(?:điều|khoản|điểm|chương|mục|tiết)?\s*(?:\d[\d, ]*|[a-zđ])(?:[\s,;.]|$)|^\s*(?:và\s+)?(?:điều|khoản|điểm|chương|mục)\s/iu

/**
 * Where the parts of a semicolon list start, offsets in `sentence`, ascending (answering-study §1, rule 5); empty when it is none.
 * `intro` says whether what stands before the first start introduces the others.
 */
export const semicolonParts = (sentence: string): { readonly starts: readonly number[]; readonly intro: boolean } => {
  const none = { starts: [], intro: false }
  if (sentence.length <= LONG) return none
  const first = sentence.indexOf(';')
  if (first < 0) return none
  const colon = sentence.slice(0, first).search(/:\s/)
  const body = colon < 0 ? 0 : colon + 1
  const parts = sentence
    .slice(body)
    .split(';')
    .filter((part) => /\p{L}/u.test(part))
  if (parts.length < 3 || (sentence.length - body) / parts.length < MEAN_PART) return none
  if (parts.slice(1).filter((part) => REFERENCE.test(part)).length > (parts.length - 1) / 2) return none
  const starts: number[] = colon < 0 ? [] : [visible(sentence, body)]
  for (let at = first; at >= 0; at = sentence.indexOf(';', at + 1)) {
    const next = visible(sentence, at + 1)
    if (next < sentence.length) starts.push(next)
  }
  return { starts, intro: colon >= 0 }
}

const visible = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /\s/.test(text[at]!)) at += 1
  return at
}
