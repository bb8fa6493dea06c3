/** Whose a page is when several web sources name it, and who may read it then. */
import { join } from 'node:path'
import { mayRead, type Level } from '../access.ts'
import type { GatherTask, Run } from './run.ts'
import { statedLevel } from './store/keep-page.ts'
import type { PageState } from './store/visit-state.ts'

export interface Owner {
  /** The web source; null: an address of the command line. */
  readonly by: string | null
  /** The level that it states now; null: none. */
  readonly level: Level | null
}

/** A list may name whatever it likes: what is held for fewer readers stays so, and is not the list's. */
export const ownerOf = (task: GatherTask, run: Run, known: PageState | undefined): Owner => {
  const { by, level } = task
  if (known && by !== null && known.by !== by && level !== null) {
    const held = known.file === null ? known.level : (statedLevel(join(run.root, known.file)) ?? 'staff')
    if (held !== null && !mayRead(level, held)) return { by: known.by, level: null }
  }
  return { by: by ?? known?.by ?? null, level }
}
