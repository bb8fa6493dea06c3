/** A look at the schedule, cheap enough to be taken every minute by the program that answers: nothing of the web is read. */
import { existsSync } from 'node:fs'
import { dueSources, leftBehind } from './due-sources.ts'
import { sourcesFileOf, stateFileOf } from './places.ts'
import { openState } from './store/visit-state.ts'
import { readSources } from './web-sources.ts'

export type DueNow =
  | { readonly ok: true; readonly due: number; readonly leftBehind: readonly { readonly url: string; readonly pages: number }[] } // prettier-ignore
  | { readonly ok: false; readonly faults: readonly string[] }

export const dueNow = (dataDir: string, now: number): DueNow => {
  const [file, stateFile] = [sourcesFileOf(dataDir), stateFileOf(dataDir)]
  if (!existsSync(file) && !existsSync(stateFile)) return { ok: true, due: 0, leftBehind: [] }
  const read = readSources(file)
  if (!read.ok) return read
  const state = openState(stateFile)
  const left = [...leftBehind(read.sources, state)].map(([url, pages]) => ({ url, pages }))
  return { ok: true, due: dueSources(read.sources, state, now).length, leftBehind: left }
}
