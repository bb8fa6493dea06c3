/** Whether the names of a question stand whole in a text: "Ban Thường vụ Tỉnh ủy" is not "Ban Bí thư … thường vụ". */
import type { MarkedText } from './marked-text.ts'
import type { QuestionMarks } from './query/question-marks.ts'

/** A reader for many texts, each given by its parts. */
export const createNameReader = ({
  names,
  nameAt,
  byId,
}: QuestionMarks): ((parts: readonly MarkedText[]) => number) => {
  const all = names.reduce((sum, { worth }) => sum + worth, 0)
  if (all === 0) return () => 0
  // for each mark where in which name it may stand
  const spots = [...byId.values()].map(({ readings }) => readings.flatMap(({ syllable }) => nameAt[syllable] ?? []))
  const isMet = new Uint8Array(names.length)
  // how many syllables of each name stand right before the token, and up to it
  let before = new Uint8Array(names.length)
  let here = new Uint8Array(names.length)
  return (parts) => {
    isMet.fill(0)
    for (const { marks, length } of parts) {
      before.fill(0)
      let isOpen = false
      for (let at = 0; at < length; at++) {
        const mark = marks[at]!
        if (mark === 0 && !isOpen) continue
        here.fill(0)
        isOpen = false
        if (mark > 0)
          for (const { name, place } of spots[mark - 1]!) {
            if (before[name] !== place) continue
            here[name] = place + 1
            isOpen = true
            if (place + 1 === names[name]!.length) isMet[name] = 1
          }
        ;[before, here] = [here, before]
      }
    }
    return names.reduce((sum, { worth }, name) => sum + (isMet[name] ? worth : 0), 0) / all
  }
}
