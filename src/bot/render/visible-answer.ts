/** What of an answer is read at a glance: whole quotes, each under the name of whose words it gives, and no more than fits a look. */

export interface VisibleAnswer {
  readonly text: string
  /** Whether something of the answer stands only among the sources. */
  readonly isCut: boolean
}

/** Characters before the sources (telegram.md §5: 600 to 900). */
const VISIBLE = 900

export const visibleAnswer = (text: string): VisibleAnswer => {
  const entries = text.trim().split(/(?<=\[\d+\])\n+/)
  const shown: string[] = []
  let length = 0
  for (const entry of entries) {
    const spaced = underItsSource(entry)
    if (length > 0 && length + spaced.length > VISIBLE) break
    shown.push(spaced.length > VISIBLE ? cutEntry(spaced) : spaced)
    length += spaced.length + 2
  }
  return {
    text: shown.join('\n\n'),
    isCut: shown.length < entries.length || underItsSource(entries[0]!).length > VISIBLE,
  }
}

/** `Theo …: “…”`, `Cán bộ trả lời …: “…”` with the quote on a line of its own, so that the eye finds it. */
const underItsSource = (entry: string): string =>
  entry.replace(/^((?:Theo|Cán bộ trả lời) ?(?:“[^”]*”|[^“"\n])*:) (?=[“"])/u, '$1\n')

/** A quote longer than a look: up to a line or sentence, with the sign that it goes on. */
const cutEntry = (entry: string): string => {
  const end = /([”"]?) (\[\d+\])$/u.exec(entry)
  const head = entry.slice(0, VISIBLE - 20)
  const line = head.lastIndexOf('\n')
  const sentence = head.search(/(?<=\p{L}[”"')\]]*[.!?;])\s(?!.*\p{L}[”"')\]]*[.!?;]\s)/su)
  const at = [line, sentence, head.lastIndexOf(' ')].find((end) => end > VISIBLE / 2) ?? head.length
  const kept = head.slice(0, at)
  return `${kept
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()} …${end ? `${end[1]} ${end[2]}` : ''}`
}
