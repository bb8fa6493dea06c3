/** One part of a comparison in the page: its name on both sides, then its clauses, the older left, the newer right. */
import { comparisonMessages as messages } from '../../../text/messages/comparison-messages.ts'
import type { ComparedDocuments } from '../compare-documents.ts'
import type { PartPair, PiecePair, Run } from '../comparison.ts'
import { escaped } from './escaped.ts'

const { page } = messages

export const partSection = (part: PartPair, compared: ComparedDocuments): string => {
  const { old, new: now, kind, isRenumbered, others } = part
  const name = (now ?? old)!.name
  const was = isRenumbered && old ? page.was(old.name) : null
  const has = (some: PiecePair['kind']): boolean => part.pieces.some((piece) => piece.kind === some)
  const from = others.length === 0 ? null : !has('away') ? page.from(others) : !has('here') ? page.to(others) : page.others(others) // prettier-ignore
  const notes = [was, from].filter((note) => note !== null).map((note) => `<div class="was">${escaped(note)}</div>`)
  const isOneSided = kind === 'new' || kind === 'gone'
  return `<section class="part${isOneSided ? ' one' : ''}">
<div class="head"><h2><span class="badge">${escaped(page.kinds[kind])}</span>${escaped(name)}</h2>${notes.join('')}</div>
${belowHead(part)
  .map((piece) => row(piece, compared))
  .join('\n')}
</section>`
}

/** Without the line that names the part, where its words are the same or there is but one side: they stand above already. */
const belowHead = ({ pieces, old, new: now }: PartPair): readonly PiecePair[] => {
  const [first] = pieces
  const heads = first && (now ?? old)!.label !== null && pieces.length > 1 && (first.new ?? first.old) === (now ?? old)!.pieces[0] // prettier-ignore
  return heads && (first.kind === 'same' || !old || !now) ? pieces.slice(1) : pieces
}

const row = (piece: PiecePair, { olderText, newerText }: ComparedDocuments): string => {
  const { kind, old, new: now } = piece
  const then = old && lines(olderText.slice(old.start, old.end))
  const current = now && lines(newerText.slice(now.start, now.end))
  const cells = ((): readonly [string | null, string | null] => {
    switch (kind) {
      case 'same':
        return [then, current]
      case 'gone':
        return [`<del>${then!}</del>`, null]
      case 'new':
        return [null, `<ins>${current!}</ins>`]
      case 'away':
        return [then, `<em>${escaped(page.movedTo(now!.section))}</em>`]
      case 'here':
        return [`<span class="place">${escaped(page.cameFrom(old!.section))}</span> ${sideOf(piece, 'old', olderText)}`, sideOf(piece, 'new', newerText)] // prettier-ignore
      case 'changed':
        return [sideOf(piece, 'old', olderText), sideOf(piece, 'new', newerText)]
    }
  })()
  return `<div class="row ${kind}">${cell(kind === 'same' ? page.both : page.then, cells[0], page.notThen)}${cell(page.now, cells[1], page.notNow)}</div>`
}

const cell = (side: string, words: string | null, nothing: string): string =>
  words === null
    ? `<div class="cell none"><span class="side">${escaped(side)}</span>${escaped(nothing)}</div>`
    : `<div class="cell"><span class="side">${escaped(side)}</span>${words}</div>`

const lines = (text: string): string => escaped(text.trim()).replaceAll('\n', '<br>')

/** The whole clause of one side with its changed words marked; the marker before its words (`2.`) as it stands. */
const sideOf = ({ runs, old, new: now }: PiecePair, side: 'old' | 'new', text: string): string => {
  const piece = (side === 'old' ? old : now)!
  if (runs.length === 0) return lines(text.slice(piece.start, piece.end))
  const marker = text.slice(piece.start, piece.wordsFrom).trim()
  return [marker && `${escaped(marker)} `, ...marked(runs, side)].join('').trim()
}

const marked = (runs: readonly Run[], side: 'old' | 'new'): readonly string[] =>
  runs.flatMap((run) => {
    const printed = run[side]
    if (!printed) return []
    const words = escaped(printed.text)
    const space = printed.spaced ? ' ' : ''
    return [space + (run.kind === 'same' ? words : side === 'old' ? `<del>${words}</del>` : `<ins>${words}</ins>`)]
  })
