/** Whether the names of a question stand whole in a text: "Ban Thường vụ Tỉnh ủy" is not "Ban Bí thư … thường vụ". */
import type { Mark, QuestionMarks } from './query/question-marks.ts'

type Stretch = readonly [from: number, to: number]

/** A reader for many texts, each given by stretches of token positions; `markAt` tells what a token means for the question. */
export const createNameReader = (
  { names, nameAt }: QuestionMarks,
  markAt: (position: number) => Mark | undefined,
): ((stretches: readonly Stretch[]) => number) => {
  const all = names.reduce((sum, { worth }) => sum + worth, 0)
  if (all === 0) return () => 0
  const isMet = new Uint8Array(names.length)
  // how many syllables of each name stand right before the token, and up to it
  let before = new Uint8Array(names.length)
  let here = new Uint8Array(names.length)
  return (stretches) => {
    isMet.fill(0)
    for (const [from, to] of stretches) {
      before.fill(0)
      for (let at = from; at < to; at++) {
        here.fill(0)
        for (const { syllable } of markAt(at)?.readings ?? []) {
          const known = nameAt[syllable]
          if (!known || before[known.name] !== known.place) continue
          here[known.name] = known.place + 1
          if (known.place + 1 === names[known.name]!.length) isMet[known.name] = 1
        }
        ;[before, here] = [here, before]
      }
    }
    return names.reduce((sum, { worth }, name) => sum + (isMet[name] ? worth : 0), 0) / all
  }
}
