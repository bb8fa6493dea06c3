/** The table of ended units on disk: DATA_DIR/units.json, or the one that comes with the program; read again when it has changed. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { EndedUnit } from './answer/units/ended-unit.ts'
import { readUnits } from './answer/units/read-units.ts'

/** More is no table of ours. */
const LARGEST_BYTES = 5_000_000

export interface UnitsFile {
  /** What holds now; asked before each question, for the price of a look at the file's date. */
  units(): readonly EndedUnit[]
}

/** `warn` is told once for each state of the file what is wrong in it; entries without a fault serve all the same. */
export const createUnitsFile = (
  dataDir: string,
  warn: (faults: readonly string[], file: string) => void,
  shipped: string = join(import.meta.dirname, '..', 'data', 'units.json'),
): UnitsFile => {
  const places = [join(dataDir, 'units.json'), shipped]
  let known = ''
  let units: readonly EndedUnit[] = []
  return {
    units: () => {
      const found = places.flatMap((path) => stateOf(path) ?? [])[0]
      const state = found ? `${found.path} ${found.state}` : ''
      if (state === known) return units
      known = state
      try {
        const read = found ? readUnits(readFileSync(found.path, 'utf8')) : { units: [], faults: [] }
        units = read.units
        if (found && read.faults.length > 0) warn(read.faults, found.path)
      } catch (error) {
        units = []
        warn([(error as Error).message], found!.path)
      }
      return units
    },
  }
}

const stateOf = (path: string): { readonly path: string; readonly state: string } | null => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() && stat.size <= LARGEST_BYTES
    ? { path, state: `${stat.mtimeMs} ${stat.size} ${stat.ino}` }
    : null
}
