/** Reads bytes made by a test, in this process and without outside programs unless told otherwise. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { FileContent } from '../../src/documents/document.ts'
import { readBytes } from '../../src/documents/reading/read-file.ts'
import { DEFAULT_LIMITS, type ReadLimits, type ReadResult } from '../../src/documents/reading/read-result.ts'

export const limits = (changed: Partial<ReadLimits> = {}): ReadLimits => {
  const tempDir = mkdtempSync(join(tmpdir(), 'doc-'))
  onTestFinished(() => rmSync(tempDir, { recursive: true, force: true }))
  return { ...DEFAULT_LIMITS, programPath: '', tempDir, ...changed }
}

export const read = async (
  bytes: Uint8Array | string,
  name = 'tệp',
  changed: Partial<ReadLimits> = {},
): Promise<ReadResult> => readBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name, limits(changed))

/** The content, where the reading must succeed. */
export const content = async (
  bytes: Uint8Array | string,
  name = 'tệp',
  changed: Partial<ReadLimits> = {},
): Promise<FileContent> => {
  const result = await read(bytes, name, changed)
  expect(result).toMatchObject({ ok: true })
  return (result as Extract<ReadResult, { ok: true }>).content
}

export const texts = (read: FileContent): string[] => read.blocks.map((block) => block.text)
