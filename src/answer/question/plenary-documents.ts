/** "NQ TW 4 khóa XII": resolutions that go by the plenary session that passed them, found by what they say of themselves. */
import type { LookedUp } from '../../search/look-up.ts'
import type { Retrieval } from '../../search/retrieval.ts'
import { oncePerLibrary, type DocumentCard, type Library } from '../../search/search-index.ts'
import { foldAligned } from '../../text/aligned.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { numberParts } from '../../text/numbers/document-numbers.ts'
import { arabic } from '../../text/numbers/numerals.ts'
import { clean } from '../../text/vietnamese.ts'
import { contentOf } from '../places/saying.ts'
import { askBack, refuseWithLibrary } from '../refusal.ts'
import type { Naming } from './named-documents.ts'

export interface Plenary {
  readonly start: number
  readonly end: number
  readonly session: number
  /** The congress of "khóa XII"; null where it is not said. */
  readonly congress: number | null
}

const WORDS = 'muoi(?:\\s+(?:mot|hai|ba|bon|tu|lam))?|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin'
// "trung ương năm 2021" names a year: words that are something else besides need their "lần thứ"
const N = `(?:lan\\s+thu\\s+(?:${WORDS})|(?:lan\\s+thu\\s+|so\\s+)?(?:\\d{1,2}|[ivx]{1,5}|bon|bay|tam|chin))(?![\\p{L}\\p{M}\\d])`
const CENTRAL = '(?:trung\\s+uong|tw|t\\.u\\.?)'
/** In every form; most texts lack it, and need no further look. */
const OF_CENTRAL = new RegExp(CENTRAL, 'u')
const KIND = '(?:nghi\\s+quyet|nq|ket\\s+luan|kl)'
const CONGRESS = `(?:\\s*(?:dang\\s*)?[,(]*\\s*(?:khoa|k)\\s*(?<congress>[ivxlc]{1,6}|\\d{1,2})(?![\\p{L}\\d])\\)?)?`
const B = '(?<![\\p{L}\\p{M}\\d])'
const FORMS = [
  `${B}${KIND}\\s*(?:so\\s+)?(?:cua\\s+)?(?:hoi\\s+nghi\\s+)?(?:ban\\s+chap\\s+hanh\\s+|bch\\s*)?${CENTRAL}\\s*(?:dang\\s+)?(?<session>${N})${CONGRESS}`,
  `${B}(?:${KIND}\\s+)?(?:cua\\s+)?hoi\\s+nghi\\s+(?<session>${N})[,\\s]+(?:cua\\s+)?(?:ban\\s+chap\\s+hanh\\s+|bch\\s*)?${CENTRAL}(?:\\s+dang)?${CONGRESS}`,
  `${B}(?:${KIND}\\s+)?(?:cua\\s+)?hoi\\s+nghi\\s+(?:ban\\s+chap\\s+hanh\\s+|bch\\s*)?${CENTRAL}\\s+(?:dang\\s+)?(?<session>${N})${CONGRESS}`,
].map((source) => new RegExp(source, 'gu'))

/** Every plenary session that a text names, none overlapping. */
export const plenariesIn = (text: string): readonly Plenary[] => {
  const flat = foldAligned(text)
  if (!OF_CENTRAL.test(flat)) return []
  const found: Plenary[] = []
  for (const form of FORMS)
    for (const match of flat.matchAll(form)) {
      const { session = '', congress } = match.groups!
      const [start, end] = [match.index, match.index + match[0].length]
      const value = arabic(session.replace(/^(?:lan\s+thu|so)\s+/u, ''))
      if (value === null || found.some((other) => start < other.end && other.start < end)) continue
      found.push({ start, end, session: value, congress: congress === undefined ? null : arabic(congress) })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** With the resolutions of plenary sessions that the question names. */
export const withPlenaries = (named: LookedUp, question: string, library: Library): LookedUp => {
  const cards = plenariesIn(clean(question)).flatMap((plenary) => documentsOf(plenary, library))
  return cards.length === 0
    ? named
    : { ...named, named: true, cards: [...new Map([...named.cards, ...cards].map((card) => [card.id, card])).values()] }
}

const HEAD = 1500
const OF_OTHERS =
  /(?:thuc hien|quan triet|trien khai|can cu|theo|so ket|tong ket|hoc tap|hanh dong|sau|ve)\s+(?:\p{L}+\s+){0,3}$/u

const documentsOf = (asked: Plenary, library: Library): readonly DocumentCard[] =>
  passedIn(library).flatMap(({ card, sessions }) => (sessions.some((one) => isSame(asked, one)) ? [card] : []))

interface Passed {
  readonly card: DocumentCard
  readonly sessions: readonly Plenary[]
}

/** What plenary sessions have passed, found once for each library: it takes reading the heads of its resolutions. */
const passedIn = oncePerLibrary((library): readonly Passed[] =>
  library.cards.flatMap((card): Passed[] => {
    const sessions = isCentral(card) ? passedAt(card, library) : []
    return sessions.length > 0 ? [{ card, sessions }] : []
  }),
)

const isCentral = ({ meta }: DocumentCard): boolean => {
  if (meta.kind !== 'resolution' && meta.kind !== 'conclusion' && meta.kind !== 'other') return false
  const of = meta.number === null ? null : (numberParts(meta.number)?.issuer ?? null)
  return of === null ? /trung uong/u.test(foldAligned(meta.issuer ?? 'trung uong')) : of === 'tw'
}

/** The sessions that its title or its head gives as its own: above the first "Căn cứ", and not as what it carries out. */
const passedAt = ({ id, meta }: DocumentCard, library: Library): readonly Plenary[] => {
  // a text of no known kind may begin with whatever it speaks of
  const head =
    meta.kind === 'other' ? '' : (library.content(id)?.text ?? '').slice(0, HEAD).split(/\n\s*[-–]?\s*Căn cứ/u)[0]!
  return [meta.title, head].flatMap((text) =>
    plenariesIn(text).filter(({ start }) => !OF_OTHERS.test(foldAligned(text).slice(Math.max(0, start - 60), start))),
  )
}

const isSame = (asked: Plenary, one: Plenary): boolean =>
  asked.session === one.session && (asked.congress === null || one.congress === null || asked.congress === one.congress)

/** What must be said where the resolution is not here, or more than one is meant; `undefined` where nothing must. */
export const plenaryNaming = (
  question: string,
  named: LookedUp,
  retrieval: Retrieval,
  library: Library,
): Naming | undefined => {
  const text = clean(question)
  const [plenary] = plenariesIn(text)
  if (!plenary) return undefined
  const name = text.slice(plenary.start, plenary.end)
  const isAlone = contentOf(`${text.slice(0, plenary.start)} ${text.slice(plenary.end)}`).length === 0
  const held = documentsOf(plenary, library)
  if (held.length > 1 && isAlone) return { prefer: [], refused: askBack(answerMessages.severalNumbers(name), held) }
  if (held.length > 0 || named.named) return undefined
  const speaking = retrieval.passages.filter((passage) => plenariesIn(passage.text).some((one) => isSame(plenary, one)))
  // like a bare "đề án 999" it may be asked of what others say about it
  if (speaking.length > 0) return { prefer: [], notice: answerMessages.onlyMentioned(name) }
  if (!isAlone) return undefined
  return { prefer: [], refused: refuseWithLibrary('not_found', answerMessages.numberNotHeld(name), library, []) }
}
