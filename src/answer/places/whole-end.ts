/** Where a part of a document ends for a reader: the last article of a document is not followed by its recipients and its signature. */
import type { Heading } from '../../documents/document.ts'

export const RECIPIENTS = /^[ \t]*n[ơo]i\s+nh[ậâa]n(?:\s*:|[ \t]*$)/imu
const SIGNED =
  /^[ \t]*(?:T\s*\/\s*M|TM|K\s*\/\s*T|KT|T\s*\/\s*L|TL|T\s*\/\s*U\s*\/\s*Q|TUQ)[./]?[ \t]+[\p{Lu}][\p{Lu} \t,&-]{3,}(?![\p{Ll}\p{M}])/mu
/** Lines of nothing but strokes or stars. */
const RULE = /(?:\n[ \t]*[-–—_*=. ]{1,40}[ \t]*)+$/u

/** `[start, end)`: the part as the headings bound it; what comes back has no white space behind it. */
export const wholeEnd = (text: string, start: number, end: number, headings: readonly Heading[]): number => {
  const part = text.slice(start, end)
  const last = headings.findLast((heading) => heading.start >= start && heading.start < end)?.start ?? start
  const feet = [RECIPIENTS, SIGNED].flatMap((foot) => {
    const at = foot.exec(part.slice(last - start))?.index
    return at === undefined || last + at === start ? [] : [last - start + at]
  })
  const kept = part.slice(0, Math.min(part.length, ...feet)).trimEnd()
  return start + (kept.replace(RULE, '').trimEnd() || kept).length
}
