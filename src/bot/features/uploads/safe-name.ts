/** A file's name as it may stand on a disk and before people: nothing of a path, nothing invisible, nothing a system reserves. */
import { oneLine } from '../../../text/vietnamese.ts'

/** Letters before the ending: most file systems end at 255 bytes, a Vietnamese letter takes up to three, a sidecar's ending ten more. */
const LONGEST = 70
/** Windows opens devices under these names, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Passed over by ingestion, or taken for the sidecar of another file. */
const IGNORED = /^(?:thumbs\.db|desktop\.ini)$|\.meta\.json$/i

/** Never empty, at most 82 letters; `given` may hold anything. */
export const safeName = (given: string): string => {
  const base = oneLine(given.toWellFormed().split(/[/\\]/).at(-1)!.replaceAll('\uFFFD', ''))
    .replace(/[<>:"|?*\u0000-\u001f\u007f]/g, '-')
    .replace(/^[.~$\s-]+|[.\s]+$/g, '')
  const [, stem = base, ending = ''] = /^(.*)(\.[a-z0-9]{1,10})$/i.exec(base) ?? []
  const name = `${
    stem
      .slice(0, LONGEST)
      .toWellFormed()
      .replaceAll('\uFFFD', '')
      .replace(/[.\s]+$/, '') || 'tep'
  }${ending.toLowerCase()}`
  return RESERVED.test(name) || IGNORED.test(name) ? `_${name.replace(/\.meta\.json$/i, '-meta.json')}` : name
}
