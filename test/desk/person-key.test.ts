import { createHmac } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { RecordsError } from '../../src/desk/records-error.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { scratchFolder } from '../support/scratch.ts'

const ID = 5_987_654_321

const faultOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof RecordsError) return `${error.fault}: ${error.message}`
    throw error
  }
  return 'none'
}

describe('the key of a person', () => {
  it('is the same after a restart, another one elsewhere, and says nothing of the id', () => {
    const folder = join(scratchFolder(), 'records')
    const key = createPersonKeys(folder).keyOf(ID)
    expect(key).toMatch(/^[\w-]{22}$/)
    expect(createPersonKeys(folder).keyOf(ID)).toBe(key)
    expect(createPersonKeys(scratchFolder()).keyOf(ID)).not.toBe(key)
    const secret = Buffer.from(readFileSync(join(folder, 'person.key'), 'latin1').trim(), 'hex')
    expect(secret).toHaveLength(32)
    expect(key).toBe(createHmac('sha256', secret).update(String(ID)).digest('base64url').slice(0, 22))
  })

  it('is another one for every person and group, however many are asked about', () => {
    const { keyOf } = createPersonKeys(scratchFolder())
    const ids = Array.from({ length: 3_000 }, (_, i) => (i % 2 ? ID + i : -1_001_000_000_000 - i))
    const keys = ids.map(keyOf)
    expect(new Set(keys).size).toBe(3_000)
    expect(ids.map(keyOf)).toEqual(keys)
    expect(() => keyOf(1.5)).toThrow('whole number')
  })

  it('rests on a file of its own that nobody else can read, made whole', () => {
    const folder = join(scratchFolder(), 'records')
    createPersonKeys(folder)
    expect(readdirSync(folder)).toEqual(['person.key'])
    expect(statSync(join(folder, 'person.key')).mode & 0o777).toBe(0o600)
  })

  it('is not made anew beside records that know people by another', () => {
    const folder = join(scratchFolder(), 'records')
    createPersonKeys(folder)
    createSqliteRecords(folder).close()
    const file = join(folder, 'person.key')
    rmSync(file)
    const fault = faultOf(() => createPersonKeys(folder))
    expect(fault).toMatch(/^key_missing: .*bản sao lưu/)
    expect(fault).toContain(file)
    expect(readdirSync(folder)).not.toContain('person.key')
  })

  it.each(['', 'ngắn', 'g'.repeat(64), '0'.repeat(63)])('is not taken from a damaged file (“%s”)', (content) => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'person.key'), content)
    expect(faultOf(() => createPersonKeys(folder))).toMatch(/^key_damaged: /)
    expect(readFileSync(join(folder, 'person.key'), 'utf8')).toBe(content)
  })
})
