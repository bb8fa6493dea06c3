/** One change as it is read in Telegram: where it stands, what it said and what it says, words that went struck through, new ones underlined. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { ComparedDocuments } from '../../../answer/compare/compare-documents.ts'
import type { Change } from '../../../answer/compare/changes-of.ts'
import type { Part, Piece, PiecePair, Run } from '../../../answer/compare/comparison.ts'
import { comparisonMessages as messages } from '../../../text/messages/comparison-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { plainWords } from '../../render/plain-words.ts'
import { lines } from '../../view.ts'

/** Letters of a clause that is shown whole on one side, and of a part that is new or gone. */
const WHOLE = 420
const PART = 520
/** Letters kept on each side of a change where words that stay are passed over. */
const AROUND = 70
const NAME = 120
/** Letters of one side, and changes, behind which a long clause is cut: the entry must fit in a message with its marks (telegram.md §1). */
const SIDE = 600
const MARKED = 16

export const changeEntry = ({ kind, part, piece }: Change, compared: ComparedDocuments): FormattedString => {
  const { olderText, newerText } = compared
  const state = messages.state[kind]
  if (!piece) {
    const own = (part.new ?? part.old)!
    const text = bodyOf(own, part.new ? newerText : olderText)
    const others = part.others.length > 0 ? `: ${shortened(part.others.join(', '), NAME)}` : ''
    return lines(
      headOf(`${shortened(own.name, NAME)} (${state}${others})`),
      quoted(plainWords(cut(text, PART))),
      text.length > PART && FormattedString.i(messages.goesOn),
    )
  }
  const at = piece.new && kind !== 'away' ? piece.new : piece.old
  const place = at?.section ?? (part.new ?? part.old)!.label ?? shortened((part.new ?? part.old)!.name, NAME)
  const former = piece.old?.section && piece.new && piece.old.section !== place ? `, ${messages.formerly(piece.old.section)}` : '' // prettier-ignore
  const within = kind === 'here' ? isIn(piece.old, part.old) && messages.apart : kind === 'away' && isIn(piece.new, part.new) && messages.joined(piece.new!.section) // prettier-ignore
  const head = headOf(`${place} (${within || state}${former})`)
  if (kind === 'new') return lines(head, quoted(wholeOf(piece.new!, newerText)))
  if (kind === 'gone' || kind === 'away') return lines(head, quoted(wholeOf(piece.old!, olderText)))
  if (piece.runs.length === 0) return lines(head, quoted(wholeOf(piece.new!, newerText)))
  const runs = fitting(piece)
  const shown = { ...piece, runs }
  const isCut = runs.length < piece.runs.length
  return lines(
    head,
    FormattedString.join([messages.then, quoted(sideOf(shown, 'old', olderText, isCut))]),
    FormattedString.join([messages.now, quoted(sideOf(shown, 'new', newerText, isCut))]),
    isCut && FormattedString.i(messages.goesOn),
  )
}

const isIn = (piece: Piece | null, part: Part | null): boolean =>
  piece !== null && part !== null && piece.start >= part.start && piece.end <= part.end

/** A name that a document gives, in bold unless something in it could be pressed. */
const headOf = (words: string): FormattedString => {
  const plain = plainWords(words)
  return plain.entities.length > 0 ? plain : FormattedString.b(plain)
}

/** As many of its runs, from the first, as are read in one message. */
const fitting = ({ runs, old, new: now }: PiecePair): readonly Run[] => {
  const letters = { old: 0, new: 0 }
  let marks = 0
  const at = runs.findIndex((run) => {
    if (letters.old > SIDE || letters.new > SIDE || marks >= MARKED) return true
    for (const side of ['old', 'new'] as const) {
      const most = isLong((side === 'old' ? old : now)!) ? (run.kind === 'same' ? AROUND : WHOLE / 2) * 2 : WHOLE
      letters[side] += Math.min(run[side]?.text.length ?? 0, most)
    }
    marks += Number(run.kind !== 'same')
    return false
  })
  return at < 0 ? runs : runs.slice(0, at)
}

const isLong = ({ start, end }: Piece): boolean => end - start > WHOLE

/** Without the line that names it, which stands above already. */
const bodyOf = ({ pieces, label, start, end }: Part, text: string): string =>
  text.slice(label !== null && pieces.length > 1 ? pieces[1]!.start : start, end)

const quoted = (words: FormattedString): FormattedString => FormattedString.join(['“', words, '”'])

const wholeOf = ({ start, end }: Piece, text: string): FormattedString => plainWords(cut(text.slice(start, end), WHOLE))

const cut = (text: string, limit: number): string => shortened(text.trim(), limit)

const sideOf = (
  { runs, old, new: now }: PiecePair,
  side: 'old' | 'new',
  text: string,
  isCut: boolean,
): FormattedString => {
  const piece = (side === 'old' ? old : now)!
  const marker = text.slice(piece.start, piece.wordsFrom).trim()
  const own = runs.filter((run) => run[side] !== null)
  const shown = own.map((run, i) => {
    const printed = run[side]!
    const isLast = i === own.length - 1
    const words = isLong(piece) ? condensed(printed.text, run.kind === 'same', i === 0, isLast && !isCut) : printed.text
    return FormattedString.join([printed.spaced && i > 0 ? ' ' : '', run.kind === 'same' ? plainWords(words) : marked(words, side)]) // prettier-ignore
  })
  return FormattedString.join([marker === '' ? '' : `${marker} `, ...shown, isCut ? ' …' : ''])
}

/** Of a long run the beginning and the end; of words that stay only what stands next to a change. */
const condensed = (text: string, stays: boolean, isFirst: boolean, isLast: boolean): string => {
  const most = stays ? AROUND : WHOLE / 2
  if (text.length <= 2 * most + 3) return text
  const head = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\s+\S*$/u, '')
  const tail = text
    .slice(-most)
    .toWellFormed()
    .replace(/^\S*\s+/u, '')
  if (stays && isFirst) return `… ${tail}`
  return stays && isLast ? `${head} …` : `${head} … ${tail}`
}

/** What Telegram would make a link of is fixed-width instead: nothing may be marked within that. */
const marked = (words: string, side: 'old' | 'new'): FormattedString => {
  const plain = plainWords(words)
  if (plain.entities.length > 0) return plain
  return side === 'old' ? FormattedString.s(plain) : FormattedString.b(FormattedString.u(plain))
}
