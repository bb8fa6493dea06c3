/** Counts by day and outcome: of the answers that are kept they are read off, of others they were written down when these went. */
import type { CountedAnswer, DayCount, Statistics } from '../statistics-records.ts'
import type { Store } from './store.ts'

const STATUS = "json_extract(answer, '$.status')"
const REASON = "json_extract(answer, '$.reason')"
const OUTCOME = `CASE WHEN ${STATUS} = 'refused' AND ${REASON} = 'ambiguous' THEN 'askedBack' ELSE ${STATUS} END`
/** Việt Nam is seven hours ahead of UTC the whole year. */
const DAY = "date(at / 1000 + 7 * 3600, 'unixepoch')"

/** Adds the answers that a condition holds for to the counts of their days: run it before they go. */
export const keepCounts = (where: string): string =>
  `INSERT INTO dailyCounts (day, outcome, count) SELECT ${DAY}, ${OUTCOME}, count(*) FROM answers WHERE ${where} GROUP BY 1, 2
    ON CONFLICT (day, outcome) DO UPDATE SET count = count + excluded.count`

type Row = Omit<CountedAnswer, 'documents'> & { readonly documents: string }

export const createStatistics = (store: Store): Statistics => ({
  answers: (since, after, limit) =>
    store
      .rows<Row>(
        `SELECT rowid AS n, at, person, level, ${OUTCOME} AS outcome,
            coalesce(json_extract(answer, '$.timings.totalMs'), 0) AS ms,
            (SELECT json_group_array(DISTINCT json_extract(value, '$.documentId')) FROM json_each(answer, '$.citations')) AS documents,
            CASE WHEN ${STATUS} = 'refused' AND ${REASON} = 'not_found' THEN question END AS notFound
          FROM answers WHERE rowid > :after AND at >= :since ORDER BY rowid LIMIT :limit`,
        { since, after, limit },
      )
      .map((row) => ({ ...row, documents: JSON.parse(row.documents) as string[] })),
  past: (fromDay) =>
    store.rows<DayCount>('SELECT day, outcome, count FROM dailyCounts WHERE day >= :fromDay ORDER BY day, outcome', {
      fromDay,
    }),
})
