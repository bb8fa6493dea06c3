/** The part of the composition root that serves staff: snippets, the standing of documents, and the snapshots of the index. */
import { snippetsFor } from './answer/snippets.ts'
import type { StaffHouse } from './bot/staff-house.ts'
import type { EmbeddedIndex } from './search/embedded-index.ts'
import { retrieve } from './search/retrieve.ts'

export const createStaffHouse = ({ index }: { readonly index: EmbeddedIndex }): StaffHouse => ({
  snippets: (words, most) => {
    const scope = index.open()?.scope('public')
    if (!scope) return []
    const { library, lexical } = scope
    return snippetsFor(words, { library, retrieve: (text, how) => retrieve(text, { library, lexical, ...how }) }, most)
  },
})
