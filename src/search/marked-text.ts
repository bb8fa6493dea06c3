/** A stretch of tokens as the marks of a question that stand in it: read once, then looked at from several sides. */
import { ID_MASK, type LexicalIndex } from './lexical/lexical-index.ts'
import type { QuestionMarks } from './query/question-marks.ts'

export interface MarkedText {
  length: number
  tokens: Uint32Array
  /** For each token the place of its mark + 1; 0 for none. */
  marks: Uint16Array
}

/** Reads stretches of tokens; each reader has room of its own, which it fills anew each time. Only one question at a time has readers. */
export const createMarkReaders = (index: LexicalIndex, { byId }: QuestionMarks) => {
  const { marks, marked } = index.scratch
  for (const id of marked) marks[id] = 0
  marked.length = 0
  const { forms, formsFrom } = index.lookup
  for (const [folded, { place }] of byId)
    for (let at = formsFrom[folded]!; at < formsFrom[folded + 1]!; at++) {
      marks[forms[at]!] = place + 1
      marked.push(forms[at]!)
    }
  return (room: MarkedText): ((from: number, to: number) => MarkedText) =>
    (from, to) => {
      room.length = to - from
      if (room.tokens.length < room.length) {
        room.tokens = new Uint32Array(2 * room.length)
        room.marks = new Uint16Array(2 * room.length)
      }
      index.copyTokens(from, to, room.tokens)
      for (let i = 0; i < room.length; i++) room.marks[i] = marks[room.tokens[i]! & ID_MASK]!
      return room
    }
}

export const createRoom = (): MarkedText => ({ length: 0, tokens: new Uint32Array(1024), marks: new Uint16Array(1024) })
