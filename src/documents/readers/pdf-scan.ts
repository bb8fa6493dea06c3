import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import { storedForm } from '../../text/vietnamese.ts'
import type { Block, FileContent } from '../document.ts'
import type { ReadLimits } from '../reading/read-result.ts'
import { paragraphsOfLines } from './join-lines.ts'
import { refuse } from './refuse.ts'
import { runProgram, type ProgramOptions, type ProgramResult } from './run-program.ts'
import { tidy } from './tidy.ts'

/** A PDF of pictures: each page drawn by poppler at 300 dpi in grey and recognised by tesseract (vietnamese §4.1: 1.7 % wrong letters). */
export const readScan = async (bytes: Uint8Array, pages: number, limits: ReadLimits): Promise<FileContent> => {
  const file = join(limits.tempDir, 'scan.pdf')
  await writeFile(file, bytes)
  const read = Math.min(pages, limits.maxOcrPages)
  const blocks: Block[] = []
  for (let page = 1; page <= read; page++) {
    limits.onSlowStep?.(2 * limits.ocrPageTimeoutMs)
    const text = await recognise(file, page, limits)
    blocks.push(...paragraphsOfLines(text).map((text) => ({ kind: 'paragraph' as const, text: tidy(text), page })))
  }
  if (blocks.every((block) => !/\p{L}{2}/u.test(block.text))) return refuse('empty')
  const warnings = [READ_WARNINGS.ocr, ...(read < pages ? [READ_WARNINGS.ocrPartly(read, pages)] : [])]
  return { format: 'pdf', blocks, margins: [], hints: {}, ocr: true, pages, warnings }
}

const recognise = async (file: string, page: number, limits: ReadLimits): Promise<string> => {
  const options: ProgramOptions = {
    path: limits.programPath,
    tempDir: limits.tempDir,
    timeoutMs: limits.ocrPageTimeoutMs,
  }
  const image = join(limits.tempDir, `page-${page}`)
  const range = ['-f', String(page), '-l', String(page)]
  outputOf(await runProgram('pdftoppm', ['-r', '300', '-gray', '-singlefile', ...range, file, image], options), page)
  const words = ['--psm', '4', '-l', 'vie']
  const text = outputOf(await runProgram('tesseract', [`${image}.pgm`, 'stdout', ...words], options), page)
  await rm(`${image}.pgm`, { force: true })
  return storedForm(text.toString('utf8').replaceAll('\f', ''))
}

const outputOf = (run: ProgramResult, page: number): Buffer => {
  if (run.ok) return run.stdout
  if (run.reason === 'missing') return refuse('no_text_layer')
  if (run.reason === 'time_limit') return refuse('time_limit', `nhận dạng chữ trang ${page}`)
  return refuse('no_text_layer', `không nhận dạng được trang ${page}; kiểm tra gói tesseract-ocr-vie`)
}
