import { decodeLegacy, detectLegacy, encodingOfFont, type LegacyEncoding } from '../../text/legacy/legacy.ts'

/** A stretch of text in one font; the font's name where the format tells it. */
export interface Run {
  readonly text: string
  readonly font?: string
}

export interface RunDecoder {
  /** The runs of one paragraph as Unicode text. */
  decode(runs: readonly Run[]): string
  /** Whether anything was decoded so far. */
  used(): boolean
}

/**
 * Decodes legacy fonts paragraph by paragraph. All the text of a file in one font says what that font's short texts are,
 * so a lone `LuËt` is decoded in a TCVN3 file, and a Unicode file whose font is merely called .VnTime is left alone.
 */
export const createRunDecoder = (all: Iterable<Run>): RunDecoder => {
  const byFont = new Map<string, string[]>()
  for (const { text, font = '' } of all) {
    const texts = byFont.get(font)
    if (texts === undefined) byFont.set(font, [text])
    else texts.push(text)
  }
  const verdicts = new Map<string, LegacyEncoding | null>()
  for (const [font, texts] of byFont) {
    // without a legacy name only what the paragraph itself shows counts: its neighbours are mostly Unicode
    verdicts.set(font, encodingOfFont(font) === null ? null : detectLegacy(texts.join(' ').slice(0, 500_000)))
  }
  let used = false
  return {
    decode: (runs) => {
      const own = detectLegacy(runs.map((run) => run.text).join(''))
      const text = joinByFont(runs)
        .map(({ text, font }) => {
          const around = verdicts.get(font ?? '') ?? own
          return decodeLegacy(text, { around, ...(font === undefined ? {} : { font }) })
        })
        .join('')
      used ||= own !== null
      return text
    },
    used: () => used,
  }
}

/** Neighbours of one font joined: a word split over runs must not be judged in halves. */
const joinByFont = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && last.font === run.font)
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
