/** A stretch of tokens as the marks of a question that stand in it: read once, then looked at from several sides. */
import { ID_MASK, type LexicalIndex } from './lexical/lexical-index.ts'
import type { QuestionMarks } from './query/question-marks.ts'

export interface MarkedText {
  length: number
  tokens: Uint32Array
  /** For each token the place of its mark + 1; 0 for none. */
  marks: Uint16Array
}

/** Readers of titles and passages, which fill the room that they are given. Only one question at a time has readers. */
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
  const markIn = (room: MarkedText): MarkedText => {
    for (let i = 0; i < room.length; i++) room.marks[i] = marks[room.tokens[i]! & ID_MASK]!
    return room
  }
  return {
    title: (document: number, room: MarkedText): MarkedText => {
      makeRoom(room, index.bodyFrom[document]! - index.titleFrom[document]!)
      index.copyTitle(document, room.tokens)
      return markIn(room)
    },
    passage: (passage: number, room: MarkedText): MarkedText => {
      const [from, to] = [index.passageFrom[passage]!, index.passageTo[passage]!]
      makeRoom(room, to - from)
      index.copyTokens(from, to, room.tokens)
      return markIn(room)
    },
  }
}

const makeRoom = (room: MarkedText, length: number): void => {
  room.length = length
  if (room.tokens.length >= length) return
  room.tokens = new Uint32Array(2 * length)
  room.marks = new Uint16Array(2 * length)
}

export const createRoom = (): MarkedText => ({ length: 0, tokens: new Uint32Array(1024), marks: new Uint16Array(1024) })
