import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { RecordsError, RecordsFullError } from '../../src/desk/records-error.ts'
import type { Records } from '../../src/desk/records.ts'
import { openDatabase } from '../../src/desk/sqlite/open-database.ts'
import { createInbox } from '../../src/desk/sqlite/inbox.ts'
import { createStore } from '../../src/desk/sqlite/store.ts'
import { MIGRATIONS } from '../../src/desk/sqlite/schema.ts'
import { checkSettings } from '../../src/desk/sqlite/settings.ts'
import { createSqliteRecords, type SqliteRecordsOptions } from '../../src/desk/sqlite/sqlite-records.ts'
import { anUpdate, NOON } from '../contracts/an-update.ts'
import { aCase, aGivenAnswer, anAnswer, DAY, recordsContract } from '../contracts/records.ts'
import { followRecordsContract } from '../contracts/follow-records.ts'
import { scratchFolder } from '../support/scratch.ts'

const onDisk = () => {
  const folder = join(scratchFolder(), 'records')
  return { open: (now?: () => number) => createSqliteRecords(folder, now ? { now } : {}) }
}
recordsContract('SQLite', onDisk)
followRecordsContract('SQLite', onDisk)

const opened = (folder: string, options?: SqliteRecordsOptions): Records => {
  const records = createSqliteRecords(folder, options)
  onTestFinished(() => records.close())
  return records
}

const home = (): string => join(scratchFolder(), 'records')
const fileOf = (folder: string): string => join(folder, 'records.db')

const faultOf = (open: () => unknown): RecordsError => {
  try {
    open()
  } catch (error) {
    if (error instanceof RecordsError) return error
    throw error
  }
  throw new Error('it opened')
}

describe('the file of the records', () => {
  it('is readable by its owner alone, and so is its log', () => {
    const folder = home()
    opened(folder).notes.set('a', '1')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const modes = Object.fromEntries(
      readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]),
    )
    expect(modes).toMatchObject({ 'records.db': 0o600, 'records.db-wal': 0o600 })
    expect(Object.values(modes).every((mode) => mode === 0o600)).toBe(true)
  })

  it('is not trusted where SQLite does not keep what was set', () => {
    const database = new DatabaseSync(':memory:')
    onTestFinished(() => database.close())
    database.exec('PRAGMA busy_timeout = 5000')
    const fault = faultOf(() => checkSettings(database, '/du-lieu/records.db'))
    expect([fault.fault, fault.message]).toEqual(['not_kept', expect.stringContaining('journal_mode')])
  })

  it('is used by one program at a time; the second one says so in one line, and the first goes on', () => {
    const folder = home()
    const records = opened(folder)
    const fault = faultOf(() => createSqliteRecords(folder))
    expect(fault.fault).toBe('in_use')
    expect(fault.message).toMatch(/^Đã có một chương trình khác đang dùng.*\.$/)
    records.notes.set('a', '1')
    expect(records.notes.get('a')).toBe('1')
  })

  it('is free again once it was closed', () => {
    const folder = home()
    createSqliteRecords(folder).close()
    expect(opened(folder).inbox.size()).toBe(0)
  })

  it('of a newer program is left alone', () => {
    const folder = home()
    openDatabase(folder, [...MIGRATIONS, 'CREATE TABLE later (a)']).close()
    const before = readFileSync(fileOf(folder))
    const fault = faultOf(() => createSqliteRecords(folder))
    expect([fault.fault, fault.message]).toEqual(['newer', expect.stringContaining(fileOf(folder))])
    expect(readFileSync(fileOf(folder)).equals(before)).toBe(true)
  })

  it('of an older program is brought up to date, keeping what it holds; a step that fails leaves it as it was', () => {
    const folder = home()
    const old = createSqliteRecords(folder)
    old.notes.set('a', '1')
    old.close()
    expect(() => openDatabase(folder, [...MIGRATIONS, 'CREATE TABLE later (a); CREATE TABLE notes (a)'])).toThrow(
      'notes',
    )
    const between = opened(folder)
    expect(between.notes.get('a')).toBe('1')
    between.close()
    const { database, close } = openDatabase(folder, [...MIGRATIONS, 'ALTER TABLE notes ADD COLUMN later TEXT'])
    expect(database.prepare('SELECT name, value, later FROM notes').get()).toEqual({
      name: 'a',
      value: '1',
      later: null,
    })
    close()
  })

  const DAMAGES: readonly (readonly [what: string, damage: (file: string) => void])[] = [
    ['is no database at all', (file) => writeFileSync(file, 'không phải cơ sở dữ liệu'.repeat(200))],
    ['has been cut', (file) => truncateSync(file, 4096 * 3)],
    [
      'has a page of zeros',
      (file) => {
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.fill(0, 4096, 4096 * 3))
      },
    ],
  ]
  it.each(DAMAGES)('that %s is named, with what to do, and not touched', (_what, damage) => {
    const folder = home()
    const records = createSqliteRecords(folder)
    records.inbox.take(Array.from({ length: 200 }, (_, i) => anUpdate(i + 1)))
    records.close()
    damage(fileOf(folder))
    const before = readFileSync(fileOf(folder))
    const fault = faultOf(() => createSqliteRecords(folder))
    expect(fault.fault).toBe('damaged')
    expect(fault.message).toContain(fileOf(folder))
    expect(fault.message).toContain('bản sao lưu')
    expect(fault.message).not.toContain('\n')
    expect(readFileSync(fileOf(folder)).equals(before)).toBe(true)
  })

  it('is not made in a folder that cannot be written to', () => {
    const place = join(scratchFolder(), 'tep')
    writeFileSync(place, '')
    const fault = faultOf(() => createSqliteRecords(join(place, 'records')))
    expect([fault.fault, fault.message]).toEqual(['not_writable', expect.stringContaining('Không ghi được')])
  })
})

