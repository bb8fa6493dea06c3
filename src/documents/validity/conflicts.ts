/** Where documents say things that cannot all hold: a person must look. */
import { numberKey } from '../../text/numbers/document-numbers.ts'
import { fold } from '../../text/vietnamese.ts'
import { isMeant } from './reference.ts'
import { referencesOf, relationsAmong, type Standing } from './succession.ts'

export const CONFLICT_KINDS = [
  'same_identity', // two papers of one kind, number, date and issuer, with other words
  'said_replaced', // one says that it replaces another, of which a person has said that it is in force
  'dated_before', // one replaces a paper that is not older
  'circle', // papers that replace each other
  'two_successors', // one paper replaced by two, neither of which replaces the other
  'dates', // over before it begins
] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

export interface Conflict<T> {
  readonly kind: ConflictKind
  /** Those concerned: of a replacement first what was replaced. */
  readonly documents: readonly T[]
}

export interface Compared extends Standing {
  readonly length: number
}

export const conflictsAmong = <T extends Compared>(documents: readonly T[]): readonly Conflict<T>[] => {
  const { replacing, byNumber } = relationsAmong(documents)
  const byId = new Map(documents.map((document) => [document.id, document]))
  const found: Conflict<T>[] = []
  for (const same of sameIdentities(documents)) found.push({ kind: 'same_identity', documents: same })
  for (const [id, successors] of replacing) {
    const replaced = byId.get(id)!
    const by = [...successors].filter((one) => !isCircle(one, replaced, replacing))
    const isHeld = replaced.meta.stated.includes('validity') && replaced.meta.validity === 'in_force'
    if (isHeld && by[0]) found.push({ kind: 'said_replaced', documents: [replaced, by[0]] })
    const last = by.filter((one) => !by.some((other) => other !== one && replaces(other, one, replacing)))
    const apart = last.filter((one, i) => last.findIndex((other) => identityOf(other) === identityOf(one)) === i)
    if (apart.length > 1) found.push({ kind: 'two_successors', documents: [replaced, ...apart] })
    for (const one of successors)
      if (isCircle(one, replaced, replacing) && one.id > replaced.id) found.push({ kind: 'circle', documents: [replaced, one] }) // prettier-ignore
  }
  for (const by of documents) {
    for (const reference of referencesOf(by.meta, 'replaces'))
      for (const other of byNumber.get(numberKey(reference.number)) ?? []) {
        const { date } = other.meta
        const isNamed = reference.date !== null && reference.date === date && isMeant(reference, other.meta, by.meta)
        if (other.id !== by.id && isNamed && by.meta.date !== null && by.meta.date <= date)
          found.push({ kind: 'dated_before', documents: [other, by] })
      }
    const { validFrom, validTo } = by.meta
    if (validFrom !== null && validTo !== null && validTo < validFrom) found.push({ kind: 'dates', documents: [by] })
  }
  return found
}

/** For each of some documents the numbers that it says it replaces and that none of `held` bears. */
export const replacedElsewhere = <T extends Standing>(
  documents: readonly T[],
  held: readonly Standing[],
): readonly { readonly document: T; readonly numbers: readonly string[] }[] => {
  const known = new Set(held.flatMap(({ meta }) => (meta.number ? [numberKey(meta.number)] : [])))
  return documents.flatMap((document) => {
    const named = referencesOf(document.meta, 'replaces').map(({ number }) => number)
    const numbers = named.filter((number) => !known.has(numberKey(number)))
    return numbers.length > 0 ? [{ document, numbers }] : []
  })
}

type Replacing<T> = ReadonlyMap<string, ReadonlySet<T>>

/** Whether `by` replaces `document`, if over others. */
const replaces = <T extends Standing>(by: T, document: T, replacing: Replacing<T>): boolean => {
  const seen = new Set<string>()
  const open = [document.id]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const next of replacing.get(id) ?? []) {
      if (next.id === by.id) return true
      open.push(next.id)
    }
  }
  return false
}

const isCircle = <T extends Standing>(by: T, replaced: T, replacing: Replacing<T>): boolean =>
  replaces(replaced, by, replacing)

const identityOf = ({ meta }: Standing): string | null =>
  meta.number === null || meta.date === null
    ? null
    : [meta.kind, numberKey(meta.number), meta.date, fold(meta.issuer ?? '').toLowerCase()].join('|')

const sameIdentities = <T extends Compared>(documents: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>()
  for (const document of documents) {
    const identity = identityOf(document)
    if (identity !== null) groups.set(identity, [...(groups.get(identity) ?? []), document])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
