/** A document's file taken out of the documents, and put back: it waits below `removed` in the data folder, with where it stood. */
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { isLevel, type Level } from '../access.ts'
import { writeWhole } from '../write-whole.ts'
import { changeSidecar, isOwn, reasonOf } from './change-sidecar.ts'
import { sidecarOf } from './find-files.ts'

export interface RemovedPlace {
  /** Where the file stood. */
  readonly path: string
  /** Its sidecar, where it had one of its own. */
  readonly sidecar: string | null
  readonly level: Level
}

export type MovedAside =
  | { readonly ok: true; readonly path: string }
  /** `elsewhere`: not below the documents of the data folder, which alone are ours to move; `occupied`: another file stands there now. */
  | { readonly ok: false; readonly reason: 'elsewhere' | 'missing' | 'occupied' | 'not_writable' | 'disk_full' }

const PLACE = 'place.json'
const folderOf = (dataDir: string, id: string): string => join(dataDir, 'removed', id)

/** `path`: of the file now, null where it is gone: an attempt that was cut off may have moved it already. */
export const moveAside = (dataDir: string, id: string, path: string | null, level: Level): MovedAside => {
  const folder = folderOf(dataDir, id)
  try {
    const known = placeOf(dataDir, id)
    if (path === null) return known ? moveOut(known, folder) : { ok: false, reason: 'missing' }
    if (!isBelow(path, join(dataDir, 'documents'))) return { ok: false, reason: 'elsewhere' }
    // what was taken out before under this name, and replaced by another file since, is kept beside it
    if (known && existsSync(join(folder, basename(path)))) renameSync(folder, freeName(folder))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const sidecar = sidecarOf(path)
    const place: RemovedPlace = { path, sidecar: sidecar !== null && isOwn(sidecar, path) ? sidecar : null, level }
    writeWhole(join(folder, PLACE), JSON.stringify(place))
    return moveOut(place, folder)
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

/** Puts the file back, with the level that it had: once it has been taken in again, `forgetAside`. */
export const moveBack = (dataDir: string, id: string): MovedAside => {
  const folder = folderOf(dataDir, id)
  const place = placeOf(dataDir, id)
  if (!place) return { ok: false, reason: 'missing' }
  try {
    const waits = existsSync(join(folder, basename(place.path)))
    if (!waits && !existsSync(place.path)) return { ok: false, reason: 'missing' }
    if (waits && existsSync(place.path)) return { ok: false, reason: 'occupied' }
    mkdirSync(dirname(place.path), { recursive: true })
    move(place.sidecar, folder, 'in')
    // a level that was given when it was taken in stood nowhere but in the index; the file must not lie there a moment without it
    const stated = changeSidecar(place.path, { level: place.level })
    if (!stated.ok) return { ok: false, reason: stated.reason === 'disk_full' ? 'disk_full' : 'not_writable' }
    move(place.path, folder, 'in')
    return { ok: true, path: place.path }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

export const forgetAside = (dataDir: string, id: string): void =>
  rmSync(folderOf(dataDir, id), { recursive: true, force: true })

/** Where a document that was taken out stood; null for one that was not. */
export const placeOf = (dataDir: string, id: string): RemovedPlace | null => {
  if (!/^[\w-]{1,64}$/.test(id)) return null
  try {
    const place = JSON.parse(readFileSync(join(folderOf(dataDir, id), PLACE), 'utf8')) as RemovedPlace
    return typeof place.path === 'string' && isLevel(place.level) ? place : null
  } catch {
    return null // nothing of this name was taken out
  }
}

const moveOut = ({ path, sidecar }: RemovedPlace, folder: string): MovedAside => {
  for (const place of [path, sidecar]) move(place, folder, 'out')
  return { ok: true, path }
}

/** What an attempt that was cut off has moved already stays where it is. */
const move = (place: string | null, folder: string, way: 'out' | 'in'): void => {
  if (place === null) return
  const aside = join(folder, basename(place))
  const [from, to] = way === 'out' ? [place, aside] : [aside, place]
  if (existsSync(from)) renameSync(from, to)
}

const isBelow = (path: string, folder: string): boolean => {
  try {
    return realpathSync(dirname(path))
      .concat(sep)
      .startsWith(`${realpathSync(folder)}${sep}`)
  } catch {
    return false // no such folder: nothing lies below it
  }
}

const freeName = (folder: string): string => {
  for (let n = 2; ; n++) if (!existsSync(`${folder}.${n}`)) return `${folder}.${n}`
}
