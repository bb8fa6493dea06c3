/** What is true of the documents of a level, and what of it has not been seen before. */
import { createHash } from 'node:crypto'
import type { Level } from '../access.ts'
import type { Library } from '../search/search-index.ts'
import type { DocumentFact, News, RoundItem } from './follow-records.ts'

/** Letters and digits alone: another layout, another file format or a mended hyphen is no other text. */
const digestOf = (text: string): string =>
  createHash('sha256')
    .update(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))
    .digest('base64url')
    .slice(0, 22)

/** By document. Texts are read one after the other, `pause` in between: a large library must not hold up who asks. */
export const factsOf = async (
  library: Library,
  digests: Map<string, string>,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>()
  for (const { id, meta } of library.cards) {
    let digest = digests.get(id)
    if (digest === undefined) {
      digests.set(id, (digest = digestOf(library.content(id)?.text ?? '')))
      await pause()
    }
    const { validity } = meta
    found.set(id, [`text ${digest}`, ...(validity === 'replaced' || validity === 'expired' ? [validity] : [])])
  }
  return found
}

export interface Changes {
  /** To be told. */
  readonly items: readonly RoundItem[]
  /** Everything that was not known. */
  readonly facts: readonly DocumentFact[]
  /** Documents that changed all at once and are not told: it is the reading that changed, as with a new version of the program. */
  readonly passedOver: number
}

/** So many documents and more, if they are a third of the library, do not change in one go by anybody's hand. */
const MASS = 20
const MASS_SHARE = 1 / 3

export const changesIn = (
  level: Level,
  now: ReadonlyMap<string, readonly string[]>,
  known: readonly DocumentFact[],
  at: number,
): Changes => {
  const before = new Map<string, Set<string>>()
  // a text that is known under another name has been moved, and is no news
  const texts = new Set<string>()
  for (const { documentId, fact } of known) {
    before.set(documentId, (before.get(documentId) ?? new Set()).add(fact))
    if (fact.startsWith('text ')) texts.add(fact)
  }
  const facts: DocumentFact[] = []
  const items: RoundItem[] = []
  for (const [documentId, all] of now) {
    const seen = before.get(documentId)
    const fresh = all.filter((fact) => !seen?.has(fact))
    if (fresh.length === 0) continue
    facts.push(...fresh.map((fact) => ({ documentId, fact })))
    const news = seen ? newsOf(fresh) : texts.has(all[0]!) ? null : 'new'
    if (news) items.push({ level, documentId, news, facts: fresh, at })
  }
  // what was there before, for what is new comes as many as are brought; against what is there now: names that are gone stay known
  const changed = items.filter(({ news }) => news !== 'new').length
  const isMass = changed >= MASS && changed >= now.size * MASS_SHARE
  return {
    items: isMass ? items.filter(({ news }) => news === 'new') : items,
    facts,
    passedOver: isMass ? changed : 0,
  }
}

const newsOf = (fresh: readonly string[]): News =>
  fresh.includes('replaced') ? 'replaced' : fresh.includes('expired') ? 'expired' : 'changed'
