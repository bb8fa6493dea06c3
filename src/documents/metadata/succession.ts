/** What follows from documents taken together: which has replaced or amended which, and what holds on a day. */
import { numberKey } from '../../text/numbers/document-numbers.ts'
import type { DocumentMeta, DocumentReference, Validity } from '../document.ts'
import { isMeant, referenceOf } from './reference.ts'

/** A document as far as its standing goes. */
export interface Standing {
  readonly id: string
  readonly meta: DocumentMeta
}

export interface Links<T extends Standing> {
  /** The documents that replace this one, newest first, whenever they take effect. */
  readonly replacedBy: readonly T[]
  readonly amendedBy: readonly T[]
}

/** The links between all these documents and no others, by document. Only documents with links are in it. */
export const linksAmong = <T extends Standing>(documents: readonly T[]): ReadonlyMap<string, Links<T>> => {
  const byNumber = new Map<string, T[]>()
  for (const document of documents)
    if (document.meta.number) append(byNumber, numberKey(document.meta.number), document)
  const replacing = new Map<string, Set<T>>()
  const amending = new Map<string, Set<T>>()
  for (const document of documents) {
    const { meta } = document
    if (meta.validity === 'draft') continue
    for (const reference of referencesOf(meta, 'replaces'))
      for (const target of targetsOf(reference, document, byNumber)) into(replacing, target.id, document)
    for (const reference of referencesOf(meta, 'amends'))
      for (const target of targetsOf(reference, document, byNumber)) into(amending, target.id, document)
    // what a person wrote at the document that was replaced
    for (const written of meta.replacedBy) for (const by of bearing(written, byNumber)) into(replacing, document.id, by)
    for (const written of meta.amendedBy) for (const by of bearing(written, byNumber)) into(amending, document.id, by)
  }
  const acyclic = withoutCircles(replacing)
  const links = new Map<string, Links<T>>()
  for (const id of new Set([...acyclic.keys(), ...amending.keys()])) {
    const newestFirst = (found: Iterable<T>): T[] =>
      [...found].sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))
    links.set(id, { replacedBy: newestFirst(acyclic.get(id) ?? []), amendedBy: newestFirst(amending.get(id) ?? []) })
  }
  return links
}

/** The documents that a document says it replaces (or abolishes), or amends, with all that it says of them. */
export const referencesOf = (meta: DocumentMeta, relation: 'replaces' | 'amends'): readonly DocumentReference[] => {
  const said = meta.said.flatMap(({ of, target }) =>
    target && (of === relation || (relation === 'replaces' && of === 'abolishes')) ? [target] : [],
  )
  // the list is what holds, and a person may have set it; its sentences know date and issuer
  return meta[relation].map(
    (written) => said.find(({ number }) => numberKey(number) === numberKey(written)) ?? referenceOf(written),
  )
}

/** The day on which a document takes effect, as far as is known. */
export const takesEffect = ({ validFrom, date }: DocumentMeta): string | null => validFrom ?? date

/** What a document is on a day, given the documents that have replaced it by then. */
export const validityOn = (meta: DocumentMeta, day: string, replacedBy: readonly unknown[]): Validity => {
  const { validity, validFrom, validTo } = meta
  if (meta.stated.includes('validity') && validity !== 'unknown') return validity
  if (validity === 'draft') return 'draft'
  if (replacedBy.length > 0 || meta.replacedBy.length > 0) return 'replaced'
  if (validTo !== null && validTo < day) return 'expired'
  if (validity !== 'unknown') return validity
  return validFrom !== null && validFrom <= day ? 'in_force' : 'unknown'
}

/** Numbers start again in every term: what is replaced is older, and where several bear the number, the newest of the older ones. */
const targetsOf = <T extends Standing>(
  reference: DocumentReference,
  by: T,
  byNumber: ReadonlyMap<string, readonly T[]>,
): readonly T[] => {
  const meant = (byNumber.get(numberKey(reference.number)) ?? []).filter(
    (other) => other.id !== by.id && isMeant(reference, other.meta, by.meta) && isLater(by, other),
  )
  const newest = meant.reduce((most, { meta }) => (meta.date && meta.date > most ? meta.date : most), '')
  return newest === '' ? meant : meant.filter(({ meta }) => meta.date === null || meta.date === newest)
}

const bearing = <T extends Standing>(written: string, byNumber: ReadonlyMap<string, readonly T[]>): readonly T[] => {
  const reference = referenceOf(written)
  return (byNumber.get(numberKey(reference.number)) ?? []).filter(({ meta }) =>
    isMeant(reference, meta, { issuer: null }),
  )
}

const isLater = (a: Standing, b: Standing): boolean => !a.meta.date || !b.meta.date || a.meta.date > b.meta.date

/** Papers that replace each other in a circle replace nothing. */
const withoutCircles = <T extends Standing>(replacing: ReadonlyMap<string, ReadonlySet<T>>): Map<string, Set<T>> => {
  const leadsBack = (from: T, to: string): boolean => {
    const seen = new Set<string>()
    const open = [from.id]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === to) return true
      if (seen.has(id)) continue
      seen.add(id)
      for (const next of replacing.get(id) ?? []) open.push(next.id)
    }
    return false
  }
  return new Map([...replacing].map(([id, by]) => [id, new Set([...by].filter((next) => !leadsBack(next, id)))]))
}

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const held = map.get(key)
  if (held) held.push(value)
  else map.set(key, [value])
}
const into = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
  map.set(key, (map.get(key) ?? new Set<T>()).add(value))
}