describe('what was erased', () => {
  const ID = 5_987_654_321
  /** A number as SQLite keeps it in a row (six bytes), in a row's own number, and as a fraction would be. */
  const encodings = (id: number): readonly Buffer[] => {
    const six = Buffer.alloc(6)
    six.writeUIntBE(id, 0, 6)
    const fraction = Buffer.alloc(8)
    fraction.writeDoubleBE(id)
    const varint: number[] = [id % 128]
    for (let rest = Math.floor(id / 128); rest > 0; rest = Math.floor(rest / 128)) varint.unshift((rest % 128) + 128)
    return [six, fraction, Buffer.from(varint), Buffer.from(String(id))]
  }
  const traces = (folder: string, words: readonly (string | Buffer)[]): readonly string[] =>
    readdirSync(folder).flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      return words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word.toString('latin1')}`)
    })

  it('is gone from the bytes of every file, also what was wiped or replaced long before', () => {
    const folder = home()
    const records = opened(folder, { now: () => NOON })
    const key = 'KhoaCuaNguoiHoiAbCdEf1'
    const person = { person: key, chat: key, lane: `${key}/0` }
    // others come before, between and after, so that pages are split, merged and used again
    let next = 1
    const others = (): void => {
      for (let batch = 0; batch < 10; batch++) records.transaction(() => Array.from({ length: 10 }, another))
    }
    const another = (): void => {
      const n = next++
      const other = { person: `nguoi-khac-${n % 50}`, chat: `nguoi-khac-${n % 50}`, lane: 'lane' }
      records.inbox.take([anUpdate(n, { ...other, body: 'x'.repeat((n * 37) % 900) })])
      records.answers.put(aGivenAnswer(`other-${n % 120}`, { ...other, question: 'y'.repeat((n * 91) % 1500) }))
      const { id } = records.outbox.put({ chat: other.chat, body: 'z'.repeat((n * 53) % 2500) })
      if (n % 2) records.outbox.sent(id, n)
      if (n % 3) records.inbox.end(n, 'done')
    }
    const secrets: string[] = []
    const all: string[] = []
    const secret = (what: string): string => {
      const word = `BIMAT-${what}-`
      secrets.push(word)
      all.push(word)
      return word.repeat(40)
    }
    // each can be found once it has been written, or the test would show nothing
    const expectWritten = (): void => {
      const words = [...secrets, key, encodings(ID)[0]!]
      expect(words.filter((word) => traces(folder, [word]).length === 0)).toEqual([])
      secrets.length = 0
    }
    const turn = (text: string) => ({ question: text, standalone: text, documentId: null })
    const talk = { conversation: `${key}/0/${key}`, person: key, at: NOON, messageId: 1, keep: 4 }

    others()
    records.addresses.remember(key, ID)
    records.inbox.take([anUpdate(1_000_001, { ...person, body: secret('hop-thu-da-xong') })])
    expectWritten()
    records.inbox.end(1_000_001, 'done')
    records.answers.put(
      aGivenAnswer('mine', { ...person, question: secret('cau-hoi-cu'), answer: anAnswer(secret('tra-loi-cu')) }),
    )
    records.conversations.add({ ...talk, turn: turn(secret('luot-cu')) })
    expectWritten()
    others()
    records.answers.put(aGivenAnswer('mine', { ...person, question: secret('cau-hoi-moi') }))
    records.conversations.add({ ...talk, turn: turn(secret('luot-moi')) })
    const sent = records.outbox.put({ chat: key, body: secret('da-gui'), answerId: 'mine' })
    expectWritten()
    records.outbox.sent(sent.id, 7)
    others()
    const opened1 = records.cases.open(
      aCase({ ...person, answerId: 'mine', question: secret('vu-viec'), name: secret('ten') }),
    )
    records.cases.update(opened1.id, { reply: secret('phan-hoi-cu') })
    expectWritten()
    records.cases.update(opened1.id, { reply: secret('phan-hoi'), name: null })
    const reply = { chat: 'staff', threadId: null, caseId: opened1.id, itemId: null, at: NOON }
    records.cases.replies.put({ ...reply, messageId: 1, text: secret('can-bo-viet') })
    // the question is also kept in the form that finds it again
    secrets.push('bimat vu viec')
    all.push('bimat vu viec')
    records.outbox.put({ chat: 'staff', body: secret('gui-can-bo'), caseId: opened1.id })
    records.uploads.put({ id: 'u', person: key, path: secret('duong-dan'), name: 'a', level: 'public', at: NOON })
    records.people.greet(key, NOON)
    records.people.countQuestion(key, '2026-11-23')
    records.inbox.take([anUpdate(1_000_002, { ...person, body: secret('hop-thu') })])
    others()

    expectWritten()
    records.erase(key)
    expect(traces(folder, [...all, key, ...encodings(ID)])).toEqual([])
    expect(statSync(join(folder, 'records.db-wal')).size).toBe(0)
    expect(records.answers.get('other-1')?.question).toMatch(/^y+$/)
  })

  it('is gone as well when it ran out of its time', () => {
    const folder = home()
    const records = opened(folder, { now: () => NOON })
    records.answers.put(aGivenAnswer('mine', { question: 'BIMAT-cau-hoi' }))
    records.addresses.remember('an', ID)
    expect(traces(folder, ['BIMAT-cau-hoi'])).toHaveLength(1)
    records.expire(NOON + 91 * DAY, 90)
    expect(traces(folder, ['BIMAT-cau-hoi', ...encodings(ID)])).toEqual([])
  })
})

describe('when something happens to the program or its disk', () => {
  it('says that the disk is full, keeps what it had, and goes on once there is room', () => {
    const records = opened(home(), { now: () => NOON, maxPages: 120 })
    const body = 'b'.repeat(900)
    const kept: number[] = []
    let failure: unknown = null
    for (let id = 1; id <= 5000 && failure === null; id++)
      try {
        records.transaction(() => {
          records.inbox.take([anUpdate(id, { body })])
          records.outbox.put({ chat: 'an', body, answerId: String(id) })
        })
        kept.push(id)
      } catch (error) {
        failure = error
      }
    expect(failure).toBeInstanceOf(RecordsFullError)
    expect(kept.length).toBeGreaterThan(20)
    expect(records.inbox.open().map(({ updateId }) => updateId)).toEqual(kept)
    expect(records.outbox.queued().map(({ answerId }) => Number(answerId))).toEqual(kept)
    expect(() => records.notes.set('big', 'x'.repeat(100_000))).toThrow(RecordsFullError)
    records.expire(NOON + 91 * DAY, 90)
    records.notes.set('big', 'x'.repeat(100_000))
    expect(records.notes.get('big')).toHaveLength(100_000)
  })

  it('takes all of a transaction back when the disk fills in its midst and the error is swallowed', () => {
    const records = opened(home(), { maxPages: 60 })
    expect(() =>
      records.transaction(() => {
        records.notes.set('before', '1')
        expect(() => records.notes.set('big', 'x'.repeat(1_000_000))).toThrow(RecordsFullError)
        records.notes.set('after', '1')
      }),
    ).toThrow()
    const left = [records.notes.get('before'), records.notes.get('after')]
    expect(left).toEqual([null, null])
  })

  it('has everything that it said was written after the program was killed again and again', async () => {
    const folder = home()
    const program = join(import.meta.dirname, '../support/write-records-forever.ts')
    let last = 0
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [program, folder, String(last + 1)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const exit = once(child, 'exit')
      const enough = last + 40 + round * 23
      for await (const line of createInterface({ input: child.stdout })) {
        last = Number(line)
        if (last >= enough) child.kill('SIGKILL')
      }
      expect((await exit)[1]).toBe('SIGKILL')
    }
    const copy = `${fileOf(folder)}.copy`
    for (const end of ['', '-wal']) copyFileSync(fileOf(folder) + end, copy + end)
    const database = new DatabaseSync(copy)
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    database.close()
    rmSync(copy)
    const records = opened(folder)
    const open = new Set(records.inbox.open().map(({ updateId }) => updateId))
    const acknowledged = Array.from({ length: last }, (_, i) => i + 1)
    expect(acknowledged.filter((id) => open.has(id) === (id % 3 === 0))).toEqual([])
    expect(records.inbox.take(acknowledged.map((id) => anUpdate(id)))).toEqual([])
    // a row and its count went in together: the last ones may have been written without having been told
    expect(records.people.questionsOf('an', '2026-11-23')).toBeGreaterThanOrEqual(last)
  })
})

it('flushes everything again after a count that need not be', () => {
  const { database, close } = openDatabase(home())
  onTestFinished(close)
  const store = createStore(database)
  const level = (): unknown => database.prepare('PRAGMA synchronous').get()
  const inbox = createInbox(store)
  const seen = store.unflushed(level)
  expect(() => store.unflushed(() => store.run('SELECT nothing'))).toThrow('nothing')
  inbox.take([anUpdate(1)])
  inbox.begin(1)
  expect([seen, level(), store.transaction(() => store.unflushed(level))]).toEqual([
    { synchronous: 1 },
    { synchronous: 2 },
    { synchronous: 2 },
  ])
})

describe('what is asked while somebody waits', () => {
  it('never reads a whole table', () => {
    const asked = new Set<string>()
    const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
    onTestFinished(() => prepare.mockRestore())
    const folder = home()
    const records = createSqliteRecords(folder)
    prepare.mockClear()
    const { id: caseId } = records.cases.open(aCase())
    const { id } = records.outbox.put({ chat: 'an', body: 'b', answerId: 'a' })
    records.inbox.take([anUpdate(1)])
    records.answers.put(aGivenAnswer('a'))
    const turn = { question: 'q', standalone: 'q', documentId: null }
    records.conversations.add({ conversation: 'c', person: 'an', at: 1, messageId: 1, turn, keep: 4 })
    records.conversations.turns('c', 0)
    records.conversations.forget('c')
    records.inbox.isSuperseded(anUpdate(1))
    records.inbox.open()
    records.inbox.size()
    records.inbox.size('lane')
    records.inbox.begin(1)
    records.inbox.end(1, 'done')
    records.outbox.queued()
    records.outbox.isQueued(id)
    records.outbox.find('an', 1)
    records.outbox.ofAnswer('a')
    records.outbox.ofCase(caseId)
    records.outbox.postponed(id, 1)
    records.outbox.sent(id, 1)
    records.outbox.closed(id)
    records.outbox.withdraw('a')
    records.answers.get('a')
    records.answers.ofMessage('an', 1)
    records.people.greet('an', 1)
    records.people.isGreeted('an')
    records.people.questionsOf('an', 'd')
    records.people.countQuestion('an', 'd')
    records.addresses.remember('an', 1)
    records.addresses.idOf('an')
    records.cases.get(caseId)
    records.cases.ofAnswer('a')
    records.cases.ofRefusal('a')
    records.cases.listOpen(5)
    records.cases.countOpen()
    records.cases.countOpen('an')
    records.cases.update(caseId, { state: 'closed' })
    records.cases.replies.get('staff', 1)
    records.cases.replies.of(caseId)
    records.follows.of('an')
    records.follows.people('', 25)
    records.follows.waiting(NOON)
    records.follows.handedOver(1)
    records.follows.settleHandedOver()
    records.follows.openRounds()
    records.erase('an')
    for (const [sql] of prepare.mock.calls) asked.add(sql)
    prepare.mockRestore()
    records.close()

    const database = new DatabaseSync(fileOf(folder))
    onTestFinished(() => database.close())
    // these hold what is open or waits, and uploads of a few admins
    const small = /USING (?:COVERING )?INDEX (?:inboxLane|outboxQueued|outboxRound|casesOpen|roundsOpen)|^SCAN uploads/
    const whole = [...asked].flatMap((sql) =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .filter(({ detail }) => /^SCAN (?!CONSTANT|\d)/.test(detail) && !small.test(detail))
        .map(({ detail }) => `${detail}: ${sql}`),
    )
    expect(asked.size).toBeGreaterThan(40)
    expect(whole).toEqual([])
  })
})
