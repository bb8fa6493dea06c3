/** What questions have used of the models, by day and person. */
import type { SpendingBook } from '../../models/guard/budget.ts'
import type { Store } from './store.ts'

/** The row of all together, which stays when a person is erased: no key is empty. */
const ALL = ''

export const createSpending = (store: Store): SpendingBook => ({
  spent: (day, person) =>
    store.row<{ tokens: number; cost: number }>(
      'SELECT tokens, cost FROM spending WHERE person = :person AND day = :day',
      {
        person: person ?? ALL,
        day,
      },
    ) ?? { tokens: 0, cost: 0 },
  add: (day, person, { tokens, cost }) =>
    store.unflushed(
      () =>
        void store.run(
          `INSERT INTO spending (person, day, tokens, cost) VALUES (:person, :day, :tokens, :cost)
            ON CONFLICT (person, day) DO UPDATE SET tokens = tokens + excluded.tokens, cost = cost + excluded.cost`,
          { person: person ?? ALL, day, tokens, cost },
        ),
    ),
})
