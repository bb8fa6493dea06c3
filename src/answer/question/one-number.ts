/** Several documents of one number: what tells them apart, and the question back that names it. */
import type { DocumentMeta } from '../../documents/document.ts'
import type { DocumentCard } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { numberKey, numberParts } from '../../text/numbers/document-numbers.ts'
import { fold } from '../../text/vietnamese.ts'
import type { Choice } from '../answer.ts'
import { kindNames, nameOf } from '../document-names.ts'
import type { Refused } from '../refusal.ts'
import { dayFirst } from '../source-line.ts'

const MOST = 6

/** One card for each document: type, number, issuer and date. Parts of one document may be held as cards of their own. */
export const oneOfEach = (cards: readonly DocumentCard[]): readonly DocumentCard[] =>
  [...new Map([...cards].reverse().map((card) => [identityOf(card.meta), card])).values()].reverse()

const identityOf = ({ kind, number, issuer, date, title }: DocumentMeta): string =>
  number === null ? title : [kind, numberKey(number), date ?? '', bodyOf(number, issuer)].join('|')

/** Of the centre there is one, whichever of its bodies was read from a page. */
const bodyOf = (number: string, issuer: string | null): string =>
  numberParts(number)?.issuer === 'tw' ? '' : fold(issuer ?? '').toLowerCase()

/** "Có nhiều văn bản là NQ 18": newest first, each with what tells it from the others. */
export const askWhichOf = (name: string, cards: readonly DocumentCard[]): Refused => {
  const found = [...oneOfEach(cards)].sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))
  const more = found.length - MOST
  return {
    reason: 'ambiguous',
    text: [answerMessages.severalNumbers(name), ...(more > 0 ? [answerMessages.moreOfNumber(more)] : [])].join(' '),
    choices: found.slice(0, MOST).map(choiceOf),
  }
}

const choiceOf = ({ id, meta }: DocumentCard, _: number, all: readonly DocumentCard[]): Choice => {
  const date = meta.date && dayFirst(meta.date)
  return {
    documentId: id,
    label: [nameOf(meta), date && `ngày ${date}`, meta.issuer && `của ${meta.issuer}`].filter(Boolean).join(' '),
    short: shortOf(meta, all),
  }
}

/** A button shows two dozen letters: what tells the papers apart must stand among them. */
const shortOf = (meta: DocumentMeta, all: readonly DocumentCard[]): string => {
  const number = meta.number ?? kindNames[meta.kind]
  const date = meta.date ? dayFirst(meta.date) : null
  const issuer = meta.issuer && shortIssuer(meta.issuer, all)
  const isDated = new Set(all.map((card) => card.meta.date)).size === all.length
  if (!isDated || !date) return [number, issuer, date].filter(Boolean).join(', ')
  const first = number.length + date.length > ROOM ? `${date} ${number}` : `${number} ${date}`
  return [first, issuer].filter(Boolean).join(', ')
}
const ROOM = 19

/** Without the words with which all of them begin: of `Đảng ủy xã Bình An` beside `Đảng ủy xã Hòa Lộc` the place. */
const shortIssuer = (issuer: string, all: readonly DocumentCard[]): string => {
  const words = issuer.split(' ')
  const names = all.flatMap((card) => (card.meta.issuer ? [card.meta.issuer.split(' ')] : []))
  const differs = words.findIndex((word, i) => names.some((name) => name[i] !== word))
  const own = differs > 0 ? words.slice(differs).join(' ') : issuer
  return own.replace('Ban Chấp hành', 'BCH').replace('Ban Thường vụ', 'BTV').replace('Trung ương', 'TW')
}
