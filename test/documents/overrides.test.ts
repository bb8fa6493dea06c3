import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseSidecar, readOverrides } from '../../src/documents/metadata/overrides.ts'

const parse = (value: unknown) => parseSidecar('a.docx.meta.json', JSON.stringify(value))

describe('a sidecar', () => {
  it('states what it states', () => {
    const stated = {
      title: 'Quy định',
      kind: 'Quy định',
      number: '37-QĐ/TU',
      issuer: 'Tỉnh ủy',
      date: '05/06/2021',
      term: '2020 – 2025',
      url: 'https://lamson.vn/a',
      validity: 'replaced',
      replaces: '1-QĐ/TU; 2-QĐ/TU',
      level: 'member',
      section: null,
    }
    expect(parse(stated)).toEqual({
      ok: true,
      overrides: {
        ...stated,
        kind: 'regulation',
        date: '2021-06-05',
        term: { from: 2020, to: 2025 },
        replaces: ['1-QĐ/TU', '2-QĐ/TU'],
      },
    })
  })

  it.each([
    [{ tittle: 'x' }, /a\.docx\.meta\.json.*tittle/],
    [{ date: '2021-02-30' }, /date/],
    [{ date: 'hôm qua' }, /date.*2020-07-30/],
    [{ kind: 'bài thơ' }, /kind/],
    [{ level: 'secret' }, /level.*public, member, staff/],
    [{ validity: 'ok' }, /validity/],
    [{ term: '2025-2020' }, /term/],
    [{ url: 'javascript:alert(1)' }, /url/],
    [{ title: '  ' }, /title/],
    [{ title: 5, level: 1 }, /title.*level/],
    [['a'], /đối tượng JSON/],
    [{ __proto__: null, constructor: 'x' }, /constructor/],
  ])('%j is refused with a message that names file and key', (value, message) => {
    const parsed = parse(value)
    expect(parsed).toMatchObject({ ok: false, reason: 'bad_sidecar' })
    expect(!parsed.ok && parsed.message).toMatch(message)
    expect(!parsed.ok && parsed.message).toContain('a.docx.meta.json')
  })

  it('that is no JSON is refused', () => {
    expect(parseSidecar('x.meta.json', '{title: "a"}')).toMatchObject({ ok: false })
    expect(parseSidecar('x.meta.json', '\uFEFF{"title":"a"}')).toMatchObject({ ok: true })
  })
})

describe('overrides of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'overrides-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const sidecar = join(folder, 'a.md.meta.json')

  it('are those of the front matter with the sidecar above them', async () => {
    writeFileSync(sidecar, '{"level":"staff"}')
    expect(await readOverrides(sidecar, { level: 'public', title: 'Đầu tệp', date: '2024-05-12T08:00:00' })).toEqual({
      ok: true,
      overrides: { level: 'staff', title: 'Đầu tệp', date: '2024-05-12' },
    })
    expect(await readOverrides(null)).toEqual({ ok: true, overrides: {} })
  })

  it('stop the file where they are wrong or cannot be read: its level may hang on them', async () => {
    expect(await readOverrides(null, { level: 'internal' })).toMatchObject({ ok: false, reason: 'bad_sidecar' })
    expect(await readOverrides(join(folder, 'none.meta.json'))).toMatchObject({ ok: false, reason: 'bad_sidecar' })
  })
})
