/** What a page says to robots in its head: whether it may be kept. */
import { Parser } from 'htmlparser2'
import { ROBOT_NAME } from '../visit/manners.ts'

const HEAD_BYTES = 65_536
const TO_US: ReadonlySet<string> = new Set(['robots', ROBOT_NAME.toLowerCase()])

/** `tag`: the header `X-Robots-Tag`, lower case. Only what is said to all or to us counts. */
export const forbidsKeeping = (body: Buffer, isHtml: boolean, tag: string): boolean =>
  headerForbids(tag) || (isHtml && metaForbids(body))

/** `noindex`, or `googlebot: noindex, hoidapcongtacdang: none`: a name with a colon begins what is said to it alone. */
const headerForbids = (tag: string): boolean => {
  let toUs = true
  for (const part of tag.split(',')) {
    const [, name, rule] = /^\s*(?:([\w-]+)\s*:)?\s*([\w-]*)/.exec(part) ?? []
    // `unavailable_after: date` names no robot
    if (name !== undefined && name !== 'unavailable_after') toUs = TO_US.has(name)
    if (toUs && isForbidding(rule ?? '')) return true
  }
  return false
}

const metaForbids = (body: Buffer): boolean => {
  let forbidden = false
  const parser = new Parser({
    onopentag: (name, { name: of = '', content = '' }) => {
      if (name === 'meta' && TO_US.has(of.trim().toLowerCase()))
        forbidden ||= content.toLowerCase().split(/[\s,]+/).some(isForbidding) // prettier-ignore
    },
  })
  parser.write(markup(body))
  parser.end()
  return forbidden
}

const markup = (body: Buffer): string =>
  body[0] === 0xff && body[1] === 0xfe ? body.toString('utf16le', 0, HEAD_BYTES) : body.toString('latin1', 0, HEAD_BYTES) // prettier-ignore

const isForbidding = (rule: string): boolean => rule === 'noindex' || rule === 'none'
