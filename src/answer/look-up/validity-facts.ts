/** What can be said of a document's validity, each fact with the sentence that says it. */
import { takesEffect } from '../../documents/validity/succession.ts'
import { isMeant, referenceOf } from '../../documents/validity/reference.ts'
import type { ValiditySaid } from '../../documents/document.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { numberKey } from '../../text/numbers/document-numbers.ts'
import type { QuotedPlace } from '../citations.ts'
import { titlePlace } from './title-place.ts'

/** Where a document says this of itself or of others; `undefined` where only a person has said it. */
export const saidOf = (
  card: DocumentCard,
  of: readonly ValiditySaid['of'][],
  target?: DocumentCard,
): QuotedPlace | undefined => {
  const { meta } = card
  const said = meta.said.find(
    (one) => of.includes(one.of) && (!target || (one.target !== null && isMeant(one.target, target.meta, meta))),
  )
  return said && { card, start: said.start, end: said.end }
}

const RELATION = { replaces: ['replaces', 'abolishes'], amends: ['amends'] } as const

/** The sentence in which `by` replaces or amends `card`; its title where a person has said so. */
export const relationPlace = (
  by: DocumentCard,
  card: DocumentCard,
  relation: keyof typeof RELATION,
  library: Library,
): QuotedPlace | undefined => saidOf(by, RELATION[relation], card) ?? titlePlace(by, library)

/** Whether a document abolishes another without putting anything in its place. */
export const abolishes = (by: DocumentCard, card: DocumentCard): boolean =>
  saidOf(by, ['abolishes'], card) !== undefined

/** A document that this reader sees and that another one replaces or amends. */
export const targetsOf = (
  card: DocumentCard,
  relation: keyof typeof RELATION,
  library: Library,
): readonly DocumentCard[] =>
  library.cards.filter((other) =>
    relation === 'replaces'
      ? other.replacedBy.includes(card.id) || other.comingBy.includes(card.id)
      : other.amendedBy.includes(card.id),
  )

/** Documents that say they replace or amend a paper which is not here. */
export const thatSpeakOf = (
  written: string,
  library: Library,
): readonly { readonly card: DocumentCard; readonly said: ValiditySaid }[] => {
  const key = numberKey(referenceOf(written).number)
  return library.cards.flatMap((card) =>
    card.meta.said
      .filter(({ target, of }) => of !== 'amends' && target !== null && sameNumber(target.number, key))
      .slice(0, 1)
      .map((said) => ({ card, said })),
  )
}

/** `24` alone is asked of `24-QĐ/TW` as well. */
const sameNumber = (number: string, key: string): boolean => {
  const own = numberKey(number)
  return own === key || (/^\d+$/.test(key) && own.startsWith(`${key}-`))
}

/** The day on which what replaces a document took its place. */
export const replacedFrom = (by: DocumentCard): string | null => takesEffect(by.meta)
