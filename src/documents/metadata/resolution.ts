/** What the head of an issued document says about it: kind, number, issuer, date, title, term. */
import { datesIn, termIn } from '../../text/numbers/dates.ts'
import { numberKey, numbersIn } from '../../text/numbers/document-numbers.ts'
import { oneLine } from '../../text/vietnamese.ts'
import type { DocumentMeta, Validity } from '../document.ts'
import { letterheadOf } from './letterhead.ts'
import { organName } from './organ-names.ts'
import { STATE_OF_VALIDITY } from './state-line.ts'
import { typeHeadingAt, typeSentence } from './type-heading.ts'

export interface Reading {
  readonly meta: Partial<DocumentMeta>
  /** Whether the text has the head of an issued document, or names itself as one in its first line. */
  readonly issued: boolean
  /** Whether it has a letterhead with the type below it: enough to overrule that the page around it is a portal's. */
  readonly certain: boolean
  /** How many lines that hold words belong to its head: letterhead, type and title. */
  readonly headLines: number
  /** Whether it looks unfinished: number or date were left open. */
  readonly unfilled: { readonly number: boolean; readonly date: boolean }
}

const HEAD_LINES = 60
const LETTERHEAD_LINES = 30
const ADOPTED = /thông qua\s+(?:tại .{0,60}\s)?ngày/iu

/** `lines`: the document's lines in order, table cells apart; `title`: what the file or the set calls it, if anything. */
export const readResolution = (lines: readonly string[], title: string | null = null): Reading => {
  const visible = lines.map(oneLine).filter((line) => line !== '')
  const head = visible.slice(0, HEAD_LINES)
  const heading = typeHeadingAt(head)
  const whole = lines.join('\n')
  const letterhead = letterheadOf(head, Math.min(heading?.start ?? LETTERHEAD_LINES, LETTERHEAD_LINES), whole)
  const sentence = typeSentence(title ?? '') ?? typeSentence(head[0] ?? '')
  // a type in capitals without number, date or letterhead may head a part of anything
  const issued =
    (heading !== null && (letterhead.end >= 0 || isUnderCapitals(head, heading.start))) ||
    letterhead.number !== null ||
    sentence !== null
  if (!issued) return { meta: {}, issued, certain: false, headLines: 0, unfilled: { number: false, date: false } }
  const number = letterhead.number ?? heading?.number ?? sentence?.number ?? null
  const adopted = head.slice(heading?.end ?? 0, (heading?.end ?? 0) + 4).find((line) => ADOPTED.test(line)) ?? ''
  const date =
    letterhead.date ?? sentence?.date ?? heading?.date ?? datesIn(adopted)[0]?.iso ?? dateOfNumber(head, number)
  const full = heading === null ? fullName(head, number) : null
  const shown = heading?.title ?? full?.title ?? sentence?.title ?? null
  const kind = heading?.kind ?? sentence?.kind
  const state = visible.slice(0, 2 * HEAD_LINES).map((line) => STATE_OF_VALIDITY.exec(line)?.groups?.['state'])
  return {
    issued,
    certain: heading !== null && letterhead.end >= 0 && heading.start < LETTERHEAD_LINES,
    headLines: heading?.end ?? letterhead.end + 1,
    unfilled: letterhead.unfilled,
    meta: {
      ...(kind ? { kind } : {}),
      ...(shown ? { title: shown } : {}),
      number,
      issuer:
        letterhead.issuer ??
        heading?.issuer ??
        sentence?.issuer ??
        full?.issuer ??
        adoptedBy(adopted, head, heading?.end ?? 0),
      date,
      term: termIn(shown ?? title ?? ''),
      validity: validityOf(
        state.find((one) => one !== undefined),
        letterhead.unfilled.date,
      ),
    },
  }
}

/** At the top, or below nothing but lines in capitals: a report without number and date. */
const isUnderCapitals = (head: readonly string[], start: number): boolean =>
  start <= 8 && head.slice(0, start).every((line) => !/\p{Ll}/u.test(line))

const validityOf = (state: string | undefined, undated: boolean): Validity => {
  if (state !== undefined) return /còn/iu.test(state) ? 'in_force' : /hết/iu.test(state) ? 'expired' : 'replaced'
  return undated ? 'draft' : 'unknown'
}

/** A web copy often names its date only behind its number: `Nghị quyết số 57-NQ/TW (ngày 22/12/2024)`. */
const dateOfNumber = (head: readonly string[], number: string | null): string | null => {
  if (number === null) return null
  for (const line of head) {
    const own = numbersIn(line).find((found) => numberKey(found.number) === numberKey(number))
    const behind = own && datesIn(line).find((date) => date.start >= own.end && date.start - own.end < 15)
    if (behind) return behind.iso
  }
  return null
}

/** A web copy is headed by the bare number and names the rest in its first lines: `… số 57-NQ/TW (ngày …) của Bộ Chính trị về đột phá …`. */
const fullName = (head: readonly string[], number: string | null): ReturnType<typeof typeSentence> => {
  if (number === null) return null
  for (const line of head.slice(0, 8)) {
    const own = numbersIn(line).find((found) => numberKey(found.number) === numberKey(number))
    const named = own && /(?<type>\p{L}+\s+\p{L}+)\s+(?:số\s*:?\s*)?$/u.exec(line.slice(0, own.start))
    const about =
      own &&
      /^[\s,(]*(?:ngày\s+[\d/.-]+\s*\)?,?\s*)?của\s+\p{Lu}[\p{L}\s]{3,60}?\s+về\s+[^.;]{5,300}/u.exec(
        line.slice(own.end),
      )
    if (named && about) return typeSentence(line.slice(named.index, own.end + about[0].length))
  }
  return null
}

/** `(Đại hội … thông qua ngày …)` names who adopted a charter; the bracket may begin a line earlier. */
const adoptedBy = (adopted: string, head: readonly string[], from: number): string | null => {
  if (!adopted) return null
  const lines = head.slice(from, head.indexOf(adopted) + 1).join(' ')
  const name = /\(\s*(?:Được\s+)?(?<name>\p{Lu}.{5,120}?)\s+thông qua/u.exec(lines)?.groups?.['name']
  return name === undefined ? null : organName(name)
}
