import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { safeName } from '../../src/bot/features/uploads/safe-name.ts'
import { shelve } from '../../src/bot/features/uploads/shelf.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { scratchFolder } from '../support/scratch.ts'

/** reliability.md B7: fifty names. */
const HOSTILE = [
  '../a.txt', '../../../../etc/passwd', '..', '.', '', ' ', '/', '/etc/shadow', '\\\\server\\share\\a.doc', 'C:\\Windows\\win.ini',
  '..\\..\\a.txt', 'a/../../b.txt', './.././c.txt', '~/.ssh/id_rsa', '~$van-ban.docx', '.env', '.htaccess', '...txt', 'a\u0000.txt', 'a\u0000/../b.txt',
  'a\r\nb.txt', 'a\nX-Header: 1.txt', '\t.txt', 'a\u202Etxt.exe', '\u202E\u2066fdp.cod', 'a\u200Bb.txt', '\uFEFFa.txt', 'a\u0085b.txt', 'a\u2028b.txt', 'x'.repeat(300),
  `${'ở'.repeat(300)}.docx`, `a.${'z'.repeat(300)}`, '<img src=x onerror=alert(1)>.html', '"><script>.html', "a';DROP TABLE.txt", 'a|b?c*d:e.txt', 'CON', 'con.txt', 'NUL.pdf', 'Lpt1.doc',
  'aux.tar.gz', 'Thumbs.db', 'desktop.ini', 'a.txt.meta.json', '.meta.json', 'a.txt. . .', 'a.txt    ', '\uD800.txt', 'e\u0301.txt', '%2e%2e%2fa.txt',
] // prettier-ignore

describe('the name of a file that was sent', () => {
  it('becomes one that can be stored anywhere and shown to anybody', () => {
    expect(HOSTILE).toHaveLength(50)
    for (const name of HOSTILE) {
      const safe = safeName(name)
      expect(safe, JSON.stringify(name)).toMatch(/^[^./\\<>:"|?*~$\s][^/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]*$/u)
      expect(safe).not.toMatch(
        /[.\s]$|\.meta\.json$|^(?:con|nul|aux|prn|lpt\d|com\d)(?:\.|$)|^(?:thumbs\.db|desktop\.ini)$/i,
      )
      expect(Buffer.byteLength(`${safe} (99).meta.json`)).toBeLessThanOrEqual(255)
      expect(safeName(safe)).toBe(safe)
    }
    expect(safeName('Nghị quyết 05.DOCX')).toBe('Nghị quyết 05.docx')
  })

  it('puts each file below the documents, beside its sidecar, where ingestion finds it', () => {
    const dataDir = scratchFolder()
    mkdirSync(join(dataDir, 'uploads'))
    const places = HOSTILE.map((name, i) => {
      const waiting = join(dataDir, 'uploads', String(i))
      writeFileSync(waiting, `nội dung ${i}`)
      return shelve(dataDir, waiting, safeName(name), 'member', () => false).path
    })
    expect(new Set(places).size).toBe(50)
    const folder = realpathSync(join(dataDir, 'documents/tu-telegram'))
    expect(places.every((path) => realpathSync(path).startsWith(`${folder}/`))).toBe(true)
    expect(readdirSync(folder)).toHaveLength(100)
    const { files } = findFiles([folder], dataDir)
    expect(files).toHaveLength(50)
    expect(files.every(({ sidecar }) => sidecar !== null && existsSync(sidecar))).toBe(true)
  })

  it('is used again for the same bytes, and given a number for others', () => {
    const dataDir = scratchFolder()
    const put = (bytes: string): string => {
      writeFileSync(join(dataDir, 'waiting'), bytes)
      return shelve(dataDir, join(dataDir, 'waiting'), 'a.txt', 'public', () => false).path.slice(-9)
    }
    expect([put('một'), put('hai'), put('một'), put('hai'), put('ba')]).toEqual([
      'ram/a.txt', 'a (2).txt', 'ram/a.txt', 'a (2).txt', 'a (3).txt',
    ]) // prettier-ignore
  })

  it('is taken away when it cannot go in, unless the library had it: then its level is again what it was', () => {
    const dataDir = scratchFolder()
    const waiting = join(dataDir, 'waiting')
    writeFileSync(waiting, 'một')
    const put = (level: 'public' | 'staff', isHeld: boolean) =>
      shelve(dataDir, waiting, 'a.txt', level, (source) => isHeld && source === 'tu-telegram/a.txt')
    // the second: an attempt that was cut off had left it there
    for (let n = 0; n < 2; n++) put('public', false)
    put('public', false).undo()
    expect(readdirSync(join(dataDir, 'documents/tu-telegram'))).toEqual([])
    const { path } = put('public', false)
    put('staff', true).undo()
    expect(readFileSync(path, 'utf8')).toBe('một')
    expect(JSON.parse(readFileSync(`${path}.meta.json`, 'utf8'))).toEqual({ level: 'public' })
  })
})
