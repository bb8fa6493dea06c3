/** Follows, what has been seen of the library, and rounds of news. */
import type { Level } from '../../access.ts'
import type { DocumentFact, Follow, FollowRecords, Round, RoundItem } from '../follow-records.ts'
import type { Topic } from '../follow-topic.ts'
import type { Store } from './store.ts'

interface FollowRow extends Omit<Follow, 'topic'> {
  readonly topic: string
}
interface RoundRow extends Omit<Round, 'items'> {
  readonly items: string
}

const ROUND = 'id, items, firstAt, lastAt, cursor'
/** Stands for “this level has been looked at”, also where there was nothing to see. */
const LOOKED_AT: DocumentFact = { documentId: '', fact: 'looked at' }

export const createFollows = (store: Store): FollowRecords => ({
  put: ({ topic, ...follow }) =>
    void store.run(
      `INSERT INTO follows (id, person, topic, at) VALUES (:id, :person, :topic, :at)
        ON CONFLICT (id) DO UPDATE SET person = excluded.person, topic = excluded.topic, at = excluded.at`,
      { ...follow, topic: JSON.stringify(topic) },
    ),
  get: (id) => followOf(store.row<FollowRow>('SELECT id, person, topic, at FROM follows WHERE id = :id', { id })),
  of: (person) =>
    store
      .rows<FollowRow>('SELECT id, person, topic, at FROM follows WHERE person = :person ORDER BY at, id', { person })
      .map((row) => followOf(row)!),
  remove: (id) => void store.run('DELETE FROM follows WHERE id = :id', { id }),
  removeAll: (person) => store.run('DELETE FROM follows WHERE person = :person', { person }),
  people: (after, most) =>
    store
      .rows<{ person: string }>(
        'SELECT DISTINCT person FROM follows WHERE person > :after ORDER BY person LIMIT :most',
        { after, most },
      )
      .map(({ person }) => person),

  facts: (level) => {
    const found = store.rows<DocumentFact>('SELECT documentId, fact FROM documentFacts WHERE level = :level', { level })
    return found.length === 0 ? null : found.filter(({ documentId }) => documentId !== LOOKED_AT.documentId)
  },
  note: (level, facts) =>
    store.transaction(() => {
      for (const fact of [LOOKED_AT, ...facts])
        store.run('INSERT OR IGNORE INTO documentFacts (level, documentId, fact) VALUES (:level, :documentId, :fact)', rowOf(level, fact)) // prettier-ignore
    }),
  forget: (level, facts) =>
    store.transaction(() => {
      for (const fact of facts)
        store.run('DELETE FROM documentFacts WHERE level = :level AND documentId = :documentId AND fact = :fact', rowOf(level, fact)) // prettier-ignore
    }),

  openRounds: () =>
    store.rows<RoundRow>(`SELECT ${ROUND} FROM rounds WHERE isOpen = 1 ORDER BY id`).map((row) => roundOf(row)!),
  round: (id) => roundOf(store.row<RoundRow>(`SELECT ${ROUND} FROM rounds WHERE id = :id`, { id })),
  begin: ({ items, firstAt, lastAt }) =>
    store.row<{ id: number }>(
      `INSERT INTO rounds (items, firstAt, lastAt, cursor, isOpen) VALUES (:items, :firstAt, :lastAt, '', 1) RETURNING id`,
      { items: JSON.stringify(items), firstAt, lastAt },
    )!.id,
  change: ({ items, ...round }) =>
    void store.run(
      'UPDATE rounds SET items = :items, firstAt = :firstAt, lastAt = :lastAt, cursor = :cursor WHERE id = :id',
      { ...round, items: JSON.stringify(items) },
    ),
  end: (id) => void store.run(`UPDATE rounds SET isOpen = 0, cursor = '' WHERE id = :id`, { id }),

  waiting: (now) =>
    store.row<{ n: number }>(
      `SELECT count(*) AS n FROM outbox WHERE round IS NOT NULL AND state = 'queued' AND notBefore <= :now`,
      { now },
    )!.n,
  handedOver: (id) =>
    store.unflushed(() => void store.run('UPDATE outbox SET isHandedOver = 1 WHERE id = :id', { id })),
  handedBack: (id) =>
    store.unflushed(() => void store.run('UPDATE outbox SET isHandedOver = 0 WHERE id = :id', { id })),
  settleHandedOver: () =>
    store.run(`UPDATE outbox SET state = 'sent', body = NULL WHERE round IS NOT NULL AND state = 'queued' AND isHandedOver = 1`), // prettier-ignore
})

const rowOf = (level: Level, { documentId, fact }: DocumentFact) => ({ level, documentId, fact })

const followOf = (row: FollowRow | null): Follow | null => row && { ...row, topic: JSON.parse(row.topic) as Topic }

const roundOf = (row: RoundRow | null): Round | null =>
  row && { ...row, items: JSON.parse(row.items) as readonly RoundItem[] }
