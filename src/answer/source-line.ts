/** The line that says where a quote stands: what, number, date, whose, and the place in it. */
import { answerMessages } from '../text/messages/answer-messages.ts'
import { kindNames, nameOf, titled, validityNames } from './document-names.ts'
import type { Citation } from './answer.ts'

/** `Quy định số 27-QĐ/ĐUK ngày 16/09/2024 của Ban Thường vụ …, Điều 2 khoản 1`; an article goes by its title. */
export const sourceLine = (
  citation: Pick<Citation, 'kind' | 'number' | 'issuer' | 'date' | 'title' | 'section' | 'validity'>,
): string => {
  const { number, issuer, title, section, validity } = citation
  const date = citation.date ? dayFirst(citation.date) : null
  const name = number
    ? [`${kindNames[citation.kind]} số ${number}`, date && `ngày ${date}`, issuer && `của ${issuer}`]
        .filter(Boolean)
        .join(' ')
    : `${titled(citation.kind, title)}${date ? `, ngày ${date}` : ''}`
  const state = validity === 'in_force' || validity === 'unknown' ? null : validityNames[validity]
  return [name, section, state].filter(Boolean).join(', ')
}

/** What stands before a quote, `Theo bài báo ngày 30/07/2020:`; a document that is only a title is named by its citation alone. */
export const sourceOf = (citation: Citation): string | null => {
  const date = citation.date ? dayFirst(citation.date) : null
  if (citation.kind === 'article') return answerMessages.accordingToArticle(date, citation.title)
  if (citation.kind === 'staff_answer') return answerMessages.staffAnswered(date)
  if (citation.number) return answerMessages.accordingTo(nameOf(citation), date)
  return citation.kind === 'other' ? null : answerMessages.accordingTo(`“${citation.title}”`, date)
}

/** `2024-09-16` → `16/09/2024`, as people write it. */
export const dayFirst = (iso: string): string => iso.split('-').reverse().join('/')

/** The newest date of the documents as people write it; null where none is dated. */
export const newestDate = (cards: readonly { readonly meta: { readonly date: string | null } }[]): string | null => {
  const newest = cards.reduce((most, { meta }) => (meta.date && meta.date > most ? meta.date : most), '')
  return newest === '' ? null : dayFirst(newest)
}
