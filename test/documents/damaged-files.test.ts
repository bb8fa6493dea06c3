/** Files as they come from broken disks, cut downloads and strangers: whatever is in them, reading ends with a document or a named reason. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createDocumentReader } from '../../src/documents/reading/read-in-child.ts'
import type { DocumentResult } from '../../src/documents/reading/read-document.ts'
import { createHash } from 'node:crypto'
import { READ_FAILURES } from '../../src/text/messages/reading-messages.ts'
import { seeded } from '../support/random.ts'
import { root } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const SAMPLES = [
  ...['data/documents', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  ),
].filter((path) => !/ban-quet|\.odt$/.test(path)) // these go through slow programs, which have tests of their own
const EACH = 10
const REASONS = new Set<string>([...READ_FAILURES, 'secret', 'empty', 'bad_sidecar'])

const damage = (good: Buffer, random: () => number): Buffer => {
  const bad = Buffer.from(good)
  const at = (): number => Math.floor(random() * bad.length)
  const kind = Math.floor(random() * 5)
  if (kind === 0) return bad.subarray(0, at())
  if (kind === 1) for (let n = 0; n < 20; n++) bad[at()] = Math.floor(random() * 256)
  if (kind === 2) bad.fill(0, at(), Math.min(bad.length, at() + 512))
  if (kind === 3) return Buffer.concat([bad.subarray(at()), bad.subarray(0, at())])
  if (kind === 4) for (let n = 0; n < 200; n++) bad[at()]! ^= 1 << Math.floor(random() * 8)
  return bad
}

it(`ends with a document or a named reason for each of ${SAMPLES.length * EACH} damaged files, and goes on with the next`, async () => {
  const folder = scratchFolder()
  const random = seeded(404)
  const reader = createDocumentReader({ timeLimitMs: 20_000, memoryLimitMb: 512, workers: 2 })
  const readOne = (path: string, bytes: Buffer): Promise<DocumentResult> => {
    const fileDigest = createHash('sha256').update(bytes).digest('hex')
    const about = { id: 'x', source: 'x', digest: 'x', fileDigest, level: 'public', levelGiven: false } as const
    return reader.read({ path, sidecar: null, ...about })
  }
  const outcomes = new Map<string, number>()
  try {
    for (const sample of SAMPLES) {
      const good = readFileSync(sample)
      for (let n = 0; n < EACH; n++) {
        const bytes = damage(good, random)
        const path = join(folder, `${n}-${sample.split('/').at(-1)}`)
        writeFileSync(path, bytes)
        const result = await readOne(path, bytes)
        const outcome = result.ok ? 'document' : result.reason
        if (!result.ok) {
          expect(REASONS, `${path}: ${outcome}`).toContain(outcome)
          expect(result.message.length).toBeGreaterThan(10)
        } else expect(result.document.text.trim()).not.toBe('')
        expect(outcome, path).not.toBe('internal')
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
    }
    const whole = readFileSync(SAMPLES[0]!)
    expect((await readOne(SAMPLES[0]!, whole)).ok).toBe(true)
  } finally {
    await reader.close()
  }
  // the damage is real: some files cannot be read, and the readers are robust: some can
  expect(outcomes.get('document')).toBeGreaterThan(10)
  expect([...outcomes.keys()].length).toBeGreaterThan(1)
})
