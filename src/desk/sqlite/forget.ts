/** What the records let go of: a person who asks for it, and what is older than may be kept. */
import type { Key } from '../records.ts'
import { WIPED } from './inbox.ts'
import { keepCounts } from './statistics.ts'
import type { Store } from './store.ts'

const DAY_MS = 86_400_000
/** Telegram keeps an update for a day at most, and may begin its ids anew after a week without any (Bot API, Update). */
const DEDUPE_MS = 7 * DAY_MS
/** How long the counts of days are kept: a year can be shown beside the one before. */
const COUNTED_DAYS = 2 * 366

/** The rows under a key, in one transaction; then the log is emptied, and with `secure_delete` the bytes are gone. */
export const erase = (store: Store, person: Key): void => {
  store.transaction(() => {
    for (const sql of ERASE) store.run(sql, sql.includes(':person') ? { person } : {})
  })
  store.settle()
}

// The log of acts stays whole, under keys that nothing leads back from once the address is gone: it answers for what was done with
// rights, and a row less would look like one taken away. Nor does it expire.
// the ids of updates stay, so that an update that Telegram brings again is not taken for a new one
const ERASE: readonly string[] = [
  `UPDATE inbox SET state = 'done', ${WIPED} WHERE isOpen = 1 AND (person = :person OR chat = :person)`,
  // whose edit it was cannot be told any more: every one that no open item needs goes
  `UPDATE inbox SET message = NULL WHERE message IS NOT NULL AND isOpen = 0
    AND NOT EXISTS (SELECT 1 FROM inbox AS older WHERE older.message = inbox.message AND older.isOpen = 1)`,
  'DELETE FROM outbox WHERE answerId IN (SELECT id FROM answers WHERE person = :person AND person <> chat)',
  'DELETE FROM outbox WHERE caseId IN (SELECT id FROM cases WHERE person = :person)',
  'DELETE FROM outbox WHERE chat = :person AND messageId IS NULL',
  'DELETE FROM outbox WHERE chat = :person AND messageId IS NOT NULL',
  'DELETE FROM turns WHERE person = :person',
  // that something was asked on a day says nothing of who asked
  keepCounts('chat = :person'),
  'DELETE FROM answers WHERE chat = :person',
  keepCounts('person = :person AND person <> chat'),
  'DELETE FROM answers WHERE person = :person AND person <> chat',
  'DELETE FROM caseReplies WHERE caseId IN (SELECT id FROM cases WHERE person = :person)',
  'DELETE FROM cases WHERE person = :person',
  'DELETE FROM uploads WHERE person = :person',
  'DELETE FROM follows WHERE person = :person',
  // how far a round has come is told by the follower before
  `UPDATE rounds SET cursor = coalesce((SELECT max(person) FROM follows WHERE person < :person), '') WHERE isOpen = 1 AND cursor = :person`,
  'DELETE FROM usage WHERE person = :person',
  'DELETE FROM spending WHERE person = :person',
  'DELETE FROM people WHERE person = :person',
  'DELETE FROM members WHERE person = :person',
  // what they issued goes with them; whoever waits for an admin is left waiting
  `DELETE FROM invitations WHERE person = :person OR (by = :person AND state <> 'waiting')`,
  `UPDATE invitations SET by = '' WHERE by = :person`,
  // whose menu of commands the settings made (bot/register-commands.ts): keys with a space between them
  `UPDATE notes SET value = replace(value, :person, '') WHERE name = 'commands named' AND instr(value, :person) > 0`,
  'DELETE FROM addresses WHERE key = :person',
]

export const expire = (store: Store, now: number, days: number): void => {
  const old = now - days * DAY_MS
  const times = {
    old,
    taken: now - DEDUPE_MS,
    stuck: Math.min(old, now - DEDUPE_MS),
    day: new Date(now - 2 * DAY_MS).toISOString().slice(0, 10),
    longAgo: new Date(now - COUNTED_DAYS * DAY_MS).toISOString().slice(0, 10),
  }
  store.transaction(() => {
    for (const [sql, ...names] of EXPIRE) store.run(sql, Object.fromEntries(names.map((name) => [name, times[name]])))
  })
  store.settle()
}

const EXPIRE: readonly (readonly [sql: string, ...times: ('old' | 'taken' | 'stuck' | 'day' | 'longAgo')[]])[] = [
  ['DELETE FROM inbox WHERE isOpen = 0 AND receivedAt < :taken', 'taken'],
  ['DELETE FROM inbox WHERE receivedAt < :stuck', 'stuck'],
  ['DELETE FROM turns WHERE at < :old', 'old'],
  [keepCounts('at < :old'), 'old'],
  ['DELETE FROM answers WHERE at < :old', 'old'],
  ['DELETE FROM dailyCounts WHERE day < :longAgo', 'longAgo'],
  [`DELETE FROM cases WHERE state <> 'open' AND coalesce(repliedAt, openedAt) < :old`, 'old'],
  ['DELETE FROM caseReplies WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = caseReplies.caseId)'],
  // what was sent is needed as long as what it belongs to
  [
    `DELETE FROM outbox WHERE state <> 'queued'
      AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.id = outbox.answerId)
      AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = outbox.caseId)`,
  ],
  [`DELETE FROM outbox WHERE state = 'queued' AND queuedAt < :old`, 'old'],
  // a round is looked up as long as a message of it waits
  [
    `DELETE FROM rounds WHERE isOpen = 0 AND lastAt < :old AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.round = rounds.id AND outbox.state = 'queued')`,
    'old',
  ],
  ['DELETE FROM usage WHERE day < :day', 'day'],
  [`DELETE FROM spending WHERE person <> '' AND day < :day`, 'day'],
  [`DELETE FROM people WHERE level = 'public' AND greetedAt < :old`, 'old'],
  [`DELETE FROM invitations WHERE expiresAt < :old`, 'old'],
  // groups (their ids are negative) are no persons, and the staff's may lie quiet for long
  [
    `DELETE FROM addresses WHERE telegramId > 0 AND seenAt < :old
      AND NOT EXISTS (SELECT 1 FROM inbox WHERE isOpen = 1 AND inbox.person = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM inbox WHERE isOpen = 1 AND inbox.chat = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.chat = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.person = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.person = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM members WHERE members.person = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM invitations WHERE state = 'waiting' AND invitations.person = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM uploads WHERE uploads.person = addresses.key)
      AND NOT EXISTS (SELECT 1 FROM follows WHERE follows.person = addresses.key)`,
    'old',
  ],
]
