/** One change as it is read in Telegram: where it stands, what it said and what it says, words that went struck through, new ones underlined. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { ComparedDocuments } from '../../../answer/compare/compare-documents.ts'
import type { Change } from '../../../answer/compare/changes-of.ts'
import type { Part, Piece, PiecePair } from '../../../answer/compare/comparison.ts'
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

export const changeEntry = ({ kind, part, piece }: Change, compared: ComparedDocuments): FormattedString => {
  const { olderText, newerText } = compared
  const state = messages.state[kind]
  if (!piece) {
    const own = (part.new ?? part.old)!
    const text = bodyOf(own, part.new ? newerText : olderText)
    const others = part.others.length > 0 ? `: ${part.others.join(', ')}` : ''
    return lines(
      FormattedString.b(`${shortened(own.name, NAME)} (${state}${others})`),
      quoted(plainWords(cut(text, PART))),
      text.length > PART && FormattedString.i(messages.goesOn),
    )
  }
  const at = piece.new && kind !== 'away' ? piece.new : piece.old
  const place = at?.section ?? (part.new ?? part.old)!.label ?? shortened((part.new ?? part.old)!.name, NAME)
  const former = piece.old?.section && piece.new && piece.old.section !== place ? `, ${messages.formerly(piece.old.section)}` : '' // prettier-ignore
  const head = FormattedString.b(`${place} (${state}${former})`)
  if (kind === 'new') return lines(head, quoted(wholeOf(piece.new!, newerText)))
  if (kind === 'gone' || kind === 'away') return lines(head, quoted(wholeOf(piece.old!, olderText)))
  if (piece.runs.length === 0) return lines(head, quoted(wholeOf(piece.new!, newerText)))
  return lines(
    head,
    FormattedString.join([messages.then, quoted(sideOf(piece, 'old', olderText))]),
    FormattedString.join([messages.now, quoted(sideOf(piece, 'new', newerText))]),
  )
}

/** Without the line that names it, which stands above already. */
const bodyOf = ({ pieces, label, start, end }: Part, text: string): string =>
  text.slice(label !== null && pieces.length > 1 ? pieces[1]!.start : start, end)

const quoted = (words: FormattedString): FormattedString => FormattedString.join(['“', words, '”'])

const wholeOf = ({ start, end }: Piece, text: string): FormattedString => plainWords(cut(text.slice(start, end), WHOLE))

const cut = (text: string, limit: number): string => shortened(text.trim(), limit)

const sideOf = ({ runs, old, new: now }: PiecePair, side: 'old' | 'new', text: string): FormattedString => {
  const piece = (side === 'old' ? old : now)!
  const marker = text.slice(piece.start, piece.wordsFrom).trim()
  const own = runs.filter((run) => run[side] !== null)
  const isLong = piece.end - piece.start > WHOLE
  const shown = own.map((run, i) => {
    const printed = run[side]!
    const words = isLong ? condensed(printed.text, run.kind === 'same', i === 0, i === own.length - 1) : printed.text
    return FormattedString.join([printed.spaced && i > 0 ? ' ' : '', run.kind === 'same' ? plainWords(words) : marked(words, side)]) // prettier-ignore
  })
  return FormattedString.join([marker === '' ? '' : `${marker} `, ...shown])
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
