/** The part of the composition root through which staff change how a document stands: its sidecar, its file, and the index after them. */
import { createHash } from 'node:crypto'
import type { Changed, StaffHouse, Standing } from './bot/staff-house.ts'
import { changeSidecar } from './ingest/change-sidecar.ts'
import { digestOf } from './ingest/file-digest.ts'
import type { IngestAside } from './ingest/ingest-aside.ts'
import { pathOfSource } from './ingest/path-of-source.ts'
import type { FileReport } from './ingest/report.ts'
import { forgetAside, moveAside, moveBack, placeOf } from './ingest/shelve-aside.ts'
import type { DocumentCard } from './search/search-index.ts'
import type { OpenSnapshot } from './search/snapshot/open-snapshot.ts'

export interface ChangeParts {
  readonly index: { open(): OpenSnapshot | null }
  readonly dataDir: string
  readonly base: string
  readonly ingest: IngestAside['ingest']
}

type Refused = Extract<Changed, { ok: false }>
type Changes = Pick<StaffHouse, 'standing' | 'changeDocument' | 'removeDocument' | 'restoreDocument'>

const refuse = (reason: Refused['reason'], message: string | null = null): Refused => ({ ok: false, reason, message })

export const createDocumentChanges = ({ index, dataDir, base, ingest }: ChangeParts): Changes => {
  const cardOf = (id: string): DocumentCard | undefined => index.open()?.scope('staff').library.card(id)
  const standing = (id: string): Standing | null => {
    const snapshot = index.open()
    const card = snapshot?.scope('staff').library.card(id)
    const digest = snapshot?.digestOf(id)
    return card && digest ? { card, mark: markOf(digest, card.level) } : null
  }
  /** The one file taken in again; what it was refused for, or null. */
  const takeIn = async (path: string, signal?: AbortSignal): Promise<Refused | null> => {
    const done = await ingest([path], signal)
    if (!done.ok) return refuse(done.reason)
    const file = done.report.files[0]
    return file && TAKEN.has(file.outcome) ? null : refuse('refused', file?.message ?? null)
  }

  return {
    standing,
    changeDocument: async (id, mark, changes, signal) => {
      const found = standing(id)
      if (!found) return refuse('gone')
      if (found.mark !== mark) return refuse('moved')
      const { card } = found
      const path = pathOfSource(card.source, base)
      const digest = path === null ? null : await digestOf(path)
      if (path === null || digest === null) return refuse('missing')
      // what is said was said of the text that was seen
      if (!index.open()!.digestOf(id)?.startsWith(`${digest}.`)) return refuse('changed')
      const written = changeSidecar(path, changes)
      if (!written.ok) return refuse(written.reason, written.message)
      const fault = await takeIn(path, signal)
      if (fault) {
        written.undo()
        return fault
      }
      const after = cardOf(id)
      return after ? { ok: true, before: card, after } : refuse('internal')
    },
    removeDocument: async (id, mark, signal) => {
      const found = standing(id)
      const place = placeOf(dataDir, id)
      if (!found) return place ? { ok: true, before: null } : refuse('gone')
      if (found.mark !== mark) return refuse('moved')
      const { card } = found
      const moved = moveAside(dataDir, id, pathOfSource(card.source, base), card.level)
      if (!moved.ok) return refuse(moved.reason)
      const done = await ingest([moved.path], signal)
      if (!done.ok) {
        if (moveBack(dataDir, id).ok) forgetAside(dataDir, id)
        return refuse(done.reason)
      }
      return cardOf(id) ? refuse('internal') : { ok: true, before: card }
    },
    restoreDocument: async (id, signal) => {
      const back = moveBack(dataDir, id)
      if (!back.ok) {
        const card = cardOf(id)
        return card && back.reason === 'missing' ? { ok: true, before: card, after: card } : refuse(back.reason)
      }
      const fault = await takeIn(back.path, signal)
      if (fault) return fault
      forgetAside(dataDir, id)
      const after = cardOf(id)
      return after ? { ok: true, before: null, after } : refuse('internal')
    },
  }
}

/** `unchanged`: an earlier attempt got that far before it was cut off. */
const TAKEN: ReadonlySet<FileReport['outcome']> = new Set(['added', 'changed', 'unchanged'])

const markOf = (digest: string, level: string): string =>
  createHash('sha256').update(`${digest} ${level}`).digest('hex').slice(0, 8)
