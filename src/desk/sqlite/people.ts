/** Who has been greeted, how much they have asked today, and the one table with Telegram's ids. */
import type { Addresses, People } from '../records.ts'
import type { Store } from './store.ts'

const DAY_MS = 86_400_000

export const createPeople = (store: Store): People => ({
  isGreeted: (person) =>
    store.row('SELECT 1 FROM people WHERE person = :person AND greetedAt IS NOT NULL', { person }) !== null,
  greet: (person, at) => ({
    isFirst:
      store.run(
        `INSERT INTO people (person, greetedAt) VALUES (:person, :at)
          ON CONFLICT (person) DO UPDATE SET greetedAt = excluded.greetedAt WHERE greetedAt IS NULL`,
        { person, at },
      ) > 0,
  }),
  questionsOf: (person, day) =>
    store.row<{ questions: number }>('SELECT questions FROM usage WHERE person = :person AND day = :day', {
      person,
      day,
    })?.questions ?? 0,
  countQuestion: (person, day) =>
    store.unflushed(() => store.row<{ questions: number }>(COUNT, { person, day })!.questions),
})

const COUNT = `INSERT INTO usage (person, day, questions) VALUES (:person, :day, 1)
  ON CONFLICT (person, day) DO UPDATE SET questions = questions + 1 RETURNING questions`

export const createAddresses = (store: Store, now: () => number): Addresses => ({
  // an address that is there is written again once a day at most: a call that changes nothing costs no write
  remember: (key, telegramId) =>
    void store.run(
      `INSERT INTO addresses (key, telegramId, seenAt) VALUES (:key, :telegramId, :now)
        ON CONFLICT (key) DO UPDATE SET telegramId = excluded.telegramId, seenAt = excluded.seenAt
          WHERE telegramId <> excluded.telegramId OR seenAt < excluded.seenAt - ${DAY_MS}`,
      { key, telegramId, now: now() },
    ),
  idOf: (key) =>
    store.row<{ telegramId: number }>('SELECT telegramId FROM addresses WHERE key = :key', { key })?.telegramId ?? null,
})
