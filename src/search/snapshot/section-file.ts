/** A file of a snapshot that stays open and is read in parts; it can be read on when its folder is removed. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { SectionFile } from '../lexical/stored-postings.ts'

export const openSectionFile = (path: string): SectionFile & { close(): void } => {
  const file = openSync(path, 'r')
  return {
    size: fstatSync(file).size,
    read: (into, position) => {
      // a read may bring less than asked, and more only after it
      for (let at = 0; at < into.byteLength;) {
        const read = readSync(file, into, at, into.byteLength - at, position + at)
        if (read === 0) throw new Error('[search] a snapshot file ends before its content')
        at += read
      }
    },
    close: () => closeSync(file),
  }
}
