/** The log of acts as rows of a chain, and a head that knows how far it goes: rows taken from its end are missed too. */
import type { Audit, AuditEntry, AuditRow } from '../audit-records.ts'
import type { Store } from './store.ts'

/** Turns a text into a short one that nobody makes without the secret. */
export type Seal = (text: string) => string

interface Head {
  readonly n: number
  readonly seal: string
  readonly ownSeal: string
}

const FIELDS = 'n, at, actor, action, target, before, after, reason, seal'

export const createAudit = (store: Store, seal: Seal): Audit => {
  const sealOf = ({ n, at, actor, action, target, before, after, reason }: Omit<AuditRow, 'seal'>, previous: string) =>
    seal(JSON.stringify([previous, n, at, actor, action, target, before, after, reason]))
  const sealOfHead = (n: number, last: string): string => seal(JSON.stringify(['head', n, last]))
  const head = (): Head | null => store.row<Head>('SELECT n, seal, ownSeal FROM auditHead')
  /** The number that SQLite itself gave last: it stands even where rows and head are gone. */
  const counted = (): number =>
    store.row<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")?.seq ?? 0

  const add = (entry: AuditEntry): AuditRow => {
    const { at, actor, action, target, before, after, reason } = entry
    // from the head and not from the last row: where that was taken away, the gap stays
    const last = head()
    const n = Math.max(last?.n ?? 0, counted()) + 1
    // a head that another hand has made is not gone on from: the chain stays broken where it was
    const previous = last && last.ownSeal === sealOfHead(last.n, last.seal) ? last.seal : ''
    const plain = { n, at, actor, action, target, before, after, reason }
    const row = { ...plain, seal: sealOf(plain, previous) }
    store.run(
      `INSERT INTO audit (${FIELDS}) VALUES (:n, :at, :actor, :action, :target, :before, :after, :reason, :seal)`,
      row,
    )
    store.run(
      `INSERT INTO auditHead (id, n, seal, ownSeal) VALUES (0, :n, :seal, :ownSeal)
        ON CONFLICT (id) DO UPDATE SET n = excluded.n, seal = excluded.seal, ownSeal = excluded.ownSeal`,
      { n, seal: row.seal, ownSeal: sealOfHead(n, row.seal) },
    )
    return row
  }

  return {
    add: (entry) => store.transaction(() => add(entry)),
    last: (count) => store.rows<AuditRow>(`SELECT ${FIELDS} FROM audit ORDER BY n DESC LIMIT :count`, { count }),
    check: () => {
      const rows = store.rows<AuditRow>(`SELECT ${FIELDS} FROM audit ORDER BY n`)
      let previous = ''
      for (const [index, row] of rows.entries()) {
        const isNext = row.n === index + 1 && row.seal === sealOf(row, previous)
        if (!isNext) return { isWhole: false, rows: rows.length, at: index + 1 }
        previous = row.seal
      }
      const end = head()
      const isEnd = end
        ? end.n === rows.length && end.seal === previous && end.ownSeal === sealOfHead(end.n, end.seal)
        : rows.length === 0
      return isEnd && counted() === rows.length
        ? { isWhole: true, rows: rows.length, seal: end?.seal ?? null }
        : { isWhole: false, rows: rows.length, at: rows.length + 1 }
    },
  }
}
