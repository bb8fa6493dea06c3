/** The records in one SQLite file of this machine (`records.db` in `folder`), written by one program at a time. */
import { createHash } from 'node:crypto'
import type { Records } from '../records.ts'
import { createAnswers } from './answers.ts'
import { createAudit, type Seal } from './audit.ts'
import { createCases } from './cases.ts'
import { createConversations } from './conversations.ts'
import { erase, expire } from './forget.ts'
import { createFollows } from './follows.ts'
import { createInbox } from './inbox.ts'
import { openDatabase } from './open-database.ts'
import { createInvitations, createMembers } from './members.ts'
import { createOutbox } from './outbox.ts'
import { createAddresses, createPeople } from './people.ts'
import { createSpending } from './spending.ts'
import { createStatistics } from './statistics.ts'
import { createStore } from './store.ts'
import { createNotes, createUploads } from './uploads.ts'

export interface SqliteRecordsOptions {
  readonly now?: () => number
  /** Largest size of the file in pages of 4 KiB, for a disk that is to be left some room; none by itself. */
  readonly maxPages?: number
  /** What the log of acts is sealed with, made with a secret from outside the file (person-key.ts); without one, a plain digest. */
  readonly seal?: Seal
}

/**
 * Make the key of persons first (person-key.ts): it refuses to be made for records that are already there.
 * @throws {RecordsError} with one Vietnamese line; nothing on disk was changed then
 */
export const createSqliteRecords = (
  folder: string,
  { now = Date.now, maxPages, seal = digest }: SqliteRecordsOptions = {},
): Records => {
  const { database, close } = openDatabase(folder)
  if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`)
  const store = createStore(database)
  return {
    addresses: createAddresses(store, now),
    inbox: createInbox(store),
    outbox: createOutbox(store, now),
    conversations: createConversations(store),
    answers: createAnswers(store),
    people: createPeople(store),
    members: createMembers(store),
    invitations: createInvitations(store),
    spending: createSpending(store),
    cases: createCases(store),
    uploads: createUploads(store),
    follows: createFollows(store),
    notes: createNotes(store),
    audit: createAudit(store, seal),
    statistics: createStatistics(store),
    transaction: store.transaction,
    erase: (person) => erase(store, person),
    expire: (at, days) => expire(store, at, days),
    close,
  }
}

const digest: Seal = (text) => createHash('sha256').update(text).digest('base64url')
